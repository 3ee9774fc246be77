package proof

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/internal/canary"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// noLog makes the log refuse every new line, as a full disk or a missing right does.
func noLog(w *storetest.Town) {
	w.T.Helper()
	if w.DB.Engine() == "sqlite" {
		sql(w, `CREATE TRIGGER no_log BEFORE INSERT ON log_leaf BEGIN SELECT RAISE(FAIL, 'no room for the log'); END`)
		return
	}
	sql(w, `CREATE FUNCTION no_log() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'no room for the log'; END $$ LANGUAGE plpgsql`)
	sql(w, `CREATE TRIGGER no_log BEFORE INSERT ON log_leaf FOR EACH ROW EXECUTE FUNCTION no_log()`)
}

func TestL2_WithoutALogNothingIsShownAndNothingChanges(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		x := newWorld(storetest.NewTown(t, db), canary.New())
		s := site(x.Town)
		nele := s.As(x.Coordinator)
		form := nele.Get("/network/partner").Token()
		nele.Get("/list").Is(http.StatusOK).Says(canary.Stem)
		noLog(x.Town)
		before := rows(x.Town)
		for _, path := range []string{"/list", "/today", "/network", "/refer", "/referrals/" + string(x.objects["referral"]), "/meetings/" + string(x.objects["meeting"])} {
			p := nele.Get(path).Is(http.StatusServiceUnavailable).Never(canary.Stem)
			if !strings.Contains(p.Body, refOf(s.Log.String())) {
				t.Errorf("%s gives no reference that stands in the messages", path)
			}
		}
		nele.Raw(http.MethodPost, "/network/partner", url.Values{"token": {form}, "name": {"CGG"}, "category": {"cgg"}}, nil).Is(http.StatusServiceUnavailable)
		if list := changed(before, rows(x.Town)); len(list) > 0 {
			t.Errorf("without a log %v changed", list)
		}
		if found := x.flock.In("messages", []byte(s.Log.String())); len(found) > 0 {
			t.Errorf("the messages hold %v", found)
		}
	})
}

// refOf is the reference of the last failure in the messages of the program.
func refOf(log string) string {
	at := strings.LastIndex(log, `"ref":"`)
	if at < 0 {
		return "no reference"
	}
	ref, _, _ := strings.Cut(log[at+len(`"ref":"`):], `"`)
	return ref
}

// sick is a town whose database can be made ill, with the coordinator at work.
type sick struct {
	*world
	site *webtest.Site
	nele *webtest.Person
	form url.Values
}

// whenIll asks for pages and sends a form while the database is ill: nothing is shown, nothing changes,
// the answer has a reference that stands in the messages. Afterwards the log is whole, and the same form
// acts, once.
func (k *sick) whenIll(t *testing.T, ill storetest.Illness) {
	t.Helper()
	for _, path := range []string{"/list", "/today", "/refer", "/referrals/" + string(k.objects["referral"]), "/meetings/" + string(k.objects["meeting"])} {
		p := k.nele.Get(path)
		if p.Status != http.StatusServiceUnavailable || strings.Contains(p.Body, canary.Stem) || !strings.Contains(p.Body, refOf(k.site.Log.String())) {
			t.Errorf("%s, and %s is answered %d, or shows a text, or gives no reference", ill.Name, path, p.Status)
		}
	}
	if p := k.nele.Raw(http.MethodPost, "/network/partner", k.form, nil); p.Status != http.StatusServiceUnavailable {
		t.Errorf("%s, and a form is answered %d", ill.Name, p.Status)
	}
}

// Locked, full, set to reading only, or gone: 503 with a reference, nothing shown and nothing half done.
func TestL2_AnIllDatabaseShowsNothingAndChangesNothing(t *testing.T) {
	storetest.Hasty(t, func(t *testing.T, db *store.DB) {
		x := newWorld(storetest.NewTown(t, db), canary.New())
		k := &sick{world: x, site: site(x.Town)}
		k.nele = k.site.As(x.Coordinator)
		before, leaves := rows(x.Town), len(x.Log())
		n := 0
		storetest.Ill(t, db, func(ill storetest.Illness) {
			n++
			k.form = url.Values{"token": {k.token()}, "name": {fmt.Sprintf("CGG %d", n)}, "category": {"cgg"}}
			k.whenIll(t, ill)
		})
		if list := changed(before, rows(x.Town)); len(list) > 0 || len(x.Log()) != leaves {
			t.Errorf("while it was ill %v changed, and %d lines were written", list, len(x.Log())-leaves)
		}
		x.Verify()
		k.nele.Get("/list").Is(http.StatusOK).Says(canary.Stem)
		one := k.nele.Raw(http.MethodPost, "/network/partner", k.form, nil).Is(http.StatusSeeOther)
		two := k.nele.Raw(http.MethodPost, "/network/partner", k.form, nil).Is(http.StatusSeeOther)
		if one.To != two.To || n < 3 {
			t.Errorf("healed, the form leads to %s and %s; %d illnesses", one.To, two.To, n)
		}
		if found := x.flock.In("messages", []byte(k.site.Log.String())); len(found) > 0 {
			t.Errorf("the messages hold %v", found)
		}
	})
}

