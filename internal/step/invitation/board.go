package invitation

import (
	"context"
	"maps"
	"slices"
	"strings"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Board is one meeting as the page shows it. The desk sees agenda, people and answers; an invited
// participant sees day, place and the own points only (need to know). Dutch: vergaderbord.
type Board struct {
	Meeting     Meeting
	Desk        bool
	Points      []Point
	Invitations []Invitation // of the desk: all; of a participant: the own ones
	Expected    []Expected
	People      map[livc.ID]support.Hat
	Partners    map[livc.ID]support.Organisation
	Cases       []Case // that may still be put on the agenda
}

// Organisation is the name of the organisation of a hat.
func (b Board) Organisation(hat livc.ID) string { return b.Partners[b.People[hat].Organisation].Name }

// Point gives the point of a case.
func (b Board) Point(c livc.ID) (Point, bool) {
	for _, p := range b.Points {
		if p.Case == c {
			return p, true
		}
	}
	return Point{}, false
}

// Of lists the invitations for a case.
func (b Board) Of(c livc.ID) (list []Invitation) {
	for _, i := range b.Invitations {
		if i.Case == c {
			list = append(list, i)
		}
	}
	return list
}

// Contact is the coordinator whom an invited person can call.
func (b Board) Contact() support.Hat {
	return coordinator(slices.SortedFunc(maps.Values(b.People), func(x, y support.Hat) int { return strings.Compare(string(x.ID), string(y.ID)) }))
}

// InOrder lists who is expected, the seats of the law first.
func (b Board) InOrder() []Expected {
	order := []livc.Function{livc.Mayor, livc.Representative, livc.Officer, livc.Coordinator, livc.Participant}
	list := slices.Clone(b.Expected)
	slices.SortStableFunc(list, func(x, y Expected) int {
		return slices.Index(order, b.People[x.Hat].Function) - slices.Index(order, b.People[y.Hat].Function)
	})
	return list
}

// Clashes lists who would change twice.
func (b Board) Clashes() []Clash { return Clashes(b.Points, b.Invitations) }

// Meeting shows a meeting to the chair's desk, or its own part to somebody who is invited (R4.0-b).
func (s *Service) Meeting(ctx context.Context, by deed.By, meeting livc.ID) (b Board, err error) {
	return s.board(ctx, by, access.ViewMeeting, meeting)
}

// Answers shows who comes; the reason of who does not come shows on its own page (R3.0-c).
func (s *Service) Answers(ctx context.Context, by deed.By, meeting livc.ID) (b Board, err error) {
	return s.board(ctx, by, access.ViewAnswers, meeting)
}

// Pack is what the papers of an evening are made of: codes and roles, never names.
func (s *Service) Pack(ctx context.Context, by deed.By, meeting livc.ID) (b Board, err error) {
	return s.board(ctx, by, access.PrintPack, meeting)
}

func (s *Service) board(ctx context.Context, by deed.By, a access.Action, meeting livc.ID) (b Board, err error) {
	err = s.Gate.Look(ctx, by, a, onMeeting(meeting), func(tx *deed.Tx) error {
		b, err = s.fill(ctx, tx, meeting)
		return err
	})
	return b, err
}

func (s *Service) fill(ctx context.Context, tx *deed.Tx, meeting livc.ID) (b Board, err error) {
	if b.Meeting, err = s.Book.Meeting(ctx, tx, meeting); err != nil {
		return b, err
	}
	items, err := s.Book.Items(ctx, tx, meeting)
	if err != nil {
		return b, err
	}
	b.Points = Points(b.Meeting, items)
	if b.Invitations, err = s.Book.Invitations(ctx, tx, meeting); err != nil {
		return b, err
	}
	if b.Desk = atDesk(tx); !b.Desk {
		return b.own(tx.By.Hat), nil
	}
	b.Invitations = b.ofHeldCases()
	if b.Expected, err = s.Book.Expected(ctx, tx, meeting); err != nil {
		return b, err
	}
	if err := s.people(ctx, tx, &b); err != nil {
		return b, err
	}
	return b, s.offer(ctx, tx, &b)
}

// ofHeldCases leaves out the invitations for another town's case: the book gives no code for a case
// whose casusblad the actor does not hold.
func (b Board) ofHeldCases() (list []Invitation) {
	for _, i := range b.Invitations {
		if p, on := b.Point(i.Case); i.Case == "" || on && p.Code != "" || !on {
			list = append(list, i)
		}
	}
	return list
}

// atDesk tells whether the actor prepares meetings: the chair and the coordinator.
func atDesk(tx *deed.Tx) bool {
	return tx.By.Function.Chairs() || tx.By.Function == livc.Coordinator
}

// own leaves what an invited person may know: the hour of the points for which she comes, without a
// code, and nothing of the others.
func (b Board) own(hat livc.ID) Board {
	mine := Board{Meeting: b.Meeting}
	for _, i := range b.Invitations {
		if i.Hat != hat || i.State == Proposed || i.State == Withdrawn {
			continue
		}
		mine.Invitations = append(mine.Invitations, i)
		if p, ok := b.Point(i.Case); ok {
			p.Code, p.Ages, p.Number = "", "", ""
			mine.Points = append(mine.Points, p)
		}
	}
	return mine
}

func (s *Service) people(ctx context.Context, tx *deed.Tx, b *Board) error {
	hats, err := s.Book.Hats(ctx, tx)
	if err != nil {
		return err
	}
	organisations, err := s.Book.Organisations(ctx, tx)
	if err != nil {
		return err
	}
	b.People, b.Partners = map[livc.ID]support.Hat{}, map[livc.ID]support.Organisation{}
	for _, h := range hats {
		b.People[h.ID] = h
	}
	for _, o := range organisations {
		b.Partners[o.ID] = o
	}
	return nil
}

// offer lists the cases that are not on this agenda yet.
func (s *Service) offer(ctx context.Context, tx *deed.Tx, b *Board) error {
	if b.Meeting.Kind.MayHoldCases() != nil || !b.Meeting.Editable() {
		return nil
	}
	cases, err := s.Book.OpenCases(ctx, tx)
	for _, c := range cases {
		if _, on := b.Point(c.ID); !on {
			b.Cases = append(b.Cases, c)
		}
	}
	return err
}
