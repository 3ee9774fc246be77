package discussion

import (
	"context"
	"errors"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// LinkPass is what the browser of a professional keeps who typed the code right. Dutch: toegang tot een
// eenmalige link.
type LinkPass struct {
	Livc, Link livc.ID
	Proof      string
}

// LinkAsk is what a professional reads before anything is asked: who asked, for which mayor, until when,
// and what usually binds somebody of that profession. Dutch: vraag aan wie een eenmalige link kreeg.
type LinkAsk struct {
	Municipality string
	By           livc.Function
	Made, Until  livc.Day
	Secrecy      livc.Secrecy
}

// ReferByLink is the input of the use case of that name: what a professional wrote.
type ReferByLink struct {
	Pass        LinkPass
	Told        Told
	Ages        livc.AgeBand
	Consent     Consent
	SelfChecked bool
	Team        law.Answer
	Danger      bool
}

// noLink is the one answer for a link that is unknown, late, used, void or taken back, and for a wrong
// code: nobody learns which (W7).
func noLink() error { return livc.Invalid("refer_by_link.wrong").At("code") }

// OpenLink takes the code of a link. A wrong one counts against that link. It is a deed of the system in
// the log of the installation: who types a code has no LIVC R yet, and what is tried on links that were
// never made belongs in the log of none.
func (s *Referrals) OpenLink(ctx context.Context, link livc.ID, code string) (pass LinkPass, err error) {
	by := deed.By{Actor: livc.TheSystem(livc.Installation)}
	err = s.Gate.Do(ctx, by, access.OpenLink, access.Whole(livc.Installation), func(tx *deed.Tx) error {
		pass = LinkPass{}
		l, err := s.Book.Link(ctx, tx, link)
		if livc.KindOf(err) == livc.NotFoundKind || err == nil && !l.Opens(tx.At) {
			return noLink() // nothing was guessed at
		}
		if err != nil {
			return err
		}
		if !tx.IsCode(linkTable, l.ID, l.Code, code) {
			return s.Book.CountLinkTry(ctx, tx, l.ID)
		}
		pass = LinkPass{Livc: l.Livc, Link: l.ID, Proof: s.Gate.Pass(linkTable, l.ID, l.Livc)}
		return nil
	})
	if err == nil && pass.Link == "" {
		err = noLink()
	}
	return pass, err
}

// passed refuses a pass that was not given for this link of this LIVC R, before any log is touched.
func (s *Referrals) passed(p LinkPass) error {
	if !s.Gate.IsPass(linkTable, p.Link, p.Livc, p.Proof) {
		return noLink()
	}
	return nil
}

// opened is the link of a pass, while it waits and the written way is open.
func (s *Referrals) opened(ctx context.Context, tx *deed.Tx, p LinkPass) (l ReferralLink, err error) {
	settings, err := s.Book.Settings(ctx, tx)
	if err != nil {
		return l, err
	}
	l, err = s.Book.Link(ctx, tx, p.Link)
	if livc.KindOf(err) == livc.NotFoundKind || err == nil && (!l.Opens(tx.At) || l.Livc != p.Livc || !settings.WrittenReferral) {
		err = noLink()
	}
	return l, err
}

// LinkAsk shows who typed the code right what is asked. From here the deeds stand in the log of that LIVC R:
// its people can see that somebody read this and that something was referred.
func (s *Referrals) LinkAsk(ctx context.Context, p LinkPass) (a LinkAsk, err error) {
	if err := s.passed(p); err != nil {
		return a, err
	}
	by := deed.By{Actor: livc.TheSystem(p.Livc)}
	err = s.Gate.Look(ctx, by, access.OpenLink, access.Whole(p.Livc), func(tx *deed.Tx) error {
		a = LinkAsk{}
		l, err := s.opened(ctx, tx, p)
		if err != nil {
			return err
		}
		m, err := s.Book.Municipality(ctx, tx, l.Municipality)
		if err != nil {
			return err
		}
		h, err := s.Book.Hat(ctx, tx, l.By)
		a = LinkAsk{Municipality: m.Name, By: h.Function, Made: livc.DayOf(l.Made), Until: livc.DayOf(l.Until), Secrecy: l.Secrecy}
		return err
	})
	return a, err
}

// Check says what is still missing, at each field: also before anything is sent.
func (in ReferByLink) Check() error {
	var f livc.Faults
	in.Told.lengths(&f)
	f.Check(!in.Told.GoesWell.Empty(), "goes_well", "refer_case.goes_well", law.BothSides)
	err := law.MayRefer(law.Referral{To: livc.Mayor, SelfChecked: in.SelfChecked, TeamAsked: in.Team, Indication: in.Told.Indication,
		Facts: in.Told.facts(), Written: true, WrittenSwitchedOn: true, AcuteDanger: in.Danger})
	var e *livc.Error
	if !errors.As(err, &e) {
		return f.Err()
	}
	if e.Kind != livc.InvalidKind {
		return e
	}
	for _, one := range append([]*livc.Error{e}, e.More...) {
		if one.Field == "facts" {
			one.At(FactField(0)) // all questions stand on one page
		}
		f.Add(one)
	}
	return f.Err()
}

// ReferByLink sends the referral of a professional who is no member to the mayor (R4.1.2-a, R4.1-c): sealed
// to the intake at once, read by the list holders only, and never again by who wrote it (R4.1-g). The link
// is used up. Nothing leads from the link to the referral. token is that of the form.
func (s *Referrals) ReferByLink(ctx context.Context, token string, in ReferByLink) error {
	if err := s.passed(in.Pass); err != nil {
		return err
	}
	if err := in.Check(); err != nil {
		return err
	}
	by := deed.By{Actor: livc.TheSystem(in.Pass.Livc), Token: token}
	return s.Gate.Do(ctx, by, access.ReferByLink, access.Whole(in.Pass.Livc), func(tx *deed.Tx) error {
		l, err := s.opened(ctx, tx, in.Pass)
		if err != nil {
			return err
		}
		if err := s.Book.UseLink(ctx, tx, l.ID); livc.KindOf(err) == livc.ConflictKind {
			return noLink() // at the same moment, in another tab
		} else if err != nil {
			return err
		}
		return s.dropped(ctx, tx, l, in)
	})
}

// dropped makes the referral, as of somebody who is no member, and drops what was told in the intake.
func (s *Referrals) dropped(ctx context.Context, tx *deed.Tx, l ReferralLink, in ReferByLink) error {
	m, err := s.Book.Municipality(ctx, tx, l.Municipality)
	if err != nil {
		return err
	}
	t, err := s.terms(ctx, tx)
	if err != nil {
		return err
	}
	told := in.Told
	told.Referrer = livc.Joined(l.Name, l.Service, l.Reach)
	r := Referral{ID: tx.NewID(), Municipality: m.ID, State: livc.Received, Manner: InWriting, Container: m.Intake, Sector: l.Sector,
		Consent: in.Consent, Ages: ages(in.Ages, told, tx.Today), Received: tx.Today}
	r.clocked(t, nil, tx.Today)
	if err := tx.Drop(m.Intake, r.ID, toldKind, told, linkTable, l.ID, l.Voucher); err != nil {
		return err
	}
	return s.Book.InsertReferral(ctx, tx, r)
}
