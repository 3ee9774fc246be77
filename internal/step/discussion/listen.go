package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/name"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Listen is the input of the use case of that name: what the coordinator noted while she listened.
type Listen struct {
	Asked        livc.ID // the request for a conversation that this answers; empty: none
	Municipality livc.ID // empty: the own one
	Told         Told
	Ages         livc.AgeBand // "" or unknown: from the birth year
	Sector       Sector
	Consent      Consent
	Danger       bool
}

// Listen keeps what was told in a conversation. A referral is oral (R4.1-h), also by somebody who is no
// member (R4.1.2-a); every field may stay empty but one fact or signal (R2.1-e), which need not break a
// norm (R2.1-f). It goes sealed into the intake of the municipality, where only the list holders read
// it (R4.1-c, R4.1-g). In danger one calls.
func (s *Referrals) Listen(ctx context.Context, by deed.By, in Listen) (made livc.ID, err error) {
	if in.Danger {
		return "", law.MayRefer(law.Referral{AcuteDanger: true})
	}
	if err := in.check(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.Listen, access.Whole(by.Livc), func(tx *deed.Tx) error {
		made, err = s.listen(ctx, tx, in)
		tx.Made(made)
		return err
	})
	return made, err
}

func (in Listen) check() error {
	var faults livc.Faults
	in.Told.lengths(&faults)
	faults.Check(in.Told.facts() > 0, FactField(0), "law.refer.fact", law.MayorsList)
	return faults.Err()
}

func (s *Referrals) listen(ctx context.Context, tx *deed.Tx, in Listen) (livc.ID, error) {
	if in.Asked != "" {
		return in.Asked, s.answerConversation(ctx, tx, in)
	}
	m, err := s.addressee(ctx, tx, in.Municipality)
	if err != nil {
		return "", err
	}
	r := Referral{ID: tx.NewID(), Municipality: m.ID, Manner: Oral}
	if err := s.fill(ctx, tx, m, in, &r); err != nil {
		return "", err
	}
	return r.ID, s.Book.InsertReferral(ctx, tx, r)
}

// answerConversation fills in the referral of a member who asked for a conversation.
func (s *Referrals) answerConversation(ctx context.Context, tx *deed.Tx, in Listen) error {
	m, err := s.own(ctx, tx)
	if err != nil {
		return err
	}
	r, err := s.Book.Referral(ctx, tx, in.Asked)
	if err != nil {
		return err
	}
	if r.Municipality != m.ID {
		return livc.NotFound()
	}
	if r.State != livc.ConversationAsked {
		return livc.Conflict("conflict.changed")
	}
	if err := s.fill(ctx, tx, m, in, &r); err != nil {
		return err
	}
	asks, err := s.Book.Hat(ctx, tx, r.By)
	if err != nil {
		return err
	}
	if asks.Function == livc.Officer {
		r.Manner = FromOfficer // a signal of the LTF that needs the wider table (R4.1.3-a)
	}
	return s.Book.SetReferral(ctx, tx, r)
}

// fill takes what was told into the row and seals the text into the intake.
func (s *Referrals) fill(ctx context.Context, tx *deed.Tx, m support.Municipality, in Listen, r *Referral) error {
	t, err := s.terms(ctx, tx)
	if err != nil {
		return err
	}
	r.State, r.Container, r.Received = livc.Received, m.Intake, tx.Today
	r.Sector, r.Consent, r.Ages = in.Sector, in.Consent, ages(in.Ages, in.Told, tx.Today)
	r.Member = r.By != ""
	r.clocked(t, nil, tx.Today)
	return tx.Keep(m.Intake, r.ID, toldKind, in.Told)
}

// addressee is the municipality whose mayor decides: the one of the residence (X-L-b).
func (s *Referrals) addressee(ctx context.Context, tx *deed.Tx, id livc.ID) (m support.Municipality, err error) {
	if id == "" {
		m, err = s.own(ctx, tx)
	} else {
		m, err = s.Book.Municipality(ctx, tx, id)
	}
	if err == nil && m.Intake == "" {
		err = livc.Denied("listen.no_list", law.MayorsList)
	}
	return m, err
}

func ages(said livc.AgeBand, told Told, today livc.Day) livc.AgeBand {
	if said != "" && said != livc.AgeUnknown {
		return said
	}
	return law.BandOn(name.YearOf(told.BirthYear), today)
}
