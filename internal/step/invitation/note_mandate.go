package invitation

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// NoteMandate is what a fixed representative notes about the talk with the keeper of the secret: that
// it was, and when; never what was said.
type NoteMandate struct {
	Invitation          livc.ID
	Submitted, Reported livc.Day
	Acknowledged        bool // the holder knows the secrecy of the table
}

// NoteMandate records the two talks of a representative with the holder (R2.5.4-a, R2.5.4-b).
func (s *Service) NoteMandate(ctx context.Context, by deed.By, in NoteMandate) error {
	return s.change(ctx, by, access.NoteMandate, in.Invitation, func(tx *deed.Tx, i *Invitation) error {
		if i.Holder == "" {
			return livc.NotFound()
		}
		if in.Submitted > tx.Today || in.Reported > tx.Today {
			return livc.Invalid("record_spoken.day").At("submitted")
		}
		if in.Submitted != "" {
			i.Submitted = in.Submitted
		}
		if in.Reported == "" {
			return nil
		}
		i.Reported = in.Reported
		return law.MayBrief(law.Mandate{Holder: i.Holder, Representative: i.Hat, From: i.Sent}, tx.Today, in.Acknowledged)
	})
}
