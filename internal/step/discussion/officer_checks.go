package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// ToCheck is a referral on which the officer was asked to check, or that waits because of him. Dutch: na te
// kijken.
type ToCheck struct {
	Referral Referral
	Held     bool
}

// OfficerDesk is what an officer sees of the referrals: those to check, and how many were told to a
// municipality and not handed over yet. No referral comes on the list without the officer's answer, and no
// fact comes along (R2.3.2-b, R2.3.2-d). Dutch: werklijst van de officer.
type OfficerDesk struct {
	List   []ToCheck
	Coming int
}

// OfficerChecks shows the acting officer this desk, never a text.
func (s *Referrals) OfficerChecks(ctx context.Context, by deed.By) (d OfficerDesk, err error) {
	err = s.Gate.Look(ctx, by, access.ViewChecks, access.Whole(by.Livc), func(tx *deed.Tx) error {
		d = OfficerDesk{}
		if d.Coming, err = s.Book.NotHandedOver(ctx, tx); err != nil {
			return err
		}
		rows, err := s.Book.ReferralsForOfficer(ctx, tx, tx.By.Hat)
		if err != nil {
			return err
		}
		for _, r := range rows {
			holds, err := s.Book.Holds(ctx, tx, r.ID)
			if err != nil {
				return err
			}
			if held := running(holds, tx.Today); r.Open() && (held || r.OfficerOn == "") {
				d.List = append(d.List, ToCheck{r, held})
			}
		}
		return nil
	})
	return d, err
}

// OfficerCheck shows the acting officer the name that was handed over, while the note is there (7 days,
// or until answered).
func (s *Referrals) OfficerCheck(ctx context.Context, by deed.By, referral livc.ID) (a ToCheck, note OfficerNote, err error) {
	err = s.Gate.Look(ctx, by, access.ViewCheck, on(referral), func(tx *deed.Tx) error {
		r, err := s.asked(ctx, tx, referral)
		if err != nil {
			return err
		}
		holds, err := s.Book.Holds(ctx, tx, r.ID)
		if err != nil {
			return err
		}
		a = ToCheck{r, running(holds, tx.Today)}
		if r.OfficerNote == "" || tx.Today >= r.OfficerNoteUntil {
			return nil
		}
		err = tx.Later(r.OfficerNote, officerNote, &note)
		if livc.KindOf(err) == livc.NotFoundKind {
			return nil // tidied by the clock
		}
		return err
	})
	return a, note, err
}
