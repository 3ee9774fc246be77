package cli_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"beraad.eu/internal/cli"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store/storetest"
	pages "beraad.eu/internal/web/practice"
	"beraad.eu/livc"
)

// memoryWait is how long the test waits after signing out. BERAAD_TEST_MEMORY=65s runs the program as in
// earnest and waits for the chore of each minute, which collects the garbage. The daily test is shorter and
// asks more: the garbage is never collected (GOGC=off), so every copy of the key must have been written over
// by whoever made it. Neither needs an address or a signal in the program.
func memoryWait(t *testing.T) time.Duration {
	t.Helper()
	text := os.Getenv("BERAAD_TEST_MEMORY")
	if text == "" {
		return time.Second
	}
	d, err := time.ParseDuration(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// child is the program in a process of its own.
type child struct {
	t      *testing.T
	cmd    *exec.Cmd
	origin string
	cookie string
}

// demo starts `beraad demo` and waits until its hall is open.
func demo(t *testing.T, folder string, environment ...string) *child {
	t.Helper()
	program := filepath.Join(t.TempDir(), "beraad") // under this name the binary of this test is the program
	self, err := os.Executable()
	if err == nil {
		err = os.Symlink(self, program)
	}
	if err != nil {
		t.Fatal(err)
	}
	port := freePort(t)
	c := &child{t: t, origin: "http://localhost:" + port, cmd: exec.Command(program, "demo", "--data", folder, "--listen", "127.0.0.1:"+port)}
	c.cmd.Env = append(os.Environ(), environment...)
	out, err := c.cmd.StdoutPipe()
	if err == nil {
		err = c.cmd.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(c.end)
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if strings.Contains(lines.Text(), "The practice hall is open") {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			return c
		}
	}
	t.Fatal("the hall never opened")
	return nil
}

// end stops it and waits.
func (c *child) end() {
	if c.cmd.ProcessState == nil {
		_ = c.cmd.Process.Signal(syscall.SIGTERM)
		_ = c.cmd.Wait()
	}
}

var formToken = regexp.MustCompile(`name="token" value="([^"]+)"`)

// do sends a request with the session's cookie; a form gets the token of the page it stands on.
func (c *child) do(address string, form url.Values) string {
	c.t.Helper()
	req, err := http.NewRequest(http.MethodGet, c.origin+address, nil)
	if form != nil {
		req, err = http.NewRequest(http.MethodPost, c.origin+address, strings.NewReader(form.Encode()))
		req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	if err != nil {
		c.t.Fatal(err)
	}
	if c.cookie != "" {
		req.AddCookie(&http.Cookie{Name: "__Host-beraad", Value: c.cookie})
	}
	client := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	res, err := client.Do(req)
	if err != nil {
		c.t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode >= http.StatusBadRequest {
		c.t.Fatalf("%s answers %s: %v", address, res.Status, err)
	}
	for _, k := range res.Cookies() {
		if k.Name == "__Host-beraad" {
			c.cookie = k.Value
		}
	}
	return string(body)
}

// send presses a button of a page.
func (c *child) send(page, address string, form url.Values) {
	c.t.Helper()
	m := formToken.FindStringSubmatch(c.do(page, nil))
	if m == nil {
		c.t.Fatalf("%s has no form", page)
	}
	form.Set("token", m[1])
	c.do(address, form)
}

// holds counts how often some bytes stand in the memory of the program.
func (c *child) holds(secret []byte) (n int) {
	c.t.Helper()
	proc := "/proc/" + strconv.Itoa(c.cmd.Process.Pid)
	maps, err := os.ReadFile(proc + "/maps")
	if err != nil {
		c.t.Fatal(err)
	}
	mem, err := os.Open(proc + "/mem")
	if err != nil {
		c.t.Fatal(err)
	}
	defer mem.Close()
	for line := range strings.Lines(string(maps)) {
		var from, to int64
		var mode string
		if _, err := fmt.Sscanf(line, "%x-%x %s", &from, &to, &mode); err != nil || !strings.HasPrefix(mode, "rw") {
			continue // a secret stands where the program writes
		}
		for at := from; at < to; {
			part := make([]byte, min(to-at, 1<<20))
			got, err := mem.ReadAt(part, at)
			if got == 0 || err != nil && !errors.Is(err, io.EOF) {
				break // a guard page
			}
			n += bytes.Count(part[:got], secret)
			at += max(int64(got)-int64(len(secret))+1, 1)
		}
	}
	return n
}

// keysOf computes the master key of a role from the file of the practice folder, and the key of the own
// dossier that this person keeps, as the program does.
func keysOf(t *testing.T, folder, stem string) (master, dossier []byte, address string) {
	t.Helper()
	h, err := cli.OpenHouse(t.Context(), cli.Config{Data: filepath.Join(folder, "data"), Keys: filepath.Join(folder, "keys"),
		Origin: "http://localhost:1", Listen: "127.0.0.1:1", Practice: true}, cli.NewLog(io.Discard))
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(err)
	defer func() { must(h.Close()) }()
	var cast pages.Cast
	text, err := os.ReadFile(filepath.Join(folder, "data", "practice", "cast.json"))
	must(err)
	must(json.Unmarshal(text, &cast))
	role, ok := cast.Role(stem)
	if !ok {
		t.Fatalf("nobody plays %s", stem)
	}
	secret, err := os.ReadFile(filepath.Join(folder, "data", "practice", string(role.Person)+".secret"))
	must(err)
	var unlocker, controller livc.ID
	var wrapped []byte
	pool := h.DB.Pools()[0]
	must(pool.QueryRow(`SELECT id, wrapped FROM unlocker WHERE person = $1 AND kind = 'practice'`, role.Person).Scan(&unlocker, &wrapped))
	must(pool.QueryRow(`SELECT organisation FROM hat WHERE id = $1`, role.Hat).Scan(&controller))
	base := seal.Base{Installation: h.Gate.Installation, Practice: true, Livc: livc.Installation}
	inner, err := h.Gate.Ring.Unwrap(base, "unlocker", string(unlocker), wrapped)
	must(err)
	m, err := seal.UnwrapMaster(base, seal.Practice, role.Person, unlocker, secret, inner)
	must(err)
	hat, err := m.Hat(h.Gate.Base(role.Livc), controller, role.Hat)
	must(err)
	by := deed.By{Actor: livc.Actor{Livc: role.Livc, Person: role.Person, Hat: role.Hat, Controller: controller, Function: livc.Participant}, Keys: storetest.KeysOf(hat)}
	own, err := h.Processing.OwnDossiers(t.Context(), by)
	must(err)
	kept := own.Kept[slices.IndexFunc(own.Kept, func(k processing.KeptDossier) bool { return k.Container != "" })]
	k, ok := by.Keys.Key(kept.Container)
	if !ok {
		t.Fatal("the key of the dossier was not opened")
	}
	return m.Bytes(), reflect.ValueOf(k).Elem().FieldByName("key").Bytes(), "/dossiers/" + string(kept.ID)
}

// Somebody signs in, reads the own dossier, signs out. After a while the master key stands nowhere in the
// memory of the program. The key of the dossier is counted and printed: it lives on in the tables of the
// cipher until that memory is used again (best effort).
func TestC11_AfterSigningOutNoMasterKeyIsLeftInMemory(t *testing.T) {
	folder, wait := t.TempDir(), memoryWait(t)
	demo(t, folder).end() // the play makes everybody's keys in its own process
	master, dossier, address := keysOf(t, folder, "clb")
	environment := []string{"GOGC=off"}
	if wait > time.Minute {
		environment = nil
	}
	c := demo(t, folder, environment...)
	c.send("/", "/practice/as", url.Values{"role": {"clb"}})
	for _, page := range []string{"/today", "/dossiers", address, address + "/looked", "/network"} {
		c.do(page, nil)
	}
	t.Logf("signed in: the master key stands in memory %d times, the key of the dossier %d times", c.holds(master), c.holds(dossier))
	if c.holds(dossier) == 0 {
		t.Error("the key of an open dossier is not found: the search has no teeth")
	}
	c.send("/today", "/leave", url.Values{})
	c.cookie = ""
	time.Sleep(wait)
	t.Logf("signed out for %v: the key of the dossier stands in memory %d times", wait, c.holds(dossier))
	if n := c.holds(master); n > 0 {
		t.Errorf("signed out for %v: the master key stands in memory %d times", wait, n)
	}
}
