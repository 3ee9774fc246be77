package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// MakeLink is the input of the use case of that name: for whom a link is made.
type MakeLink struct {
	Municipality         livc.ID // whose mayor decides; empty: the own one
	Name, Service, Reach livc.Contact
	Sector               Sector
	Secrecy              livc.Secrecy
	Spoken               bool // they spoke with each other first
}

// NewLink is a link as it is shown once: its address, and the code that is said by phone.
// Dutch: nieuwe eenmalige link.
type NewLink struct {
	ID   livc.ID
	Code string
}

func (in MakeLink) check() error {
	var f livc.Faults
	f.Check(in.Spoken, "spoken", "make_link.spoken_first", law.OralReferral)
	f.Check(!in.Name.Empty(), "name", "make_link.name")
	f.Check(!in.Reach.Empty(), "reach", "make_link.reach")
	f.Check(in.Name.Len() <= MaxLinkName, "name", "error.too_long")
	f.Check(in.Service.Len() <= MaxLinkService, "service", "error.too_long")
	f.Check(in.Reach.Len() <= MaxLinkReach, "reach", "error.too_long")
	f.Check(in.Sector != "", "sector", "make_link.sector")
	f.Check(in.Secrecy != "", "secrecy", "make_link.secrecy", law.KnowYourRules)
	return f.Err()
}

// MakeLink makes a link for one named professional outside the LIVC R (R4.1.2-a), after they spoke
// (R4.1-h) and only where the protocol opened the written way (R4.1-i). Nobody finds an address to refer
// at without one. The code is kept nowhere.
func (s *Referrals) MakeLink(ctx context.Context, by deed.By, in MakeLink) (made NewLink, err error) {
	if err := in.check(); err != nil {
		return NewLink{}, err
	}
	err = s.Gate.Do(ctx, by, access.MakeLink, access.Whole(by.Livc), func(tx *deed.Tx) error {
		made = NewLink{}
		if err := s.writingOn(ctx, tx); err != nil {
			return err
		}
		m, err := s.addressee(ctx, tx, in.Municipality)
		if err != nil {
			return err
		}
		l := ReferralLink{ID: tx.NewID(), Livc: by.Livc, Municipality: m.ID, By: by.Hat, Sector: in.Sector, Secrecy: in.Secrecy,
			Name: in.Name, Service: in.Service, Reach: in.Reach, Made: tx.At, Until: tx.At.Add(linkLife)}
		if l.Voucher, err = tx.Vouch(m.Intake, linkTable, l.ID); err != nil {
			return err
		}
		made.ID = l.ID
		made.Code, l.Code = tx.NewCode(linkTable, l.ID)
		return s.Book.InsertLink(ctx, tx, l)
	})
	return made, err
}
