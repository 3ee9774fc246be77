package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// EditPerson is the input of the use case of that name: what may change on a role card while the person
// stays. Name, organisation and function say who it is; whoever changes those is entered anew.
type EditPerson struct {
	Hat          livc.ID
	Mail, Phone  livc.Contact
	SpeaksFor    string
	Secrecy      []livc.Secrecy
	Confirmed    bool // the person said so again (R2.5.1-g)
	Mandate      Mandate
	PrivacyKnown livc.Day // told about the rules of privacy and secrecy on this day; "" = not yet (R6.2-u)
}

// Mandate is how far a person may decide for the own organisation, and in which days (R2.3.3-e, R2.5.3-e).
// Dutch: mandaat.
type Mandate struct {
	Text  string // scope, reach and aim, in a sentence
	From  livc.Day
	Until livc.Day // the last day; "" = until it is taken back
}

// maxMandate is the longest text of a mandate, in characters.
const maxMandate = 240

// Holds tells whether a mandate holds on a day.
func (m Mandate) Holds(on livc.Day) bool {
	return m.Text != "" && m.From <= on && (m.Until == "" || m.Until >= on)
}

func (m Mandate) check(f *livc.Faults) {
	f.Check(m.Text != "", "mandate", "law.standing.mandate", law.Capacity)
	f.Check(len([]rune(m.Text)) <= maxMandate, "mandate", "error.too_long")
	f.Check(m.Until == "" || m.Until >= m.From, "mandate_until", "edit_person.until", law.CoordinatorBounds)
}

// EditPerson changes a role card: how to reach somebody, the mandate with its days, which secrecy binds,
// and when the rules of privacy were told (R2.3.3-e, R2.3-f, R2.5.3-e, R6.2-u). It gives nobody access.
func (s *Service) EditPerson(ctx context.Context, by deed.By, in EditPerson) error {
	if err := in.check(); err != nil {
		return err
	}
	return s.Gate.Do(ctx, by, access.EditPerson, access.Object{Kind: access.OfHat, ID: in.Hat}, func(tx *deed.Tx) error {
		h, err := s.Book.Hat(ctx, tx, in.Hat)
		if err != nil {
			return err
		}
		if h.State == HatLeft {
			return livc.NotFound()
		}
		if in.PrivacyKnown > tx.Today {
			return livc.Invalid("edit_person.privacy_day", law.AuthorisedOnly).At("privacy_known")
		}
		if err := s.mayStaff(ctx, tx, h.Organisation); err != nil {
			return err
		}
		h.Mail, h.Phone, h.SpeaksFor, h.Secrecy, h.Mandate, h.PrivacyKnown = in.Mail, in.Phone, in.SpeaksFor, in.Secrecy, in.Mandate, in.PrivacyKnown
		tx.Made(h.ID)
		return s.Book.SetCard(ctx, tx, h)
	})
}

func (in EditPerson) check() error {
	var f livc.Faults
	f.Check(in.Mail.Len() <= 254, "mail", "error.too_long")
	f.Check(in.SpeaksFor == "organisation" || in.SpeaksFor == "self", "speaks_for", "enter_person.speaks_for", law.RolesNamed)
	f.Check(len(in.Secrecy) > 0, "secrecy", "enter_person.secrecy", law.RolesNamed)
	f.Check(in.Confirmed, "confirmed", "law.secrecy.confirm", law.KnowYourRules)
	in.Mandate.check(&f)
	return f.Err()
}
