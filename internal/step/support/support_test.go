package support_test

import (
	"context"
	"slices"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// door stands for sign-in: it gives a fixed code.
type door struct{ asked []livc.ID }

func (d *door) Invite(_ context.Context, _ *deed.Tx, h support.Hat) (string, error) {
	d.asked = append(d.asked, h.ID)
	return "kiezel 42", nil
}

func person(w *storetest.Town, organisation livc.ID, f livc.Function) support.EnterPerson {
	return support.EnterPerson{Organisation: organisation, Function: f, Name: livc.NewContact("Ilse Peeters"),
		Mail: livc.NewContact("ilse@demer.example"), SpeaksFor: "organisation", Mandate: support.Mandate{Text: "beslist voor de dienst"},
		Secrecy: []livc.Secrecy{livc.ProfessionalSecrecy}, Confirmed: true}
}

func is(t *testing.T, err error, kind livc.Kind, key string) {
	t.Helper()
	e, ok := err.(*livc.Error)
	if !ok || e.Kind != kind || key != "" && e.Key != key {
		t.Fatalf("the answer is %v, not %s %s", err, kind, key)
	}
}

// proves R2.3-f, R2.5.1-g, R2.3-b, R2.3-e, R1.1-h, R2.5.1-d
func TestEnterPerson(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		ctx := t.Context()

		t.Run("a person is entered with the five things that must be clear, and everybody can read the card", func(t *testing.T) {
			in := person(w, w.Organisation["CLB"], livc.Participant)
			in.Secrecy = []livc.Secrecy{livc.ProfessionalSecrecy, livc.OfficialSecrecy}
			hat, err := w.Support.EnterPerson(ctx, w.Coordinator, in)
			w.Must(err)
			c, err := w.Support.Person(ctx, w.OCMW, hat)
			w.Must(err)
			if c.Name.Reveal() != "Ilse Peeters" || c.Mandate.Text != in.Mandate.Text || !slices.Equal(c.Secrecy, in.Secrecy) || c.In.ID != w.Organisation["CLB"] {
				t.Errorf("the card says %v %q %v", c.Function, c.Mandate.Text, c.Secrecy)
			}
			if !c.Mail.Empty() || len(c.Words) > 0 || c.May[access.RemovePerson] {
				t.Error("somebody of another service sees the mail address or may do something")
			}
		})
		t.Run("the secrecy must be confirmed by the person", func(t *testing.T) {
			in := person(w, w.Organisation["CLB"], livc.Participant)
			in.Confirmed = false
			_, err := w.Support.EnterPerson(ctx, w.Coordinator, in)
			is(t, err, livc.InvalidKind, "enter_person.unconfirmed")
		})
		t.Run("a mandate must be said", func(t *testing.T) {
			in := person(w, w.Organisation["CLB"], livc.Participant)
			in.Mandate.Text = ""
			_, err := w.Support.EnterPerson(ctx, w.Coordinator, in)
			is(t, err, livc.InvalidKind, "law.standing.mandate")
		})
		t.Run("the police have one seat and no other", func(t *testing.T) {
			for _, f := range []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Participant} {
				_, err := w.Support.EnterPerson(ctx, w.Coordinator, person(w, w.Police, f))
				is(t, err, livc.InvalidKind, "enter_person.seat")
			}
		})
		t.Run("nobody is entered as founder or as the system", func(t *testing.T) {
			for _, f := range []livc.Function{livc.Founder, livc.System, ""} {
				_, err := w.Support.EnterPerson(ctx, w.Coordinator, person(w, w.Municipality.Organisation, f))
				is(t, err, livc.InvalidKind, "enter_person.function")
			}
		})
		t.Run("a participant enters nobody", func(t *testing.T) {
			_, err := w.Support.EnterPerson(ctx, w.CLB, person(w, w.Organisation["CLB"], livc.Participant))
			is(t, err, livc.NotFoundKind, "")
		})
	})
}

