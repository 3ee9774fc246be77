package support

import (
	"context"
	"strings"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ContactPoint is where somebody who worries can go in a municipality: a service, not a person. Everybody
// may read it, also without an account (R0.4-c, R4.1.2-b). Dutch: contactpunt.
type ContactPoint struct {
	Municipality livc.ID
	Town         string // its name
	Service      string // "Dienst preventie, stadhuis"
	Phone, Mail  string // of the office
	Address      string
	Hours        string
	Shown        livc.Day // since when; "" = not yet
}

// The longest texts of a contact point, in characters.
const (
	maxPhone   = 40
	maxAddress = 240
)

// SetContactPoint puts the contact point of the actor's own municipality on the public page. It takes an
// office and no person: one way to reach it at least.
func (s *Service) SetContactPoint(ctx context.Context, by deed.By, in ContactPoint) error {
	var f livc.Faults
	f.Check(in.Service != "", "service", "contact_point.service", law.LocalChoice)
	f.Check(in.Phone != "" || in.Mail != "", "phone", "contact_point.reach", law.LocalChoice)
	f.Check(in.Mail == "" || strings.Count(in.Mail, "@") == 1, "mail", "mail.invalid")
	for field, most := range map[string]struct {
		text string
		max  int
	}{"service": {in.Service, maxName}, "phone": {in.Phone, maxPhone}, "mail": {in.Mail, maxReach}, "address": {in.Address, maxAddress}, "hours": {in.Hours, maxAddress}} {
		f.Check(len([]rune(most.text)) <= most.max, field, "error.too_long")
	}
	if err := f.Err(); err != nil {
		return err
	}
	return s.Gate.Do(ctx, by, access.SetContactPoint, access.Whole(by.Livc), func(tx *deed.Tx) error {
		m, err := s.municipalityOf(ctx, tx, by.Controller)
		if err != nil {
			return err
		}
		in.Municipality, in.Shown = m.ID, tx.Today
		return s.Book.SetContactPoint(ctx, tx, in)
	})
}

// ContactPoint gives the contact point of the actor's own municipality, for who may change it.
func (s *Service) ContactPoint(ctx context.Context, by deed.By) (c ContactPoint, err error) {
	err = s.Gate.Look(ctx, by, access.SetContactPoint, access.Whole(by.Livc), func(tx *deed.Tx) error {
		m, err := s.municipalityOf(ctx, tx, by.Controller)
		if err != nil {
			return err
		}
		c, err = s.Book.ContactPoint(ctx, tx, m.ID)
		return err
	})
	return c, err
}

// PublicLivc is what the public page says of one LIVC R: its name and where to go in each of its towns.
// Dutch: openbare bladzijde van een LIVC R.
type PublicLivc struct {
	ID    livc.ID
	Name  string
	Towns []ContactPoint
}
