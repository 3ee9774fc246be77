package practice_test

import (
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/practice"
	pages "beraad.eu/internal/web/practice"
	"beraad.eu/livc"
)

// as signs in as one of the people, the way the button on the first page does.
func as(t *testing.T, h practice.Hall, c pages.Cast, stem string) deed.By {
	t.Helper()
	role, ok := c.Role(stem)
	if !ok {
		t.Fatalf("%s has no button", stem)
	}
	now := h.Clock.Wall()
	var found identity.Candidate
	must(t, h.People.Read(t.Context(), func(tx identity.Tx) (err error) {
		found, err = h.Door.LookPractice(t.Context(), tx, role.Person)
		return err
	}))
	proof, err := h.Door.ProvePractice(found, now)
	must(t, err)
	var e identity.Entry
	system := deed.By{Actor: livc.TheSystem(livc.Installation)}
	must(t, h.Gate.Do(t.Context(), system, access.SignIn, access.Whole(livc.Installation), func(tx *deed.Tx) (err error) {
		e, err = h.Door.Enter(tx.Context(), tx.Handle(), proof, now)
		return err
	}))
	s, err := h.Door.Begin(t.Context(), e, "", now)
	must(t, err)
	must(t, h.People.Read(t.Context(), func(tx identity.Tx) error {
		return h.Door.ChooseHat(t.Context(), tx, s, role.Livc, role.Hat)
	}))
	keys, err := s.Keyring(now)
	must(t, err)
	return deed.By{Actor: s.Actor(), Keys: keys}
}
