package transfer_test

import (
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/transfer"
	"beraad.eu/internal/web/webtest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// whole fails on a text that has no words in Dutch.
func whole(p webtest.Page) webtest.Page { return p.Never("⟦") }

func siteOf(w *storetest.Town) *webtest.Site { return webtest.New(w, transfer.Routes(w.Referrals())) }

func pages(t *testing.T, f func(t *testing.T, here, there *storetest.Town, c discussion.Case)) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		here, there := storetest.NewTown(t, db), storetest.NewTown(t, storetest.SQLite(t))
		f(t, here, there, storetest.ListedCase(here))
	})
}

var saidWords = regexp.MustCompile(`<p class="code" translate="no"><strong>([a-z ]+)</strong>`)

// words are the words that a page says to say.
func words(t *testing.T, p webtest.Page) string {
	t.Helper()
	m := saidWords.FindStringSubmatch(p.Body)
	if m == nil {
		t.Fatalf("no words on the page:\n%s", webtest.Text(p.Body))
	}
	return m[1]
}

// proves R4.1.4-a: from one town to the other by pages, without a script
func TestACaseGoesFromOneTownToTheOther(t *testing.T) {
	pages(t, func(t *testing.T, here, there *storetest.Town, c discussion.Case) {
		a, b := siteOf(here), siteOf(there)
		karim, nele, other := a.As(here.Mayor), a.As(here.Coordinator), b.As(there.Coordinator)
		at := "/cases/" + string(c.ID) + "/transfer"

		t.Run("the other town makes its address, and gives it as a text with eight words", func(t *testing.T) {
			whole(other.Get("/receive").Is(http.StatusOK)).Says("De lijst heeft nog geen adres.")
			whole(other.Get("/transfer").Is(http.StatusOK)).Says("heeft nog geen adres", "Maak het adres")
			b.LeftOpen(there.Coordinator).Send("/transfer", "/transfer", nil).Is(http.StatusSeeOther)
			if there.Count(`SELECT count(*) FROM record WHERE kind = 'transfer_address'`) != 0 {
				t.Error("a session left open made an address")
			}
			other = b.As(there.Coordinator)
			other.Send("/transfer", "/transfer", nil).Is(http.StatusSeeOther)
			whole(other.Get("/transfer").Is(http.StatusOK)).Says("Acht woorden", "age1pq1", "Maak een nieuw adres")
			whole(other.Get("/transfer/print").Is(http.StatusOK)).Says("age1pq1", words(t, other.Get("/transfer")))
		})
		address := other.Get("/transfer/file").Is(http.StatusOK)
		if address.Header.Get("Content-Disposition") != `attachment; filename="adres.txt"` || address.Header.Get("Cache-Control") != "no-store" {
			t.Errorf("%v", address.Header)
		}
		t.Run("calm before anything was made; the coordinator prepares and the mayor decides", func(t *testing.T) {
			whole(karim.Get(at).Is(http.StatusOK)).Says("Er is nog geen bestand gemaakt.", at+"/to").Never("De vier woorden")
			whole(nele.Get(at).Is(http.StatusOK)).Says("De burgemeester of de vertegenwoordiger maakt het bestand.").Never(at + "/to")
			nele.Get(at + "/to").Is(http.StatusNotFound)
			a.As(here.CLB).Get(at).Is(http.StatusNotFound)
		})
		t.Run("what is no address is said at the field; a pasted one and a file say the same words", func(t *testing.T) {
			karim.Send(at+"/to", at+"/to", url.Values{"to": {"age1pq1nonsens"}}).Is(http.StatusUnprocessableEntity).Says("Dit is geen adres van een lijst.", "age1pq1nonsens")
			pasted := whole(karim.Send(at+"/to", at+"/to", url.Values{"to": {address.Body}}).Is(http.StatusOK))
			sent := whole(karim.Upload(at+"/to", at+"/to", "address", []byte(address.Body)).Is(http.StatusOK))
			if words(t, pasted) != words(t, other.Get("/transfer")) || words(t, sent) != words(t, pasted) {
				t.Error("the towns see other words")
			}
			if got := karim.Get(at + "/file"); got.Status != http.StatusSeeOther || got.To != at+"/to" {
				t.Errorf("without an address it leads to %q", got.To)
			}
		})
		form := url.Values{"to": {address.Body}, "compared": {"yes"}, "along": {"birth_year"}, "reason": {"Verhuist deze maand."}, "contact": {"Karim Haddad, 013 00 00 00"}, "follow": {"other"}}
		send := func(p *webtest.Person, change func(url.Values)) webtest.Page {
			v := url.Values{"token": {p.Get(at).Token()}}
			for k, s := range form {
				v[k] = s
			}
			change(v)
			return p.Raw(http.MethodPost, at+"/file", v, nil)
		}
		t.Run("what is missing comes back filled", func(t *testing.T) {
			back := whole(send(karim, func(v url.Values) { v.Del("compared"); v.Del("follow") }).Is(http.StatusUnprocessableEntity))
			back.Says("Vergelijk eerst de acht woorden aan de telefoon.", "Kies wie opvolgt.", "Verhuist deze maand.", strings.Fields(address.Body)[3])
		})
		t.Run("a session left open is asked for the key, and the form comes back", func(t *testing.T) {
			left := a.LeftOpen(here.Mayor)
			if got := send(left, func(url.Values) {}); got.Status != http.StatusSeeOther || !strings.HasPrefix(got.To, "/step-up") {
				t.Fatalf("%d to %q", got.Status, got.To)
			}
			if here.Count(`SELECT count(*) FROM transfer`) != 0 {
				t.Error("a file was made")
			}
			karim = a.As(here.Mayor)
			whole(karim.Get(at+"/file?again").Is(http.StatusOK)).Says("Verhuist deze maand.", words(t, other.Get("/transfer")))
		})
		var file webtest.Page
		t.Run("the mayor gets a file under a neutral name, kept in no cache and nowhere here", func(t *testing.T) {
			token := karim.Get(at).Token()
			form.Set("token", token)
			file = karim.Raw(http.MethodPost, at+"/file", form, nil).Is(http.StatusOK)
			if name := file.Header.Get("Content-Disposition"); name != `attachment; filename="bericht-2026-11-24.age"` {
				t.Error(name)
			}
			if file.Header.Get("Cache-Control") != "no-store" || file.Header.Get("Content-Type") != "application/octet-stream" {
				t.Errorf("%v", file.Header)
			}
			file.Never("Verbeke", "Verhuist")
			if again := karim.Raw(http.MethodPost, at+"/file", form, nil); again.Status != http.StatusSeeOther || again.To != at {
				t.Errorf("a second press gives %d", again.Status)
			}
			if here.Count(`SELECT count(*) FROM transfer`) != 1 {
				t.Error("a second press made a second file")
			}
		})
		var referral string
		t.Run("the other town opens it: a referral, and four words to say back", func(t *testing.T) {
			got := other.Upload("/receive", "/receive", "file", []byte(file.Body)).Is(http.StatusSeeOther)
			referral = got.To
			whole(other.Get(referral).Is(http.StatusOK)).Says("Zeg vier woorden terug", "De andere gemeente rondt af").Never("Verbeke")
			b.As(there.CLB).Get(referral).Is(http.StatusNotFound)
		})
		t.Run("the four words are typed back, and the page says how it ends here", func(t *testing.T) {
			whole(karim.Get(at)).Says("De vier woorden", "De andere gemeente zei de vier woorden nog niet terug.").Never(words(t, other.Get(referral)))
			whole(nele.Send(at, at, url.Values{"words": {"toe mar"}}).Is(http.StatusUnprocessableEntity)).Says("Deze woorden horen niet bij een bestand van deze casus.", "toe mar")
			nele.Send(at, at, url.Values{"words": {words(t, other.Get(referral))}}).Is(http.StatusSeeOther)
			whole(karim.Get(at)).Says("De andere gemeente heeft het", "Wis de casus hier").Never("Kijk na")
		})
	})
}

