package discussion_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// steps is how many random deeds the model plays on each engine; more by hand.
func steps() int {
	if n, err := strconv.Atoi(os.Getenv("BERAAD_TEST_STEPS")); err == nil {
		return n
	}
	return 70
}

// kinds is of how many sorts at least something must have been done.
const kinds = 6

// room is what the model knows of one item: plain maps, no keys and no rows.
type room struct {
	open, suspended bool
	inside, ever    map[string]bool
	facts           []*said
	objections      map[string]int // by who made them
	motion          *put
	weighs          bool
	first           map[string]livc.Outcome // own thoughts
	knows           map[string]bool         // who told the chair; also before the room is opened
}

// said is a fact as the model knows it.
type said struct {
	id        livc.ID
	by, words string // no words: told aloud, or withdrawn
	gone      bool
}

// put is a proposal as the model knows it.
type put struct {
	words   string
	refused bool
	yes     map[string]bool
}

// model is what everybody may read at an evening with two items. The names in it are who is there; the OCMW
// was not invited.
type model struct {
	e     *storetest.Evening
	t     *testing.T
	rand  *rand.Rand
	by    map[string]deed.By
	seat  map[string]livc.ID
	items [2]livc.ID
	rooms [2]*room
	at    int // the item at hand
	said  int
	acted map[string]int
}

var five = []string{"mayor", "officer", "coordinator", "clb", "caw"}

// Five people inside and outside two rooms, and one who was not invited, do random things: after each of them
// everybody reads exactly what the model says, and holds a key exactly while inside.
//
// proves Z4, Z5, Z9, Z10, P12, invariant 4
func TestZ4_WhatEverybodyReadsInARoomIsWhatTheModelSays(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		seed := uint64(time.Now().UnixNano())
		if s, err := strconv.ParseUint(os.Getenv("BERAAD_TEST_SEED"), 10, 64); err == nil {
			seed = s
		}
		t.Logf("BERAAD_TEST_SEED=%d", seed)
		e, items := storetest.TwoItems(storetest.NewTown(t, db))
		m := &model{e: e, t: t, rand: rand.New(rand.NewPCG(seed, 1)), items: items, seat: map[string]livc.ID{}, acted: map[string]int{},
			by: map[string]deed.By{"mayor": e.Mayor, "officer": e.Officer, "coordinator": e.Coordinator, "clb": e.CLB, "caw": e.CAW, "ocmw": e.OCMW}}
		for i := range m.rooms {
			m.rooms[i] = &room{ever: map[string]bool{}, knows: map[string]bool{}}
		}
		for _, who := range five {
			m.seat[who] = e.Who(m.by[who])
		}
		// An item can stand still for long without the officer: then the play goes on until enough was done.
		for n := 0; n < steps() || len(m.acted) < kinds && n < 10*steps(); n++ {
			e.Pass(time.Second)
			what := m.step()
			m.compare(fmt.Sprintf("step %d, %s", n, what))
			if t.Failed() {
				return
			}
		}
		if len(m.acted) < kinds {
			t.Errorf("only %v was done: the test has no teeth", m.acted)
		}
	})
}

// step does one random thing, in the town and in the model.
func (m *model) step() string {
	r := m.rooms[m.at]
	who := append(slices.Clone(five), "ocmw")[m.rand.IntN(6)]
	if !r.open && m.rand.IntN(3) > 0 {
		m.at = m.rand.IntN(2)
		return m.opens()
	}
	deeds := []func(string) string{m.thinks, m.thinks, m.tells, m.shares, m.shares, m.shares, m.changes, m.changes, m.steps, m.steps, m.objects, m.lifts, m.proposes, m.answers, m.answers, m.answers}
	if m.rand.IntN(25) == 0 {
		return m.closes(who)
	}
	return deeds[m.rand.IntN(len(deeds))](who)
}

// expect fails unless a deed was answered as the model answers it: "" is done.
func (m *model) expect(what string, err error, want livc.Kind) bool {
	m.t.Helper()
	if err == nil && want == "" {
		m.acted[what]++
		return true
	}
	if err == nil || livc.KindOf(err) != want {
		m.t.Errorf("%s: %v, the model says %q", what, err, want)
	}
	return false
}

// may is how the model answers a deed of somebody at the item at hand.
func (m *model) may(who string) livc.Kind {
	switch r := m.rooms[m.at]; {
	case !r.open || !r.inside[who]:
		return livc.NotFoundKind
	case r.suspended:
		return livc.ConflictKind
	}
	return ""
}

