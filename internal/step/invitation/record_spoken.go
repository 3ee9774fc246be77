package invitation

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// RecordSpoken notes an answer that was given by phone, by letter or face to face, for who has no
// account or prefers to talk. A spoken reason is not written down: the talk was had (R3.0-d).
func (s *Service) RecordSpoken(ctx context.Context, by deed.By, id livc.ID, r law.Reply) error {
	return s.Gate.Do(ctx, by, access.RecordSpoken, onInvitation(id), func(tx *deed.Tx) error {
		tx.Made(id)
		i, err := s.Book.Invitation(ctx, tx, id)
		if err != nil {
			return err
		}
		m, err := s.Book.Meeting(ctx, tx, i.Meeting)
		if err != nil {
			return err
		}
		p, err := s.partner(ctx, tx, i.Hat)
		if err != nil {
			return err
		}
		if !slices.Contains(law.RepliesFor(p.Framework), r) {
			return livc.Invalid("law.reply.unknown", law.FreeParticipation).At("reply")
		}
		if i.State == Withdrawn || !m.Editable() {
			return livc.Conflict("answer_invitation.too_late", law.FreeParticipation)
		}
		i.Spoken = true
		return s.answered(ctx, tx, i, r, p)
	})
}

// change runs f on an invitation inside a deed of its own.
func (s *Service) change(ctx context.Context, by deed.By, a access.Action, id livc.ID, f func(*deed.Tx, *Invitation) error) error {
	return s.Gate.Do(ctx, by, a, onInvitation(id), func(tx *deed.Tx) error {
		tx.Made(id)
		i, err := s.Book.Invitation(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := f(tx, &i); err != nil {
			return err
		}
		return s.Book.SetInvitation(ctx, tx, i)
	})
}

// Brief notes that an ad hoc participant talked with the coordinator: how a meeting goes, how to share,
// which rights. Case data has no place in it (R2.3.6-b, R2.3.6-c).
func (s *Service) Brief(ctx context.Context, by deed.By, id livc.ID, on livc.Day) error {
	return s.change(ctx, by, access.RecordSpoken, id, func(tx *deed.Tx, i *Invitation) error {
		if err := past(on, tx.Today); err != nil {
			return err
		}
		i.Briefed = on
		list, err := s.Book.Expected(ctx, tx, i.Meeting)
		if err != nil {
			return err
		}
		for _, e := range list {
			if e.Hat == i.Hat {
				e.Briefed = on
				return s.Book.Expect(ctx, tx, e)
			}
		}
		return nil
	})
}

// past refuses a day that is missing or still to come.
func past(on, today livc.Day) error {
	if on == "" || on > today {
		return livc.Invalid("record_spoken.day").At("day")
	}
	return nil
}

// NoteRefusalTalk notes that the chair talked with somebody who does not come: the day, never what was
// said (R3.0-d). The motive goes 30 days later at the latest (R3.0-e).
func (s *Service) NoteRefusalTalk(ctx context.Context, by deed.By, id livc.ID, on livc.Day) error {
	return s.change(ctx, by, access.NoteRefusalTalk, id, func(tx *deed.Tx, i *Invitation) error {
		if err := past(on, tx.Today); err != nil {
			return err
		}
		if i.State != Declined && i.State != NotInCare {
			return livc.Conflict("refusal_talk.no_refusal")
		}
		i.Talked = on
		if i.Motive != "" {
			i.MotiveUntil = law.DeclineMotiveEnd(law.LongestTerms(), on, "")
		}
		return nil
	})
}
