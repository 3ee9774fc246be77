package bench

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"beraad.eu/internal/cli"
)

// keep names a folder in which a filled installation stays from one run to the next, so that a profile
// shows the pages and not the filling.
const keep = "BERAAD_BENCH_FOLDER"

// house serves a small installation in this process.
func house(b *testing.B, cases int) (*cli.House, *filled, *visitor) {
	b.Helper()
	f := kept(b, cases)
	var c cli.Config
	_, err := toml.DecodeFile(filepath.Join(f.Folder, "beraad.toml"), &c)
	must(err)
	h, err := cli.OpenHouse(context.Background(), c, slog.New(slog.DiscardHandler))
	must(err)
	b.Cleanup(func() { _ = h.Close() })
	s, err := h.Server()
	must(err)
	v := newVisitor(f.Origin, inside{s})
	must(v.signIn(f.Coordinator))
	b.Cleanup(f.save)
	return h, f, v
}

// save writes down who can sign in, and which codes were used.
func (f *filled) save() {
	text, err := json.Marshal(f)
	must(err)
	must(os.WriteFile(filepath.Join(f.Folder, "filled.json"), text, 0o600))
}

// kept gives the installation that stands in the folder, or fills one.
func kept(b *testing.B, cases int) *filled {
	b.Helper()
	folder := os.Getenv(keep)
	if folder == "" {
		folder = b.TempDir()
	}
	f, file := new(filled), filepath.Join(folder, "filled.json")
	if text, err := os.ReadFile(file); err == nil {
		must(json.Unmarshal(text, f))
		return f
	}
	p := found(b, folder, "8080", 2)
	p.grow(cases)
	p.sit()
	must(p.house.Close())
	p.into.save()
	return p.into
}

// BenchmarkInside measures pages without the network, for profiles:
// go test ./internal/bench -run '^$' -bench Inside/list -benchtime 3s -cpuprofile cpu.out
func BenchmarkInside(b *testing.B) {
	_, f, v := house(b, 300)
	keeper := newVisitor(f.Origin, v.client.Transport)
	must(keeper.signIn(f.Keeper))
	var mu sync.Mutex
	n := 0
	step := func() error { // one after the other: a form is refused after somebody else changed the same thing
		mu.Lock()
		defer mu.Unlock()
		n++
		return v.write(string(f.Cases[n%len(f.Cases)]), n)
	}
	table := atTable(f, v.client.Transport)
	for name, op := range map[string]func() error{
		"mine":    table.looks,
		"share":   table.shares,
		"list":    func() error { return v.get("/list") },
		"dossier": func() error { return keeper.get("/dossiers/" + string(f.Dossier)) },
		"write":   step,
		"today":   func() error { return v.get("/today") },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetParallelism(8)
			before := ownCPU()
			b.RunParallel(func(p *testing.PB) {
				for p.Next() {
					if err := op(); err != nil {
						b.Error(err)
						return
					}
				}
			})
			b.ReportMetric(float64((ownCPU()-before).Microseconds())/float64(b.N), "cpu-µs/op")
		})
	}
}

// table is a meeting without the network, in whose room as many facts stand as there are people.
type table struct {
	sitting
	people []*visitor
	turn   atomic.Int64
}

func atTable(f *filled, through http.RoundTripper) *table {
	t := &table{sitting: f.Sittings[0]}
	t.people = t.visitors(func(int) *visitor { return newVisitor(f.Origin, through) })
	t.empty(t.people[0])
	for range t.people {
		must(t.shares())
	}
	return t
}

func (t *table) next() *visitor { return t.people[int(t.turn.Add(1))%len(t.people)] }

func (t *table) looks() error {
	_, err := t.next().renew(t.mine())
	return err
}

func (t *table) shares() error { return t.next().share(t.sitting, "") }

// ownCPU is the processor time of this process so far.
func ownCPU() time.Duration {
	var u syscall.Rusage
	must(syscall.Getrusage(syscall.RUSAGE_SELF, &u))
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
