package invitation

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Refusal is what the desk sees of one answer: the reason shows only to who held the chair's office
// when it was given. Dutch: antwoord op een uitnodiging.
type Refusal struct {
	Board
	Invitation Invitation
	Framework  law.Framework // of the invited service
	Motive     Motive
	MaySee     bool
}

// Answer shows one answer to the desk of its meeting (R3.0-c, R3.0-d, R3.0-e).
func (s *Service) Answer(ctx context.Context, by deed.By, meeting, id livc.ID) (r Refusal, err error) {
	err = s.Gate.Look(ctx, by, access.ViewAnswers, onMeeting(meeting), func(tx *deed.Tx) error {
		r = Refusal{}
		if r.Board, err = s.fill(ctx, tx, meeting); err != nil {
			return err
		}
		at := slices.IndexFunc(r.Invitations, func(i Invitation) bool { return i.ID == id && i.State != Proposed })
		if at < 0 {
			return livc.NotFound()
		}
		r.Invitation = r.Invitations[at]
		if r.Framework, err = s.framework(ctx, tx, r.Partners[r.People[r.Invitation.Hat].Organisation]); err != nil {
			return err
		}
		if r.Invitation.Motive == "" {
			return nil
		}
		holders, err := tx.Holders(r.Invitation.Motive)
		if err != nil || !slices.Contains(holders, by.Hat) {
			return err
		}
		r.MaySee = true
		return tx.Later(r.Invitation.Motive, id, &r.Motive)
	})
	return r, err
}
