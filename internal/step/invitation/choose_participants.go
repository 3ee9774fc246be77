package invitation

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// ChooseParticipants is the input of the use case of that name: one partner for one case. Nobody is
// suggested and there is no "everybody": each partner is chosen for the question that he or she can
// answer (R0.3-b, X-L-e).
type ChooseParticipants struct {
	Meeting, Case, Hat livc.ID
	Asked              Asked
	AdHoc              bool
	Holder             livc.ID // keeper of the secret for whom this person comes; "" for nobody
}

// MaxQuestion is the longest question to a partner, in characters: one line.
const MaxQuestion = 240

// ManyPeople is the number of participants above which the page asks whether all are needed.
const ManyPeople = 8

// ChooseParticipants proposes a partner to the mayor. The question is sealed on the casusblad; nothing
// leaves until the mayor or the representative sends it (R3.0-a).
func (s *Service) ChooseParticipants(ctx context.Context, by deed.By, in ChooseParticipants) (made livc.ID, err error) {
	if err := in.check(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.ChooseParticipants, access.Case(in.Case), func(tx *deed.Tx) error {
		m, c, err := s.point(ctx, tx, in.Meeting, in.Case)
		if err != nil {
			return err
		}
		p, err := s.partner(ctx, tx, in.Hat)
		if err != nil {
			return err
		}
		if err := law.MayInvite(p.invitation(livc.Mayor, m, c, in.Asked, tx.Today)); err != nil {
			return err
		}
		if err := s.checkHolder(ctx, tx, in, p); err != nil {
			return err
		}
		i, err := s.propose(ctx, tx, in)
		if err != nil {
			return err
		}
		made = i.ID
		tx.Made(made)
		return tx.Keep(c.Sheet, i.ID, askedKind, in.Asked)
	})
	return made, err
}

func (in ChooseParticipants) check() error {
	var faults livc.Faults
	faults.Check(in.Hat != "", "hat", "choose_participants.who")
	for field, text := range map[string]livc.Secret{"contribution": in.Asked.Question, "urgency": in.Asked.Urgency, "motivation": in.Asked.Motivation} {
		faults.Check(text.Len() <= MaxQuestion, field, "error.too_long")
	}
	return faults.Err()
}

// point gives a meeting that may still change, with a case that stands on its agenda.
func (s *Service) point(ctx context.Context, tx *deed.Tx, meeting, caseID livc.ID) (m Meeting, c Case, err error) {
	if m, err = s.Book.Meeting(ctx, tx, meeting); err != nil {
		return m, c, err
	}
	if err := m.mustBeEditable(); err != nil {
		return m, c, err
	}
	items, err := s.Book.Items(ctx, tx, meeting)
	if err != nil {
		return m, c, err
	}
	if !slices.ContainsFunc(items, func(i Item) bool { return i.Case == caseID }) {
		return m, c, livc.NotFound()
	}
	c, err = s.Book.Case(ctx, tx, caseID)
	return m, c, err
}

// propose makes the proposal, or brings an earlier one back. Who answered no is not asked again for
// the same meeting (R0.3-c, R3.0-e).
func (s *Service) propose(ctx context.Context, tx *deed.Tx, in ChooseParticipants) (Invitation, error) {
	list, err := s.Book.Invitations(ctx, tx, in.Meeting)
	if err != nil {
		return Invitation{}, err
	}
	i := Invitation{Meeting: in.Meeting, Case: in.Case, Hat: in.Hat, State: Proposed, Holder: in.Holder, AdHoc: in.AdHoc, Urgent: !in.Asked.Urgency.Empty()}
	for _, old := range list {
		if old.Case != in.Case || old.Hat != in.Hat {
			continue
		}
		if old.State != Proposed && old.State != Withdrawn {
			return i, livc.Conflict("choose_participants.asked_already", law.FreeParticipation)
		}
		i.ID, i.Revision = old.ID, old.Revision
		return i, s.Book.SetInvitation(ctx, tx, i)
	}
	i.ID = tx.NewID()
	return i, s.Book.InsertInvitation(ctx, tx, i)
}

// DropParticipant takes a proposal back that was not sent yet.
func (s *Service) DropParticipant(ctx context.Context, by deed.By, meeting, caseID, id livc.ID) error {
	return s.Gate.Do(ctx, by, access.ChooseParticipants, access.Case(caseID), func(tx *deed.Tx) error {
		i, err := s.Book.Invitation(ctx, tx, id)
		if err != nil {
			return err
		}
		if i.Case != caseID || i.Meeting != meeting || i.State != Proposed {
			return livc.NotFound()
		}
		return s.dropProposal(ctx, tx, i)
	})
}

// checkHolder refuses to represent somebody of another organisation (R2.5.4-a, X-F-g).
func (s *Service) checkHolder(ctx context.Context, tx *deed.Tx, in ChooseParticipants, p Partner) error {
	if in.Holder == "" {
		return nil
	}
	h, err := s.Book.Hat(ctx, tx, in.Holder)
	if err != nil {
		return err
	}
	mandate := law.Mandate{Holder: h.ID, Representative: p.Hat.ID, HolderOrganisation: h.Organisation,
		RepresentativeOrganisation: p.Hat.Organisation, From: tx.Today}
	return law.MayRepresent(mandate, tx.Today)
}

// partner gives a person who may be asked, with the organisation and its legal framework today.
func (s *Service) partner(ctx context.Context, tx *deed.Tx, hat livc.ID) (p Partner, err error) {
	if p.Hat, err = s.Book.Hat(ctx, tx, hat); err != nil {
		return p, err
	}
	if p.Hat.State == support.HatLeft || p.Hat.Function != livc.Participant {
		return p, livc.NotFound() // the three seats come by law; nobody else is a participant
	}
	if p.Organisation, err = s.Book.Organisation(ctx, tx, p.Hat.Organisation); err != nil {
		return p, err
	}
	p.Framework, err = s.framework(ctx, tx, p.Organisation)
	return p, err
}

// framework of a participant today; a municipal service stands in that of its own region.
func (s *Service) framework(ctx context.Context, tx *deed.Tx, o support.Organisation) (law.Framework, error) {
	towns, err := s.Book.Municipalities(ctx, tx)
	return law.FrameworkOf(o.Regime, support.RegionOf(o, towns), tx.Today), err
}
