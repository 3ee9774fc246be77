package cli

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestWhileTheTownIsPlayedAPageThatRenewsItselfWaits(t *testing.T) {
	ask := func(region string) *httptest.ResponseRecorder {
		r, w := httptest.NewRequest(http.MethodGet, "/today", nil), httptest.NewRecorder()
		if region != "" {
			r.Header.Set("Beraad-Region", region)
		}
		new(stage).ServeHTTP(w, r)
		return w
	}
	if w := ask(""); w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "Even geduld") {
		t.Errorf("a person reads %d %s", w.Code, w.Body)
	}
	if w := ask("all"); w.Code != http.StatusServiceUnavailable || w.Body.Len() > 0 {
		t.Errorf("a page that renews itself gets %d %s", w.Code, w.Body)
	}
}
