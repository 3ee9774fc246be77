package store_test

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// sitting is the environment variable that turns this test into the program that holds a meeting.
const sitting = "BERAAD_TEST_SITTING"

// sat is what a meeting needs so that the next program goes on with it: who is there, with which keys.
type sat struct {
	Address string
	Epoch   []byte
	Began   time.Time // of the real clock, when the meeting began
	Civil   time.Time
	Livc    livc.ID
	Meeting livc.ID
	Items   [2]livc.ID
	People  map[string]livc.Actor
	Masters map[string][]byte
	Seats   map[string]livc.ID
}

// A program that is killed with -9 in the middle of a meeting on screens loses no deed of it that was
// acknowledged: what was opened, shared, changed, answered, objected, who went in and out, what was closed.
// The deed on the way happened whole or not at all, and no room is left that nobody is in; a room that is left
// open ends with its evening.
//
// proves P1, R2.5.2-b, R0.3-b
func TestP8_AKilledMeetingIsInAStateThatExists(t *testing.T) {
	if file := os.Getenv(sitting); file != "" {
		resume(t, file).sit()
		return
	}
	for engine, address := range map[string]func() string{"sqlite": func() string { return t.TempDir() }, "postgres": func() string { return storetest.PostgresDurable(t).DSN }} {
		t.Run(engine, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "sat.json")
			convene(t, address(), file)
			acked := 0
			for range max(3, kills()/4) {
				n, may := killSitting(t, file)
				acked += n
				p := resume(t, file)
				if got := p.settled(); !slices.Contains(may, got) {
					t.Fatalf("after the kill the table stands at\n%s\nit was acknowledged, or on the way, as\n%s", got, strings.Join(may, "\n"))
				}
				if list := p.town.RoomFaults(); len(list) > 0 {
					t.Fatalf("after the kill there is %v", list)
				}
				p.close()
			}
			if acked < 20 {
				t.Errorf("only %d deeds were acknowledged: the test has no teeth", acked)
			}
			t.Logf("%d acknowledged deeds", acked)
			nextDay(t, file)
		})
	}
}

