package support

import (
	"context"
	"errors"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// TakeKeys writes the public halves of an enrolled person to the hat. The first to enrol for an
// organisation begins its signed list of authorised persons and keeps it; everybody after waits for
// the list manager's signature (R6.2-v). It runs inside the deed of the enrolment.
func (s *Service) TakeKeys(ctx context.Context, tx *deed.Tx, hat, person livc.ID, keys deed.Keys) error {
	h, err := s.Book.Hat(ctx, tx, hat)
	if err != nil {
		return err
	}
	if h.State != HatEntered {
		return livc.Conflict("conflict.enrolled")
	}
	h.KEM, h.Sig, h.State = keys.Hat().KEM(), keys.Hat().Sig(), HatEnrolled
	last, err := s.Book.LastManifest(ctx, tx, h.Organisation)
	if livc.KindOf(err) != livc.NotFoundKind {
		return errors.Join(err, s.setKeys(ctx, tx, h, person, keys))
	}
	h.State, h.ListManager = HatActive, true
	if err := s.Book.SetRoot(ctx, tx, h.Organisation, h.Sig); err != nil {
		return err
	}
	if err := s.sign(ctx, tx, keys, h.Organisation, last, h.ID, member(tx, h, person)); err != nil {
		return err
	}
	return s.setKeys(ctx, tx, h, person, keys)
}

// setKeys writes the public halves with what the hat sees of the lists of the network on this day: an
// older list, or another, is refused to it from now on (C7).
func (s *Service) setKeys(ctx context.Context, tx *deed.Tx, h Hat, person livc.ID, keys deed.Keys) (err error) {
	if h.Pins, err = tx.FirstPins(keys); err != nil {
		return err
	}
	return s.Book.SetKeys(ctx, tx, h, person)
}

// ConfirmPerson puts an enrolled person on the signed list of the actor's organisation, after the words
// of the fingerprint were compared face to face.
func (s *Service) ConfirmPerson(ctx context.Context, by deed.By, hat livc.ID) error {
	return s.Gate.Do(ctx, by, access.ConfirmPerson, access.Object{Kind: access.OfHat, ID: hat}, func(tx *deed.Tx) error {
		h, err := s.Book.Hat(ctx, tx, hat)
		if err != nil {
			return err
		}
		if h.State != HatEnrolled {
			return livc.Conflict("conflict.not_enrolled")
		}
		last, err := s.Book.LastManifest(ctx, tx, h.Organisation)
		if err != nil {
			return err
		}
		person, err := s.Book.PersonOf(ctx, tx, hat)
		if err != nil {
			return err
		}
		if err := s.sign(ctx, tx, by.Keys, h.Organisation, last, "", member(tx, h, person)); err != nil {
			return err
		}
		h.State = HatActive
		return s.Book.SetHat(ctx, tx, h)
	})
}

// Enrol is the deed in which a person's first session takes a hat: the enrolment was proved already.
func (s *Service) Enrol(ctx context.Context, id, hat, person livc.ID, keys deed.Keys) error {
	by := deed.By{Actor: livc.Actor{Livc: id, Person: person, Function: livc.System}, Keys: keys}
	return s.Gate.Do(ctx, by, access.Enrol, access.Whole(id), func(tx *deed.Tx) error {
		return s.TakeKeys(ctx, tx, hat, person, keys)
	})
}
