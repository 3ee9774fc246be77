package bench

import (
	"fmt"
	"slices"
	"time"
)

// spread is how fast a change is on the last screen, counted from the press.
type spread struct {
	Event, Region []time.Duration // of the last of all, for each message
	Lost          int             // screens that did not hear, or did not show it, within the patience
	CPU           time.Duration   // of the server, for each message
	Instructions  float64         // of the server for each message, in millions, where perf can count them
}

// note adds one message. What was lost took all the patience.
func (s *spread) note(event, region time.Duration, lost int) {
	s.Event, s.Region, s.Lost = append(s.Event, event), append(s.Region, region), s.Lost+lost
}

func (s *spread) add(o spread) {
	s.Event, s.Region, s.Lost = append(s.Event, o.Event...), append(s.Region, o.Region...), s.Lost+o.Lost
}

// told says how the last of all hears, and how he shows it.
func (s spread) told() string {
	text := fmt.Sprintf("event p50 %.2f, p99 %.2f ms", ms(percentile(s.Event, 50)), ms(percentile(s.Event, 99)))
	if !slices.Equal(s.Region, s.Event) { // the screens do more than listen
		text += fmt.Sprintf("; shown p50 %.1f, p99 %.1f ms", ms(percentile(s.Region, 50)), ms(percentile(s.Region, 99)))
	}
	if s.CPU > 0 {
		text += fmt.Sprintf("; CPU %.2f ms", ms(s.CPU))
	}
	if s.Instructions > 0 {
		text += fmt.Sprintf(", %.1f M instr", s.Instructions)
	}
	return text + fmt.Sprintf("; %d of %d lost", s.Lost, people*len(s.Event))
}

func percentile(list []time.Duration, of int) time.Duration {
	if len(list) == 0 {
		return 0
	}
	list = slices.Sorted(slices.Values(list))
	return list[len(list)*of/100]
}

// counted adds what a message costs a server.
func counted(pid int, f func() spread) spread {
	instructions, before := count(pid), cpuOf(pid)
	s := f()
	n := max(1, len(s.Event))
	s.CPU, s.Instructions = (cpuOf(pid)-before)/time.Duration(n), instructions()/1e6/float64(n)
	return s
}

// spreads are the same measurement of several rounds.
type spreads []spread

// together is all of them as one.
func (list spreads) together() (s spread) {
	for _, one := range list {
		s.add(one)
	}
	s.CPU = middle(list, func(s spread) time.Duration { return s.CPU })
	s.Instructions = middle(list, func(s spread) float64 { return s.Instructions })
	return s
}

func (list spreads) of(f func(spread) time.Duration) (out []time.Duration) {
	for _, s := range list {
		out = append(out, f(s))
	}
	return out
}
