package cli_test

import (
	"context"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"beraad.eu/internal/notify"
	"beraad.eu/internal/store"
	"beraad.eu/internal/web/webtest"
)

// postbox keeps letters in memory.
type postbox struct{ letters []notify.Letter }

// Send keeps one.
func (p *postbox) Send(_ context.Context, l notify.Letter) error {
	p.letters = append(p.letters, l)
	return nil
}

var (
	organisation = regexp.MustCompile(`<option value="([0-9a-z]{26})"[^>]*>Demerrode`)
	spoken       = regexp.MustCompile(`[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}`)
	linked       = regexp.MustCompile(`https://\S+(/enrol/[0-9a-z]{26})`)
)

// proves settled 19, R6.2-v, R4.1-e: from an empty machine to a mayor who holds the list, over pages alone
func TestFoundingReachesTheMayorsList(t *testing.T) {
	w := build(t)
	b, mayor := w.browser, webtest.Someone{Mail: "karim@demerrode.example"}
	b.Get("/people/new").At("/people/new")
	b.Send("/people/new", "organisation", organisation.FindStringSubmatch(b.Body)[1], "function", "mayor", "name", "Karim Haddad",
		"mail", mayor.Mail, "speaks_for", "organisation", "mandate", "zit voor", "secrecy", "official", "confirmed", "yes")
	person := b.Path
	if !strings.HasPrefix(person, "/people/") || person == "/people/new" {
		t.Fatalf("entering leads to %s: %s", person, webtest.Text(b.Body))
	}
	b.Get(person + "/invite").Send(person + "/invite")
	code := spoken.FindString(webtest.Text(b.Body))
	post := &postbox{}
	box := store.Outbox{DB: w.DB, Gate: w.Gate, People: w.People, Origin: w.Config.Origin}
	if err := (notify.Mailer{Outbox: box, Post: post, Origin: w.Config.Origin}).Run(t.Context(), w.Clock.Civil()); err != nil {
		t.Fatal(err)
	}
	if len(post.letters) != 1 || post.letters[0].To.Reveal() != mayor.Mail || strings.Contains(post.letters[0].Body, code) {
		t.Fatalf("%d letters; the code is said, not mailed", len(post.letters))
	}
	link := linked.FindStringSubmatch(post.letters[0].Body)[1]
	karim := w.other(t).Enrol(&mayor, link, code, w.Clock.Wall()).At("/waiting").Says("Je wacht op bevestiging")
	words := regexp.MustCompile(`<strong>((?:[a-z]+ ){7}[a-z]+)</strong>`).FindStringSubmatch(karim.Body)
	t.Run("both see the same eight words", func(t *testing.T) {
		if words == nil {
			t.Fatal("no words: " + webtest.Text(karim.Body))
		}
		b.Get(person + "/confirm").Says(words[1])
	})
	b.Send(person + "/confirm")
	karim.Get("/today").At("/today").Says("Karim Haddad", "burgemeester")
	karim.Get("/founding/list").Send("/founding/list")
	t.Run("the mayor holds the list", func(t *testing.T) {
		ids, err := w.DB.LivcRs(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		lists, err := w.DB.ListHolders(t.Context(), ids[0])
		if err != nil || len(lists) != 1 || !lists[0].Minted || lists[0].Holders != 1 {
			t.Fatalf("%v %v", lists, err)
		}
	})
	t.Run("the doctor, while the house is open, is red until somebody else holds it too", func(t *testing.T) {
		out, code := run(t, "doctor", "--config", filepath.Join(filepath.Dir(w.Config.Data), "beraad.toml"))
		if code != 1 || !strings.Contains(out, "red    Demerrode: one person holds the list\n       -> let the mayor appoint a second holder") {
			t.Errorf("%d\n%s", code, out)
		}
	})
}
