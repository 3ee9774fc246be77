package identity

import (
	"context"
	"slices"
	"time"

	"beraad.eu/livc"
)

// fakeBook is a Book in maps. It has no rollback: tests ask of it what one request after another asks.
type fakeBook struct {
	people     map[livc.ID]Person
	unlockers  map[livc.ID]Unlocker
	order      []livc.ID
	seats      map[livc.ID]Seat
	enrolments map[livc.ID]Enrolment
	failures   map[AccountKey][]time.Time
	attendance map[livc.ID]Attendance
}

func newFakeBook() *fakeBook {
	return &fakeBook{
		people: map[livc.ID]Person{}, unlockers: map[livc.ID]Unlocker{}, seats: map[livc.ID]Seat{},
		enrolments: map[livc.ID]Enrolment{}, failures: map[AccountKey][]time.Time{}, attendance: map[livc.ID]Attendance{},
	}
}

func find[V any](m map[livc.ID]V, id livc.ID) (V, error) {
	v, ok := m[id]
	if !ok {
		return v, livc.NotFound()
	}
	return v, nil
}

func (b *fakeBook) InsertPerson(_ context.Context, _ Tx, p Person) error {
	for _, o := range b.people {
		if o.Account == p.Account {
			return livc.Conflict("person.exists")
		}
	}
	b.people[p.ID] = p
	return nil
}

func (b *fakeBook) Person(_ context.Context, _ Tx, id livc.ID) (Person, error) {
	return find(b.people, id)
}

func (b *fakeBook) PersonByAccount(_ context.Context, _ Tx, key AccountKey) (Person, error) {
	for _, p := range b.people {
		if p.Account == key {
			return p, nil
		}
	}
	return Person{}, livc.NotFound()
}

func (b *fakeBook) BumpPerson(_ context.Context, _ Tx, id livc.ID) (int, error) {
	p := b.people[id]
	p.Generation++
	b.people[id] = p
	return p.Generation, nil
}

func (b *fakeBook) NoteFailure(_ context.Context, _ Tx, key AccountKey, at time.Time) error {
	b.failures[key] = append(b.failures[key], at)
	return nil
}

func (b *fakeBook) FailuresSince(_ context.Context, _ Tx, key AccountKey, since time.Time) (n int, _ error) {
	for _, at := range b.failures[key] {
		if at.After(since) {
			n++
		}
	}
	return n, nil
}

func (b *fakeBook) InsertUnlocker(_ context.Context, _ Tx, u Unlocker) error {
	b.unlockers[u.ID] = u
	b.order = append(b.order, u.ID)
	return nil
}

func (b *fakeBook) UnlockersOf(_ context.Context, _ Tx, person livc.ID) (list []Unlocker, _ error) {
	for _, id := range b.order {
		if u, ok := b.unlockers[id]; ok && u.Person == person {
			list = append(list, u)
		}
	}
	return list, nil
}

func (b *fakeBook) SaveUnlocker(_ context.Context, _ Tx, u Unlocker) error {
	now := b.unlockers[u.ID]
	now.Factor, now.Step, now.Used = u.Factor, u.Step, u.Used
	b.unlockers[u.ID] = now
	return nil
}

func (b *fakeBook) DeleteUnlocker(_ context.Context, _ Tx, person, id livc.ID) error {
	if b.unlockers[id].Person == person {
		delete(b.unlockers, id)
	}
	return nil
}

func (b *fakeBook) InsertSeat(_ context.Context, _ Tx, s Seat) error { b.seats[s.Hat] = s; return nil }

func (b *fakeBook) SeatsOf(_ context.Context, _ Tx, person livc.ID) (list []Seat, _ error) {
	for _, s := range b.seats {
		if s.Person == person {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, func(x, y Seat) int { return len(x.Livc) - len(y.Livc) })
	return list, nil
}

func (b *fakeBook) Seat(_ context.Context, _ Tx, lr, hat livc.ID) (Seat, error) {
	s, err := find(b.seats, hat)
	if err == nil && s.Livc != lr {
		return Seat{}, livc.NotFound()
	}
	return s, err
}

func (b *fakeBook) Attendance(_ context.Context, _ Tx, _, hat livc.ID) (Attendance, error) {
	return b.attendance[hat], nil
}

func (b *fakeBook) InsertEnrolment(_ context.Context, _ Tx, e Enrolment) error {
	b.enrolments[e.ID] = e
	return nil
}

func (b *fakeBook) Enrolment(_ context.Context, _ Tx, id livc.ID) (Enrolment, error) {
	return find(b.enrolments, id)
}

func (b *fakeBook) SaveEnrolment(_ context.Context, _ Tx, e Enrolment) error {
	b.enrolments[e.ID] = e
	return nil
}
