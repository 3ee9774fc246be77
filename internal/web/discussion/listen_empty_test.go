package discussion_test

import (
	"net/http"
	"net/url"
	"testing"

	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	web "beraad.eu/internal/web/discussion"
	"beraad.eu/internal/web/webtest"
)

// proves R2.1-e
func TestNothingToReadAloudAsksForOneFact(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		nele := webtest.New(w, web.RoutesBefore(w.Referrals(), "https://beraad.example")).As(w.Coordinator)
		nele.Send("/listen", "/listen", url.Values{"do": {"read"}, "danger": {"no"}}).Is(http.StatusUnprocessableEntity).Says("fact_1")
	})
}
