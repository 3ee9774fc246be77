package discussion

import (
	"context"
	"errors"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ReceiveCase opens a file of another town in the session of a list holder. It becomes a referral like any
// other, with every gate still ahead: no history, no decision and no case comes along (R4.1.4-a). A file that
// does not open here, or was opened before, leaves nothing. made is the referral.
func (s *Referrals) ReceiveCase(ctx context.Context, by deed.By, file []byte) (made livc.ID, err error) {
	if err := fits(file); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.ReceiveCase, access.Whole(by.Livc), func(tx *deed.Tx) error {
		m, err := s.ownList(ctx, tx)
		if err != nil {
			return err
		}
		var text SentText
		said, err := tx.OpenTransfer(m.List, file, &text)
		if err != nil {
			return closed(err)
		}
		r := Referral{ID: tx.NewID(), Municipality: m.ID, Manner: FromMunicipality}
		made = r.ID
		tx.Made(made)
		if err := s.arrive(ctx, tx, said, r.ID); err != nil {
			return err
		}
		told := text.told()
		if !text.sound() || !told.fits() {
			return livc.Invalid("receive_case.broken", law.MayorToMayor).At("file")
		}
		if err := s.fill(ctx, tx, m, Listen{Told: told, Sector: Municipality}, &r); err != nil {
			return err
		}
		return s.Book.InsertReferral(ctx, tx, r)
	})
	if err != nil {
		return "", err
	}
	return made, nil
}

func fits(file []byte) error {
	var f livc.Faults
	f.Check(len(file) > 0, "file", "receive_case.choose", law.MayorToMayor)
	f.Check(len(file) <= deed.MaxTransfer, "file", "receive_case.too_big", law.MayorToMayor)
	return f.Err()
}

// closed says at the field why a file stays closed; any other failure is a fault of ours.
func closed(err error) error {
	for _, c := range []struct {
		why error
		key string
	}{{deed.ErrOtherTown, "receive_case.other_town"}, {deed.ErrOtherKind, "receive_case.other_kind"}, {deed.ErrDamaged, "receive_case.broken"}} {
		if errors.Is(err, c.why) {
			return livc.Invalid(c.key, law.MayorToMayor).At("file")
		}
	}
	if livc.KindOf(err) == livc.NotFoundKind {
		return livc.Invalid("receive_case.no_address", law.MayorToMayor).At("file")
	}
	return err
}

// arrive notes that the file was opened, so that it opens once.
func (s *Referrals) arrive(ctx context.Context, tx *deed.Tx, said deed.TransferFile, referral livc.ID) error {
	if err := law.MayOpenTransfer(said.Made, tx.Today); err != nil {
		return err
	}
	a := Arrival{Fingerprint: said.Fingerprint(), Referral: referral, Words: said.Words(), Both: said.Both,
		ForgetOn: said.Made.Add(0, 0, law.TransferDays)}
	before, err := s.Book.Arrived(ctx, tx, a.Fingerprint)
	if err == nil && before {
		err = livc.Invalid("receive_case.twice", law.MayorToMayor).At("file")
	}
	if err != nil {
		return err
	}
	return s.Book.InsertArrival(ctx, tx, a)
}

// sound tells whether every text could have been typed, and what must be there is there.
func (t SentText) sound() bool {
	for _, text := range []livc.Secret{t.From, t.First, t.Last, t.BirthYear, t.Town, t.Reason, t.Contact} {
		if !text.Typed() {
			return false
		}
	}
	return !t.From.Empty() && !t.Reason.Empty() && t.Reason.Len() <= MaxReason
}

// told is the text as a referral keeps it: who tells, who it is about, and why; no fact.
func (t SentText) told() Told {
	return Told{Referrer: livc.Joined(t.From, t.Contact), First: t.First, Last: t.Last, BirthYear: t.BirthYear, Town: t.Town, Indication: t.Reason}
}

// fits tells whether every text has the length of its field.
func (t Told) fits() bool {
	var f livc.Faults
	t.lengths(&f)
	return f.Err() == nil
}

// Arrival shows what to say back about a file that was opened, to a holder of the list on whose desk the referral lies.
func (s *Referrals) Arrival(ctx context.Context, by deed.By, referral livc.ID) (a Arrival, err error) {
	err = s.Gate.Look(ctx, by, access.ViewReferral, on(referral), func(tx *deed.Tx) error {
		a, err = s.Book.ArrivalOf(ctx, tx, referral)
		return err
	})
	return a, err
}
