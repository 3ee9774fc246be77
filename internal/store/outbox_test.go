package store_test

import (
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/notify"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves settled 35
func TestOutbox(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		people := store.NewIdentity(db, w.Gate.Service, w.Gate.Base(livc.Installation))
		box := store.Outbox{DB: db, Gate: w.Gate, People: people, Origin: "https://b.example"}
		put := func(hat livc.ID) {
			w.Must(w.Gate.Do(w.Context(), deed.By{Actor: livc.TheSystem(w.Livc)}, access.SendMail, access.Whole(w.Livc), func(tx *deed.Tx) error {
				return tx.Mail(hat, "invitation")
			}))
		}
		due := func() []notify.Waiting {
			list, err := box.Due(w.Context(), w.Clock.Civil())
			w.Must(err)
			return list
		}
		put(w.CLB.Hat)
		first := due()
		if len(first) != 1 {
			t.Fatalf("%d messages are due", len(first))
		}
		t.Run("a claim gives the address and moves the next try", func(t *testing.T) {
			m, err := box.Claim(w.Context(), first[0], w.Clock.Civil().Add(time.Hour))
			if err != nil || m.To.Reveal() != "post@participant.example" || m.Template != "invitation" || m.Link != "" {
				t.Fatalf("%s to %s: %v", m.Template, m.To.Reveal(), err)
			}
			if n := len(due()); n != 0 {
				t.Fatalf("%d messages are due at once again", n)
			}
		})
		t.Run("of two nodes one gets it", func(t *testing.T) {
			if _, err := box.Claim(w.Context(), first[0], w.Clock.Civil()); livc.KindOf(err) != livc.ConflictKind {
				t.Fatal(err)
			}
		})
		t.Run("a crash between claim and sending loses nothing", func(t *testing.T) {
			w.Pass(time.Hour)
			if list := due(); len(list) != 1 || list[0].Tries != 1 {
				t.Fatalf("due again: %v", list)
			}
		})
		t.Run("the tray of the practice hall tells it in words, to somebody by name", func(t *testing.T) {
			list, err := box.Tray(w.Context(), w.Livc, livc.Dutch)
			if err != nil || len(list) != 1 || list[0].Name.Reveal() == "" || list[0].Link != "" || !strings.Contains(list[0].Letter.Body, "overleg") {
				t.Fatalf("%d letters: %v", len(list), err)
			}
		})
		t.Run("what was sent is over", func(t *testing.T) {
			w.Must(box.Sent(w.Context(), first[0]))
			if n := len(due()); n != 0 {
				t.Fatal(n)
			}
		})
		t.Run("somebody who left gets nothing", func(t *testing.T) {
			put(w.Coordinator.Hat)
			w.Must(w.Support.RemovePerson(w.Context(), w.Founder, w.Coordinator.Hat))
			if _, err := box.Claim(w.Context(), due()[0], w.Clock.Civil()); livc.KindOf(err) != livc.NotFoundKind {
				t.Fatal(err)
			}
		})
		t.Run("each look at an address leaves a leaf", func(t *testing.T) {
			n := 0
			for _, e := range w.Log() {
				if e.Action == string(access.SendMail) && e.Function == livc.System {
					n++
				}
			}
			if n < 3 {
				t.Fatalf("%d leaves", n)
			}
			w.Verify()
		})
	})
}
