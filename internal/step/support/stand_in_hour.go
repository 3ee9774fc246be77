package support

import (
	"context"
	"regexp"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// StandIn is somebody who does the work of the coordinator for some days: from when until when, and
// nothing else. No key comes with it; who holds one gives it in a live session as always. It ends by itself.
// Dutch: vervanging.
type StandIn struct {
	ID, Hat, By livc.ID
	From, Until livc.Day
}

// Runs tells whether a stand-in stands in on a day.
func (s StandIn) Runs(on livc.Day) bool { return s.From <= on && on <= s.Until }

// StandInHour is what a stand-in is led through in the first hour, beside the open items that the other
// steps know: until when, what was ticked, and who can be asked. Dutch: vervangingsuur.
type StandInHour struct {
	StandIn StandIn // of no id when nobody is stood in for now
	Ticked  map[string]bool
	Ask     []Hat // the own desk, the information officer and the data protection officer
}

// StandInHour shows a stand-in the way through; on other days, and to who stands in for nobody, it is empty.
func (s *Service) StandInHour(ctx context.Context, by deed.By) (h StandInHour, err error) {
	err = s.Gate.Look(ctx, by, access.ViewStandInHour, access.Object{Kind: access.OfDrawer, ID: by.Hat}, func(tx *deed.Tx) error {
		h = StandInHour{}
		if h.StandIn, err = s.standingIn(ctx, tx); err != nil || h.StandIn.ID == "" {
			return err
		}
		marks, err := s.Book.Ticks(ctx, tx, h.StandIn.ID)
		if err != nil {
			return err
		}
		h.Ticked = map[string]bool{}
		for _, m := range marks {
			h.Ticked[m] = true
		}
		hats, err := s.Book.Hats(ctx, tx)
		for _, one := range hats {
			if one.ID != tx.By.Hat && one.State == HatActive && answers(one, tx.By.Controller) {
				h.Ask = append(h.Ask, one)
			}
		}
		return err
	})
	return h, err
}

// answers tells whether somebody is there to be asked by a stand-in.
func answers(h Hat, desk livc.ID) bool {
	switch h.Function {
	case livc.Officer:
		return true
	case livc.Mayor, livc.Representative, livc.Coordinator, livc.DPO:
		return h.Organisation == desk
	}
	return false
}

// standingIn is the actor's own appointment that runs today; an empty one when there is none.
func (s *Service) standingIn(ctx context.Context, tx *deed.Tx) (StandIn, error) {
	list, err := s.Book.StandIns(ctx, tx)
	for _, one := range list {
		if one.Hat == tx.By.Hat && one.Runs(tx.Today) {
			return one, err
		}
	}
	return StandIn{}, err
}

// markForm is a fingerprint of what was ticked. What it was stands in no row: the id of a case would outlive
// the case.
var markForm = regexp.MustCompile(`^[0-9a-f]{32}$`)

// TickStandIn ticks something off the list, or puts it back.
func (s *Service) TickStandIn(ctx context.Context, by deed.By, mark string, done bool) error {
	return s.Gate.Do(ctx, by, access.TickStandIn, access.Object{Kind: access.OfDrawer, ID: by.Hat}, func(tx *deed.Tx) error {
		r, err := s.standingIn(ctx, tx)
		if err != nil {
			return err
		}
		if r.ID == "" || !markForm.MatchString(mark) {
			return livc.Conflict("conflict.changed")
		}
		return s.Book.Tick(ctx, tx, r.ID, mark, done)
	})
}
