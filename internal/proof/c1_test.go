package proof

import (
	"bufio"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/canary"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
)

// place is a database with what it leaves on disk.
type place struct {
	db      *store.DB
	address string
	// left gives the folders to search: the files of the database and what is dumped from it.
	left func() []string
}

func places(t *testing.T, f func(t *testing.T, p place)) {
	t.Run("sqlite", func(t *testing.T) {
		folder := t.TempDir()
		db, err := store.OpenSQLite(folder)
		f(t, place{ready(t, db, err), folder, func() []string { return []string{folder} }})
	})
	t.Run("postgres", func(t *testing.T) {
		dsn := storetest.Postgres(t)
		db, err := store.OpenPostgres(dsn)
		f(t, place{ready(t, db, err), dsn, func() []string { return []string{dump(t, dsn), dataOf(t, db)} }})
	})
}

func ready(t *testing.T, db *store.DB, err error) *store.DB {
	t.Helper()
	if err == nil {
		err = db.Migrate(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// dump writes what a backup of PostgreSQL holds.
func dump(t *testing.T, dsn string) string {
	t.Helper()
	folder := t.TempDir()
	program, err := exec.LookPath("pg_dump")
	if err != nil {
		found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/pg_dump")
		if len(found) == 0 {
			t.Fatal("pg_dump is not installed")
		}
		program = found[0]
	}
	if out, err := exec.Command(program, "--dbname="+dsn, "--file="+filepath.Join(folder, "dump.sql")).CombinedOutput(); err != nil {
		t.Fatalf("pg_dump: %v\n%s", err, out)
	}
	return folder
}

// dataOf is the folder of the server itself, with its write-ahead log and its messages.
func dataOf(t *testing.T, db *store.DB) (folder string) {
	t.Helper()
	if _, err := db.Pools()[0].Exec("CHECKPOINT"); err != nil {
		t.Fatal(err)
	}
	if err := db.Pools()[0].QueryRow("SHOW data_directory").Scan(&folder); err != nil {
		t.Fatal(err)
	}
	return folder
}

// clean fails the test when anything that is watched for stands in the folders or texts.
func clean(t *testing.T, f *canary.Flock, folders []string, texts map[string]string) {
	t.Helper()
	if len(f.Words()) == 0 {
		t.Fatal("nothing was planted")
	}
	for _, folder := range folders {
		if n := filesIn(t, folder); n == 0 {
			t.Fatalf("%s is empty: nothing was searched", folder)
		}
	}
	found, err := f.Scan(folders...)
	if err != nil {
		t.Fatal(err)
	}
	for where, text := range texts {
		if text == "" {
			t.Errorf("there is no %s to search", where)
		}
		found = append(found, f.In(where, []byte(text))...)
	}
	for _, x := range found {
		t.Errorf("%s stands in %s (%s)", x.Word, x.Where, x.Form)
	}
}

func filesIn(t *testing.T, folder string) (n int) {
	t.Helper()
	err := filepath.WalkDir(folder, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			n++
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// After a whole story, with every page looked at by everybody, no personal text and no key stands in any
// byte that is kept.
//
// proves R6.2-h
func TestC1_NoPersonalTextIsKeptReadable(t *testing.T) {
	places(t, func(t *testing.T, p place) {
		f := canary.New()
		x := newWorld(storetest.NewTown(t, p.db), f)
		s := site(x.Town)
		shown := browse(x, s, func(visit) {})
		if !strings.Contains(shown, canary.Stem) {
			t.Fatal("no page showed a personal text to anybody: the story has no teeth")
		}
		t.Run("C1", func(t *testing.T) {
			clean(t, f, p.left(), map[string]string{"the messages of the program": s.Log.String() + " "})
		})
		t.Run("C3", func(t *testing.T) { clean(t, secretsOf(x.Town), p.left()[:1], nil) })
	})
}

// secretsOf watches for the keys of a town in the forms in which a program writes them.
func secretsOf(w *storetest.Town) *canary.Flock {
	f := canary.New()
	secrets := [][]byte{w.Epoch, []byte(strings.Repeat("\x07", 32))}
	for _, m := range w.Masters {
		secrets = append(secrets, m)
	}
	for _, s := range secrets {
		f.Watch(string(s))
		f.Watch(hex.EncodeToString(s))
		f.Watch(strings.TrimRight(base64.StdEncoding.EncodeToString(s), "="))
	}
	return f
}

// proves C1
func TestC3_TheSearchForKeysHasTeeth(t *testing.T) {
	w := storetest.NewTown(t, storetest.SQLite(t))
	f := secretsOf(w)
	for name, leak := range map[string]string{"raw": "a" + string(w.Epoch) + "b", "hex": "key=" + hex.EncodeToString(w.Masters[w.CLB.Hat])} {
		if len(f.In("x", []byte(leak))) == 0 {
			t.Errorf("a key written as %s is not found", name)
		}
	}
}

// writing is the environment variable that turns this test into the program that is killed.
const writing = "BERAAD_TEST_CANARY"

// A program that is killed in the middle of the story leaves nothing readable either.
func TestC1_AKilledProgramLeavesNothingReadable(t *testing.T) {
	if at := os.Getenv(writing); at != "" {
		writeUntilKilled(t, at)
		return
	}
	places(t, func(t *testing.T, p place) {
		killOnce(t, p.address)
		f := canary.New()
		f.Watch(canary.Stem)
		clean(t, f, p.left(), nil)
	})
}

func writeUntilKilled(t *testing.T, at string) {
	open := store.OpenPostgres
	if strings.HasPrefix(at, "/") {
		open = store.OpenSQLite
	}
	db, err := open(at)
	if err != nil {
		t.Fatal(err)
	}
	w := storetest.NewTown(t, db)
	for {
		newWorld(w.Neighbour(), canary.New())
		fmt.Println("a story was told")
	}
}

// killOnce lets a program tell stories and kills it in the middle of the second one.
func killOnce(t *testing.T, address string) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=TestC1_AKilledProgram", "-test.v")
	c.Env = append(os.Environ(), writing+"="+address)
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	told := false
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if !told && lines.Text() == "a story was told" {
			told = true
			time.AfterFunc(50*time.Millisecond, func() { _ = c.Process.Kill() })
		}
	}
	_ = c.Wait() // it was killed
	if !told {
		t.Fatal("the program told no story")
	}
}
