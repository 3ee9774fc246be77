package protocol

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// AnswerProtocol notes what an organisation says of a version: agrees, not yet, or left. A partner may
// say it for itself; the desk notes what was said aloud. Nothing follows from it (R2.0-c, R3.0-e).
func (s *Service) AnswerProtocol(ctx context.Context, by deed.By, number int, organisation livc.ID, said Standpoint) error {
	if !slices.Contains(Standpoints(), said) {
		return livc.Invalid("answer_protocol.choose").At("answer")
	}
	return s.Gate.Do(ctx, by, access.AnswerProtocol, access.Object{Kind: access.OfOrganisation, ID: organisation}, func(tx *deed.Tx) error {
		v, err := s.Book.Version(ctx, tx, number)
		if err != nil {
			return err
		}
		if v.State == Superseded {
			return livc.Conflict("edit_protocol.not_a_draft")
		}
		return s.Book.SetAnswer(ctx, tx, number, Answer{organisation, said, tx.Today})
	})
}
