package store_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// victim is the environment variable that turns this test binary into the program that is killed.
const victim = "BERAAD_TEST_VICTIM"

// kills is how often each engine is killed; make torture asks for more.
func kills() int {
	if n, err := strconv.Atoi(os.Getenv("BERAAD_TEST_KILLS")); err == nil {
		return n
	}
	return 20
}

// scene is what a killed program leaves behind so that the next one goes on with the same keys.
type scene struct {
	Address, Livc, Person, Hat, Controller, Container string
	Master, Epoch                                     []byte
}

// A program that is killed with -9 while four people write loses no write that it acknowledged, and
// leaves neither a write without its leaf nor a leaf that claims a write that is not there (P1, P8).
func TestP1_KillingTheProgramLosesNothingThatWasAcknowledged(t *testing.T) {
	if os.Getenv(victim) != "" {
		t.Run("victim", func(t *testing.T) { writeUntilKilled(t) })
		return
	}
	for engine, address := range map[string]func() string{"sqlite": func() string { return t.TempDir() }, "postgres": func() string { return storetest.PostgresDurable(t).DSN }} {
		t.Run(engine, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "scene.json")
			address := address()
			prepare(t, address, file)
			acked := map[string]bool{}
			for range kills() {
				for _, id := range killOnce(t, file) {
					acked[id] = true
				}
			}
			if len(acked) < kills() {
				t.Errorf("only %d writes were acknowledged: the test has no teeth", len(acked))
			}
			t.Logf("%d kills, %d acknowledged writes", kills(), len(acked))
			compare(t, file, acked)
		})
	}
}

func openAt(address string) (*store.DB, error) {
	if strings.HasPrefix(address, "/") {
		return store.OpenSQLite(address)
	}
	return store.OpenPostgres(address)
}

func prepare(t *testing.T, address, file string) {
	t.Helper()
	db, err := openAt(address)
	if err == nil {
		err = db.Migrate(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	w := storetest.NewTown(t, db)
	s := scene{Address: address, Livc: string(w.Livc), Person: string(w.CLB.Person), Hat: string(w.CLB.Hat), Controller: string(w.CLB.Controller),
		Container: string(storetest.Drawer(w, w.CLB)), Master: w.Masters[w.CLB.Hat], Epoch: w.Epoch}
	b, err := json.Marshal(s)
	if err == nil {
		err = os.WriteFile(file, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	w.Gate.Close()
	_ = db.Close()
}

func killOnce(t *testing.T, file string) (acked []string) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=TestP1_KillingTheProgram", "-test.v")
	c.Env = append(os.Environ(), victim+"="+file)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		id, ok := strings.CutPrefix(lines.Text(), "ack ")
		if !ok {
			continue
		}
		if acked = append(acked, id); len(acked) == 1 {
			time.AfterFunc(time.Duration(rand.IntN(60_000))*time.Microsecond, func() { _ = c.Process.Kill() })
		}
	}
	_ = c.Wait() // it was killed
	return acked
}

func load(t *testing.T, file string) (scene, *store.DB) {
	t.Helper()
	var s scene
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(b, &s)
	}
	if err != nil {
		t.Fatal(err)
	}
	db, err := openAt(s.Address)
	if err != nil {
		t.Fatal(err)
	}
	return s, db
}

func writeUntilKilled(t *testing.T) {
	s, db := load(t, os.Getenv(victim))
	gate := storetest.GateWith(t, db, deed.ClockFrom(func() time.Time { return storetest.Start }), s.Epoch)
	master, err := seal.MasterFrom(s.Master)
	if err != nil {
		t.Fatal(err)
	}
	hat, err := master.Hat(gate.Base(livc.ID(s.Livc)), livc.ID(s.Controller), livc.ID(s.Hat))
	if err != nil {
		t.Fatal(err)
	}
	by := deed.By{Actor: livc.Actor{Livc: livc.ID(s.Livc), Person: livc.ID(s.Person), Hat: livc.ID(s.Hat), Controller: livc.ID(s.Controller), Function: livc.Participant},
		Keys: storetest.KeysOf(hat)}
	var out sync.Mutex
	var wg sync.WaitGroup
	for n := range 4 {
		wg.Go(func() {
			for i := 0; ; i++ {
				id := fmt.Sprintf("%d-%d-%d", os.Getpid(), n, i)
				err := gate.Do(t.Context(), by, access.AskConversation, access.Whole(by.Livc), func(tx *deed.Tx) error {
					return tx.Keep(livc.ID(s.Container), livc.ID(id), "thought", thought{livc.NewSecret(id)})
				})
				if err != nil {
					panic(err)
				}
				out.Lock()
				fmt.Println("ack " + id)
				out.Unlock()
			}
		})
	}
	wg.Wait()
}

func compare(t *testing.T, file string, acked map[string]bool) {
	t.Helper()
	s, db := load(t, file)
	defer db.Close()
	time.Sleep(time.Second) // a database server still ends the commit of a client that was killed
	id := livc.ID(s.Livc)
	head, err := db.LogHead(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if findings, err := audit.Verify(db.LeavesUntil(t.Context(), id, head.Frontier.Size), head.Frontier, nil, head.Frontier.Size, nil); err != nil || len(findings) > 0 {
		t.Fatalf("the log after the kills: %v, %v", findings, err)
	}
	claimed := map[[32]byte]bool{}
	for r, err := range db.Leaves(t.Context(), id) {
		if err != nil {
			t.Fatal(err)
		}
		if e, err := audit.ParseEntry(r.Payload); err != nil {
			t.Fatal(err)
		} else if e.Action == string(access.AskConversation) && e.Row != [32]byte{} {
			claimed[e.Row] = true
		}
	}
	err = db.Read(t.Context(), func(v deed.Vault) error {
		list, err := v.Records(t.Context(), id, livc.ID(s.Container), "thought")
		for _, r := range list {
			row := seal.RowHash(r.Wrapped, r.Body)
			if !claimed[row] {
				t.Errorf("%s was written and has no leaf", r.ID)
			}
			delete(claimed, row)
			delete(acked, string(r.ID))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	// One leaf is left over: the container of the drawer itself, made before the writing.
	if len(claimed) > 1 || len(acked) > 0 {
		t.Errorf("%d leaves claim a write that is not there, %d acknowledged writes are lost", len(claimed), len(acked))
	}
}