// token makes the token of a form as a page that was opened before would.
func (k *sick) token() string {
	return page.TokensOf([]byte(string(k.Coordinator.Hat)), k.Clock.Civil()).New(k.Coordinator.Hat)
}

// A database that is gone is no database that is empty.
func TestL2_ADatabaseThatIsGoneShowsNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := site(w)
		p := s.As(w.Coordinator)
		p.Get("/network").Is(http.StatusOK)
		w.Must(db.Close())
		for _, path := range []string{"/network", "/list", "/today"} {
			p.Get(path).Is(http.StatusServiceUnavailable).Never("Lotte Claes")
		}
	})
}

// brittle is a database whose commits can be made to fail, and which tells when one succeeded.
type brittle struct {
	deed.Store
	fail    atomic.Bool
	commits atomic.Int64
}

func (b *brittle) Write(ctx context.Context, lane string, f func(deed.Batch) error) error {
	err := b.Store.Write(ctx, lane, func(batch deed.Batch) error {
		if err := f(batch); err != nil {
			return err
		}
		if b.fail.Load() {
			return errors.New("the disk is full")
		}
		return nil
	})
	if err == nil {
		b.commits.Add(1)
	}
	return err
}

// late are keys that are asked for only when a text is opened.
type late struct {
	deed.Keys
	asked func()
}

func (l late) Hat() *seal.Hat { l.asked(); return l.Keys.Hat() }

// The line of the log is committed before the first text is opened; when the commit fails the text stays
// closed and the change is gone.
func TestL1_TheLogIsCommittedBeforeATextIsOpened(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c := container(w, w.Mayor, livc.OfficeContainer, "gesprek", w.Mayor.Hat)
		b := &brittle{Store: db}
		w.Gate = gateOf(w, 1, map[uint32][]byte{1: w.Epoch})
		w.Gate.Store = b
		var v text
		by := w.Mayor
		afresh(by)
		before, leaves := b.commits.Load(), len(w.Log())
		by.Keys = late{by.Keys, func() {
			if b.commits.Load() == before {
				t.Error("a key was used before the log was committed")
			}
		}}
		open := func() error {
			return w.Gate.Look(w.Context(), by, access.ViewToday, access.Whole(w.Livc), func(tx *deed.Tx) error { return tx.Later(c, "one", &v) })
		}
		b.fail.Store(true)
		if err := open(); err == nil || !v.Text.Empty() || len(w.Log()) != leaves {
			t.Errorf("without a commit: %v, %d letters, %d new leaves", err, v.Text.Len(), len(w.Log())-leaves)
		}
		b.fail.Store(false)
		if err := open(); err != nil || v.Text.Reveal() != "gesprek" || len(w.Log()) != leaves+1 {
			t.Errorf("with a commit: %v, %d letters", err, v.Text.Len())
		}
		before = -1
		b.fail.Store(true)
		if err := act(w, by, func(tx *deed.Tx) error { return tx.Keep(c, "one", "note", text{livc.NewSecret("anders")}) }); err == nil {
			t.Error("a change was acknowledged without a commit")
		}
		b.fail.Store(false)
		if err := open(); err != nil || v.Text.Reveal() != "gesprek" {
			t.Errorf("after a failed change it reads %q, %v", v.Text.Reveal(), err)
		}
		w.Verify()
	})
}

// proves L6
func TestL5_TheLogOfAWholeStoryHoldsIdsAndWordsOnly(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		x := newWorld(storetest.NewTown(t, db), canary.New())
		s := site(x.Town)
		s.As(x.OCMW).Get("/list/" + string(x.objects["case"])).Is(http.StatusNotFound)
		s.As(x.OCMW).Get("/list/%0aAuthorised:true")
		refused := 0
		for r, err := range x.DB.Leaves(x.Context(), x.Livc) {
			x.Must(err)
			if found := x.flock.In("leaf", r.Payload); len(found) > 0 {
				t.Errorf("a leaf holds %v", found)
			}
			e, err := audit.ParseEntry(r.Payload)
			x.Must(err)
			if !e.Authorised {
				refused++
			}
			if _, err := livc.ParseID(string(e.Object)); err != nil && len(e.Object) > 2 && !strings.HasPrefix(string(e.Kind), "protocol") {
				t.Errorf("a leaf of %s is about %q", e.Action, e.Object)
			}
		}
		if refused == 0 {
			t.Error("the refusal stands in no leaf")
		}
		x.Verify()
	})
}

