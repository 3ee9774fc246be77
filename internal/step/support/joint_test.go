package support_test

import (
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// joint is a LIVC R of two municipalities, each with its own mayor and list.
type joint struct {
	*storetest.Town
	livc   livc.ID
	towns  []support.Municipality
	mayors []deed.By
}

func found(t *testing.T, db *store.DB) *joint {
	j := &joint{Town: storetest.NewTown(t, db)}
	j.livc = j.ID()
	_, err := j.Support.FoundLivc(t.Context(), j.livc, support.Founding{Name: "LIVC R Hageland", PoliceZone: "politiezone Hageland",
		Municipalities: []support.NewMunicipality{{Name: "Aalbeke", Region: livc.Flanders}, {Name: "Bierges", Region: livc.Wallonia}},
		Founder:        livc.NewContact("Stijn Wouters"), FounderMail: livc.NewContact("stijn@hageland.example")})
	j.Must(err)
	j.Livc = j.livc // from here on the helpers of the town work in the joint one
	system := deed.By{Actor: livc.TheSystem(j.livc)}
	j.Must(j.Gate.Do(t.Context(), system, access.FoundLivc, access.Whole(j.livc), func(tx *deed.Tx) error {
		j.towns, err = j.Support.Book.Municipalities(t.Context(), tx)
		return err
	}))
	for _, m := range j.towns {
		j.mayors = append(j.mayors, j.mayor(t, m))
	}
	return j
}

// mayor enters the mayor of a municipality by the system, as the founder of a real one does by invitation.
func (j *joint) mayor(t *testing.T, m support.Municipality) deed.By {
	id := j.ID()
	system := deed.By{Actor: livc.TheSystem(j.livc)}
	j.Must(j.Gate.Do(t.Context(), system, access.FoundLivc, access.Whole(j.livc), func(tx *deed.Tx) error {
		return j.Support.Book.InsertHat(t.Context(), tx, support.Hat{ID: id, Organisation: m.Organisation, Function: livc.Mayor, SpeaksFor: "organisation",
			Name: livc.NewContact("burgemeester van " + m.Name), Mandate: support.Mandate{Text: "zit voor"}, State: support.HatEntered})
	}))
	by := storetest.Enrol(j.Town, id, m.Organisation, livc.Mayor, j.ID())
	j.Must(j.Support.MintList(t.Context(), by))
	return by
}

// proves X-L-b, R1.3-g, R4.1-e: two mayors, two lists, and nothing crosses.
func TestInAJointLIVCREveryMayorHasAnOwnList(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		j := found(t, db)
		ctx := t.Context()
		n, err := j.Support.Network(ctx, j.mayors[0])
		j.Must(err)
		a, b := n.Municipalities[0], n.Municipalities[1]

		t.Run("each list has one holder: its own mayor", func(t *testing.T) {
			if a.List == "" || b.List == "" || a.List == b.List || a.Office == b.Office || a.Intake == b.Intake {
				t.Fatalf("the lists are %q and %q", a.List, b.List)
			}
			for i, m := range []support.Municipality{a, b} {
				for k, by := range j.mayors {
					err := j.Support.GiveKey(ctx, by, m.List, j.mayors[1-k].Hat)
					if own := i == k; own && livc.KindOf(err) != livc.ConflictKind || !own && livc.KindOf(err) != livc.NotFoundKind {
						t.Errorf("mayor %d and list %d: %v", k, i, err)
					}
				}
			}
		})
		t.Run("a mayor cannot open the list of the other", func(t *testing.T) {
			for i, m := range []support.Municipality{a, b} {
				other := j.mayors[1-i]
				err := j.Gate.Look(ctx, other, access.ViewList, access.Whole(j.livc), func(tx *deed.Tx) error {
					return tx.LaterAll(m.Intake, "intake_private", func(livc.ID) any { return &struct{}{} })
				})
				is(t, err, livc.DeniedKind, "denied.key_waiting")
			}
		})
		t.Run("a mayor appoints only for the own list", func(t *testing.T) {
			for i, by := range j.mayors {
				is(t, j.Support.AppointForList(ctx, by, j.mayors[1-i].Hat), livc.NotFoundKind, "")
				is(t, j.Support.RevokeForList(ctx, by, j.mayors[1-i].Hat), livc.NotFoundKind, "")
			}
		})
		t.Run("a mayor keeps only the own people", func(t *testing.T) {
			is(t, j.Support.RemovePerson(ctx, j.mayors[0], j.mayors[1].Hat), livc.NotFoundKind, "")
			is(t, j.Support.ConfirmPerson(ctx, j.mayors[0], j.mayors[1].Hat), livc.NotFoundKind, "")
		})
		t.Run("a mayor enters and invites nobody for the other municipality once it has people of its own", func(t *testing.T) {
			_, err := j.Support.EnterPerson(ctx, j.mayors[0], person(j.Town, j.towns[1].Organisation, livc.Representative))
			is(t, err, livc.DeniedKind, "denied.other_municipality")
			j.Support.Inviter = &door{}
			hat, err := j.Support.EnterPerson(ctx, j.mayors[1], person(j.Town, j.towns[1].Organisation, livc.Representative))
			j.Must(err)
			_, err = j.Support.InvitePerson(ctx, j.mayors[0], hat)
			is(t, err, livc.DeniedKind, "denied.other_municipality")
			_, err = j.Support.InvitePerson(ctx, j.mayors[1], hat)
			j.Must(err)
		})
		t.Run("the guide of one municipality says nothing of the other", func(t *testing.T) {
			j.Must(j.Support.KeepListAlone(ctx, j.mayors[0]))
			for i, want := range []support.Stage{support.StageNotNeeded, support.StageWaiting} {
				g, err := j.Support.FoundingGuide(ctx, j.mayors[i])
				j.Must(err)
				if g.Stages[support.CoordinatorList] != want || g.Mayor != j.mayors[i].Hat {
					t.Errorf("the guide of %s says %s", j.towns[i].Name, g.Stages[support.CoordinatorList])
				}
			}
		})
		t.Run("two LIVC R's share nothing but the machine", func(t *testing.T) {
			_, err := j.Support.Person(ctx, j.mayors[0], j.Coordinator.Hat)
			is(t, err, livc.NotFoundKind, "")
			_, err = j.Support.Person(ctx, j.Coordinator, j.mayors[0].Hat)
			is(t, err, livc.NotFoundKind, "")
		})
	})
}
