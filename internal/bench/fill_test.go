package bench

import (
	"context"
	"fmt"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"beraad.eu/internal/cli"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// filled is an installation with cases, and who can sign in there.
type filled struct {
	Folder, Origin string // the folder holds beraad.toml, data and keys
	Livc           livc.ID
	Cases          []livc.ID // of the largest LIVC R
	Dossier        livc.ID   // with records own records
	Coordinator    *account  // of the largest LIVC R
	Keeper         *account  // of the dossier
	Others         []*account
	Sittings       []sitting
	All            int // cases in every LIVC R
}

// records is how many records the measured own dossier holds.
const records = 50

// filling is a play of many LIVC R's in one installation; its people do everything through the gate.
type filling struct {
	b      *testing.B
	house  *cli.House
	towns  []*storetest.Town // the largest first
	made   atomic.Int64
	begun  time.Time
	mu     sync.Mutex
	people map[livc.ID]*account // by hat
	others []company            // who sit at meetings
	joined map[livc.ID]int      // how many of them have a hat in a LIVC R
	cases  []livc.ID
	into   *filled
}

// livcRs is over how many LIVC R's so many cases are spread: fifty, of which the first has a fifth.
func livcRs(cases int) int { return min(50, max(10, cases/20)) }

// found makes an installation with empty LIVC R's and their people.
func found(b *testing.B, folder, port string, livcRs int) *filling {
	b.Helper()
	c := cli.Config{Data: filepath.Join(folder, "data"), Keys: filepath.Join(folder, "keys"), Origin: "http://localhost:" + port,
		Listen: "127.0.0.1:" + port, Practice: true}
	h, err := cli.Found(context.Background(), c, filepath.Join(folder, "beraad.toml"))
	must(err)
	// The play begins in the past, so that its meeting is over today.
	h.Clock.SetOffset(-40 * 24 * time.Hour)
	f := &filling{b: b, house: h, begun: time.Now(), people: map[livc.ID]*account{}, joined: map[livc.ID]int{}, into: &filled{Folder: folder, Origin: c.Origin}}
	f.practiceFolder()
	land := &storetest.Town{T: b, DB: h.DB, Region: livc.Flanders, Clock: h.Clock, Gate: h.Gate, Support: h.Support, Let: f.let}
	for i := range livcRs {
		f.towns = append(f.towns, land.Neighbour())
		f.progress("LIVC R's with their people", i+1, livcRs)
	}
	w := f.towns[0]
	f.dossier(w)
	f.into.Livc, f.into.Coordinator, f.into.Keeper = w.Livc, f.people[w.Coordinator.Hat], f.people[w.CLB.Hat]
	for _, w := range f.towns[1:] {
		f.into.Others = append(f.into.Others, f.people[w.Mayor.Hat], f.people[w.Coordinator.Hat])
	}
	h.Clock.SetOffset(0)
	return f
}

// dossier plays a meeting about a case, after which the CLB keeps a dossier of its own.
func (f *filling) dossier(w *storetest.Town) {
	w.OwnFileOn("CLB", w.CLB)
	e := storetest.NewEvening(w)
	e.Followed()
	e.Closed()
	s, ctx := &processing.Service{Gate: w.Gate, Book: f.house.Processing.Book}, w.Context()
	note := processing.EntryText{OwnWords: text("eigen"), Why: text("reden")}
	id, err := s.Register(ctx, w.CLB, e.Case.ID, processing.Register{Item: e.Item, Manner: processing.KeptHere, Note: note})
	must(err)
	for range records - 1 {
		must(s.AddNote(ctx, w.CLB, id, note))
	}
	f.into.Dossier = id
}

func text(word string) livc.Secret {
	return livc.NewSecret(fmt.Sprintf("Er is afgesproken dat wij hem elke week zien en dat wij met zijn ouders spreken (%s).", word))
}

// grow plays cases until there are so many, a fifth of them in the largest LIVC R.
func (f *filling) grow(cases int) {
	from := int(f.made.Load())
	largest := cases / 5
	var all sync.WaitGroup
	turn := make(chan *storetest.Town)
	for range 8 {
		all.Go(func() {
			for w := range turn {
				f.listed(w, cases)
			}
		})
	}
	for i, w := range f.towns {
		n := (cases - largest) / max(1, len(f.towns)-1)
		had := (from - from/5) / max(1, len(f.towns)-1)
		if i == 0 {
			n, had = largest, from/5
		}
		for range n - had {
			turn <- w
		}
	}
	close(turn)
	all.Wait()
	f.into.All, f.into.Cases = int(f.made.Load()), f.cases
}

// listed plays one case from what was told to its next step on the list.
func (f *filling) listed(w *storetest.Town, of int) {
	n := int(f.made.Add(1))
	c := w.Listed(storetest.Story(fmt.Sprintf("Voornaam%d", n), fmt.Sprintf("Naam%d", n), "2008"))
	must(f.house.Referrals.SetNextStep(context.Background(), w.Coordinator, c.ID, text("stap")))
	if w == f.towns[0] {
		f.mu.Lock()
		f.cases = append(f.cases, c.ID)
		f.mu.Unlock()
	}
	if n%100 == 0 || n == of {
		f.progress("cases", n, of)
	}
}

func (f *filling) progress(what string, n, of int) {
	fmt.Printf("\rfilling: %d of %d %s, %.0f s   ", n, of, what, time.Since(f.begun).Seconds())
	if n == of {
		fmt.Println()
	}
}
