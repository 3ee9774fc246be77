package discussion

import (
	"bytes"
	"context"
	"slices"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// MotionKind is what is put to everybody inside. Dutch: soort voorstel.
type MotionKind string

// The kinds.
const (
	MotionSheet     MotionKind = "sheet"     // the whole sheet for the LTF
	MotionLine      MotionKind = "line"      // one line of it, once anyone asked for that
	MotionReport    MotionKind = "report"    // the words of the report
	MotionInforming MotionKind = "informing" // telling the person
)

// MotionKinds lists the kinds.
func MotionKinds() []MotionKind {
	return []MotionKind{MotionSheet, MotionLine, MotionReport, MotionInforming}
}

// MotionState is where a proposal stands. Dutch: staat van een voorstel.
type MotionState string

// The states. Agreed is no state: it is asked anew each time, of the circle as it is (X-L-h).
const (
	MotionOpen    MotionState = "open"
	MotionRefused MotionState = "refused" // somebody said no; who stands nowhere
	MotionReword  MotionState = "reword"  // somebody wants another word
)

// MotionStates lists the states.
func MotionStates() []MotionState {
	return []MotionState{MotionOpen, MotionRefused, MotionReword}
}

// Motion is one text that is put to everybody inside, by its fingerprint: who agrees, agrees to these
// words (Z13). Only a yes is kept, signed; a no ends the proposal and its yeses (R6.1-e). Dutch: voorstel aan tafel.
type Motion struct {
	ID, Item livc.ID
	Kind     MotionKind
	Object   livc.ID // record of the text, or of the line
	Hash     []byte
	State    MotionState
	At       time.Time
}

// Yes is one yes to a proposal. Dutch: akkoord op een voorstel.
type Yes struct {
	Motion, Attendee livc.ID
	Signature        []byte // of the own key; empty for a spoken yes
}

// put puts a text to the table; what was asked about the same thing before is gone, with its yeses.
func (t *Table) put(ctx context.Context, tx *deed.Tx, a *atTable, kind MotionKind, object livc.ID, hash []byte) error {
	if err := t.forgetMotions(ctx, tx, a, object); err != nil {
		return err
	}
	return t.Book.InsertMotion(ctx, tx, Motion{ID: tx.NewID(), Item: a.Item.ID, Kind: kind, Object: object, Hash: hash, State: MotionOpen, At: tx.At})
}

// forgetMotions forgets what was asked about a thing; about a line also what was asked about its sheet.
func (t *Table) forgetMotions(ctx context.Context, tx *deed.Tx, a *atTable, object livc.ID) error {
	list, err := t.Book.MotionsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	line := slices.ContainsFunc(list, func(p Motion) bool { return p.Object == object && p.Kind == MotionLine })
	for _, p := range list {
		if p.Object != object && !(line && p.Kind == MotionSheet) {
			continue
		}
		if err := t.Book.DropMotion(ctx, tx, p.ID); err != nil {
			return err
		}
	}
	return nil
}

// forgetFeedback forgets everything that was asked about a sheet, line or whole: its words changed, or
// somebody came in (X-L-h).
func (t *Table) forgetFeedback(ctx context.Context, tx *deed.Tx, a *atTable) error {
	if !a.Item.InRoom() {
		return nil
	}
	list, err := t.Book.MotionsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	for _, p := range list {
		if p.Kind != MotionSheet && p.Kind != MotionLine {
			continue
		}
		if err := t.Book.DropMotion(ctx, tx, p.ID); err != nil {
			return err
		}
	}
	return nil
}

// asked gives the proposal of a kind about a thing.
func asked(list []Motion, kind MotionKind, object livc.ID) (Motion, bool) {
	i := slices.IndexFunc(list, func(p Motion) bool { return p.Kind == kind && p.Object == object })
	if i < 0 {
		return Motion{}, false
	}
	return list[i], true
}

// stands tells how a proposal stands with the people it is put to: for feedback everybody who was inside at
// any moment, for the rest everybody who is inside now (X-L-h, R4.1.1-e).
func (a atTable) stands(p Motion, yes []Yes) law.Result {
	if p.State != MotionOpen {
		return law.Refused
	}
	var who []livc.ID
	for _, y := range yes {
		if y.Motion == p.ID {
			who = append(who, y.Attendee)
		}
	}
	c := a.circle(who)
	if p.Kind == MotionReport {
		c.Voices = slices.DeleteFunc(c.Voices, func(v law.Voice) bool { return !v.Inside })
	}
	return c.Result()
}

// agreed refuses unless everybody said yes to exactly this text (Z13).
func (t *Table) agreed(ctx context.Context, tx *deed.Tx, a *atTable, kind MotionKind, object livc.ID, hash []byte) error {
	list, err := t.Book.MotionsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	yes, err := t.Book.YesesOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	p, ok := asked(list, kind, object)
	if !ok || !bytes.Equal(p.Hash, hash) || a.stands(p, yes) != law.Agreed {
		return livc.Denied("denied.not_everybody_yet", law.FeedbackByConsensus)
	}
	return nil
}

// spokenYes notes the yes of who sits without an account, said aloud (architecture 18). Who has a screen
// says it there, and nobody says it for him.
func (t *Table) spokenYes(ctx context.Context, tx *deed.Tx, a *atTable, proposal livc.ID, who []livc.ID) error {
	for _, p := range only(a.People, who) {
		if p.HasAccount || !known(ever(a.Stays), p.ID) {
			return livc.Invalid("answer_at_table.own_screen").At("agreed")
		}
		if err := t.Book.PutYes(ctx, tx, Yes{Motion: proposal, Attendee: p.ID}); err != nil {
			return err
		}
	}
	return nil
}
