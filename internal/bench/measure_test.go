package bench

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// Figure is what one operation costs.
type Figure struct {
	PerSecond float64
	P50, P99  time.Duration
	CPU       time.Duration // of the server, for each operation
	Errors    int
	// Instructions of the server for each operation, in millions, where perf can count them: the same on a busy
	// machine as on a quiet one.
	Instructions float64
}

func (f Figure) String() string {
	s := fmt.Sprintf("%.0f/s, p50 %.2f, p99 %.2f ms, CPU %.3f ms", f.PerSecond, ms(f.P50), ms(f.P99), ms(f.CPU))
	if f.Instructions > 0 {
		s += fmt.Sprintf(", %.2f M instr", f.Instructions)
	}
	if f.Errors > 0 {
		s += fmt.Sprintf("  %d ERRORS", f.Errors)
	}
	return s
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// press runs an operation from many clients for a while; pid is the server whose CPU is counted.
func press(clients int, during time.Duration, pid int, op func(client, i int) error) Figure {
	var mu sync.Mutex
	var took []time.Duration
	var f Figure
	counted := count(pid)
	begin, cpu := time.Now(), cpuOf(pid)
	var wg sync.WaitGroup
	for c := range clients {
		wg.Go(func() {
			var mine []time.Duration
			errors := 0
			for i := 0; time.Since(begin) < during; i++ {
				t := time.Now()
				if err := op(c, i); err != nil {
					if errors == 0 {
						fmt.Fprintln(os.Stderr, "an operation failed:", err)
					}
					errors++
					continue
				}
				mine = append(mine, time.Since(t))
			}
			mu.Lock()
			defer mu.Unlock()
			took = append(took, mine...)
			f.Errors += errors
		})
	}
	wg.Wait()
	all := time.Since(begin)
	used := cpuOf(pid) - cpu
	instructions := counted()
	slices.Sort(took)
	if n := len(took); n > 0 {
		f.PerSecond = float64(n) / all.Seconds()
		f.P50, f.P99 = took[n/2], took[n*99/100]
		f.CPU = used / time.Duration(n)
		f.Instructions = instructions / 1e6 / float64(n)
	}
	return f
}

// count begins to count the instructions of a process; what it gives ends the counting. Without perf it
// counts nothing.
func count(pid int) (end func() float64) {
	var out bytes.Buffer
	c := exec.Command("perf", "stat", "-x", ",", "-e", "instructions:u,instructions:k", "-p", strconv.Itoa(pid))
	c.Stderr = &out
	if c.Start() != nil {
		return func() float64 { return 0 }
	}
	time.Sleep(100 * time.Millisecond) // until it is there
	return func() (sum float64) {
		_ = c.Process.Signal(os.Interrupt)
		_ = c.Wait()
		for _, line := range strings.Split(out.String(), "\n") {
			n, _, _ := strings.Cut(line, ",")
			v, _ := strconv.ParseFloat(n, 64)
			sum += v
		}
		return sum
	}
}

// cpuOf is the processor time of a process so far.
func cpuOf(pid int) time.Duration {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(b), ") ")
	v := strings.Fields(rest)
	if len(v) < 13 {
		return 0
	}
	user, _ := strconv.ParseInt(v[11], 10, 64)
	system, _ := strconv.ParseInt(v[12], 10, 64)
	return time.Duration(user+system) * 10 * time.Millisecond
}

// memoryOf is the proportional memory of a process, in MB.
func memoryOf(pid int) float64 {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return 0
	}
	for _, line := range strings.Split(string(b), "\n") {
		if v := strings.Fields(line); len(v) > 1 && v[0] == "Pss:" {
			kb, _ := strconv.ParseFloat(v[1], 64)
			return kb / 1024
		}
	}
	return 0
}

// limitsFolder holds the program that measures the bare machine; without it the figures stand alone.
func limitsFolder() string {
	if d := os.Getenv("BERAAD_LIMITS"); d != "" {
		return d
	}
	return "../../../shared/bench/limits"
}

// buildLimits builds the program of the bare limits, or gives "".
func buildLimits(b *testing.B) string {
	b.Helper()
	if _, err := os.Stat(limitsFolder()); err != nil {
		return ""
	}
	bin := b.TempDir() + "/limits"
	c := exec.Command("go", "build", "-o", bin, ".")
	c.Dir = limitsFolder()
	if out, err := c.CombinedOutput(); err != nil {
		b.Logf("the bare limits do not build: %s", out)
		return ""
	}
	return bin
}
