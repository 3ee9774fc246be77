package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// asked reads a number from the environment.
func asked(name string, otherwise int) (n int) {
	if _, err := fmt.Sscan(os.Getenv(name), &n); err != nil {
		return otherwise
	}
	return n
}

// rounds is how often everything is measured, in turn with the bare machine.
func rounds() int { return asked("BERAAD_BENCH_ROUNDS", 3) }

// during is how long one operation is pressed in a round.
const during = 1500 * time.Millisecond

// run is one run of the bench: a small and a large installation, both served, and the bare machine.
type run struct {
	b            *testing.B
	small, large *server
	bare         *limits // nil without the program of the limits
	lines        []line

	list1, list16, listSmall, dossier1, dossier16, dossierSmall, write1, write16, page figures
	signIn1, signIn2                                                                   figures
	group, rehash, derive                                                              []float64
	verify                                                                             []float64 // ns a leaf
	quiet, busy                                                                        []time.Duration
	leaves                                                                             int64

	hub, heard, shown, many, knocked spreads
	failed                           []int64 // sign-ins, of each round
}

// BenchmarkBeraad measures the program beside the bare machine: make bench. BERAAD_BENCH_CASES says how many
// cases, of which a fifth stands in the largest of the LIVC R's; a tenth of them is the small installation.
func BenchmarkBeraad(b *testing.B) {
	cases := asked("BERAAD_BENCH_CASES", 200)
	r := &run{b: b, bare: openLimits(b)}
	bin := program(b)
	work := otherWork()
	small, large, fixed := fillBoth(b, cases)
	r.starts(bin, large)
	r.small, r.large = start(b, bin, small), start(b, bin, large)
	defer r.small.stop()
	defer r.large.stop()
	time.Sleep(2 * time.Second)
	r.memory("memory, idle after the start", r.large)
	for n := range rounds() {
		fmt.Printf("round %d of %d\n", n+1, rounds())
		r.round()
	}
	fmt.Println("waiting until the program has given its memory back")
	time.Sleep(70 * time.Second) // it does so every minute
	r.memory("memory, a minute after the load", r.large)
	r.size(small, large, fixed)
	r.report()
	fmt.Printf("\n%d cases (%d in the largest LIVC R) beside %d (%d); %d rounds; other work took %.0f %% of the machine while this ran\n",
		large.All, len(large.Cases), small.All, len(small.Cases), rounds(), 100*work())
}

// fillBoth fills an installation, with a copy of it at a tenth of the cases; empty is what it takes without cases.
func fillBoth(b *testing.B, cases int) (small, large *filled, empty float64) {
	b.Helper()
	folder := b.TempDir()
	f := found(b, folder, freePort(), livcRs(cases))
	empty = f.into.kilobytes()
	f.grow(cases / 10)
	small = f.copyTo(b, filepath.Join(folder, "small"), freePort())
	f.grow(cases)
	f.sit()
	must(f.house.DB.Wipe(b.Context()))
	must(f.house.Close())
	return small, f.into, empty
}

// starts measures the time from the start of the program to its first page.
func (r *run) starts(bin string, f *filled) {
	var took []time.Duration
	for range 7 {
		s := start(r.b, bin, f)
		took = append(took, s.took)
		s.stop()
	}
	first := middle(took, func(d time.Duration) time.Duration { return d })
	r.add(line{what: fmt.Sprintf("start to the first page, %d cases", f.All), ours: fmt.Sprintf("%.1f ms", ms(first)), value: ms(first), aim: 60, more: 30})
}

func (r *run) memory(what string, s *server) {
	mb := memoryOf(s.pid())
	r.add(line{what: what, ours: fmt.Sprintf("%.1f MB", mb), value: mb, aim: 45, more: 25})
}

func (r *run) size(small, large *filled, empty float64) {
	each := (large.kilobytes() - small.kilobytes()) / float64(large.All-small.All)
	r.add(line{what: "disk, for each further case", ours: fmt.Sprintf("%.1f KB (in all %.0f MB; %.0f MB of it without cases)", each, large.kilobytes()/1024, empty/1024)})
}

// round measures everything once.
func (r *run) round() {
	l, s := r.large, r.small
	in, inSmall := l.in(l.Coordinator, 500), s.in(s.Coordinator, 501)
	keeper, keeperSmall := l.in(l.Keeper, 502), s.in(s.Keeper, 503)
	if r.bare != nil {
		r.page = append(r.page, r.bare.direct(16, during))
	}
	list := func(v *visitor) func(int, int) error { return func(int, int) error { return v.get("/list") } }
	dossier := func(v *visitor, f *filled) func(int, int) error {
		return func(int, int) error { return v.get("/dossiers/" + string(f.Dossier)) }
	}
	r.list16 = append(r.list16, press(16, during, l.pid(), list(in)))
	r.listSmall = append(r.listSmall, press(16, during, s.pid(), list(inSmall)))
	r.list1 = append(r.list1, press(1, during, l.pid(), list(in)))
	r.dossier16 = append(r.dossier16, press(16, during, l.pid(), dossier(keeper, l.filled)))
	r.dossierSmall = append(r.dossierSmall, press(16, during, s.pid(), dossier(keeperSmall, s.filled)))
	r.dossier1 = append(r.dossier1, press(1, during, l.pid(), dossier(keeper, l.filled)))
	if r.bare != nil {
		r.group = append(r.group, r.bare.groupCommit())
	}
	// Each writes cases of his own: a form is refused after somebody else changed the same thing.
	step := func(c, i int) error { return in.write(string(l.Cases[(16*i+c)%(len(l.Cases)/16*16)]), i) }
	r.write16 = append(r.write16, press(16, during, l.pid(), step))
	r.write1 = append(r.write1, press(1, during, l.pid(), step))
	r.doors(in)
	r.meetings()
	r.log()
}

// doors measures signing in, and the list while sixteen people sign in at once.
func (r *run) doors(in *visitor) {
	n := min(12, len(r.large.Others))
	r.derive = append(r.derive, float64(derivation()))
	r.signIn1 = append(r.signIn1, r.large.signIns(r.large.arrive(n), 1))
	r.signIn2 = append(r.signIn2, r.large.signIns(r.large.arrive(n), 2))
	list := func() error { return in.get("/list") }
	stop := make(chan struct{})
	time.AfterFunc(2*during, func() { close(stop) })
	r.quiet = append(r.quiet, worst(pace(10*time.Millisecond, stop, list)))
	crowd := r.large.arrive(16)
	stop = make(chan struct{})
	go func() { r.large.signIns(crowd, len(crowd)); close(stop) }()
	r.busy = append(r.busy, worst(pace(10*time.Millisecond, stop, list)))
}

// log checks the log of the largest LIVC R, read from the database, on one core.
func (r *run) log() {
	if r.bare != nil {
		r.rehash = append(r.rehash, float64(r.bare.rehash()))
	}
	db, err := store.OpenSQLite(filepath.Join(r.large.Folder, "data"))
	must(err)
	defer db.Close()
	head, err := db.LogHead(r.b.Context(), r.large.Livc)
	must(err)
	begin := time.Now()
	found, err := audit.Verify(db.LeavesUntil(r.b.Context(), r.large.Livc, head.Frontier.Size), head.Frontier, nil, head.Frontier.Size, nil)
	took := time.Since(begin)
	must(err)
	if len(found) > 0 {
		r.b.Fatalf("the log does not verify: %v", found)
	}
	r.leaves = head.Frontier.Size
	r.verify = append(r.verify, float64(took)/float64(head.Frontier.Size))
}