// proves R6.2-v, R1.3-b
func TestInvitePerson(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w, d := storetest.NewTown(t, db), &door{}
		w.Support.Inviter = d
		hat, err := w.Support.EnterPerson(t.Context(), w.Coordinator, person(w, w.Organisation["CLB"], livc.Participant))
		w.Must(err)

		t.Run("the code is given once and the log names the deed", func(t *testing.T) {
			code, err := w.Support.InvitePerson(t.Context(), w.Coordinator, hat)
			w.Must(err)
			if code != "kiezel 42" || len(d.asked) != 1 || d.asked[0] != hat {
				t.Errorf("the code is %q, asked for %v", code, d.asked)
			}
			log := w.Log()
			if last := log[len(log)-1]; last.Action != string(access.InvitePerson) || last.Object != hat {
				t.Errorf("the last deed is %s", last.Action)
			}
		})
		t.Run("without a mail address there is no account", func(t *testing.T) {
			in := person(w, w.Organisation["CLB"], livc.Participant)
			in.Mail = livc.Contact{}
			hat, err := w.Support.EnterPerson(t.Context(), w.Coordinator, in)
			w.Must(err)
			_, err = w.Support.InvitePerson(t.Context(), w.Coordinator, hat)
			is(t, err, livc.DeniedKind, "denied.no_mail")
		})
		t.Run("who has an account is not invited again", func(t *testing.T) {
			_, err := w.Support.InvitePerson(t.Context(), w.Coordinator, w.CLB.Hat)
			is(t, err, livc.ConflictKind, "")
		})
		t.Run("a participant invites nobody", func(t *testing.T) {
			_, err := w.Support.InvitePerson(t.Context(), w.CAW, hat)
			is(t, err, livc.NotFoundKind, "")
		})
	})
}

// proves X-L-d, R2.3.1-b
func TestRecordClearance(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		t.Run("the last day stands on the card, for the municipality and the own organisation only", func(t *testing.T) {
			w.Must(w.Support.RecordClearance(t.Context(), w.Coordinator, w.Officer.Hat, "2027-06-30"))
			for _, c := range []struct {
				who  deed.By
				want livc.Day
			}{{w.Coordinator, "2027-06-30"}, {w.Officer, "2027-06-30"}, {w.CLB, ""}} {
				card, err := w.Support.Person(t.Context(), c.who, w.Officer.Hat)
				w.Must(err)
				if card.ClearedUntil != c.want {
					t.Errorf("%s reads %q", c.who.Function, card.ClearedUntil)
				}
			}
		})
		t.Run("only the police seat has a clearance", func(t *testing.T) {
			is(t, w.Support.RecordClearance(t.Context(), w.Coordinator, w.CLB.Hat, "2027-06-30"), livc.DeniedKind, "denied.police_seat_only")
		})
		t.Run("the officer does not note the own clearance", func(t *testing.T) {
			is(t, w.Support.RecordClearance(t.Context(), w.Officer, w.Officer.Hat, "2099-01-01"), livc.NotFoundKind, "")
		})
	})
}

// proves R2.3.3-d
func TestOneWhoHasManyRolesIsWarned(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c, err := w.Support.Person(t.Context(), w.Mayor, w.Coordinator.Hat)
		w.Must(err)
		if c.TooMany {
			t.Error("one role is too many")
		}
		for _, f := range []livc.Function{livc.DPO, livc.Participant} {
			hat, err := w.Support.EnterPerson(t.Context(), w.Founder, person(w, w.Municipality.Organisation, f))
			w.Must(err)
			storetest.Enrol(w, hat, w.Municipality.Organisation, f, w.Coordinator.Person)
		}
		if c, err = w.Support.Person(t.Context(), w.Mayor, w.Coordinator.Hat); err != nil || !c.TooMany {
			t.Errorf("three roles of one person give no warning: %v", err)
		}
	})
}

// proves R6.2-a, R6.2-c, Z11
func TestSwitchOwnFile(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		town := w.Municipality.Organisation
		t.Run("the data protection officer switches own dossiers on and off", func(t *testing.T) {
			for _, on := range []bool{true, false} {
				w.Must(w.Support.SwitchOwnFile(t.Context(), w.DPO, town, on))
				n, err := w.Support.Network(t.Context(), w.DPO)
				w.Must(err)
				i := slices.IndexFunc(n.Organisations, func(o support.Organisation) bool { return o.ID == town })
				if n.Organisations[i].OwnFile != on {
					t.Errorf("the switch is not %v", on)
				}
			}
		})
		t.Run("not of another organisation", func(t *testing.T) {
			is(t, w.Support.SwitchOwnFile(t.Context(), w.DPO, w.Organisation["CLB"], true), livc.NotFoundKind, "")
		})
		t.Run("the mayor does not decide this", func(t *testing.T) {
			is(t, w.Support.SwitchOwnFile(t.Context(), w.Mayor, town, true), livc.NotFoundKind, "")
		})
		t.Run("the police keep no own dossier here, whoever asks", func(t *testing.T) {
			in := person(w, w.Police, livc.DPO)
			hat, err := w.Support.EnterPerson(t.Context(), w.Founder, in)
			w.Must(err)
			dpo := storetest.Enrol(w, hat, w.Police, livc.DPO, w.ID())
			w.Must(w.Support.ConfirmPerson(t.Context(), w.Officer, hat))
			is(t, w.Support.SwitchOwnFile(t.Context(), dpo, w.Police, true), livc.DeniedKind, "law.dossier.no_framework")
		})
	})
}