func TestP7_ASecondPressTheBackButtonAndASecondTab(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := site(w)
		nele := s.As(w.Coordinator)
		form := url.Values{"token": {nele.Get("/network/partner").Token()}, "name": {"CGG Hageland"}, "category": {"cgg"}}
		count := func() (n int) {
			look(w, w.Mayor, func(tx *deed.Tx) error {
				list, err := store.Support{}.Organisations(w.Context(), tx)
				for _, o := range list {
					if o.Name == "CGG Hageland" {
						n++
					}
				}
				return err
			})
			return n
		}
		first := nele.Raw(http.MethodPost, "/network/partner", form, nil).Is(http.StatusSeeOther)
		again := nele.Raw(http.MethodPost, "/network/partner", form, nil).Is(http.StatusSeeOther)
		nele.Get("/network/partner") // looks elsewhere, and comes back to the old form
		back := nele.Raw(http.MethodPost, "/network/partner", form, nil).Is(http.StatusSeeOther)
		if first.To != again.To || first.To != back.To || count() != 1 {
			t.Errorf("three presses lead to %s, %s and %s, and made %d", first.To, again.To, back.To, count())
		}
		s.As(w.Mayor).Raw(http.MethodPost, "/network/partner", form, nil).Is(http.StatusConflict) // the form of another hat

		referral := w.Proposed(storetest.Story("Nora", "Claes", "1999"))
		karim, path := s.As(w.Mayor), "/referrals/"+string(referral)+"/decide"
		one, two := karim.Get(path), karim.Get(path)
		send := func(token string) int {
			return karim.Raw(http.MethodPost, path, url.Values{"token": {token}, "verdict": {"not_list"}, "reason": {"regular_help"}}, nil).Status
		}
		if a, b := send(one.Token()), send(two.Token()); a != http.StatusSeeOther || b != http.StatusConflict {
			t.Errorf("two tabs answer %d and %d", a, b)
		}
	})
}

// Whoever sees a personal text leaves a leaf under a pseudonym before the page is there, and no leaf can
// be changed afterwards without being found.
//
// proves R6.2-x, R2.3.5-m, L1, L4, L5
func TestInvariant23_EveryViewOfPersonalDataIsInALogThatShowsTampering(t *testing.T) {
	x, s := told(t, canary.New())
	size := func() int64 {
		head, err := x.DB.LogHead(x.Context(), x.Livc)
		x.Must(err)
		return head.Frontier.Size
	}
	before, shown := size(), 0
	browse(x, s, func(v visit) {
		now := size()
		if found := x.flock.In(v.path, []byte(v.page.Body)); len(found) > 0 {
			if shown++; now <= before {
				t.Errorf("%s shows the %s a personal text without a leaf", v.pattern, v.who)
			}
		}
		before = now
	})
	if shown < 40 {
		t.Errorf("only %d pages showed a personal text: the test has no teeth", shown)
	}
	log := x.Log()
	hats := map[livc.ID]bool{}
	for _, by := range everybody(x.Town) {
		hats[by.Hat] = true
	}
	seen := 0
	for _, e := range log[len(log)-shown:] {
		if hats[e.Hat] {
			seen++
		}
	}
	if seen < shown*9/10 {
		t.Errorf("only %d of the last %d leaves are of who looked", seen, shown)
	}
	x.Verify()
	tampered := func(what string) {
		head, err := x.DB.LogHead(x.Context(), x.Livc)
		x.Must(err)
		findings, err := audit.Verify(x.DB.LeavesUntil(x.Context(), x.Livc, head.Frontier.Size), head.Frontier, nil, head.Frontier.Size, nil)
		if err == nil && len(findings) == 0 {
			t.Errorf("%s is not found", what)
		}
	}
	var payload []byte
	x.Must(x.DB.Pools()[0].QueryRow(`SELECT payload FROM log_leaf WHERE livc = $1 AND idx = 4`, x.Livc).Scan(&payload))
	x.Exec(`UPDATE log_leaf SET payload = (SELECT o.payload FROM log_leaf o WHERE o.livc = $1 AND o.idx = 5) WHERE livc = $1 AND idx = 4`, x.Livc)
	tampered("a leaf that says what another says")
	x.Exec(`UPDATE log_leaf SET payload = $2 WHERE livc = $1 AND idx = 4`, x.Livc, payload)
	x.Verify()
	x.Exec(`DELETE FROM log_leaf WHERE livc = $1 AND idx = 7`, x.Livc)
	tampered("a leaf that is gone")
}
