package support_test

import (
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func mosque() support.AddContact {
	return support.AddContact{Kind: support.FaithCommunity, Name: "Gebedshuis De Brug", Dialogue: support.BothTalk,
		Person: livc.NewContact("Samira El Idrissi"), Reach: livc.NewContact("samira@debrug.example")}
}

// proves R2.3.4-b, R2.3.5-f
func TestCivilSocietyIsKeptApartFromCases(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w, ctx := storetest.NewTown(t, db), t.Context()
		id, err := w.Support.AddContact(ctx, w.Coordinator, mosque())
		w.Must(err)
		contacts := func(by deed.By) []support.NetworkContact {
			n, err := w.Support.Network(ctx, by)
			w.Must(err)
			for _, o := range n.Organisations {
				if o.ID == id || strings.Contains(o.Name, "De Brug") {
					t.Error("a contact became a partner")
				}
			}
			return n.Contacts
		}
		t.Run("the municipality knows whom to call, everybody else only that there is a contact", func(t *testing.T) {
			ours, theirs := contacts(w.Mayor), contacts(w.CLB)
			if len(ours) != 1 || ours[0].Person.Reveal() != "Samira El Idrissi" || ours[0].Kind != support.FaithCommunity || ours[0].Dialogue != support.BothTalk {
				t.Errorf("the municipality reads %+v", ours)
			}
			if len(theirs) != 1 || !theirs[0].Person.Empty() || !theirs[0].Reach.Empty() {
				t.Errorf("another service reads %+v", theirs)
			}
		})
		t.Run("a contact has no seat: nobody can be entered for it", func(t *testing.T) {
			_, err := w.Support.EnterPerson(ctx, w.Coordinator, person(w, id, livc.Participant))
			is(t, err, livc.NotFoundKind, "")
		})
		t.Run("no row about a case can point to it", func(t *testing.T) {
			q := `SELECT count(*) FROM pragma_table_info('network_contact') WHERE name IN ('case_id','hat','organisation','meeting','item')`
			if db.Engine() == "postgres" {
				q = `SELECT count(*) FROM information_schema.columns WHERE table_name = 'network_contact' AND column_name IN ('case_id','hat','organisation','meeting','item')`
			}
			if n := w.Count(q); n != 0 {
				t.Errorf("%d columns lead to a case", n)
			}
		})
		t.Run("of a talk only the day is kept", func(t *testing.T) {
			w.Must(w.Support.NoteDialogue(ctx, w.Coordinator, id))
			if c := contacts(w.Mayor)[0]; c.Talked != w.Today() {
				t.Errorf("talked on %q", c.Talked)
			}
		})
		t.Run("a kind, a name and a level are needed", func(t *testing.T) {
			for key, change := range map[string]func(*support.AddContact){
				"add_contact.kind": func(c *support.AddContact) { c.Kind = "religion" }, "add_contact.name": func(c *support.AddContact) { c.Name = "" },
				"add_contact.dialogue": func(c *support.AddContact) { c.Dialogue = "" },
			} {
				in := mosque()
				change(&in)
				_, err := w.Support.AddContact(ctx, w.Coordinator, in)
				is(t, err, livc.InvalidKind, key)
			}
		})
		t.Run("services, officer, founder and DPO keep no contacts", func(t *testing.T) {
			for _, by := range []deed.By{w.CLB, w.Officer, w.Founder, w.DPO} {
				_, err := w.Support.AddContact(ctx, by, mosque())
				is(t, err, livc.NotFoundKind, "")
				is(t, w.Support.NoteDialogue(ctx, by, id), livc.NotFoundKind, "")
				is(t, w.Support.RemoveContact(ctx, by, id), livc.NotFoundKind, "")
			}
		})
		w.Must(w.Support.RemoveContact(ctx, w.Mayor, id))
		is(t, w.Support.RemoveContact(ctx, w.Mayor, id), livc.NotFoundKind, "")
		if len(contacts(w.Mayor)) != 0 {
			t.Error("it stays")
		}
	})
}

