package support_test

import (
	"net/http"
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/support"
	"beraad.eu/internal/web/webtest"
)

// proves R0.3-d, R2.5.3-a
func TestTheCardOfTheRightToSpeakIsForEverybodyAndLeavesNoLookOfItsOwn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := webtest.New(w, support.Routes(w.Support))
		for name, by := range map[string]deed.By{"a participant": w.CLB, "the officer": w.Officer, "the mayor": w.Mayor, "the coordinator": w.Coordinator, "the DPO": w.DPO} {
			p := site.As(by)
			for _, path := range []string{"/right-to-speak", "/right-to-speak/card", "/right-to-speak/sheet"} {
				p.Get(path).Is(http.StatusOK).Says("Ik deel hier niets over.", "Dat is mijn recht.", "decreet", "arrest 52/2021").Never("⟦")
			}
			log := w.Log()
			if a := log[len(log)-1].Action; a != "today" {
				t.Errorf("of %s the log says %q", name, a)
			}
		}
		t.Run("large: no name, no function, no menu", func(t *testing.T) {
			site.As(w.CLB).Get("/right-to-speak/card").Never("Test Persoon", "<nav", "<form", "identity")
		})
		t.Run("eight on a sheet", func(t *testing.T) {
			if n := strings.Count(site.As(w.CLB).Get("/right-to-speak/sheet").Body, `class="speak-card"`); n != 8 {
				t.Errorf("there are %d", n)
			}
		})
		t.Run("who has left finds nothing", func(t *testing.T) {
			w.Exec(`UPDATE hat SET state = 'left' WHERE livc = $1 AND id = $2`, w.Livc, w.CLB.Hat)
			site.As(w.CLB).Get("/right-to-speak").Is(http.StatusNotFound)
		})
	})
}
