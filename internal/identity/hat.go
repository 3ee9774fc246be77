package identity

import (
	"context"

	"beraad.eu/livc"
)

// Hats lists the seats that the person may choose from after signing in.
func (d *Door) Hats(ctx context.Context, tx Tx, s *Session) ([]Seat, error) {
	return d.book.SeatsOf(ctx, tx, s.Row.Person)
}

// ChooseHat puts on one hat: from now on every page and every deed is of this seat. The keys of the
// former hat leave memory. Another person's seat answers as if it did not exist.
func (d *Door) ChooseHat(ctx context.Context, tx Tx, s *Session, lr, hat livc.ID) error {
	seat, err := d.book.Seat(ctx, tx, lr, hat)
	if err != nil {
		return err
	}
	if seat.Person != s.Row.Person {
		return livc.NotFound()
	}
	d.keyrings.drop(s.Row.ID)
	r := s.Row
	r.Livc, r.Controller, r.Hat, r.Function, r.HatGeneration = seat.Livc, seat.Controller, seat.Hat, seat.Function, seat.Generation
	if err := d.sessions.Save(ctx, r); err != nil {
		return err
	}
	s.Row = r
	return nil
}
