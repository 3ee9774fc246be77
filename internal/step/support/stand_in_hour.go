package support

import (
	"context"
	"regexp"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// longestStandIn is how many days somebody can stand in at most: longer asks for a role card of one's own.
const longestStandIn = 92

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

// StandInDesk is what is needed to appoint somebody. Dutch: vervanging regelen.
type StandInDesk struct {
	Candidates []Hat // other coordinators of the municipality, with keys of their own
	StandIns   []AppointedStandIn
}

// AppointedStandIn is a stand-in with the role card. Dutch: wie vervangt.
type AppointedStandIn struct {
	StandIn
	Who Hat
}

// AppointStandIn is the input of the use case of that name.
type AppointStandIn struct {
	Hat         livc.ID
	From, Until livc.Day
}

// StandIns shows the desk who stands in or will, and who could.
func (s *Service) StandIns(ctx context.Context, by deed.By) (d StandInDesk, err error) {
	err = s.Gate.Look(ctx, by, access.ViewStandIns, access.Whole(by.Livc), func(tx *deed.Tx) error {
		d = StandInDesk{}
		hats, err := s.Book.Hats(ctx, tx)
		if err != nil {
			return err
		}
		running, err := s.Book.StandIns(ctx, tx)
		for _, h := range hats {
			if standsIn(h, tx.By) {
				d.Candidates = append(d.Candidates, h)
			}
			for _, r := range running {
				if r.Hat == h.ID && h.Organisation == tx.By.Controller && r.Until >= tx.Today {
					d.StandIns = append(d.StandIns, AppointedStandIn{r, h})
				}
			}
		}
		return err
	})
	return d, err
}

// standsIn tells whether a person can stand in: another coordinator of the same municipality, with keys.
func standsIn(h Hat, by livc.Actor) bool {
	return h.ID != by.Hat && h.Organisation == by.Controller && h.Function == livc.Coordinator && h.HasAccount()
}

// AppointStandIn appoints a stand-in for some days, in the place of an earlier appointment of the same
// person (R2.3.3-d: the work hangs on one person). It gives no key and no right that the hat has not already.
func (s *Service) AppointStandIn(ctx context.Context, by deed.By, in AppointStandIn) error {
	return s.Gate.Do(ctx, by, access.AppointStandIn, access.Whole(by.Livc), func(tx *deed.Tx) error {
		var f livc.Faults
		h, err := s.Book.Hat(ctx, tx, in.Hat)
		if err != nil && livc.KindOf(err) != livc.NotFoundKind {
			return err
		}
		f.Check(err == nil && standsIn(h, tx.By), "hat", "stand_in_hour.choose", law.RolesNamed)
		f.Check(in.From != "", "from", "stand_in_hour.from")
		f.Check(in.Until >= in.From && in.Until >= tx.Today, "until", "stand_in_hour.until")
		f.Check(in.Until <= tx.Today.Add(0, 0, longestStandIn), "until", "stand_in_hour.too_long")
		if err := f.Err(); err != nil {
			return err
		}
		if err := s.Book.DropStandIn(ctx, tx, in.Hat); err != nil {
			return err
		}
		if err := s.Book.InsertStandIn(ctx, tx, StandIn{ID: tx.NewID(), Hat: in.Hat, By: tx.By.Hat, From: in.From, Until: in.Until}); err != nil {
			return err
		}
		return tx.Mail(in.Hat, "stand_in")
	})
}

// EndStandIn ends it before its day, with what was ticked.
func (s *Service) EndStandIn(ctx context.Context, by deed.By, hat livc.ID) error {
	return s.Gate.Do(ctx, by, access.AppointStandIn, access.Whole(by.Livc), func(tx *deed.Tx) error {
		h, err := s.Book.Hat(ctx, tx, hat)
		if err != nil {
			return err
		}
		if h.Organisation != tx.By.Controller {
			return livc.NotFound()
		}
		return s.Book.DropStandIn(ctx, tx, hat)
	})
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
