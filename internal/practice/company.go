package practice

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/livc"
)

// company are people of the town who act while a visitor looks on. Each comes in by the ordinary unlock,
// as the visitor does who presses a role (settled 26), and goes out again.
type company struct {
	by       map[string]deed.By
	sessions []*identity.Session
}

// enter lets people in by their stems.
func (o *Opened) enter(ctx context.Context, stems ...string) (company, error) {
	c := company{by: map[string]deed.By{}}
	for _, stem := range stems {
		s, err := o.unlock(ctx, stem)
		if err != nil {
			c.leave(ctx)
			return c, err
		}
		c.sessions = append(c.sessions, s)
		keys, err := s.Keyring(o.Clock.Wall())
		if err != nil {
			c.leave(ctx)
			return c, err
		}
		c.by[stem] = deed.By{Actor: s.Actor(), Keys: keys}
	}
	return c, nil
}

// leave lets everybody out. A session that cannot be ended now ends by itself.
func (c company) leave(ctx context.Context) {
	for _, s := range c.sessions {
		_ = s.Leave(ctx)
	}
}

func (o *Opened) unlock(ctx context.Context, stem string) (*identity.Session, error) {
	role, ok := o.cast.Role(stem)
	if !ok {
		return nil, livc.NotFound()
	}
	now := o.Clock.Wall()
	var found identity.Candidate
	err := o.People.Read(ctx, func(tx identity.Tx) (err error) {
		found, err = o.Door.LookPractice(ctx, tx, role.Person)
		return err
	})
	if err != nil {
		return nil, err
	}
	proof, err := o.Door.ProvePractice(found, now)
	if err != nil {
		return nil, err
	}
	var e identity.Entry
	by := deed.By{Actor: livc.Actor{Livc: livc.Installation, Person: proof.Person(), Function: livc.System}}
	err = o.Gate.Do(ctx, by, access.SignIn, access.Whole(livc.Installation), func(tx *deed.Tx) error {
		e, err = o.Door.Enter(tx.Context(), tx.Handle(), proof, now)
		return err
	})
	if err != nil {
		proof.Drop()
		return nil, err
	}
	s, err := o.Door.Begin(ctx, e, "", now)
	if err != nil {
		return nil, err
	}
	return s, o.People.Read(ctx, func(tx identity.Tx) error { return o.Door.ChooseHat(ctx, tx, s, role.Livc, role.Hat) })
}
