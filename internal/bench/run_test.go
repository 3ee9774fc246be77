package bench

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	webdiscussion "beraad.eu/internal/web/discussion"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// served is the environment variable that turns this test binary into the server that is measured.
const served = "BERAAD_BENCH_SERVER"

// scene is what the server needs to go on with a database that was filled before.
type scene struct {
	Folder, Livc, Municipality, Person, Hat, Controller, List string
	Master, Epoch                                             []byte
	Port                                                      string
}

func TestMain(m *testing.M) {
	if file := os.Getenv(served); file != "" {
		serve(file)
		return
	}
	storetest.Main(m)
}

// serve answers the list, and a sealed, recorded, durable write, until it is killed.
func serve(file string) {
	var s scene
	b, err := os.ReadFile(file)
	must(err)
	must(json.Unmarshal(b, &s))
	db, err := store.OpenSQLite(s.Folder)
	must(err)
	gate := storetest.BareGate(db, deed.ClockFrom(func() time.Time { return storetest.Start }), s.Epoch)
	master, err := seal.MasterFrom(s.Master)
	must(err)
	hat, err := master.Hat(gate.Base(livc.ID(s.Livc)), livc.ID(s.Controller), livc.ID(s.Hat))
	must(err)
	by := deed.By{Actor: livc.Actor{Livc: livc.ID(s.Livc), Person: livc.ID(s.Person), Hat: livc.ID(s.Hat), Controller: livc.ID(s.Controller),
		Function: livc.Coordinator}, Keys: storetest.KeysOf(hat)}
	l, err := net.Listen("tcp", "127.0.0.1:"+s.Port)
	must(err)
	site := webtest.Handler(gate, by, "http://"+l.Addr().String(), webdiscussion.RoutesBefore(storetest.ReferralsOn(gate)))
	mux := http.NewServeMux()
	mux.Handle("/", site)
	mux.HandleFunc("POST /write/{id}", func(w http.ResponseWriter, r *http.Request) {
		err := gate.Do(r.Context(), by, access.Listen, access.Whole(by.Livc), func(tx *deed.Tx) error {
			return tx.Keep(livc.ID(s.List), livc.ID(r.PathValue("id")), "bench", note{livc.NewSecret(strings.Repeat("woord ", 70))})
		})
		if err != nil {
			http.Error(w, err.Error(), http.StatusServiceUnavailable)
		}
		fmt.Fprintln(w, "ok")
	})
	must(http.Serve(l, mux))
}

type note struct{ Text livc.Secret }

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// cases is how many cases the measured LIVC R holds; make bench gives 2000.
func cases() int {
	n := 60
	if _, err := fmt.Sscan(os.Getenv("BERAAD_BENCH_CASES"), &n); err != nil {
		return 60
	}
	return n
}

// BenchmarkBeraad measures the list, a sealed durable write, the start and the check of the log, beside
// the bare machine where the program of the limits can be had.
func BenchmarkBeraad(b *testing.B) {
	file, s, leaves := fill(b)
	during := 3 * time.Second
	pid, stop, first := start(b, file, s)
	defer stop()
	base, cookie := "http://127.0.0.1:"+s.Port, webtest.CookieOf(livc.ID(s.Hat))
	c := client()
	fmt.Printf("\n%d cases, %d leaves, %.1f KB a case on disk\n", cases(), leaves, kilobytes(s.Folder)/float64(cases()))
	fmt.Printf("start to the first page   %7.1f ms\nidle memory               %7.1f MB\n", ms(first), memoryOf(pid))
	for _, n := range []int{1, 16} {
		fmt.Printf("list of 50, %2d clients    %s\n", n, press(n, during, pid, func(int, int) error { return get(c, base+"/list", cookie) }))
	}
	for _, n := range []int{1, 16} {
		fmt.Printf("sealed write, %2d clients  %s\n", n, press(n, during, pid, func(i, _ int) error {
			res, err := c.Post(fmt.Sprintf("%s/write/w%d", base, i), "text/plain", nil)
			if err != nil {
				return err
			}
			defer res.Body.Close()
			if res.StatusCode != http.StatusOK {
				return fmt.Errorf("a write answers %d", res.StatusCode)
			}
			return nil
		}))
	}
	verify(b, s)
	bare(b, during)
}

