package support

import (
	"cmp"
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// EnterPerson is the input of the use case of that name.
type EnterPerson struct {
	Organisation      livc.ID
	Function          livc.Function
	Name, Mail, Phone livc.Contact
	SpeaksFor         string
	Secrecy           []livc.Secrecy
	Mandate           Mandate // without a first day it holds from today
	ClearedUntil      livc.Day
	// Confirmed says that the person has confirmed which secrecy binds: it is not derived from the
	// organisation (R2.5.1-g).
	Confirmed bool
}

// EnterPerson writes down somebody with a function: organisation, capacity, for whom he or she speaks,
// how far the mandate goes, which secrecy binds (R2.3-f). Entering gives nobody access: an account
// comes only with an enrolment, and only for who keeps data (architecture 18).
func (s *Service) EnterPerson(ctx context.Context, by deed.By, in EnterPerson) (made livc.ID, err error) {
	if err := in.check(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.EnterPerson, access.Whole(by.Livc), func(tx *deed.Tx) error {
		o, err := s.Book.Organisation(ctx, tx, in.Organisation)
		if err != nil {
			return err
		}
		if err := fits(in.Function, o); err != nil {
			return err
		}
		if err := s.mayStaff(ctx, tx, o.ID); err != nil {
			return err
		}
		made = tx.NewID()
		tx.Made(made)
		in.Mandate.From = cmp.Or(in.Mandate.From, tx.Today)
		return s.Book.InsertHat(ctx, tx, Hat{ID: made, Organisation: o.ID, Function: in.Function, Name: in.Name, Mail: in.Mail,
			Phone: in.Phone, SpeaksFor: in.SpeaksFor, Secrecy: in.Secrecy, Mandate: in.Mandate, ClearedUntil: in.ClearedUntil, State: HatEntered})
	})
	return made, err
}

func (in EnterPerson) check() error {
	var faults livc.Faults
	faults.Check(!in.Name.Empty(), "name", "enter_person.name")
	faults.Check(in.Name.Len() <= maxName, "name", "error.too_long")
	faults.Check(in.Mail.Len() <= 254, "mail", "error.too_long")
	faults.Check(in.Organisation != "", "organisation", "enter_person.organisation")
	faults.Check(slices.Contains(Entered(), in.Function), "function", "enter_person.function")
	faults.Check(in.SpeaksFor == "organisation" || in.SpeaksFor == "self", "speaks_for", "enter_person.speaks_for", "p-roles-named")
	faults.Check(len(in.Secrecy) > 0, "secrecy", "enter_person.secrecy", "p-roles-named")
	faults.Check(in.Confirmed, "confirmed", "enter_person.unconfirmed", law.KnowYourRules)
	in.Mandate.check(&faults)
	return faults.Err()
}

// Entered lists the functions in which somebody can be entered: a founder comes with init, and a guest by a
// pass for one point.
func Entered() []livc.Function {
	return slices.DeleteFunc(livc.Functions(), func(f livc.Function) bool { return f == livc.Founder || f.Visits() })
}

// fits tells whether a function belongs to an organisation: the three seats of the law are the
// municipality's and the police's own, and the police has no other seat (R2.3-b, R2.3-e).
func fits(f livc.Function, o Organisation) error {
	municipal, police := o.Municipality != "", o.Regime == livc.RegimePolice
	ok := true
	switch f {
	case livc.Mayor, livc.Representative, livc.Coordinator:
		ok = municipal
	case livc.Officer:
		ok = police
	case livc.Participant:
		ok = !police
	}
	if ok {
		return nil
	}
	return livc.Invalid("enter_person.seat", "livc-3-1-seats").At("function")
}

// mayStaff refuses one municipality of a joint LIVC R to bring in people for another that has people of
// its own: each mayor answers for the own list of authorised persons (X-L-b, R6.2-v). Services and the
// police are brought in by any municipality, and a municipality without anybody yet by whoever founds.
func (s *Service) mayStaff(ctx context.Context, tx *deed.Tx, organisation livc.ID) error {
	o, err := s.Book.Organisation(ctx, tx, organisation)
	if err != nil || o.Municipality == "" || o.ID == tx.By.Controller {
		return err
	}
	_, err = s.Book.LastManifest(ctx, tx, o.ID)
	switch {
	case livc.KindOf(err) == livc.NotFoundKind:
		return nil
	case err != nil:
		return err
	}
	return livc.Denied("denied.other_municipality", law.MayorsList)
}
