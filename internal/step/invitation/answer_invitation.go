package invitation

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// AnswerInvitation is the input of the use case of that name.
type AnswerInvitation struct {
	Invitation livc.ID
	Reply      law.Reply
	Reason     livc.Secret // of who does not come; sealed to the chair's office
}

// MaxReason is the longest reason, in characters: one or two sentences.
const MaxReason = 600

// Motive is the reason of who does not come. Dutch: motief van niet deelnemen.
type Motive struct{ Reason livc.Secret }

const motiveKind = "motive"

func onInvitation(id livc.ID) access.Object {
	return access.Object{Kind: access.OfInvitation, ID: id}
}

// ReadSecrecy records that the invited person read the secrecy text; before it nothing of the case is
// shown (R0.1-d, invariant 5).
func (s *Service) ReadSecrecy(ctx context.Context, by deed.By, id livc.ID) error {
	return s.Gate.Do(ctx, by, access.ReadSecrecy, onInvitation(id), func(tx *deed.Tx) error {
		tx.Made(id)
		i, err := s.Book.Invitation(ctx, tx, id)
		if err != nil {
			return err
		}
		if i.SecrecyRead.IsZero() {
			i.SecrecyRead = tx.At
		}
		return s.Book.SetInvitation(ctx, tx, i)
	})
}

// AnswerInvitation takes the free answer of the invited person: come, do not come, call first. None is
// better than another, and nothing follows from any (R0.3-c, R3.0-b, R3.0-e).
func (s *Service) AnswerInvitation(ctx context.Context, by deed.By, in AnswerInvitation) error {
	if in.Reason.Len() > MaxReason {
		return livc.Invalid("error.too_long").At("reason")
	}
	return s.Gate.Do(ctx, by, access.AnswerInvitation, onInvitation(in.Invitation), func(tx *deed.Tx) error {
		tx.Made(in.Invitation)
		i, m, p, err := s.open(ctx, tx, in.Invitation)
		if err != nil {
			return err
		}
		if i.SecrecyRead.IsZero() {
			return livc.Denied("answer_invitation.secrecy_first", law.TableSecrecyDuty)
		}
		if err := law.CheckReply(in.Reply, in.Reason, p.Framework); err != nil {
			return err
		}
		if in.Reply == law.DoesNotCome && !in.Reason.Empty() {
			if err := s.keepMotive(ctx, tx, &i, m, in.Reason); err != nil {
				return err
			}
		}
		return s.answered(ctx, tx, i, in.Reply, p)
	})
}

// open gives an invitation that may still be answered, with its meeting and who was asked. Who said no
// is not asked again; a call to the coordinator can still change it.
func (s *Service) open(ctx context.Context, tx *deed.Tx, id livc.ID) (i Invitation, m Meeting, p Partner, err error) {
	if i, err = s.Book.Invitation(ctx, tx, id); err != nil {
		return i, m, p, err
	}
	if m, err = s.Book.Meeting(ctx, tx, i.Meeting); err != nil {
		return i, m, p, err
	}
	if !i.State.Open() || !m.Editable() {
		return i, m, p, livc.Conflict("answer_invitation.too_late", law.FreeParticipation)
	}
	p, err = s.partner(ctx, tx, i.Hat)
	return i, m, p, err
}

// answered writes the answer. Only who comes is expected; the note of who does not come dies.
func (s *Service) answered(ctx context.Context, tx *deed.Tx, i Invitation, r law.Reply, p Partner) error {
	i.State, i.Answered = states[r], tx.Today
	if i.State == Accepted {
		e := Expected{ID: tx.NewID(), Meeting: i.Meeting, Hat: i.Hat, Organisation: p.Organisation.ID, Seat: ParticipantSeat, Briefed: i.Briefed}
		if i.AdHoc { // such as a service of the town that was asked for once (R4.1.2-c)
			e.Seat = AdHocSeat
		}
		if err := s.Book.Expect(ctx, tx, e); err != nil {
			return err
		}
		return s.Book.SetInvitation(ctx, tx, i)
	}
	if i.State != Calls {
		if err := s.dropNote(tx, &i); err != nil {
			return err
		}
	}
	if err := s.Book.SetInvitation(ctx, tx, i); err != nil {
		return err
	}
	return s.unexpect(ctx, tx, i)
}

// keepMotive drops the reason in the intake of the town that convenes: everybody may drop there, and only
// the chair and who is appointed for the list read it (R3.0-e). No list or count of refusals exists.
func (s *Service) keepMotive(ctx context.Context, tx *deed.Tx, i *Invitation, m Meeting, reason livc.Secret) error {
	town, err := s.Book.Municipality(ctx, tx, m.Municipality)
	if err != nil {
		return err
	}
	i.Motive, i.MotiveUntil = town.Intake, law.DeclineMotiveEnd(law.LongestTerms(), "", m.Day)
	return tx.Keep(town.Intake, i.ID, motiveKind, Motive{Reason: reason})
}
