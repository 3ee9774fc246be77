package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// TellMore is the input of the use case of that name: the whole text as it stands now.
type TellMore struct {
	Referral livc.ID
	Revision int
	Told     Told
	Ages     livc.AgeBand
	Sector   Sector
	Consent  Consent
}

// TellMore completes or corrects what was told, while nobody has decided; what is new may be another
// name, so the comparison with the list is due again.
func (s *Referrals) TellMore(ctx context.Context, by deed.By, in TellMore) error {
	var faults livc.Faults
	in.Told.lengths(&faults)
	faults.Check(in.Told.facts() > 0, FactField(0), "law.refer.fact", law.MayorsList)
	if err := faults.Err(); err != nil {
		return err
	}
	return s.Gate.Do(ctx, by, access.TellMore, on(in.Referral), func(tx *deed.Tx) error {
		r, err := s.undecided(ctx, tx, in.Referral, in.Revision)
		if err != nil {
			return err
		}
		r.Sector, r.Consent, r.Ages, r.Checked = in.Sector, in.Consent, ages(in.Ages, in.Told, tx.Today), ""
		if r.State == livc.MoreNeeded {
			r.State = livc.Received
		}
		if err := tx.Keep(r.Container, r.ID, toldKind, in.Told); err != nil {
			return err
		}
		return s.save(ctx, tx, r)
	})
}