func (m *model) opens() string {
	r, in := m.rooms[m.at], discussion.OpenItem{Item: m.items[m.at], KnowsBest: m.seat["coordinator"], Mode: livc.Screens}
	inside := map[string]bool{}
	for i, who := range five {
		if i < 3 || m.rand.IntN(2) == 0 {
			inside[who] = true
			in.Inside = append(in.Inside, m.seat[who])
		} else {
			in.Outside = append(in.Outside, m.seat[who])
		}
	}
	if m.expect("open", m.e.Table.OpenItem(m.e.Context(), m.e.Mayor, in), "") {
		*r = room{open: true, inside: inside, ever: r.ever, objections: map[string]int{}, weighs: r.weighs, first: map[string]livc.Outcome{}, knows: r.knows}
		maps.Copy(r.ever, inside)
	}
	return "open"
}

func (m *model) words() string { m.said++; return fmt.Sprintf("Zin %d.", m.said) }

// someUses are uses that a contributor allows, at random.
func (m *model) someUses() (list []law.FactUse) {
	for _, u := range law.FactUses() {
		if u != law.UseDossierNamed && m.rand.IntN(2) == 0 {
			list = append(list, u)
		}
	}
	return list
}

func (m *model) shares(who string) string {
	r, f := m.rooms[m.at], &said{by: who, words: m.words()}
	in := discussion.ShareFact{Item: m.items[m.at], Text: discussion.FactText{What: livc.NewSecret(f.words)}, Uses: m.someUses(), Told: m.rand.IntN(4) == 0}
	id, err := m.e.Table.ShareFact(m.e.Context(), m.by[who], in)
	if m.expect("share", err, m.may(who)) {
		if f.id = id; in.Told {
			f.words = ""
		}
		r.facts = append(r.facts, f)
	}
	return who + " shares"
}

// changes lets somebody narrow or withdraw a fact, mostly the own one.
func (m *model) changes(who string) string {
	r := m.rooms[m.at]
	if len(r.facts) == 0 {
		return m.shares(who)
	}
	f := r.facts[m.rand.IntN(len(r.facts))]
	if m.rand.IntN(4) > 0 {
		who = f.by
	}
	in := discussion.ChangeFact{Item: m.items[m.at], Fact: f.id, Withdraw: m.rand.IntN(2) == 0, Uses: m.someUses(), Text: discussion.FactText{What: livc.NewSecret(m.words())}}
	want := m.may(who)
	switch {
	case want == "" && f.by != who:
		want = livc.NotFoundKind
	case want == "" && f.gone:
		want = livc.ConflictKind
	}
	what := "narrow"
	if in.Withdraw {
		what = "withdraw"
	}
	if m.expect(what, m.e.Table.ChangeFact(m.e.Context(), m.by[who], in), want) {
		f.words, f.gone = in.Text.What.Reveal(), false
		if in.Withdraw {
			f.words, f.gone = "", true
		}
	}
	return who + " changes a fact"
}

// steps lets somebody in or out; only the chair does. Without the officer the item stops.
func (m *model) steps(who string) string {
	r, moved := m.rooms[m.at], []string{"clb", "caw", "clb", "caw", "officer"}[m.rand.IntN(5)]
	in := discussion.StepInOut{Item: m.items[m.at]}
	out := r.open && r.inside[moved]
	if out {
		in.Out = []livc.ID{m.seat[moved]}
	} else {
		in.In = []livc.ID{m.seat[moved]}
	}
	if m.rand.IntN(4) > 0 {
		who = "mayor"
	}
	want := livc.Kind("")
	switch {
	case !r.open || who != "mayor" && who != "coordinator":
		want = livc.NotFoundKind
	case who == "coordinator":
		want = livc.DeniedKind
	}
	if !m.expect("step", m.e.Table.StepInOut(m.e.Context(), m.by[who], in), want) {
		return who + " lets " + moved + " through the door"
	}
	if out {
		delete(r.inside, moved)
		r.suspended = r.suspended || moved == "officer"
	} else {
		r.inside[moved], r.ever[moved] = true, true
		if moved == "officer" && r.suspended {
			m.e.Must(m.e.Table.Resume(m.e.Context(), m.e.Coordinator, m.items[m.at]))
			r.suspended = false
		}
	}
	return fmt.Sprintf("%s goes through the door, out %v", moved, out)
}

func (m *model) objects(who string) string {
	in := discussion.Object{Item: m.items[m.at], Kind: discussion.AgainstSharing}
	if m.rand.IntN(2) == 0 {
		in.Reason = livc.NewSecret(m.words())
	}
	if m.expect("object", m.e.Table.Object(m.e.Context(), m.by[who], in), m.may(who)) {
		m.rooms[m.at].objections[who]++
	}
	return who + " objects"
}

