package discussion

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// TakeQuestion lets somebody inside take on to find out what the table does not know, by a day; nobody is
// named by another (R4.3-e, product 4.4).
func (t *Table) TakeQuestion(ctx context.Context, by deed.By, item, question livc.ID, due livc.Day) error {
	return t.inRoom(ctx, by, access.TakeQuestion, item, func(tx *deed.Tx, a *atTable) error {
		list, err := t.Book.OpenQuestions(ctx, tx, a.Case.ID)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(list, func(q OpenQuestion) bool { return q.ID == question })
		if i < 0 {
			return livc.NotFound()
		}
		q, me := list[i], a.me(by.Hat)
		if q.Attendee != "" && q.Attendee != me.ID {
			return livc.Conflict("conflict.question_taken")
		}
		if due < tx.Today {
			return livc.Invalid("ask_question.due").At("due." + string(question))
		}
		tx.Made(question)
		q.Attendee, q.Hat, q.Organisation, q.Due = me.ID, me.Hat, me.Organisation, due
		return t.Book.HoldQuestion(ctx, tx, q)
	})
}
