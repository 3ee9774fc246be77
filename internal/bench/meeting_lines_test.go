package bench

import (
	"fmt"
	"slices"
	"time"
)

// meetingLines are the part of the meetings in the table. A message is a fact that somebody shares: sealed
// under the key of the room, recorded, durable.
func (r *run) meetingLines() {
	r.besideHub()
	r.add(line{what: "the same, and each fetches the own screen", ours: r.shown.together().told()})
	r.add(line{what: fmt.Sprintf("%d such meetings at once", len(r.large.Sittings)), ours: r.many.together().told()})
	r.add(line{what: fmt.Sprintf("and %d failed sign-ins meanwhile", slices.Min(r.failed)), ours: r.knocked.together().withoutCPU().told()})
}

// withoutCPU leaves out what others cost too.
func (s spread) withoutCPU() spread { s.CPU = 0; return s }

// besideHub compares one meeting with streams that carry nothing and record nothing.
func (r *run) besideHub() {
	hears := func(s spread) time.Duration { return percentile(s.Event, 50) }
	costs := func(s spread) time.Duration { return s.CPU }
	bare := r.hub.together()
	r.add(r.beside(line{what: fmt.Sprintf("a meeting of %d people: the last hears", people), ours: r.heard.together().withoutCPU().told(),
		bare: fmt.Sprintf("hub: p50 %.2f, p99 %.2f ms", ms(percentile(bare.Event, 50)), ms(percentile(bare.Event, 99))), value: over(r.heard.of(hears), r.hub.of(hears)), aim: 4, more: 2}))
	r.add(r.beside(line{what: "the same: CPU of a message", ours: fmt.Sprintf("%.2f ms", ms(r.heard.together().CPU)),
		bare: fmt.Sprintf("hub: %.2f ms, %d lost", ms(bare.CPU), bare.Lost), value: over(r.heard.of(costs), r.hub.of(costs)), aim: 4, more: 2}))
}
