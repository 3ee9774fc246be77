package pgserver

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

func start(t *testing.T, kind Kind) *Server {
	t.Helper()
	s, err := Start(t.Context(), kind)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Stop(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func connect(t *testing.T, address string) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) })
	return conn
}

func TestTheLogKeepsQuietAboutStatements(t *testing.T) {
	s := start(t, Quick)
	conn := connect(t, s.Address())
	if _, err := conn.Exec(t.Context(), "SELECT 'canary-in-a-statement' FROM nowhere"); err == nil {
		t.Fatal("a statement about a table that does not exist was accepted")
	}
	log, err := s.Log()
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(log, "nowhere") {
		t.Fatal("the error is not in the log, so this test proves nothing")
	}
	if strings.Contains(log, "canary") {
		t.Errorf("the log holds the text of a failing statement:\n%s", log)
	}
}

func TestEachKindKeepsItsPromise(t *testing.T) {
	for kind, want := range map[Kind]string{Quick: "off", Lasting: "on"} {
		var fsync string
		if err := connect(t, start(t, kind).Address()).QueryRow(t.Context(), "SHOW fsync").Scan(&fsync); err != nil {
			t.Fatal(err)
		}
		if fsync != want {
			t.Errorf("kind %d: fsync is %s, want %s", kind, fsync, want)
		}
	}
}

func TestStopLeavesNothing(t *testing.T) {
	s, err := Start(t.Context(), Quick)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Stop(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(s.folder.path); !os.IsNotExist(err) {
		t.Errorf("the folder is still there: %v", err)
	}
	if _, err := pgx.Connect(t.Context(), s.Address()); err == nil {
		t.Error("a stopped server still answers")
	}
}

func TestWithoutPostgreSQLTheErrorSaysWhatToInstall(t *testing.T) {
	_, err := programs(filepath.Join(t.TempDir(), "*", "bin", "initdb"))
	if err == nil || !strings.Contains(err.Error(), "apt-get install -y postgresql") {
		t.Errorf("got %v", err)
	}
}

func TestTheNewestVersionIsTaken(t *testing.T) {
	root := t.TempDir()
	for _, version := range []string{"9", "15", "17", "14"} {
		bin := filepath.Join(root, version, "bin")
		if err := os.MkdirAll(bin, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(bin, "initdb"), nil, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	got, err := programs(filepath.Join(root, "*", "bin", "initdb"))
	if want := filepath.Join(root, "17", "bin"); err != nil || got != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
}

func TestAFolderLeftOverIsSweptAndOneInUseStays(t *testing.T) {
	self := account{uid: os.Geteuid(), gid: os.Getegid()}
	inUse, err := newFolder(onDisk, self)
	if err != nil {
		t.Fatal(err)
	}
	defer inUse.remove()
	left, err := newFolder(onDisk, self)
	if err != nil {
		t.Fatal(err)
	}
	if err := left.lock.Close(); err != nil { // as if its process had been killed
		t.Fatal(err)
	}
	makeOld(t, inUse.path)
	makeOld(t, left.path)
	if err := sweep(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left.path); !os.IsNotExist(err) {
		t.Errorf("the folder left over is still there: %v", err)
	}
	if _, err := os.Stat(inUse.path); err != nil {
		t.Errorf("the folder in use is gone: %v", err)
	}
}

func makeOld(t *testing.T, path string) {
	t.Helper()
	then := time.Now().Add(-2 * young)
	if err := os.Chtimes(path, then, then); err != nil {
		t.Fatal(err)
	}
}

// asParent names the variable that makes this test program start a server, print the number of its
// process and wait to be killed.
const asParent = "PGSERVER_TEST_PARENT"

func TestTheServerDiesWithItsProcess(t *testing.T) {
	if os.Getenv(asParent) != "" {
		s := start(t, Quick)
		fmt.Println("server", s.process.cmd.Process.Pid, s.folder.path)
		select {}
	}
	parent := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$")
	parent.Env = append(os.Environ(), asParent+"=1")
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	var server int
	var folder string
	_, err = fmt.Fscanf(out, "server %d %s", &server, &folder)
	_ = parent.Process.Kill()
	_ = parent.Wait()
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(folder)
	for end := time.Now().Add(5 * time.Second); alive(server); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			_ = syscall.Kill(server, syscall.SIGKILL)
			t.Fatal("the server outlived the process that started it")
		}
	}
}

// alive tells whether a process runs; one that ended and waits for its parent does not.
func alive(pid int) bool {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	return err == nil && !strings.Contains(string(stat), ") Z ")
}
