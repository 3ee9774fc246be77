package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// AskQuestion is the input of the use case of that name.
type AskQuestion struct {
	Item   livc.ID
	Domain string
	Text   livc.Secret // in general words
	Holder livc.ID     // attendance of who finds out; empty: nobody yet
	Due    livc.Day
}

const maxQuestion = 160

// AskQuestion writes down what the table does not know, in general words, with who finds out and by
// when. The text is sealed on the casusblad (R4.3-e).
func (t *Table) AskQuestion(ctx context.Context, by deed.By, in AskQuestion) (made livc.ID, err error) {
	if err := in.check(); err != nil {
		return "", err
	}
	err = t.onItem(ctx, by, access.AskQuestion, in.Item, func(tx *deed.Tx, a *atTable) error {
		made = tx.NewID()
		tx.Made(made)
		q := OpenQuestion{ID: made, Case: a.Case.ID, Item: in.Item, Domain: in.Domain, Due: in.Due, State: "open"}
		if in.Holder != "" {
			holder, err := need(a.Inside(), in.Holder, "holder")
			if err != nil {
				return err
			}
			if err := holder.afterwards("holder"); err != nil {
				return err
			}
			q.Attendee, q.Hat, q.Organisation = holder.ID, holder.Hat, holder.Organisation
		}
		var err error
		if q.Record, err = a.keep(tx, "question", QuestionText{in.Text}); err != nil {
			return err
		}
		return t.Book.InsertQuestion(ctx, tx, q)
	})
	return made, err
}

func (in AskQuestion) check() error {
	var f livc.Faults
	f.Check(!in.Text.Empty(), "text", "ask_question.text")
	f.Check(in.Text.Len() <= maxQuestion, "text", "error.too_long")
	f.Check(known(Domains(), in.Domain), "domain", "ask_question.domain")
	f.Check(in.Holder == "" || in.Due != "", "due", "ask_question.due")
	return f.Err()
}