// convene lets a meeting with two items begin, and leaves what the next program needs.
func convene(t *testing.T, address, file string) {
	t.Helper()
	db, err := openAt(address)
	if err == nil {
		err = db.Migrate(t.Context())
	}
	if err != nil {
		t.Fatal(err)
	}
	w := storetest.NewTown(t, db)
	e, items := storetest.TwoItems(w)
	s := sat{Address: address, Epoch: w.Epoch, Began: time.Now(), Civil: w.Clock.Civil(), Livc: w.Livc, Meeting: e.Meeting, Items: items,
		People: map[string]livc.Actor{}, Masters: map[string][]byte{}, Seats: map[string]livc.ID{}}
	for who, by := range map[string]deed.By{"mayor": w.Mayor, "officer": w.Officer, "coordinator": w.Coordinator, "clb": w.CLB, "caw": w.CAW} {
		s.People[who], s.Masters[who], s.Seats[who] = by.Actor, w.Masters[by.Hat], e.Who(by)
	}
	b, err := json.Marshal(s)
	if err == nil {
		err = os.WriteFile(file, b, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	w.Gate.Close()
	_ = db.Close()
}

// played is a meeting as one program holds it.
type played struct {
	sat
	t     *testing.T
	town  *storetest.Town
	table *discussion.Table
	by    map[string]deed.By
	at    int // the item at hand
	now   standing
}

// standing is how the table stands, in words that compare.
type standing struct {
	Open, Yes, Objections int // Open is the item, counted from 1; 0 for none
	Thoughts, Known       int // first thoughts in drawers; notes to the chair
	Inside, Facts         []string
}

func (s standing) String() string {
	return fmt.Sprintf("open %d inside %v facts %v objections %d yes %d thoughts %d known %d", s.Open, slices.Sorted(slices.Values(s.Inside)), slices.Sorted(slices.Values(s.Facts)),
		s.Objections, s.Yes, s.Thoughts, s.Known)
}

// resume opens the database of a meeting, as a program does that is started again.
func resume(t *testing.T, file string) *played {
	t.Helper()
	p := &played{t: t, by: map[string]deed.By{}}
	b, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(b, &p.sat)
	}
	if err != nil {
		t.Fatal(err)
	}
	db, err := openAt(p.Address)
	if err != nil {
		t.Fatal(err)
	}
	clock := deed.ClockFrom(func() time.Time { return p.Civil.Add(time.Since(p.Began)) })
	p.town = &storetest.Town{T: t, DB: db, Clock: clock, Gate: storetest.BareGate(db, clock, p.Epoch), Livc: p.Livc}
	p.table = &discussion.Table{Gate: p.town.Gate, Book: store.Table{}}
	for who, actor := range p.People {
		master, err := seal.MasterFrom(p.Masters[who])
		p.town.Must(err)
		hat, err := master.Hat(p.town.Gate.Base(p.Livc), actor.Controller, actor.Hat)
		p.town.Must(err)
		p.by[who] = deed.By{Actor: actor, Keys: storetest.KeysOf(hat)}
	}
	return p
}

func (p *played) close() {
	p.town.Gate.Close()
	_ = p.town.DB.Close()
}

// killSitting lets a program hold the meeting and kills it; it gives how many deeds were acknowledged, and how
// the table may stand: as after the last of them, or as after the one that was on the way.
func killSitting(t *testing.T, file string) (acked int, may []string) {
	t.Helper()
	c := exec.Command(os.Args[0], "-test.run=TestP8_AKilledMeeting", "-test.v")
	c.Env = append(os.Environ(), sitting+"="+file)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if state, ok := strings.CutPrefix(lines.Text(), "try "); ok {
			may = append(may, state)
		}
		if state, ok := strings.CutPrefix(lines.Text(), "ack "); ok {
			may = []string{state}
			if acked++; acked == 2 {
				time.AfterFunc(time.Duration(rand.IntN(700))*time.Millisecond, func() { _ = c.Process.Kill() })
			}
		}
		if strings.HasPrefix(lines.Text(), "--- FAIL") || strings.HasPrefix(lines.Text(), "panic") {
			t.Error(lines.Text())
		}
	}
	_ = c.Wait() // it was killed
	if acked < 2 {
		t.Fatal("the program held no meeting")
	}
	return acked, may
}

// settled gives how the table stands once a database server has ended what a killed client asked.
func (p *played) settled() (got string) {
	for last := ""; got == "" || got != last; time.Sleep(100 * time.Millisecond) {
		last, got = got, p.look().String()
	}
	return got
}

// look reads how the table stands, through the own screen of the chair.
func (p *played) look() (s standing) {
	m, err := p.table.Mine(p.t.Context(), p.by["mayor"], p.Meeting)
	p.town.Must(err)
	s.Known, s.Thoughts = len(m.Knowing), p.town.Count(`SELECT count(*) FROM drawer_item WHERE kind = 'first_choice'`)
	if m.Item.ID == "" {
		return s
	}
	s.Open = slices.Index(p.Items[:], m.Item.ID) + 1
	for who, actor := range p.People {
		if slices.ContainsFunc(m.Inside, func(a discussion.Attendee) bool { return a.Hat == actor.Hat }) {
			s.Inside = append(s.Inside, who)
		}
	}
	for _, f := range m.Room.Facts {
		s.Facts = append(s.Facts, f.Text.What.Reveal()+string(f.State))
	}
	s.Objections, s.Yes = len(m.Room.Objections), p.town.Count(`SELECT count(*) FROM motion_yes`)
	return s
}

// does says what is on the way, does it, and says that it was done.
func (p *played) does(then standing, f func() error) {
	fmt.Println("try " + then.String())
	if err := f(); err != nil {
		panic(err)
	}
	p.now = then
	fmt.Println("ack " + then.String())
}

