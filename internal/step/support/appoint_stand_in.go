package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// longestStandIn is how many days somebody can stand in at most: longer asks for a role card of one's own.
const longestStandIn = 92

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