// fill plays cases through the gate into a database of its own.
func fill(b *testing.B) (file string, s scene, leaves int64) {
	b.Helper()
	folder := b.TempDir()
	db, err := store.OpenSQLite(folder)
	must(err)
	must(db.Migrate(b.Context()))
	w := storetest.NewTown(b, db)
	for i := range cases() {
		w.Listed(storetest.Story(fmt.Sprintf("Voornaam%d", i), fmt.Sprintf("Naam%d", i), "2008"))
	}
	m := w.Home()
	s = scene{Folder: folder, Livc: string(w.Livc), Municipality: string(m.ID), Person: string(w.Coordinator.Person), Hat: string(w.Coordinator.Hat),
		Controller: string(w.Coordinator.Controller), List: string(m.List), Master: w.Masters[w.Coordinator.Hat], Epoch: w.Epoch, Port: freePort()}
	head, err := db.LogHead(b.Context(), w.Livc)
	must(err)
	w.Gate.Close()
	must(db.Close())
	text, err := json.Marshal(s)
	must(err)
	file = filepath.Join(b.TempDir(), "scene.json")
	must(os.WriteFile(file, text, 0o600))
	return file, s, head.Frontier.Size
}

func freePort() string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	must(err)
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	must(err)
	return port
}

// start runs the server and waits for its first page.
func start(b *testing.B, file string, s scene) (pid int, stop func(), first time.Duration) {
	b.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env, cmd.Stderr = append(os.Environ(), served+"="+file), os.Stderr
	begin := time.Now()
	must(cmd.Start())
	c := client()
	for get(c, "http://127.0.0.1:"+s.Port+"/healthz", "") != nil {
		if time.Since(begin) > 20*time.Second {
			b.Fatal("the server does not start")
		}
		time.Sleep(500 * time.Microsecond)
	}
	return cmd.Process.Pid, func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }, time.Since(begin)
}

func kilobytes(folder string) (kb float64) {
	list, err := os.ReadDir(folder)
	must(err)
	for _, e := range list {
		if i, err := e.Info(); err == nil {
			kb += float64(i.Size()) / 1024
		}
	}
	return kb
}

// verify times the check of the whole log, read from the database.
func verify(b *testing.B, s scene) {
	b.Helper()
	db, err := store.OpenSQLite(s.Folder)
	must(err)
	defer db.Close()
	head, err := db.LogHead(b.Context(), livc.ID(s.Livc))
	must(err)
	begin := time.Now()
	findings, err := audit.Verify(db.LeavesUntil(b.Context(), livc.ID(s.Livc), head.Frontier.Size), head.Frontier, nil, head.Frontier.Size, nil)
	must(err)
	took := time.Since(begin)
	fmt.Printf("check of the log          %7.2f µs a leaf, %d leaves, %d findings\n", float64(took.Microseconds())/float64(head.Frontier.Size), head.Frontier.Size, len(findings))
}

// bare prints what the machine can do without Beraad, in the same run.
func bare(b *testing.B, during time.Duration) {
	b.Helper()
	bin := buildLimits(b)
	if bin == "" {
		fmt.Println("bare limits: not found; set BERAAD_LIMITS")
		return
	}
	addr := "127.0.0.1:" + freePort()
	cmd := exec.Command(bin, "serve", "-addr", addr, "-dir", b.TempDir())
	must(cmd.Start())
	defer func() { _ = cmd.Process.Kill(); _ = cmd.Wait() }()
	c := client()
	for get(c, "http://"+addr+"/direct", "") != nil {
		time.Sleep(time.Millisecond)
	}
	for _, n := range []int{1, 16} {
		fmt.Printf("bare page, %2d clients     %s\n", n, press(n, during, cmd.Process.Pid, func(int, int) error { return get(c, "http://"+addr+"/direct", "") }))
	}
	for _, what := range [][]string{{"sqlite"}, {"merkle", "-n", "200000"}} {
		out, err := exec.Command(bin, append(what, "-rounds", "3", "-d", "500ms", "-dir", b.TempDir())...).Output()
		if err != nil {
			fmt.Println("bare", what[0], err)
			continue
		}
		for _, line := range strings.Split(string(out), "\n") {
			if strings.Contains(line, "group commit") && strings.Contains(line, "FULL") || strings.Contains(line, "re-hash") {
				fmt.Println("bare", line)
			}
		}
	}
}