// with is how the table stands now, but for a change.
func (p *played) with(change func(*standing)) standing {
	s := p.now
	s.Inside, s.Facts = slices.Clone(s.Inside), slices.Clone(s.Facts)
	change(&s)
	return s
}

// sit holds the meeting until it is killed: first it goes on with what an earlier program left.
func (p *played) sit() {
	p.now = p.look()
	if p.now.Open > 0 {
		p.at = p.now.Open - 1
		p.shares("Wat er nog bij kwam.")
		p.closes()
	}
	for n := 0; ; n++ {
		p.at = n % 2
		p.item(fmt.Sprintf("%d-%d", os.Getpid(), n))
	}
}

// item plays an item from its opening to its end.
func (p *played) item(words string) {
	t, ctx, id := p.table, p.t.Context(), p.Items[p.at]
	in := discussion.OpenItem{Item: id, KnowsBest: p.Seats["clb"], Mode: livc.Screens, Outside: []livc.ID{p.Seats["caw"]}}
	for _, who := range []string{"mayor", "officer", "coordinator", "clb"} {
		in.Inside = append(in.Inside, p.Seats[who])
	}
	p.does(standing{Open: p.at + 1, Inside: []string{"mayor", "officer", "coordinator", "clb"}}, func() error { return t.OpenItem(ctx, p.by["mayor"], in) })
	p.does(p.with(func(s *standing) { s.Inside = append(s.Inside, "caw") }), func() error {
		return t.StepInOut(ctx, p.by["mayor"], discussion.StepInOut{Item: id, In: []livc.ID{p.Seats["caw"]}})
	})
	first, second := p.shares(words+"-a"), p.shares(words+"-b")
	p.does(p.with(func(s *standing) { s.Facts[0] = words + "-c" + string(discussion.FactShared) }), func() error {
		return t.ChangeFact(ctx, p.by["clb"], discussion.ChangeFact{Item: id, Fact: first, Text: discussion.FactText{What: livc.NewSecret(words + "-c")}})
	})
	p.does(p.with(func(s *standing) { s.Facts[1] = string(discussion.FactWithdrawn) }), func() error {
		return t.ChangeFact(ctx, p.by["clb"], discussion.ChangeFact{Item: id, Fact: second, Withdraw: true})
	})
	p.does(p.with(func(s *standing) { s.Objections = 1 }), func() error {
		return t.Object(ctx, p.by["caw"], discussion.Object{Item: id, Kind: discussion.AgainstSharing, Reason: livc.NewSecret("Te veel.")})
	})
	p.aside(id)
	p.answers(id)
	p.does(p.with(func(s *standing) {
		s.Inside = slices.DeleteFunc(s.Inside, func(who string) bool { return who == "caw" })
	}), func() error {
		return t.StepInOut(ctx, p.by["mayor"], discussion.StepInOut{Item: id, Out: []livc.ID{p.Seats["caw"]}})
	})
	p.closes()
}

func (p *played) shares(words string) (made livc.ID) {
	p.does(p.with(func(s *standing) { s.Facts = append(s.Facts, words+string(discussion.FactShared)) }), func() (err error) {
		made, err = p.table.ShareFact(p.t.Context(), p.by["clb"], discussion.ShareFact{Item: p.Items[p.at], Text: discussion.FactText{What: livc.NewSecret(words)}})
		return err
	})
	return made
}

// aside lets people do what is for themselves, or for the chair alone: tell the chair, take it back, tell it
// again, and note a first thought at the weighing.
func (p *played) aside(id livc.ID) {
	t, ctx := p.table, p.t.Context()
	for n, tell := range []func(context.Context, deed.By, livc.ID, livc.ID) error{t.KnowPrivately, t.TakeBackKnowing, t.KnowPrivately} {
		p.does(p.with(func(s *standing) { s.Known = (n + 1) % 2 }), func() error { return tell(ctx, p.by["caw"], p.Meeting, id) })
	}
	p.does(p.now, func() error { return t.AskStops(ctx, p.by["coordinator"], id, discussion.Stops()) })
	p.does(p.now, func() error { return t.MovePhase(ctx, p.by["coordinator"], id, discussion.PhaseWeighing) })
	for _, o := range []livc.Outcome{livc.OutcomeMore, livc.OutcomeRegular} {
		p.does(p.with(func(s *standing) { s.Thoughts = 1 }), func() error {
			return t.ChooseFirst(ctx, p.by["clb"], discussion.FirstChoice{Meeting: p.Meeting, Item: id, Outcome: o})
		})
	}
}