// lifts takes back an objection that who looks sees, the own or another's.
func (m *model) lifts(who string) string {
	r := m.rooms[m.at]
	if m.may(who) != "" {
		return m.objects(who)
	}
	list := m.e.Mine(m.by[who]).Room.Objections
	if len(list) == 0 {
		return m.objects(who)
	}
	o := list[m.rand.IntN(len(list))]
	want := livc.Kind("")
	if !o.Mine {
		want = livc.NotFoundKind
	}
	if m.expect("lift", m.e.Table.LiftObjection(m.e.Context(), m.by[who], m.items[m.at], o.ID), want) {
		r.objections[who]--
	}
	return who + " lifts"
}

// proposes puts to the table that the person is told; only the desk does.
func (m *model) proposes(string) string {
	r, words := m.rooms[m.at], m.words()
	err := m.e.Table.ProposeInforming(m.e.Context(), m.e.Coordinator, discussion.InformPerson{Item: m.items[m.at], By: m.seat["coordinator"], Offer: livc.NewSecret(words)})
	if m.expect("propose", err, m.may("coordinator")) {
		r.motion = &put{words: words, yes: map[string]bool{}}
	}
	return "propose"
}

func (m *model) answers(who string) string {
	r := m.rooms[m.at]
	if r.motion == nil || m.may(who) != "" {
		return m.proposes(who)
	}
	p := m.e.Mine(m.by[who]).Room.Motions[0]
	in := discussion.AnswerAtTable{Item: m.items[m.at], Motion: p.ID, Seen: p.Hash, Reply: discussion.ReplyYes}
	if m.rand.IntN(6) == 0 {
		in.Reply = discussion.ReplyNo
	}
	want := livc.Kind("")
	if r.motion.refused {
		want = livc.ConflictKind
	}
	if m.expect(string(in.Reply), m.e.Table.AnswerAtTable(m.e.Context(), m.by[who], in), want) {
		r.motion.yes[who] = true
		if in.Reply == discussion.ReplyNo {
			r.motion.yes, r.motion.refused = map[string]bool{}, true
		}
	}
	return who + " answers " + string(in.Reply)
}

// thinks lets somebody note, change or erase the own first thought; the desk first goes to the weighing.
func (m *model) thinks(who string) string {
	r, id := m.rooms[m.at], m.items[m.at]
	if !r.weighs && m.may("coordinator") == "" {
		m.e.Must(m.e.Table.AskStops(m.e.Context(), m.e.Coordinator, id, discussion.Stops()))
		m.e.Must(m.e.Table.MovePhase(m.e.Context(), m.e.Coordinator, id, discussion.PhaseWeighing))
		r.weighs = true
	}
	if m.rand.IntN(4) == 0 {
		want := livc.Kind("")
		if !r.open || !r.inside[who] || r.first[who] == "" {
			want = livc.NotFoundKind
		}
		if m.expect("forget", m.e.Table.DropFirstChoice(m.e.Context(), m.by[who], m.e.Meeting, id), want) {
			delete(r.first, who)
		}
		return who + " forgets a first thought"
	}
	in := discussion.FirstChoice{Meeting: m.e.Meeting, Item: id, Outcome: livc.Outcomes()[m.rand.IntN(5)]}
	want := m.may(who)
	if want == "" && !r.weighs {
		want = livc.ConflictKind
	}
	if m.expect("think", m.e.Table.ChooseFirst(m.e.Context(), m.by[who], in), want) {
		r.first[who] = in.Outcome
	}
	return who + " thinks first"
}

// tells lets somebody tell the chair to know the person privately, or take it back, of any of the two points.
func (m *model) tells(who string) string {
	at := m.rand.IntN(2)
	r, id := m.rooms[at], m.items[at]
	if r.knows[who] {
		if m.expect("take back", m.e.Table.TakeBackKnowing(m.e.Context(), m.by[who], m.e.Meeting, id), "") {
			delete(r.knows, who)
		}
		return who + " takes it back"
	}
	want := map[string]livc.Kind{"mayor": livc.ConflictKind, "ocmw": livc.NotFoundKind}[who]
	if m.expect("tell", m.e.Table.KnowPrivately(m.e.Context(), m.by[who], m.e.Meeting, id), want) {
		r.knows[who] = true
	}
	return who + " tells the chair"
}

func (m *model) closes(who string) string {
	r := m.rooms[m.at]
	want := livc.Kind("")
	switch {
	case !r.open || who != "mayor" && who != "coordinator":
		want = livc.NotFoundKind
	case who == "coordinator":
		want = livc.DeniedKind
	}
	err := m.e.Table.CloseItem(m.e.Context(), m.by[who], discussion.CloseItem{Item: m.items[m.at], Postponed: true})
	if m.expect("close", err, want) {
		*r = room{ever: r.ever, weighs: r.weighs, knows: map[string]bool{}}
	}
	return who + " closes"
}

