package identity

import (
	"context"
	"crypto/rand"
	"fmt"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Visit is a guest's way in before it is taken: a master key that exists nowhere but here, and the keys of
// the one hat. There is no account and no unlocker: once it has begun, only the cookie of this browser opens
// anything (settled 23). Dutch: bezoek.
type Visit struct {
	Person livc.ID
	seat   Seat
	door   *Door
	master *seal.Master
	keys   *Keyring
}

// NewVisit draws the keys of a guest for one hat. Drop it when done.
func (d *Door) NewVisit(lr, controller, hat livc.ID) (*Visit, error) {
	person, err := livc.NewID(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("draw a guest: %w", err)
	}
	v := &Visit{Person: person, door: d, master: seal.NewMaster(),
		seat: Seat{Livc: lr, Controller: controller, Hat: hat, Person: person, Function: livc.Guest, Generation: 1}}
	h, err := d.hatOf(v.master, lr, controller, hat)
	if err != nil {
		v.Drop()
		return nil, err
	}
	v.keys = &Keyring{hat: h, keys: map[livc.ID]*seal.Key{}}
	return v, nil
}

// Keys are the keys of the hat, for the deed that lets the guest in.
func (v *Visit) Keys() *Keyring { return v.keys }

// Begin gives the session, once that deed is committed. A session that the browser brought is over.
func (v *Visit) Begin(ctx context.Context, presented string, now time.Time) (*Session, error) {
	if err := v.door.end(ctx, presented); err != nil {
		return nil, err
	}
	x := v.seat
	s := v.door.newSession(SessionRow{Person: x.Person, Stage: OpenStage, Begun: now, Touched: now, Livc: x.Livc, Controller: x.Controller,
		Hat: x.Hat, Function: x.Function, HatGeneration: x.Generation}, v.master)
	return s, v.door.sessions.Insert(ctx, s.Row)
}

// Drop forgets the keys.
func (v *Visit) Drop() {
	v.master.Wipe()
	if v.keys != nil {
		v.keys.Wipe()
	}
}
