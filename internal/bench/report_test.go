package bench

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"

	"beraad.eu/internal/step/discussion"
)

func (r *run) add(l line) { r.lines = append(r.lines, l) }

func same[T any](v T) T { return v }

// report prints the table; without the bare limits their columns stay empty.
func (r *run) report() {
	page := r.page.median()
	bare := fmt.Sprintf("page of 50 rows: %.3f ms", ms(page.CPU))
	r.add(line{what: "list, 50 sealed next steps, 1 client", ours: r.list1.median().String()})
	r.add(r.beside(line{what: "list, 16 clients: CPU of a page", ours: r.list16.median().String(), bare: bare,
		value: over(cpus(r.list16), cpus(r.page)), aim: 6, more: 3}))
	if page.Instructions > 0 {
		r.add(line{what: "the same, counted in instructions", ours: fmt.Sprintf("%.2f M", r.list16.median().Instructions),
			bare: fmt.Sprintf("%.2f M", page.Instructions), value: over(instructions(r.list16), instructions(r.page)), aim: 6, more: 3})
	}
	r.add(line{what: "own dossier of 50 records, 1 client", ours: r.dossier1.median().String()})
	r.add(line{what: "own dossier of 50 records, 16 clients", ours: r.dossier16.median().String(), bare: bare})
	r.add(line{what: "sealed write, 1 client", ours: r.write1.median().String()})
	r.add(r.beside(line{what: "sealed write, 16 clients: a second", ours: r.write16.median().String(),
		bare: fmt.Sprintf("group commit: %.0f/s", middle(r.group, same)), value: over(perSecond(r.write16), r.group), aim: 0.3, more: 0.6, atLeast: true}))
	r.add(line{what: "sign-in with code, 1 at a time: CPU", ours: r.signIn1.median().String(),
		bare: fmt.Sprintf("derivation: %.1f ms", middle(r.derive, same)/1e6), value: over(floats(cpus(r.signIn1)), r.derive), aim: 1.2, more: 1.05})
	r.add(line{what: "sign-in with code, 2 at a time: CPU", ours: r.signIn2.median().String(),
		bare: fmt.Sprintf("derivation: %.1f ms", middle(r.derive, same)/1e6), value: over(floats(cpus(r.signIn2)), r.derive), aim: 1.2, more: 1.05})
	r.add(line{what: "list p99 while 16 people sign in", ours: fmt.Sprintf("%.1f ms", ms(middle(r.busy, same))),
		bare: fmt.Sprintf("quiet: %.1f ms", ms(middle(r.quiet, same))), value: over(r.busy, r.quiet), aim: 5, more: 2})
	r.meetingLines()
	r.add(r.beside(line{what: fmt.Sprintf("check of the log, a leaf of %d, 1 core", r.leaves), ours: fmt.Sprintf("%.2f µs, read from the database", middle(r.verify, same)/1e3),
		bare: fmt.Sprintf("re-hash: %.2f µs", middle(r.rehash, same)/1e3), value: over(r.verify, r.rehash), aim: 5, more: 2}))
	r.grown()
	printTable(r.lines)
}

// grown compares the two sizes; a list of fewer than fifty rows is no measure for one of fifty.
func (r *run) grown() {
	if len(r.small.Cases) < discussion.PageSize {
		return
	}
	grown := fmt.Sprintf("at %d cases", r.small.All)
	r.add(line{what: fmt.Sprintf("list at %d cases, CPU", r.large.All), ours: fmt.Sprintf("%.3f ms", ms(r.list16.median().CPU)),
		bare: fmt.Sprintf("%s: %.3f ms", grown, ms(r.listSmall.median().CPU)), value: over(cpus(r.list16), cpus(r.listSmall)), aim: 1.5, more: 1.2})
	r.add(line{what: fmt.Sprintf("dossier at %d cases, CPU", r.large.All), ours: fmt.Sprintf("%.3f ms", ms(r.dossier16.median().CPU)),
		bare: fmt.Sprintf("%s: %.3f ms", grown, ms(r.dossierSmall.median().CPU)), value: over(cpus(r.dossier16), cpus(r.dossierSmall)), aim: 1.5, more: 1.2})
}

// beside takes the ratio away where the bare limits could not be had.
func (r *run) beside(l line) line {
	if r.bare == nil {
		l.bare, l.aim = "not measured", 0
	}
	return l
}

func perSecond(f figures) (list []float64) {
	for _, one := range f {
		list = append(list, one.PerSecond)
	}
	return list
}

func floats(in []time.Duration) (list []float64) {
	for _, d := range in {
		list = append(list, float64(d))
	}
	return list
}

// otherWork begins to count and gives, later, which part of the machine went to others than this process,
// its children and idleness.
func otherWork() func() float64 {
	busy, all := machine()
	own := family()
	return func() float64 {
		b, a := machine()
		return max(0, (b-busy)-(family()-own)) / (a - all)
	}
}

// machine is the busy and the whole time of all processors so far, in seconds.
func machine() (busy, all float64) {
	text, err := os.ReadFile("/proc/stat")
	if err != nil {
		return 0, 1
	}
	first, _, _ := strings.Cut(string(text), "\n")
	for i, f := range strings.Fields(first)[1:9] {
		n, _ := strconv.ParseFloat(f, 64)
		all += n / 100
		if i != 3 && i != 4 { // idle, and waiting for the disk
			busy += n / 100
		}
	}
	return busy, all
}

// family is the time of this process and of the processes it started and that live.
func family() (seconds float64) {
	seconds = ownCPU().Seconds()
	list, err := os.ReadDir("/proc")
	if err != nil {
		return seconds
	}
	for _, e := range list {
		pid, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		text, err := os.ReadFile("/proc/" + e.Name() + "/stat")
		if err != nil {
			continue
		}
		_, rest, _ := strings.Cut(string(text), ") ")
		if v := strings.Fields(rest); len(v) > 1 && v[1] == strconv.Itoa(os.Getpid()) {
			seconds += cpuOf(pid).Seconds()
		}
	}
	return seconds
}
