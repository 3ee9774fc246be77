package discussion

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Room is all that the screen in the room may show: a code, the phase, one question of the guide, roles; at a
// table on screens also from how many places something was said, open questions and the report in general
// words, how the lines of a sheet stand by number, and that there is an objection. It has no field for a
// name, a fact or a place, so none can be shown (product 4.12). Dutch: zaalscherm.
type Room struct {
	Point, Points int
	Code          string
	Phase         Phase
	Guide         string
	Question      string // the own question of the protocol, when the guide is at one (R4.3-g)
	Stops         []string
	Inside        []Attendee // of whom the page shows seat and service only
	Outcomes      []livc.Outcome
	Silent        bool // twenty seconds in which everybody thinks

	Weighed   []DomainWeighed
	Questions []QuestionText
	Report    ReportText
	Lines     []law.Result // how each line of a sheet stands; never who
	Objection bool
}

// Room shows what stands on the wall. Without an open item, and to who is not inside, it is a word of
// welcome.
func (t *Table) Room(ctx context.Context, by deed.By, meeting livc.ID) (r Room, err error) {
	err = t.Gate.Look(ctx, by, access.ViewMeeting, ofMeeting(meeting), func(tx *deed.Tx) error {
		r = Room{}
		if tx.Facts.Municipal != access.Yes {
			return livc.NotFound()
		}
		items, err := t.Book.TableItems(ctx, tx, meeting)
		if err != nil {
			return err
		}
		for n, i := range items {
			if i.State != livc.ItemOpen {
				continue
			}
			return t.onWall(ctx, tx, i, n+1, len(items), &r, tx.Later)
		}
		return nil
	})
	return r, err
}

// opener opens a record now, or after the leaf of a look.
type opener func(container, record livc.ID, dst any) error

func (t *Table) onWall(ctx context.Context, tx *deed.Tx, i TableItem, at, of int, r *Room, open opener) error {
	a, err := t.load(ctx, tx, i.ID)
	if err != nil {
		return err
	}
	for _, p := range a.Inside() {
		if p.Hat == tx.By.Hat {
			*r = Room{Point: at, Points: of, Code: a.Case.Code, Phase: i.Phase, Guide: i.Guide, Stops: i.Stops, Outcomes: a.Sitting.Turned(), Silent: !i.Silent.IsZero()}
		}
	}
	if r.Code == "" {
		return nil
	}
	own, err := t.ownQuestions(ctx, tx, a.Sitting)
	if err != nil {
		return err
	}
	r.Question = named(own, i.Guide)
	if err := t.counter(ctx, tx, i, r); err != nil {
		return err
	}
	for _, p := range InOrder(a.Inside(), i.FirstSpeaker) {
		r.Inside = append(r.Inside, Attendee{Seat: p.Seat, Service: p.Service, Function: p.Function})
	}
	if !i.InRoom() {
		return nil
	}
	return t.roomOnWall(ctx, tx, a, r, open)
}

// roomOnWall adds what only a table on screens has.
func (t *Table) roomOnWall(ctx context.Context, tx *deed.Tx, a atTable, r *Room, open opener) (err error) {
	if r.Weighed, err = t.weighed(ctx, tx, a.Item); err != nil {
		return err
	}
	objections, err := t.Book.ObjectionsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	r.Objection = len(objections) > 0
	switch a.Item.Phase {
	case PhaseUnknown:
		return t.questionsOnWall(ctx, tx, a, r, open)
	case PhaseFeedback:
		return t.linesOnWall(ctx, tx, a, r)
	case PhaseReport:
		return t.reportOnWall(ctx, tx, a, r, open)
	}
	return nil
}

func (t *Table) questionsOnWall(ctx context.Context, tx *deed.Tx, a atTable, r *Room, open opener) error {
	list, err := t.Book.OpenQuestions(ctx, tx, a.Case.ID)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(q OpenQuestion) bool { return q.Item != a.Item.ID || q.Record == "" })
	r.Questions = make([]QuestionText, len(list))
	for n, q := range list {
		if err := open(a.Item.Room, q.Record, &r.Questions[n]); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) linesOnWall(ctx context.Context, tx *deed.Tx, a atTable, r *Room) error {
	list, err := t.Book.MotionsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	yes, err := t.Book.YesesOf(ctx, tx, a.Item.ID)
	for _, p := range list {
		if p.Kind == MotionSheet || p.Kind == MotionLine {
			r.Lines = append(r.Lines, a.stands(p, yes))
		}
	}
	return err
}

// reportOnWall shows the words of a report once they were looked at and read aloud, or agreed.
func (t *Table) reportOnWall(ctx context.Context, tx *deed.Tx, a atTable, r *Room, open opener) error {
	if a.Item.Frozen() {
		return open(a.Item.Room, a.Item.ReportRecord, &r.Report)
	}
	list, err := t.Book.MotionsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	if p, ok := asked(list, MotionReport, reportDraft(a.Item.ID)); ok && p.State == MotionOpen {
		return open(a.Item.Room, p.Object, &r.Report)
	}
	return nil
}

// ownQuestions are what the table always asks: of the version of the protocol that this meeting opened
// with, so that a guide never changes in the middle of a talk; without one, of the draft that an LIVC R
// begins with (R4.3-d, R4.3-g).
func (t *Table) ownQuestions(ctx context.Context, tx *deed.Tx, s Sitting) ([]Criterion, error) {
	if s.ProtocolVersion > 0 {
		return t.Book.WeighingOf(ctx, tx, s.ProtocolVersion)
	}
	return t.Book.Criteria(ctx, tx, "weighing")
}

// named gives the own question under a stem; "" for a question of the shipped guide.
func named(own []Criterion, stem string) string {
	for _, c := range own {
		if string(c.ID) == stem {
			return c.Text
		}
	}
	return ""
}