// compare looks through everybody's eyes, and at who holds a key.
func (m *model) compare(after string) {
	m.t.Helper()
	r := m.rooms[m.at]
	for _, who := range five {
		got := m.e.Mine(m.by[who])
		if have, want := seen(got), r.seenBy(who, m.items[m.at]); have != want {
			m.t.Errorf("after %s the %s sees\n%s\nthe model\n%s", after, who, have, want)
		}
		if have, want := privately(got), m.knownBy(who); have != want {
			m.t.Errorf("after %s the %s reads %q, the model %q", after, who, have, want)
		}
	}
	if _, err := m.e.Table.Mine(m.e.Context(), m.e.OCMW, m.e.Meeting); livc.KindOf(err) != livc.NotFoundKind {
		m.t.Errorf("after %s who was not invited gets %v", after, err)
	}
	if list := m.e.RoomFaults(); len(list) > 0 {
		m.t.Errorf("after %s there is %v", after, list)
	}
	rooms := 0
	if r.open {
		rooms = 1
	}
	if n := m.e.Count(`SELECT count(*) FROM container WHERE kind = 'room'`); n != rooms {
		m.t.Errorf("after %s %d rooms stand", after, n)
	}
	for who, by := range m.by {
		holds := m.e.Count(`SELECT count(*) FROM key_grant g JOIN container c ON c.livc = g.livc AND c.id = g.container WHERE c.kind = 'room' AND g.hat = $1`, by.Hat)
		if (holds == 1) != r.inside[who] {
			m.t.Errorf("after %s the %s holds %d keys, inside %v", after, who, holds, r.inside[who])
		}
	}
}

// seen is an own screen in words: what was shared, objected and put, and how it stands.
func seen(s discussion.MyScreen) string {
	out := fmt.Sprintf("item %s busy %v\n", s.Item.ID, s.Busy)
	for _, f := range s.Room.Facts {
		out += fmt.Sprintf("%s %q mine %v\n", f.ID, f.Text.What.Reveal(), f.Mine)
	}
	own := 0
	for _, o := range s.Room.Objections {
		if o.Mine {
			own++
		}
	}
	out += fmt.Sprintf("objections %d own %d\n", len(s.Room.Objections), own)
	if s.First != nil {
		out += "first " + s.First.Outcome.Reveal() + "\n"
	}
	for _, p := range s.Room.Motions {
		out += fmt.Sprintf("put %q refused %v yes %v agreed %v\n", s.Room.Informing.Offer.Reveal(), p.State != discussion.MotionOpen, p.MyYes, p.Stands == law.Agreed)
	}
	return out
}

// privately is what an own screen says of who knows somebody: to the chair who told it, to others the own word.
func privately(s discussion.MyScreen) (out string) {
	for _, k := range s.Knowing {
		out += fmt.Sprintf("%s at %d; ", k.Text.Function.Reveal(), k.At)
	}
	for _, l := range s.Listed {
		out += fmt.Sprintf("at %d said %v; ", l.At, l.Said)
	}
	words := strings.Split(out, "; ")
	slices.Sort(words)
	return strings.Join(words, "; ")
}

// knownBy is what the model says that somebody reads.
func (m *model) knownBy(who string) (out string) {
	places := m.places()
	for i, r := range m.rooms {
		if who != "mayor" {
			out += fmt.Sprintf("at %d said %v; ", places[i], r.knows[who])
			continue
		}
		for knower := range r.knows {
			out += fmt.Sprintf("%s at %d; ", m.by[knower].Function, places[i])
		}
	}
	words := strings.Split(out, "; ")
	slices.Sort(words)
	return strings.Join(words, "; ")
}

// places are where the two points stand on the agenda.
func (m *model) places() (at [2]int) {
	for n, p := range m.e.View().Points {
		if i := slices.Index(m.items[:], p.ID); i >= 0 {
			at[i] = n + 1
		}
	}
	return at
}

// seenBy is what the model says that somebody sees.
func (r *room) seenBy(who string, item livc.ID) string {
	if !r.open || !r.inside[who] {
		return fmt.Sprintf("item  busy %v\nobjections 0 own 0\n", r.open)
	}
	out := fmt.Sprintf("item %s busy false\n", item)
	for _, f := range r.facts {
		out += fmt.Sprintf("%s %q mine %v\n", f.id, f.words, f.by == who)
	}
	all := 0
	for _, n := range r.objections {
		all += n
	}
	out += fmt.Sprintf("objections %d own %d\n", all, r.objections[who])
	if o := r.first[who]; o != "" {
		out += "first " + string(o) + "\n"
	}
	if p := r.motion; p != nil {
		agreed := !p.refused
		for member := range r.ever {
			agreed = agreed && p.yes[member]
		}
		out += fmt.Sprintf("put %q refused %v yes %v agreed %v\n", p.words, p.refused, p.yes[who], agreed)
	}
	return out
}
