package practice

import (
	"context"
	"fmt"

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
		if err := o.letIn(ctx, &c, stem); err != nil {
			c.leave(ctx)
			return c, fmt.Errorf("let %s in: %w", stem, err)
		}
	}
	return c, nil
}

func (o *Opened) letIn(ctx context.Context, c *company, stem string) error {
	role, ok := o.cast.Role(stem)
	if !ok {
		return livc.NotFound()
	}
	s, err := o.unlock(ctx, role.Person)
	if err != nil {
		return err
	}
	c.sessions = append(c.sessions, s)
	if err := o.People.Read(ctx, func(tx identity.Tx) error { return o.Door.ChooseHat(ctx, tx, s, role.Livc, role.Hat) }); err != nil {
		return err
	}
	keys, err := s.Keyring(o.Clock.Wall())
	if err != nil {
		return err
	}
	c.by[stem] = deed.By{Actor: s.Actor(), Keys: keys}
	return nil
}

// leave lets everybody out. A session that cannot be ended now ends by itself.
func (c company) leave(ctx context.Context) {
	for _, s := range c.sessions {
		_ = s.Leave(ctx)
	}
}

func (o *Opened) unlock(ctx context.Context, person livc.ID) (*identity.Session, error) {
	now := o.Clock.Wall()
	var found identity.Candidate
	err := o.People.Read(ctx, func(tx identity.Tx) (err error) {
		found, err = o.Door.LookPractice(ctx, tx, person)
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
	return o.Door.Begin(ctx, e, "", now)
}