// Every way in which a file stays closed is said at the field, and nothing is kept.
func TestAFileThatStaysClosedSaysWhy(t *testing.T) {
	pages(t, func(t *testing.T, here, there *storetest.Town, c discussion.Case) {
		to := there.Address()
		file := here.Sent(c, to)
		p := siteOf(there).As(there.Mayor)
		for says, odd := range map[string][]byte{
			"Kies een bestand.":           {},
			"Dit bestand is te groot.":    make([]byte, deed.MaxTransfer+1),
			"Dit bestand gaat niet open.": []byte("%PDF-1.7 een ander bestand"),
		} {
			whole(p.Upload("/receive", "/receive", "file", odd).Is(http.StatusUnprocessableEntity)).Says(says)
		}
		t.Run("also when it is bigger than what is read", func(t *testing.T) {
			whole(p.Upload("/receive", "/receive", "file", make([]byte, 9<<20)).Is(http.StatusUnprocessableEntity)).Says("Dit bestand is te groot.")
		})
		t.Run("a form without a file, and one without a token", func(t *testing.T) {
			whole(p.Send("/receive", "/receive", nil).Is(http.StatusUnprocessableEntity)).Says("Kies een bestand.")
			p.SendFile("/receive", "made.up", "file", file).Is(http.StatusConflict)
		})
		if there.Count(`SELECT count(*) FROM referral`)+there.Count(`SELECT count(*) FROM arrival`) != 0 {
			t.Error("something was kept")
		}
		t.Run("once it is open a second time says so, and a second press leads to the first", func(t *testing.T) {
			token := p.Get("/receive").Token()
			first := p.SendFile("/receive", token, "file", file).Is(http.StatusSeeOther)
			if again := p.SendFile("/receive", token, "file", file).Is(http.StatusSeeOther); again.To != first.To {
				t.Error("a second press leads elsewhere")
			}
			there.Pass(1e9)
			whole(p.Upload("/receive", "/receive", "file", file).Is(http.StatusUnprocessableEntity)).Says("Dit bestand werd al geopend.")
		})
		t.Run("nothing of a file touches the disk", func(t *testing.T) {
			left, err := os.ReadDir(os.TempDir())
			there.Must(err)
			for _, f := range left {
				if strings.HasPrefix(f.Name(), "multipart-") {
					t.Errorf("%s was left", f.Name())
				}
			}
		})
	})
}

// settled 29: by mouth or sealed letter always works too; the letter says nothing of a person, a code or this conference.
func TestTheLetterIsNeutral(t *testing.T) {
	pages(t, func(t *testing.T, here, _ *storetest.Town, c discussion.Case) {
		site := siteOf(here)
		p, at := site.As(here.Mayor), "/cases/"+string(c.ID)+"/transfer/letter"
		for language, says := range map[string]string{"": "Geachte collega,", "nl": "Geachte collega,", "en": "Dear colleague,", "xx": "Geachte collega,"} {
			letter := whole(p.Get(at + "?language=" + language).Is(http.StatusOK)).Says(says)
			letter.Never("Verbeke", c.Code, "radicalis")
			if strings.Contains(webtest.Text(letter.Body), "LIVC") {
				t.Error("the letter names the conference")
			}
		}
		site.As(here.CLB).Get(at).Is(http.StatusNotFound)
	})
}