// answers puts something to the table; two say yes, and one no takes all of it back.
func (p *played) answers(id livc.ID) {
	t, ctx := p.table, p.t.Context()
	p.does(p.now, func() error {
		return t.ProposeInforming(ctx, p.by["coordinator"], discussion.InformPerson{Item: id, By: p.Seats["clb"], Offer: livc.NewSecret("Een gesprek.")})
	})
	m, err := t.Mine(ctx, p.by["mayor"], p.Meeting)
	p.town.Must(err)
	motion := m.Room.Motions[0]
	for n, who := range []string{"mayor", "clb", "caw"} {
		reply := []discussion.TableReply{discussion.ReplyYes, discussion.ReplyYes, discussion.ReplyNo}[n]
		p.does(p.with(func(s *standing) { s.Yes = (n + 1) % 3 }), func() error {
			return t.AnswerAtTable(ctx, p.by[who], discussion.AnswerAtTable{Item: id, Motion: motion.ID, Reply: reply, Seen: motion.Hash})
		})
	}
}

func (p *played) closes() {
	p.does(standing{}, func() error {
		return p.table.CloseItem(p.t.Context(), p.by["mayor"], discussion.CloseItem{Item: p.Items[p.at], Postponed: true})
	})
}

// nextDay leaves a room open: the clock of the next day ends it, and nothing of it is left.
func nextDay(t *testing.T, file string) {
	t.Helper()
	p := resume(t, file)
	defer p.close()
	if p.now = p.look(); p.now.Open > 0 {
		p.at = p.now.Open - 1
		p.closes()
	}
	p.at = 0
	in := discussion.OpenItem{Item: p.Items[0], KnowsBest: p.Seats["clb"], Mode: livc.Screens}
	for _, seat := range p.Seats {
		in.Inside = append(in.Inside, seat)
	}
	p.town.Must(p.table.OpenItem(t.Context(), p.by["mayor"], in))
	p.shares("Wat bleef liggen.")
	p.town.Must(p.table.Object(t.Context(), p.by["caw"], discussion.Object{Item: p.Items[0], Kind: discussion.NotHere, Reason: livc.NewSecret("Te veel.")}))
	p.now = p.look()
	p.aside(p.Items[0])
	p.town.Must(p.table.RunClocks(t.Context(), p.Livc))
	if n := p.town.Count(`SELECT count(*) FROM container WHERE kind = 'room'`); n != 1 {
		t.Errorf("on the day itself %d rooms stand", n)
	}
	p.town.Days(1)
	buried := p.town.Count(`SELECT count(*) FROM tombstone WHERE kind = 'room' AND cause = 'evening_over'`)
	p.town.Must(p.table.RunClocks(t.Context(), p.Livc))
	left := p.town.RoomFaults()
	for _, q := range []string{`SELECT count(*) FROM container WHERE kind = 'room'`, `SELECT count(*) FROM item WHERE room <> ''`, `SELECT count(*) FROM fact`, `SELECT count(*) FROM objection`,
		`SELECT count(*) FROM acquaintance`, `SELECT count(*) FROM drawer_item WHERE kind = 'first_choice'`,
		`SELECT count(*) FROM record WHERE kind IN ('fact','reason','who','first_choice','acquaintance')`} {
		if p.town.Count(q) > 0 {
			left = append(left, q)
		}
	}
	if len(left) > 0 || p.town.Count(`SELECT count(*) FROM tombstone WHERE kind = 'room' AND cause = 'evening_over'`) != buried+1 {
		t.Errorf("after the evening there is %v", left)
	}
	p.town.Verify()
}
