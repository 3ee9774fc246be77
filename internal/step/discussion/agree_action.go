package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// AgreeAction is the input of the use case of that name.
type AgreeAction struct {
	Item        livc.ID
	Kind        law.ActionKind
	Text        ActionText
	Holder      livc.ID // attendance
	Due         livc.Day
	Betrays     string // no, yes, or yes_changed
	OwnYes      bool   // the holder said yes aloud
	ThirdParty  bool   // somebody outside carries it out; the holder stays answerable
	TaskChecked bool
	ParentsKnow Known
	Facts       []livc.ID // of the room, on which it rests
}

const maxActionLine = 240

// AgreeAction writes down who does what by when, with the three questions of proportion and the check
// whether it could betray who spoke. Without the holder's own yes it stays a question; no reason is asked
// (R1.2-b, R2.5.3-d, R2.5.3-m, R5.2-b, X-W-a). The holder with an account gets an own copy.
func (t *Table) AgreeAction(ctx context.Context, by deed.By, in AgreeAction) (made livc.ID, err error) {
	if err := in.check(); err != nil {
		return "", err
	}
	err = t.onItem(ctx, by, access.AgreeAction, in.Item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		holder, err := need(a.Inside(), in.Holder, "holder")
		if err != nil {
			return err
		}
		if err := holder.afterwards("holder"); err != nil {
			return err
		}
		if err := in.may(*a, tx.Today); err != nil {
			return err
		}
		made = tx.NewID()
		tx.Made(made)
		row, err := t.keepAction(tx, *a, in, holder, made)
		if err != nil {
			return err
		}
		if err := t.builds(ctx, tx, a, BuiltAction, made, in.Facts); err != nil {
			return err
		}
		return t.Book.InsertAction(ctx, tx, row)
	})
	return made, err
}

func (in AgreeAction) check() error {
	var f livc.Faults
	f.Check(!in.Text.What.Empty(), "what", "agree_action.what")
	f.Check(!in.Text.Why.Empty(), "why", "agree_action.why")
	for field, s := range map[string]livc.Secret{"what": in.Text.What, "why": in.Text.Why, "contact": in.Text.Contact, "enough": in.Text.Enough,
		"proportionate": in.Text.Proportionate, "repercussions": in.Text.Repercussions, "task": in.Text.Task} {
		f.Check(s.Len() <= maxActionLine, field, "error.too_long")
	}
	f.Check(in.Due != "", "due", "agree_action.due")
	f.Check(known([]string{"no", "yes", "yes_changed"}, in.Betrays), "source", "law.action.source", law.NobodyActsAlone)
	return f.Err()
}

// may asks the law; the answer to the source check is the choice itself.
func (in AgreeAction) may(a atTable, today livc.Day) error {
	var f livc.Faults
	f.Check(in.Due >= today || a.Item.FromPaper, "due", "agree_action.due")
	f.Check(!a.Case.Ages.Child() || known(Knowns(), in.ParentsKnow), "parents", "agree_action.parents", law.ChildFirst)
	if err := f.Err(); err != nil {
		return err
	}
	task := ""
	if !in.Text.Task.Empty() {
		task = "given"
	}
	return law.MayProposeAction(law.Action{Kind: in.Kind, DecidedAtTable: a.Item.Outcome != "", ThirdParty: in.ThirdParty,
		ThirdPartyText: task, TextChecked: in.TaskChecked, Proportion: law.Proportion{EnoughKnown: in.Text.Enough,
			Proportionate: in.Text.Proportionate, Repercussions: in.Text.Repercussions, SourceCheck: livc.NewSecret(in.Betrays), Betrays: in.Betrays == "yes"}})
}

func (t *Table) keepAction(tx *deed.Tx, a atTable, in AgreeAction, holder Attendee, id livc.ID) (row AgreedAction, err error) {
	row = AgreedAction{ID: id, Case: a.Case.ID, Item: in.Item, Hat: holder.Hat, Attendee: holder.ID, Organisation: holder.Organisation,
		Kind: in.Kind, Due: in.Due, State: livc.ActionAsked, Betrays: in.Betrays, OwnYes: in.OwnYes}
	if a.Case.Ages.Child() {
		row.ParentsKnow = in.ParentsKnow
	}
	if in.ThirdParty {
		row.ThirdParty = "asked"
	}
	if a.Item.InRoom() && holder.HasAccount {
		row.OwnYes = false // who has a screen says yes there, and nobody says it for him (R1.2-b)
	}
	if row.OwnYes {
		row.State = livc.ActionAccepted
	}
	if row.Record, err = a.keep(tx, "action", in.Text); err != nil {
		return row, err
	}
	if !holder.HasAccount {
		return row, nil
	}
	row.Note, err = tx.NewContainer(livc.NoteContainer, tx.By.Controller, a.Case.ID, holder.Hat, "action", holder.Hat)
	if err != nil {
		return row, err
	}
	return row, tx.Keep(row.Note, row.ID, "action", in.Text)
}
