package bench

import (
	"fmt"
	"slices"
	"time"
)

// line is one line of the table: what it costs, beside what it is compared with.
type line struct {
	what, ours, bare string
	value, aim, more float64 // more is the second aim
	atLeast          bool    // the value must be at least the aim, not at most
}

// mark says whether the aim is reached.
func (l line) mark() string {
	reached := func(aim float64) bool { return l.atLeast == (l.value >= aim) || l.value == aim }
	switch {
	case l.aim == 0:
		return ""
	case reached(l.more):
		return "beyond"
	case reached(l.aim):
		return "reached"
	}
	return "SHORT"
}

func (l line) String() string {
	s := fmt.Sprintf("| %-46s | %-72s | %-26s |", l.what, l.ours, l.bare)
	if l.aim == 0 {
		return s + fmt.Sprintf(" %8s | %-11s | %-7s |", "", "", "")
	}
	return s + fmt.Sprintf(" %8.3g | %4.3g (%4.3g) | %-7s |", l.value, l.aim, l.more, l.mark())
}

func printTable(lines []line) {
	fmt.Printf("\n| %-46s | %-72s | %-26s | %8s | %-11s | %-7s |\n", "what", "Beraad", "bare or other", "value", "aim (more)", "mark")
	fmt.Println("|---|---|---|---|---|---|")
	for _, l := range lines {
		fmt.Println(l)
	}
}

// figures are the same measurement of several rounds.
type figures []Figure

// median is the figure of each column in the middle round.
func (f figures) median() (m Figure) {
	m.PerSecond = middle(f, func(f Figure) float64 { return f.PerSecond })
	m.P50 = middle(f, func(f Figure) time.Duration { return f.P50 })
	m.P99 = middle(f, func(f Figure) time.Duration { return f.P99 })
	m.CPU = middle(f, func(f Figure) time.Duration { return f.CPU })
	m.Instructions = middle(f, func(f Figure) float64 { return f.Instructions })
	for _, one := range f {
		m.Errors += one.Errors
	}
	return m
}

func middle[T any, V float64 | time.Duration](list []T, of func(T) V) V {
	var all []V
	for _, one := range list {
		all = append(all, of(one))
	}
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}

// over is the middle of the ratios of two measurements that alternated.
func over[V float64 | time.Duration](a, b []V) float64 {
	var all []float64
	for i := range min(len(a), len(b)) {
		if b[i] > 0 {
			all = append(all, float64(a[i])/float64(b[i]))
		}
	}
	return middle(all, func(v float64) float64 { return v })
}

func instructions(f figures) (list []float64) {
	for _, one := range f {
		list = append(list, one.Instructions)
	}
	return list
}

func cpus(f figures) (list []time.Duration) {
	for _, one := range f {
		list = append(list, one.CPU)
	}
	return list
}
