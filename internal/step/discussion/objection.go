package discussion

import (
	"bytes"
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ObjectionKind is against what somebody objects. Dutch: soort bezwaar.
type ObjectionKind string

// The kinds (product 4.6).
const (
	AgainstSharing   ObjectionKind = "sharing"
	AgainstDecision  ObjectionKind = "decision"
	AgainstAction    ObjectionKind = "action"
	AgainstFeedback  ObjectionKind = "feedback"
	AgainstInforming ObjectionKind = "informing"
	NotHere          ObjectionKind = "not_here"
)

// ObjectionKinds lists the kinds.
func ObjectionKinds() []ObjectionKind {
	return []ObjectionKind{AgainstSharing, AgainstDecision, AgainstAction, AgainstFeedback, AgainstInforming, NotHere}
}

// Objection stands until who made it lifts it, or the item closes. Whose it is stands nowhere: its maker
// finds it back by a mark that nobody else can make. Dutch: bezwaar.
type Objection struct {
	ID, Item livc.ID
	Kind     ObjectionKind
	Mark     []byte
	Note     livc.ID // container of the reason, for the chair alone; "" for none
}

// ReasonText is the reason of an objection, for the chair alone. Dutch: reden van een bezwaar.
type ReasonText struct{ Reason livc.Secret }

// Object is the input of the use case of that name.
type Object struct {
	Item   livc.ID
	Kind   ObjectionKind
	Reason livc.Secret
}

const maxReason = 240

// Object lets somebody inside object in private, at every phase. The table sees that there is an objection,
// never whose; the reason, when there is one, goes to the chair alone (R2.5.3-a, product 4.6). In the log it
// is one of the answers at the table.
func (t *Table) Object(ctx context.Context, by deed.By, in Object) error {
	var f livc.Faults
	f.Check(known(ObjectionKinds(), in.Kind), "objection", "object.kind")
	f.Check(in.Reason.Len() <= maxReason, "reason", "error.too_long")
	if err := f.Err(); err != nil {
		return err
	}
	return t.inRoom(ctx, by, access.AnswerAtTable, in.Item, func(tx *deed.Tx, a *atTable) error {
		o := Objection{ID: tx.NewID(), Item: in.Item, Kind: in.Kind, Mark: tx.OwnMark("objection", in.Item)}
		tx.Made(in.Item)
		if !in.Reason.Empty() && a.Sitting.Chair != "" {
			var err error
			if o.Note, err = tx.NewContainer(livc.NoteContainer, tx.By.Controller, a.Case.ID, "", "objection", a.Sitting.Chair); err != nil {
				return err
			}
			if err := tx.Keep(o.Note, o.ID, "reason", ReasonText{in.Reason}); err != nil {
				return err
			}
		}
		return t.Book.InsertObjection(ctx, tx, o)
	})
}

// LiftObjection takes an own objection back; another's is not there.
func (t *Table) LiftObjection(ctx context.Context, by deed.By, item, objection livc.ID) error {
	return t.inRoom(ctx, by, access.AnswerAtTable, item, func(tx *deed.Tx, a *atTable) error {
		list, err := t.Book.ObjectionsOf(ctx, tx, item)
		if err != nil {
			return err
		}
		mark := tx.OwnMark("objection", item)
		i := slices.IndexFunc(list, func(o Objection) bool { return o.ID == objection && bytes.Equal(o.Mark, mark) })
		if i < 0 {
			return livc.NotFound()
		}
		tx.Made(item)
		if err := t.dropNote(tx, list[i]); err != nil {
			return err
		}
		return t.Book.DropObjection(ctx, tx, objection)
	})
}

func (t *Table) dropNote(tx *deed.Tx, o Objection) error {
	if o.Note == "" {
		return nil
	}
	return tx.Destroy(o.Note)
}

// unopposed refuses feedback, or informing the person, while an objection to it stands; other decisions may
// pass with dissent (R6.1-e, R4.2-f, product 4.6).
func (t *Table) unopposed(ctx context.Context, tx *deed.Tx, a *atTable, kind ObjectionKind) error {
	if !a.Item.InRoom() {
		return nil
	}
	list, err := t.Book.ObjectionsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	for _, o := range list {
		if o.Kind == kind || o.Kind == NotHere {
			return livc.Denied("denied.objection_stands", law.FeedbackByConsensus)
		}
	}
	return nil
}
