package signin_test

import (
	"net/http"
	"testing"
	"time"

	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/doors"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// proves W6: what a page does by itself is no press, however often
func TestW6_AScreenThatListensKeepsNobodySignedIn(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := open(t, db)
		p, hat, _ := h.mieke()
		in := doors.Doors{Door: h.door, Book: h.book}
		stands := func(cookie string) (livc.Actor, error) { return in.Stands(h.Context(), cookie, h.now) }
		h.later(time.Minute)
		b := h.browser().SignIn(p, h.now).At("/today")
		cookie := b.Cookie(page.SessionCookie)
		for range 14 {
			h.later(time.Minute)
			if who, err := stands(cookie); err != nil || who.Hat != hat {
				t.Fatalf("%s: %v", who.Hat, err)
			}
			r := b.Request(http.MethodGet, "/network", nil)
			r.Header.Set("Beraad-Region", "all")
			if got := b.Once(r); got.Status != http.StatusOK {
				t.Fatalf("a renewal is answered with %d", got.Status)
			}
		}
		h.later(2 * time.Minute)
		if _, err := stands(cookie); livc.KindOf(err) != livc.LockedKind {
			t.Errorf("after a quarter of an hour without a press: %v", err)
		}
		b.Get("/network")
		if b.Status != http.StatusUnauthorized {
			t.Errorf("the page is answered with %d", b.Status)
		}
		if _, err := stands("nonsense"); livc.KindOf(err) != livc.LockedKind {
			t.Errorf("a cookie of nobody: %v", err)
		}
	})
}
