package invitation

import (
	"context"
	"slices"
	"unicode/utf8"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// PlanMeeting is the input of the use case of that name. Clock is the hour, as 14:00.
type PlanMeeting struct {
	Day          livc.Day
	Clock, Place string
	Mode         livc.TableMode
	Hybrid       bool // some sit behind a screen elsewhere
	Kind         MeetingKind
}

// maxPlace is the longest description of a place, in characters.
const maxPlace = 120

// PlanMeeting puts a meeting in the diary with the points that every agenda has (R1.3-b, R4.0-a). Each way of
// sitting has the same effect.
func (s *Service) PlanMeeting(ctx context.Context, by deed.By, in PlanMeeting) (made livc.ID, err error) {
	if err := in.check(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.PlanMeeting, access.Whole(by.Livc), func(tx *deed.Tx) error {
		if in.Day < tx.Today {
			return livc.Invalid("plan_meeting.past").At("day")
		}
		m := Meeting{ID: tx.NewID(), Day: in.Day, Clock: in.Clock, Place: in.Place, Mode: in.Mode, Hybrid: in.Hybrid, Kind: in.Kind, State: livc.MeetingPlanned}
		made = m.ID
		tx.Made(made)
		if m.Municipality, err = s.convener(ctx, tx); err != nil {
			return err
		}
		if err := s.Book.InsertMeeting(ctx, tx, m); err != nil {
			return err
		}
		if err := s.fixedItems(ctx, tx, m); err != nil {
			return err
		}
		return s.expectSeats(ctx, tx, m)
	})
	return made, err
}

func (in PlanMeeting) check() error {
	var faults livc.Faults
	faults.Check(in.Day != "", "day", "plan_meeting.day")
	faults.Check(clockShape.MatchString(in.Clock), "clock", "plan_meeting.clock")
	faults.Check(in.Place != "", "place", "plan_meeting.place")
	faults.Check(utf8.RuneCountInString(in.Place) <= maxPlace, "place", "error.too_long")
	faults.Check(slices.Contains(MeetingKinds(), in.Kind), "kind", "plan_meeting.kind")
	faults.Check(slices.Contains(livc.TableModes(), in.Mode), "mode", "plan_meeting.mode")
	faults.Check(!in.Hybrid || in.Mode != livc.Paper, "hybrid", "plan_meeting.hybrid_paper")
	return faults.Err()
}

// convener is the municipality for which the actor plans.
func (s *Service) convener(ctx context.Context, tx *deed.Tx) (livc.ID, error) {
	list, err := s.Book.Municipalities(ctx, tx)
	if err != nil {
		return "", err
	}
	for _, m := range list {
		if m.Organisation == tx.By.Controller {
			return m.ID, nil
		}
	}
	return "", livc.NotFound()
}

// fixed are the points of every agenda of a kind.
var fixed = map[MeetingKind][]ItemKind{
	OperationalMeeting: {OpeningItem, ActionsItem, FeedbackItem, RoundUpItem},
	PracticeMeeting:    {OpeningItem, PracticeItem, RoundUpItem},
	StrategicMeeting:   {OpeningItem, RoundUpItem},
}

func (s *Service) fixedItems(ctx context.Context, tx *deed.Tx, m Meeting) error {
	for i, k := range fixed[m.Kind] {
		item := Item{ID: tx.NewID(), Meeting: m.ID, Place: i + 1, Kind: k, Minutes: usual[k], State: livc.ItemPlanned}
		if err := s.Book.InsertItem(ctx, tx, item); err != nil {
			return err
		}
	}
	return nil
}

// expectSeats notes that the three seats of the law are expected (R2.3-b); who really sits is said at
// the opening.
func (s *Service) expectSeats(ctx context.Context, tx *deed.Tx, m Meeting) error {
	hats, err := s.Book.Hats(ctx, tx)
	if err != nil {
		return err
	}
	for _, h := range hats {
		seat, ok := seats[h.Function]
		if !ok || h.State == "entered" && h.Function != livc.Officer {
			continue
		}
		e := Expected{ID: tx.NewID(), Meeting: m.ID, Hat: h.ID, Organisation: h.Organisation, Seat: seat}
		if err := s.Book.Expect(ctx, tx, e); err != nil {
			return err
		}
	}
	return nil
}
