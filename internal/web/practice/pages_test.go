package practice_test

import (
	"context"
	"net/url"
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/practice"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// proves settled 26
func TestARealInstallationHasNoHall(t *testing.T) {
	p := practice.Pages{Gate: deed.New(deed.Parts{Practice: false})}
	if list := p.Routes(); len(list) > 0 {
		t.Errorf("a real installation serves %s", list[0].Pattern)
	}
}

// hall is a hall in which nothing happens.
type hall struct {
	cast  practice.Cast
	moves []practice.Move
	mails []practice.Mail
	anew  int

	thought string
	played  []practice.Act
	scene   practice.Scene
	astray  error
}

func (h *hall) Cast() practice.Cast                            { return h.cast }
func (h *hall) Moves() []practice.Move                         { return h.moves }
func (h *hall) Mails(context.Context) ([]practice.Mail, error) { return h.mails, nil }
func (h *hall) Anew()                                          { h.anew++ }
func (h *hall) Forward(_ context.Context, s practice.Stride) error {
	h.moves = append(h.moves, practice.Move{From: "2026-11-24", To: s.After("2026-11-24"), Forgotten: 2, Reminded: 1})
	return nil
}

func (h *hall) Worry() practice.Worry {
	return practice.Worry{Example: "Hij is de enige keeper van de ploeg.", General: "Een jongere."}
}
func (h *hall) Think(_ context.Context, text livc.Secret) error {
	h.thought = text.Reveal()
	if strings.Contains(h.thought, "keeper") {
		return livc.Invalid("think_along.recognisable").At("saw")
	}
	return nil
}
func (h *hall) Perform(_ context.Context, a practice.Act) error {
	h.played = append(h.played, a)
	return h.astray
}
func (h *hall) Scene(context.Context) (practice.Scene, error) { return h.scene, h.astray }
func (h *hall) Name(context.Context) (discussion.Identity, error) {
	return discussion.Identity{First: livc.NewSecret("Milan")}, h.astray
}

// book knows nobody.
type book struct{ identity.Faces }

func (book) Person(context.Context, identity.Tx, livc.ID) (identity.Person, error) {
	return identity.Person{}, livc.NotFound()
}
func (book) Read(_ context.Context, f func(identity.Tx) error) error { return f(nil) }

func visit(t *testing.T) (*hall, *webtest.Person) {
	t.Helper()
	w := storetest.NewTown(t, storetest.SQLite(t))
	h := &hall{cast: practice.Cast{Roles: []practice.Role{{Stem: "mayor", Name: "Karim Haddad"}, {Stem: "clb", Name: "Lotte Claes"}}}}
	site := webtest.New(w, practice.Pages{Hall: h, Gate: w.Gate, Book: book{}}.Routes())
	return h, site.As(w.Coordinator)
}

func TestTheFirstPageAsksWhoYouAre(t *testing.T) {
	_, p := visit(t)
	p.Get("/").Is(200).Says("Wie ben je vandaag?", "Karim, burgemeester", "Lotte, CLB", "Een gedeeld dossier bestaat niet.")
	p.Send("/", "/practice/as", url.Values{"role": {"nobody"}}).Is(404)
	p.Send("/", "/practice/as", nil).Is(404) // who plays no role has no key here
}

// proves settled 25
func TestTheClockGoesForwardOnly(t *testing.T) {
	h, p := visit(t)
	p.Get("/practice/clock").Is(200).Says("De klok staat nog op vandaag.", "Een jaar")
	p.Send("/practice/clock", "/practice/clock", url.Values{"stride": {"back"}}).Is(422)
	if len(h.moves) != 0 {
		t.Error("a stride that does not exist moved the clock")
	}
	if to := p.Send("/practice/clock", "/practice/clock", url.Values{"stride": {"year"}}).Is(303).To; to != "/practice/clock" {
		t.Errorf("it leads to %s", to)
	}
	p.Get("/practice/clock").Says("24 november 2027", "2 casussen, dossiers of aanmeldingen zijn vergeten.", "Er vertrok één herinnering.")
}

func TestTheMailTrayShowsWhatWouldHaveLeft(t *testing.T) {
	h, p := visit(t)
	p.Get("/practice/mail").Is(200).Says("Er is nog geen bericht.")
	h.mails = []practice.Mail{{Day: "2026-11-24", To: "Lotte Claes", Subject: "Er wacht iets op je", Content: "Meld je aan."}}
	p.Get("/practice/mail").Says("Aan Lotte Claes", "Er wacht iets op je", "Meld je aan.")
}

func TestANewTownIsAskedFirst(t *testing.T) {
	h, p := visit(t)
	p.Get("/practice/anew").Is(200).Says("Alles wat je hier deed, verdwijnt.")
	if h.anew != 0 {
		t.Error("looking at the question played a new town")
	}
	p.Send("/practice/anew", "/practice/anew", nil).Is(303)
	if h.anew != 1 {
		t.Errorf("%d new towns were asked for", h.anew)
	}
}

// proves settled 26: who founded a practice installation has a clock and a mail tray, and keys of his own
func TestAFoundedHallHasNoRolesToTake(t *testing.T) {
	w := storetest.NewTown(t, storetest.SQLite(t))
	h := &hall{mails: []practice.Mail{{Day: "2026-11-24", To: "Karim Haddad", Subject: "Je toegang", Content: "Open dit adres.", Link: "http://localhost/enrol/abc"}}}
	p := webtest.New(w, practice.Pages{Hall: h, Gate: w.Gate, Book: book{}}.Routes()).As(w.Coordinator)
	for _, path := range []string{"/practice/walk", "/practice/walk/table", "/practice/role-play", "/practice/anew"} {
		p.Get(path).Is(404)
	}
	p.Send("/practice/clock", "/practice/as", url.Values{"role": {"mayor"}}).Is(404)
	p.Send("/practice/clock", "/practice/play/year", nil).Is(404)
	p.Get("/practice/clock").Is(200).Says("Terug kan niet.")
	p.Get("/practice/mail").Is(200).Says("Aan Karim Haddad", "Open deze link")
}
