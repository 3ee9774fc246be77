package support_test

import (
	"net/http"
	"net/url"
	"testing"

	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/support"
	"beraad.eu/internal/web/webtest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// proves R1.1-a, R2.3-d, R2.3-e
func TestAddPartner(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := webtest.New(w, support.Routes(w.Support))
		nele := site.As(w.Coordinator)

		t.Run("the coordinator adds a service and sees it in the network", func(t *testing.T) {
			p := nele.Send("/network/partner", "/network/partner", url.Values{"name": {"CGG Hageland"}, "category": {"cgg"}})
			if p.Is(http.StatusSeeOther).To != "/network" {
				t.Errorf("it leads to %q", p.To)
			}
			nele.Get("/network").Is(http.StatusOK).Says("CGG Hageland", "Lotte Claes")
		})
		t.Run("an excluded body is refused with the norm", func(t *testing.T) {
			nele.Send("/network/partner", "/network/partner", url.Values{"name": {"OCAD"}, "category": {"ocad"}}).Is(http.StatusForbidden)
		})
		t.Run("a missing name comes back at its field and keeps the rest", func(t *testing.T) {
			nele.Send("/network/partner", "/network/partner", url.Values{"name": {""}, "category": {"cgg"}}).
				Is(http.StatusUnprocessableEntity).Says("Schrijf de naam van de organisatie.", `value="cgg" selected`)
		})
		t.Run("a participant of another organisation may not", func(t *testing.T) {
			site.As(w.CLB).Send("/network/partner", "/network/partner", url.Values{"name": {"X"}, "category": {"cgg"}}).Is(http.StatusNotFound)
		})
	})
}
