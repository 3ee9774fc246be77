package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// HandToOfficer is the input of the use case of that name.
type HandToOfficer struct {
	Referral, Officer livc.ID
	ByMouth           bool // told on the phone: no note is made
}

// OfficerNote is the name that the officer needs to look in the own systems: a personal note, sealed to
// that hat only, gone when answered or after 7 days (architecture 13). Dutch: nota voor de officer.
type OfficerNote struct{ First, Last, BirthYear livc.Secret }

const (
	officerNote     = "name"
	officerNoteKind = "officer_note"
)

// HandToOfficer asks the information officer to check, and hands over name and birth year, nothing else
// (R2.3.2-b).
func (s *Referrals) HandToOfficer(ctx context.Context, by deed.By, in HandToOfficer) error {
	if in.Officer == "" {
		return livc.Invalid("hand_to_officer.officer", law.OfficerBridges).At("officer")
	}
	return s.Gate.Do(ctx, by, access.HandToOfficer, on(in.Referral), func(tx *deed.Tx) error {
		r, err := s.undecided(ctx, tx, in.Referral, 0)
		if err != nil {
			return err
		}
		officers, err := s.Book.Officers(ctx, tx)
		if err != nil {
			return err
		}
		if !contains(officers, in.Officer) {
			return livc.Invalid("hand_to_officer.officer", law.OfficerBridges).At("officer")
		}
		if err := s.handOver(ctx, tx, in, &r); err != nil {
			return err
		}
		return s.save(ctx, tx, r)
	})
}

func (s *Referrals) handOver(ctx context.Context, tx *deed.Tx, in HandToOfficer, r *Referral) error {
	if err := s.takeNote(tx, r); err != nil {
		return err
	}
	r.Officer, r.OfficerOn = in.Officer, ""
	if in.ByMouth {
		return nil
	}
	var told Told
	if err := tx.Open(r.Container, r.ID, &told); err != nil {
		return err
	}
	t, err := s.terms(ctx, tx)
	if err != nil {
		return err
	}
	r.OfficerNote, err = tx.NewContainer(livc.NoteContainer, tx.By.Controller, "", in.Officer, "officer_check", in.Officer)
	if err != nil {
		return err
	}
	r.OfficerNoteUntil = tx.Today.Add(0, 0, t.NoteDays)
	return tx.Keep(r.OfficerNote, officerNote, officerNoteKind, OfficerNote{told.First, told.Last, told.BirthYear})
}

// takeNote destroys the note, if there is one.
func (s *Referrals) takeNote(tx *deed.Tx, r *Referral) error {
	if r.OfficerNote == "" {
		return nil
	}
	note := r.OfficerNote
	r.OfficerNote, r.OfficerNoteUntil = "", ""
	return tx.Destroy(note)
}
