package webtest

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/web"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// Handler serves routes for one person, without a test around it, for a program that is measured.
func Handler(gate *deed.Gate, by deed.By, origin string, routes []page.Route) http.Handler {
	who := page.Who{Actor: by.Actor, Keys: by.Keys, Language: livc.Dutch, NeedFresh: func(time.Time) error { return nil },
		Me: page.Me{Name: livc.NewContact("Test Persoon"), Organisation: "Test", Regime: livc.RegimeMunicipal, Municipal: true, ListHolder: true}}
	return web.New(web.Config{Doors: oneDoor{who: who}, Clock: gate.Clock, Log: slog.New(slog.DiscardHandler), Routes: routes, Menu: web.Menu,
		Origin: origin, Practice: true, Ready: func(context.Context) error { return nil }, PublicKey: []byte("k")})
}

// CookieOf is the cookie that such a server expects.
func CookieOf(hat livc.ID) string { return web.CookieName + "=" + string(hat) }

// oneDoor lets in one person with any cookie.
type oneDoor struct {
	doors
	who page.Who
}

func (d oneDoor) Resume(context.Context, string, time.Time) (page.Who, error) { return d.who, nil }
