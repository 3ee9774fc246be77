package invitation

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/livc"
)

// entry is what the mayor's list holds about one person; the list belongs to the next
// step, and this one copies two fields of it for somebody who is invited.
type entry struct{ First, Last, BirthYear, Town, Ground, NextStep livc.Secret }

// SendInvitations sends what was proposed for one case: in the mayor's name, by the mayor or the
// representative and nobody else (R3.0-a, R1.3-b, invariant 4). Each invited person with an account
// gets a personal note, a copy sealed to that hat; the message outside says nothing (architecture 17).
// It gives how many left.
func (s *Service) SendInvitations(ctx context.Context, by deed.By, meeting, caseID livc.ID) (sent int, err error) {
	err = s.Gate.Do(ctx, by, access.SendInvitations, access.Case(caseID), func(tx *deed.Tx) error {
		sent = 0
		tx.Made(meeting)
		m, c, err := s.point(ctx, tx, meeting, caseID)
		if err != nil {
			return err
		}
		e, err := s.identity(ctx, tx, c)
		if err != nil {
			return err
		}
		list, err := s.Book.Invitations(ctx, tx, meeting)
		if err != nil {
			return err
		}
		for _, i := range list {
			if i.Case != caseID || i.State != Proposed {
				continue
			}
			if err := s.send(ctx, tx, i, m, c, e); err != nil {
				return err
			}
			sent++
		}
		if sent == 0 {
			return livc.Invalid("send_invitations.nobody").At("send")
		}
		return nil
	})
	return sent, err
}

// identity opens who the case is about on the mayor's list.
func (s *Service) identity(ctx context.Context, tx *deed.Tx, c Case) (e entry, err error) {
	m, err := s.Book.Municipality(ctx, tx, c.Municipality)
	if err != nil {
		return e, err
	}
	return e, tx.Open(m.List, c.ID, &e)
}

func (s *Service) send(ctx context.Context, tx *deed.Tx, i Invitation, m Meeting, c Case, e entry) error {
	var asked Asked
	if err := tx.Open(c.Sheet, i.ID, &asked); err != nil {
		return err
	}
	p, err := s.partner(ctx, tx, i.Hat)
	if err != nil {
		return err
	}
	if err := law.MayInvite(p.invitation(tx.By.Function, m, c, asked, tx.Today)); err != nil {
		return err
	}
	i.State, i.Sent = Sent, tx.Today
	if p.Hat.HasAccount() {
		if i.Note, err = s.note(ctx, tx, i, p, c, asked, e); err != nil {
			return err
		}
		if err := tx.Mail(i.Hat, "invitation"); err != nil {
			return err
		}
	}
	return s.Book.SetInvitation(ctx, tx, i)
}

// note is the copy for the invited person. With the name left for the table, only the question goes
// along; the framework of the French Community asks that the person is named (X-F-e).
func (s *Service) note(ctx context.Context, tx *deed.Tx, i Invitation, p Partner, c Case, asked Asked, e entry) (livc.ID, error) {
	set, err := s.Book.Settings(ctx, tx)
	if err != nil {
		return "", err
	}
	told := Told{Question: asked.Question, Motivation: asked.Motivation}
	if namedBeforehand(set, p.Framework) {
		told.First, told.Last = e.First, e.Last
	}
	note, err := tx.NewContainer(livc.NoteContainer, tx.By.Controller, c.ID, i.Hat, "invited", i.Hat)
	if err != nil {
		return "", err
	}
	return note, tx.Keep(note, i.ID, toldKind, told)
}

func namedBeforehand(set protocol.Settings, f law.Framework) bool {
	return !set.IdentityAtTable || f.Regime == livc.RegimeFrench
}
