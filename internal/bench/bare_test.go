package bench

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os/exec"
	"strings"
	"testing"
	"time"

	"golang.org/x/crypto/argon2"

	"beraad.eu/internal/seal"
)

// limits is the program that measures the bare machine, with its page server running.
type limits struct {
	bin, folder string
	cmd         *exec.Cmd
	page        *visitor
}

// openLimits builds and starts it; nil when it cannot be had.
func openLimits(b *testing.B) *limits {
	b.Helper()
	l := &limits{bin: buildLimits(b), folder: b.TempDir()}
	if l.bin == "" {
		return nil
	}
	port := freePort()
	l.cmd = exec.Command(l.bin, "serve", "-addr", "127.0.0.1:"+port, "-dir", l.folder)
	must(l.cmd.Start())
	b.Cleanup(func() { _ = l.cmd.Process.Kill(); _ = l.cmd.Wait() })
	l.page = visit("http://127.0.0.1:"+port, port, 0)
	for l.page.get("/direct") != nil {
		time.Sleep(time.Millisecond)
	}
	return l
}

// direct is the bare page of fifty rows.
func (l *limits) direct(clients int, during time.Duration) Figure {
	return press(clients, during, l.cmd.Process.Pid, func(int, int) error { return l.page.get("/direct") })
}

// hub is the bare hub, with as many streams as a meeting has people.
func (l *limits) hub(n int) spread {
	r := &room{change: func(_ int, mark string) error {
		res, err := l.page.post("/pub", url.Values{"t": {mark}})
		if err == nil && res.StatusCode != http.StatusNoContent {
			err = fmt.Errorf("the bare hub answers %d", res.StatusCode)
		}
		return err
	}}
	defer r.close()
	for range people {
		v := *l.page
		v.client = &http.Client{Transport: &http.Transport{}}
		r.listen(&v, "/events", nil)
	}
	time.Sleep(settle)
	return counted(l.cmd.Process.Pid, func() spread { return r.spread(eventPace, upTo(n)) })
}

// figure runs a part of the program once and gives the median of the line with these words.
func (l *limits) figure(words string, args ...string) float64 {
	out, err := exec.Command(l.bin, append(args, "-rounds", "1", "-dir", l.folder)...).Output()
	must(err)
	for _, line := range strings.Split(string(out), "\n") {
		var v struct {
			Name   string
			Median float64
		}
		if json.Unmarshal([]byte(line), &v) == nil && strings.Contains(v.Name, words) {
			return v.Median
		}
	}
	panic(fmt.Sprintf("the limits say nothing of %q", words))
}

// groupCommit is a note and an audit row of sixteen writers, synchronous FULL, a second.
func (l *limits) groupCommit() float64 {
	return l.figure("WAL FULL: note + audit row, 16 writers", "sqlite", "-driver", "sqlite", "-d", "500ms")
}

// rehash is the time of a leaf on one core, from memory.
func (l *limits) rehash() time.Duration {
	const n = 200_000
	return time.Duration(l.figure("to the root, 1 core", "merkle", "-n", fmt.Sprint(n)) * float64(time.Second) / n)
}

// derivation is the processor time of one bare derivation with the parameters of the door.
func derivation() time.Duration {
	p := seal.DefaultParams()
	before := ownCPU()
	const n = 5
	for range n {
		argon2.IDKey([]byte("zeven paarse fietsen zwijgen traag"), make([]byte, 16), p.Time, p.Memory, p.Threads, 32)
	}
	return (ownCPU() - before) / n
}
