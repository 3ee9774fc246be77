package invitation

import (
	"context"
	"fmt"
	"slices"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// inOrder puts items in the order of the agenda: earlier agreements first, new cases only then
// (R4.0-a). Inside a part the places decide.
func inOrder(items []Item) []Item {
	order := law.AgendaParts(false)
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(a, b Item) int {
		if d := slices.Index(order, a.Kind.Part()) - slices.Index(order, b.Kind.Part()); d != 0 {
			return d
		}
		return a.Place - b.Place
	})
	return items
}

// Point is an item with its number and the hour at which it starts. Dutch: genummerd agendapunt.
type Point struct {
	Item
	Number string // 3.1: the part and the item in it
	Clock  string // 14:13
}

// Points numbers the items of a meeting and counts their hours from its start.
func Points(m Meeting, items []Item) []Point {
	var list []Point
	part, inPart, minute := 0, 0, minutes(m.Clock)
	items = inOrder(items)
	for i, item := range items {
		if i == 0 || item.Kind.Part() != items[i-1].Kind.Part() {
			part, inPart = part+1, 0
		}
		inPart++
		p := Point{Item: item, Number: fmt.Sprint(part), Clock: clock(minute)}
		if item.Kind.AboutCase() || item.Kind == GeneralItem {
			p.Number = fmt.Sprintf("%d.%d", part, inPart)
		}
		list = append(list, p)
		minute += item.Minutes
	}
	return list
}

func minutes(clock string) int {
	var h, m int
	_, _ = fmt.Sscanf(clock, "%d:%d", &h, &m) // checked when the meeting was planned
	return h*60 + m
}

func clock(minute int) string { return fmt.Sprintf("%02d:%02d", minute/60%24, minute%60) }

// Move moves an item up (-1) or down (+1) inside its part of the agenda.
func (s *Service) Move(ctx context.Context, by deed.By, meeting, item livc.ID, step int) error {
	return s.agenda(ctx, by, meeting, func(_ *deed.Tx, _ Meeting, items []Item) ([]Item, error) {
		items = inOrder(items)
		at, err := find(items, item)
		if err != nil {
			return nil, err
		}
		to := at + step
		if step != 1 && step != -1 || to < 0 || to >= len(items) || items[to].Kind.Part() != items[at].Kind.Part() {
			return nil, livc.Invalid("agenda.no_further").At("item")
		}
		items[at].Place, items[to].Place = items[to].Place, items[at].Place
		return items, nil
	})
}

// maxMinutes is the longest time for one item.
const maxMinutes = 120

// SetMinutes says how long an item may take.
func (s *Service) SetMinutes(ctx context.Context, by deed.By, meeting, item livc.ID, minutes int) error {
	if minutes < 1 || minutes > maxMinutes {
		return livc.Invalid("agenda.minutes").At("minutes")
	}
	return s.agenda(ctx, by, meeting, func(tx *deed.Tx, _ Meeting, items []Item) ([]Item, error) {
		at, err := find(items, item)
		if err != nil {
			return nil, err
		}
		items[at].Minutes = minutes
		return items, s.Book.SetItem(ctx, tx, items[at])
	})
}

// AgendaReady says that the agenda is ready: invitations and papers follow. A change afterwards is
// possible until the meeting opens, and the papers are printed anew.
func (s *Service) AgendaReady(ctx context.Context, by deed.By, meeting livc.ID) error {
	return s.agenda(ctx, by, meeting, func(tx *deed.Tx, m Meeting, items []Item) ([]Item, error) {
		if m.State == livc.MeetingReady {
			return nil, livc.Conflict("agenda.ready_already")
		}
		return items, s.Book.SetMeetingState(ctx, tx, meeting, livc.MeetingReady)
	})
}

// CancelMeeting says that a meeting does not take place: everybody who was asked hears so, without a
// reason.
func (s *Service) CancelMeeting(ctx context.Context, by deed.By, meeting livc.ID) error {
	return s.agenda(ctx, by, meeting, func(tx *deed.Tx, _ Meeting, items []Item) ([]Item, error) {
		if err := s.withdraw(ctx, tx, meeting, func(Invitation) bool { return true }); err != nil {
			return nil, err
		}
		return items, s.Book.SetMeetingState(ctx, tx, meeting, livc.MeetingCancelled)
	})
}

// LeaveOff takes a case or a topic off the agenda. No reason is asked or kept, so that nobody can tell
// a hold from a full evening (architecture 13). Who was invited for it hears that it does not go on.
func (s *Service) LeaveOff(ctx context.Context, by deed.By, meeting, item livc.ID) error {
	return s.agenda(ctx, by, meeting, func(tx *deed.Tx, _ Meeting, items []Item) ([]Item, error) {
		at, err := find(items, item)
		if err != nil {
			return nil, err
		}
		i := items[at]
		if i.Case == "" && i.Kind != GeneralItem || i.State != livc.ItemPlanned {
			return nil, livc.Invalid("agenda.fixed").At("item")
		}
		if i.Case != "" {
			err = s.withdraw(ctx, tx, meeting, func(inv Invitation) bool { return inv.Case == i.Case })
		}
		if err != nil {
			return nil, err
		}
		return slices.Delete(items, at, at+1), s.Book.DeleteItem(ctx, tx, item)
	})
}
