package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// RoleCard is what everybody in the network may know of a person in a function, and what the one who
// looks may do with it (R1.1-h, R2.3-f). Dutch: rolkaart.
type RoleCard struct {
	Hat
	In      Organisation
	Words   []string // fingerprint of an enrolled person, to compare face to face; empty otherwise
	TooMany bool     // holds so many roles that the page warns (R2.3.3-d)
	May     map[access.Action]bool
	Lapsed  bool // the mandate does not hold today
}

// cardActions are the deeds that a role card offers.
var cardActions = []access.Action{access.InvitePerson, access.ConfirmPerson, access.RemovePerson, access.EditPerson, access.AppointForList, access.RecordClearance}

// Person shows the role card of a person in a function. Mail, phone and clearance are for the
// municipality and the own organisation only: nobody else needs them.
func (s *Service) Person(ctx context.Context, by deed.By, hat livc.ID) (c RoleCard, err error) {
	err = s.Gate.Look(ctx, by, access.ViewPerson, access.Object{Kind: access.OfHat, ID: hat}, func(tx *deed.Tx) error {
		if c.Hat, err = s.Book.Hat(ctx, tx, hat); err != nil {
			return err
		}
		if c.State == HatLeft {
			return livc.NotFound()
		}
		if c.In, err = s.Book.Organisation(ctx, tx, c.Organisation); err != nil {
			return err
		}
		roles, err := s.Book.Roles(ctx, tx, hat)
		if err != nil {
			return err
		}
		c.TooMany, c.Lapsed = law.TooManyRoles(roles), c.Mandate.Text != "" && !c.Mandate.Holds(tx.Today)
		c.show(tx)
		return nil
	})
	return c, err
}

func (c *RoleCard) show(tx *deed.Tx) {
	c.May = map[access.Action]bool{}
	for _, a := range cardActions {
		c.May[a] = access.Decide(a, tx.By.Function, tx.Facts).Answer == access.Allow
	}
	if c.State == HatEnrolled && c.May[access.ConfirmPerson] {
		c.Words = identity.WordsOf(c.KEM, c.Sig)
	}
	if tx.Facts.Municipal != access.Yes && tx.Facts.Own != access.Yes {
		c.Mail, c.Phone, c.ClearedUntil, c.PrivacyKnown = livc.Contact{}, livc.Contact{}, "", ""
	}
}