// proves R2.5.3-l, R6.2-u
func TestTechnicalStaffAcknowledgesTheSecrecy(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w, ctx := storetest.NewTown(t, db), t.Context()
		jan := support.Technician{Name: livc.NewContact("Jan Peeters"), Firm: "Intercommunale IT", Upkeep: support.Hosting, Acknowledged: w.Today()}
		t.Run("without the day of the acknowledgement there is no row", func(t *testing.T) {
			in := jan
			in.Acknowledged = ""
			_, err := w.Support.AddTechnician(ctx, w.Coordinator, in)
			is(t, err, livc.InvalidKind, "add_technician.acknowledged")
			in.Acknowledged = w.Today().Add(0, 0, 1)
			_, err = w.Support.AddTechnician(ctx, w.Coordinator, in)
			is(t, err, livc.InvalidKind, "edit_person.privacy_day")
			in.Acknowledged, in.Upkeep = w.Today(), "reads"
			_, err = w.Support.AddTechnician(ctx, w.Coordinator, in)
			is(t, err, livc.InvalidKind, "add_technician.upkeep")
		})
		id, err := w.Support.AddTechnician(ctx, w.Coordinator, jan)
		w.Must(err)
		t.Run("the municipality and its data protection officer see who, and when", func(t *testing.T) {
			for _, by := range []deed.By{w.Mayor, w.Coordinator, w.DPO} {
				list, err := w.Support.Technicians(ctx, by)
				w.Must(err)
				if len(list) != 1 || list[0].Name.Reveal() != "Jan Peeters" || list[0].Acknowledged != w.Today() {
					t.Errorf("the list is %+v", list)
				}
			}
		})
		t.Run("nobody else does, and the DPO only looks", func(t *testing.T) {
			for _, by := range []deed.By{w.CLB, w.Officer, w.Founder} {
				_, err := w.Support.Technicians(ctx, by)
				is(t, err, livc.NotFoundKind, "")
			}
			_, err := w.Support.AddTechnician(ctx, w.DPO, jan)
			is(t, err, livc.NotFoundKind, "")
			is(t, w.Support.RemoveTechnician(ctx, w.DPO, id), livc.NotFoundKind, "")
		})
		w.Must(w.Support.RemoveTechnician(ctx, w.Coordinator, id))
		is(t, w.Support.RemoveTechnician(ctx, w.Coordinator, id), livc.NotFoundKind, "")
	})
}

// proves R0.4-a, R2.3.3-g
func TestTheStepsAndTheRolesComeBackEveryYear(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w, ctx := storetest.NewTown(t, db), t.Context()
		board := func(by deed.By) map[support.StepTopic]support.StepReview {
			b, err := w.Support.Steps(ctx, by)
			w.Must(err)
			m := map[support.StepTopic]support.StepReview{}
			for _, r := range b.Reviews {
				m[r.Topic] = r
			}
			return m
		}
		founded := w.Today()
		t.Run("seven steps and the roles are due a year after the founding", func(t *testing.T) {
			all := board(w.CLB)
			if len(all) != 8 {
				t.Errorf("%d topics", len(all))
			}
			for topic, r := range all {
				if r.Looked != "" || r.Due != founded.Add(1, 0, 0) || r.Asks(w.Today()) {
					t.Errorf("%s is due on %s", topic, r.Due)
				}
			}
		})
		w.Days(366)
		if !board(w.Coordinator)[support.TheRoles].Asks(w.Today()) {
			t.Error("after a year nobody is reminded of the roles")
		}
		t.Run("looking at one begins its year anew, and leaves the others", func(t *testing.T) {
			w.Must(w.Support.ReviewStep(ctx, w.Coordinator, support.ReviewStep{Topic: support.TheRoles}))
			all := board(w.Mayor)
			if r := all[support.TheRoles]; r.Looked != w.Today() || r.Due != w.Today().Add(1, 0, 0) || r.Asks(w.Today()) {
				t.Errorf("the roles were looked at on %s, and are due on %s", r.Looked, r.Due)
			}
			if !all[support.StepProtocol].Asks(w.Today()) {
				t.Error("the protocol is asked after no more")
			}
		})
		t.Run("sooner is fine, later than a year is not", func(t *testing.T) {
			w.Must(w.Support.ReviewStep(ctx, w.Coordinator, support.ReviewStep{Topic: support.StepProtocol, Next: w.Today().Add(0, 3, 0)}))
			if got := board(w.Mayor)[support.StepProtocol].Due; got != w.Today().Add(0, 3, 0) {
				t.Error(got)
			}
			for _, day := range []livc.Day{w.Today(), w.Today().Add(1, 0, 1)} {
				is(t, w.Support.ReviewStep(ctx, w.Coordinator, support.ReviewStep{Topic: support.StepProtocol, Next: day}), livc.InvalidKind, "review_step.next")
			}
			is(t, w.Support.ReviewStep(ctx, w.Coordinator, support.ReviewStep{Topic: "step 8"}), livc.InvalidKind, "review_step.topic")
		})
		t.Run("who does not prepare the table notes nothing", func(t *testing.T) {
			for _, by := range []deed.By{w.CLB, w.Officer, w.Founder, w.DPO} {
				is(t, w.Support.ReviewStep(ctx, by, support.ReviewStep{Topic: support.TheRoles}), livc.NotFoundKind, "")
				if b, err := w.Support.Steps(ctx, by); err != nil || b.May {
					t.Errorf("%v, may %v", err, b.May)
				}
			}
		})
	})
}

