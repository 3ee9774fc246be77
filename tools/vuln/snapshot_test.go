package main

import (
	"archive/tar"
	"compress/gzip"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
)

// pack writes a .tar.gz with one file and returns its path.
func pack(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "vulndb.tar.gz")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	packed := gzip.NewWriter(file)
	archive := tar.NewWriter(packed)
	if err := archive.WriteHeader(&tar.Header{Name: name, Mode: 0o600, Size: int64(len(text))}); err != nil {
		t.Fatal(err)
	}
	if _, err := archive.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	for _, c := range []interface{ Close() error }{archive, packed, file} {
		if err := c.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return path
}

func TestAPackedSnapshotIsUnpackedAndRemoved(t *testing.T) {
	folder, remove, err := open(pack(t, "index/db.json", "{}"))
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(folder, "index", "db.json"))
	if err != nil || string(text) != "{}" {
		t.Errorf("got %q, %v", text, err)
	}
	if err := remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(folder); !os.IsNotExist(err) {
		t.Errorf("the folder is still there: %v", err)
	}
}

func TestAFolderIsUsedAsItStands(t *testing.T) {
	want := t.TempDir()
	folder, remove, err := open(want)
	if err != nil || folder != want {
		t.Fatalf("got %s, %v", folder, err)
	}
	if err := remove(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(want); err != nil {
		t.Errorf("the folder of somebody else was removed: %v", err)
	}
}

func TestANameThatLeadsOutOfTheFolderIsRefused(t *testing.T) {
	for _, name := range []string{"../outside", "index/../../outside", "/outside"} {
		if _, _, err := open(pack(t, name, "x")); err == nil {
			t.Errorf("%s was unpacked", name)
		}
	}
}

func TestTheDateStandsBesideTheSnapshot(t *testing.T) {
	path := filepath.Join(t.TempDir(), "vulndb.tar.gz")
	if got := date(path); got != "of an unknown date" {
		t.Errorf("without a README: %s", got)
	}
	beside := filepath.Join(filepath.Dir(path), "README.md")
	if err := os.WriteFile(beside, []byte("# snapshot of 2026-08-21\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := date(path); got != "of 2026-08-21" {
		t.Errorf("got %s", got)
	}
}

func TestADatabaseThatRefusesIsNotReachable(t *testing.T) {
	answer := http.StatusForbidden
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(answer) }))
	defer server.Close()
	if reachable(server.URL) {
		t.Error("403 counts as reachable")
	}
	answer = http.StatusOK
	if !reachable(server.URL) {
		t.Error("200 does not count as reachable")
	}
	server.Close()
	if reachable(server.URL) {
		t.Error("a server that is gone counts as reachable")
	}
}
