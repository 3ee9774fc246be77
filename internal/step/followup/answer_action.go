package followup

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Reply is what a holder says to a question of the table. Dutch: antwoord op een vraag.
type Reply string

// The replies; none asks a reason (R1.2-b).
const (
	TakeOn       Reply = "take_on"  // ja, ik neem dit op
	AfterConsult Reply = "consult"  // ja, na overleg in mijn organisatie tegen ...
	DoesNotFit   Reply = "not_mine" // nee, dit past niet bij mijn opdracht
)

// Replies lists the replies.
func Replies() []Reply { return []Reply{TakeOn, AfterConsult, DoesNotFit} }

// AnswerAction is the input of the use case of that name.
type AnswerAction struct {
	Reply     Reply
	ConsultBy livc.Day
}

// AnswerAction makes a question an agreed action, or not: it binds only after the holder's own yes, and a
// no needs no reason (R1.2-b, R5.2-b).
func (s *Service) AnswerAction(ctx context.Context, by deed.By, id livc.ID, in AnswerAction) error {
	return s.Gate.Do(ctx, by, access.AnswerAction, action(id), func(tx *deed.Tx) error {
		a, err := s.Book.MyAction(ctx, tx, id)
		if err != nil {
			return err
		}
		if a.State != livc.ActionAsked {
			return livc.Conflict("conflict.action_answered", law.OwnMission)
		}
		switch in.Reply {
		case TakeOn:
			a.State, a.OwnYes, a.ConsultBy = livc.ActionAccepted, true, ""
		case DoesNotFit:
			a.State, a.OwnYes, a.ConsultBy = livc.ActionDeclined, false, ""
		case AfterConsult:
			if in.ConsultBy < tx.Today {
				return livc.Invalid("answer_action.consult_by", law.OwnMission).At("consult_by")
			}
			a.ConsultBy = in.ConsultBy
		default:
			return livc.Invalid("answer_action.choose", law.OwnMission).At("reply")
		}
		tx.Made(id)
		if err := s.Book.SetAction(ctx, tx, a); err != nil {
			return err
		}
		return s.tellTable(ctx, tx, a.Item)
	})
}

// tellTable renews the screens of the meeting at which was asked: the others see the answer come (S15). An item
// that is gone has no screens.
func (s *Service) tellTable(ctx context.Context, tx *deed.Tx, item livc.ID) error {
	i, err := s.Book.TableItem(ctx, tx, item)
	if livc.KindOf(err) == livc.NotFoundKind {
		return nil
	}
	tx.Stir(i.Meeting)
	return err
}