// proves R2.3.3-g
func TestTheBoardNamesWhoHoldsManyRoles(t *testing.T) {
	w := storetest.NewTown(t, storetest.SQLite(t))
	many := func() []support.Hat {
		b, err := w.Support.Steps(t.Context(), w.Coordinator)
		w.Must(err)
		return b.Many
	}
	if len(many()) != 0 {
		t.Fatal("somebody has many roles before there was a case")
	}
	c := storetest.ListedCase(w)
	w.Exec(`UPDATE casus SET manager = $2, director = $2 WHERE livc = $1 AND id = $3`, w.Livc, w.Coordinator.Hat, c.ID)
	if list := many(); len(list) != 1 || list[0].ID != w.Coordinator.Hat {
		t.Errorf("%d people hold many roles", len(list))
	}
}

// proves R2.3.3-c
func TestWhoSitsCountsKindsOfServiceAndHidesSmallNumbers(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w, ctx := storetest.NewTown(t, db), t.Context()
		makeup := func() support.Makeup {
			m, err := w.Support.WhoSits(ctx, w.Coordinator)
			w.Must(err)
			return m
		}
		if m := makeup(); len(m.Categories) != 0 {
			t.Fatalf("before a talk there are %v", m.Categories)
		}
		c := storetest.ListedCase(w)
		w.Discussed(c, w.CLB, w.CAW)
		t.Run("one talk is too few to show, and is hidden whole", func(t *testing.T) {
			m := makeup()
			if len(m.Categories) < 2 || !m.Hidden {
				t.Fatalf("%v, hidden %v", m.Categories, m.Hidden)
			}
			for _, row := range m.Talks {
				for _, f := range row {
					if f.Shown && f.Count < law.Threshold {
						t.Errorf("%d is shown", f.Count)
					}
				}
			}
		})
		for range 5 {
			w.Discussed(c, w.CLB, w.CAW)
		}
		t.Run("six talks are shown, by kind of service and without a name", func(t *testing.T) {
			m := makeup()
			last := len(m.Ages)
			for i, category := range m.Categories {
				if f := m.Talks[i][last]; category == "clb" && (!f.Shown || f.Count != 6) {
					t.Errorf("%s: %+v", category, f)
				}
			}
		})
		t.Run("only the chair and the coordinator see it", func(t *testing.T) {
			for _, by := range []deed.By{w.CLB, w.Officer, w.Founder, w.DPO} {
				_, err := w.Support.WhoSits(ctx, by)
				is(t, err, livc.NotFoundKind, "")
			}
		})
	})
}

// proves R0.4-c, R4.1.2-b
func TestTheContactPointIsAnOfficeThatCanBeReached(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w, ctx := storetest.NewTown(t, db), t.Context()
		office := support.ContactPoint{Service: "Dienst preventie, stadhuis", Phone: "013 00 00 00", Hours: "werkdagen van 9 tot 16 uur"}
		done := func() bool {
			g, err := w.Support.FoundingGuide(ctx, w.Mayor)
			w.Must(err)
			return g.Stages[support.ContactShown] == support.StageDone
		}
		if done() {
			t.Fatal("the guide calls it done before anybody wrote it")
		}
		w.Must(w.Support.SetContactPoint(ctx, w.Founder, office))
		w.Must(w.Support.SetContactPoint(ctx, w.Coordinator, office)) // again replaces it
		got, err := w.Support.ContactPoint(ctx, w.Coordinator)
		w.Must(err)
		if got.Service != office.Service || got.Phone != office.Phone || got.Municipality != w.Municipality.ID || got.Shown != w.Today() || !done() {
			t.Errorf("it says %+v", got)
		}
		for key, change := range map[string]func(*support.ContactPoint){
			"contact_point.service": func(c *support.ContactPoint) { c.Service = "" },
			"contact_point.reach":   func(c *support.ContactPoint) { c.Phone, c.Mail = "", "" },
			"mail.invalid":          func(c *support.ContactPoint) { c.Mail = "preventie" },
			"error.too_long":        func(c *support.ContactPoint) { c.Hours = strings.Repeat("x", 241) },
		} {
			in := office
			change(&in)
			is(t, w.Support.SetContactPoint(ctx, w.Coordinator, in), livc.InvalidKind, key)
		}
		for _, by := range []deed.By{w.CLB, w.Officer, w.DPO} {
			is(t, w.Support.SetContactPoint(ctx, by, office), livc.NotFoundKind, "")
		}
	})
}
