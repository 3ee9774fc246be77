package discussion_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// guests runs a test at an open meeting on screens with two points, on both engines.
func guests(t *testing.T, f func(t *testing.T, e *storetest.Evening, other livc.ID)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e, other := storetest.TwoPoints(storetest.NewTown(t, db))
		f(t, e, other)
	})
}

// standing are the facts about somebody and an object, as the gate gathers them.
func standing(e *storetest.Evening, by deed.By, on access.Object) (f access.Facts) {
	e.T.Helper()
	e.Must(e.DB.Write(e.Context(), "", func(b deed.Batch) (err error) {
		f, err = b.Standing(e.Context(), by.Actor, on, livc.DayOf(e.Clock.Civil()))
		return err
	}))
	return f
}

func item(id livc.ID) access.Object { return access.Object{Kind: access.OfItem, ID: id, Item: id} }

// openWith opens a point with the three seats inside, and with these guests.
func openWith(e *storetest.Evening, point livc.ID, guests ...livc.ID) error {
	in := discussion.OpenItem{Item: point, Inside: append([]livc.ID{e.Who(e.Mayor), e.Who(e.Officer), e.Who(e.Coordinator)}, guests...), KnowsBest: e.Who(e.Coordinator)}
	for _, a := range e.View().Here() {
		if !contains(in.Inside, a.ID) {
			in.Outside = append(in.Outside, a.ID)
		}
	}
	return e.Table.OpenItem(e.Context(), e.Mayor, in) // at a table on screens the chair keeps the door
}

func contains(list []livc.ID, id livc.ID) bool {
	return len(without(list, id)) < len(list)
}

func postpone(e *storetest.Evening, point livc.ID) error {
	return e.Table.CloseItem(e.Context(), e.Mayor, discussion.CloseItem{Item: point, Postponed: true})
}

// proves R2.3.6-a, settled 23
func TestAGuestComesForOnePointAndIsGoneAfterIt(t *testing.T) {
	guests(t, func(t *testing.T, e *storetest.Evening, _ livc.ID) {
		pass := e.Passed(e.Item, "Bo Wouters")
		if len(strings.Fields(pass.Words)) != 2 || len(pass.Link) != 8 {
			t.Fatalf("the pass is %q", pass)
		}
		guest, err := e.ComesIn(pass)
		e.Must(err)
		t.Run("before the secrecy the door is shut, as for everybody", func(t *testing.T) {
			checkIn(e, e.Mayor, e.Officer, e.Coordinator)
			all := append([]livc.ID{e.SeatOf(guest).ID}, e.Who(e.Mayor), e.Who(e.Officer), e.Who(e.Coordinator))
			e.Must(e.Table.CheckIn(e.Context(), e.Coordinator, discussion.CheckIn{Meeting: e.Meeting, Present: all}))
			answers(t, openWith(e, e.Item, e.SeatOf(guest).ID), livc.DeniedKind, "law.enter.secrecy_first")
		})
		t.Run("who confirmed it is there, and waits", func(t *testing.T) {
			confirms(e, guest)
			v, err := e.Table.Visit(e.Context(), guest)
			e.Must(err)
			if !v.Confirmed || v.Inside || len(v.Words) != 4 {
				t.Fatalf("the visit is %+v", v)
			}
		})
		t.Run("the desk sees the same four words as the guest", func(t *testing.T) {
			l, err := e.Table.Guests(e.Context(), e.Coordinator, e.Meeting)
			e.Must(err)
			v, err := e.Table.Visit(e.Context(), guest)
			e.Must(err)
			if len(l.Guests) != 1 || l.Guests[0].State != discussion.PassIn || fmt.Sprint(l.Guests[0].Words) != fmt.Sprint(v.Words) {
				t.Fatalf("the desk sees %+v, the guest %v", l.Guests, v.Words)
			}
		})
		e.Must(openWith(e, e.Item, e.SeatOf(guest).ID))
		v, err := e.Table.Visit(e.Context(), guest)
		e.Must(err)
		if !v.Inside {
			t.Fatal("the guest is not inside")
		}
		e.Shares(e.Coordinator, storetest.Says("Hij kwam elke dag."))
		t.Run("inside, the guest reads and shares, and does not know how many points there are", func(t *testing.T) {
			e.Shares(guest, storetest.Says("Op training lacht hij."))
			said, err := readRoom(e, guest)
			e.Must(err)
			slices.Sort(said) // the clock of the test stands still
			if fmt.Sprint(said) != "[Hij kwam elke dag. Op training lacht hij.]" {
				t.Fatalf("the guest reads %q", said)
			}
			if m := e.Mine(guest); m.Of != 0 || len(m.Next) > 0 || m.Chair || m.Door {
				t.Fatalf("the guest's screen is %+v", m)
			}
			if n := len(e.Mine(e.Mayor).Room.Facts); n != 2 {
				t.Fatalf("the chair reads %d facts", n)
			}
		})
		t.Run("a guest is nobody's choice to register, and takes no question home", func(t *testing.T) {
			in := storetest.Says("Alleen voor wie het mag bijhouden.")
			in.Item, in.Uses, in.Named = e.Item, []law.FactUse{law.UseDossierNamed}, []livc.ID{e.SeatOf(guest).ID}
			_, err := e.Table.ShareFact(e.Context(), e.Coordinator, in)
			answers(t, err, livc.InvalidKind, "share_fact.named")
			q, err := e.Table.AskQuestion(e.Context(), e.Coordinator, discussion.AskQuestion{Item: e.Item, Domain: discussion.Domains()[0], Text: livc.NewSecret("Wat weten we niet?")})
			e.Must(err)
			answers(t, e.Table.TakeQuestion(e.Context(), guest, e.Item, q, livc.DayOf(e.Clock.Civil()).Add(0, 0, 7)), livc.NotFoundKind, "")
		})
		t.Run("outside again there is nothing to read", func(t *testing.T) {
			e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, Out: []livc.ID{e.SeatOf(guest).ID}}))
			said, err := readRoom(e, guest)
			e.Must(err)
			if len(said) > 0 || e.Mine(guest).Item.ID != "" {
				t.Fatalf("the guest reads %q", said)
			}
			e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, In: []livc.ID{e.SeatOf(guest).ID}}))
		})
		e.Must(postpone(e, e.Item))
		t.Run("after the point the hat has left, and its keys and its name are gone", func(t *testing.T) {
			_, err := e.Table.Visit(e.Context(), guest)
			answers(t, err, livc.NotFoundKind, "")
			if _, err := readRoom(e, guest); err == nil {
				t.Fatal("the guest still reads the room")
			}
			for what, n := range map[string]int{
				"keys":    e.Count(`SELECT count(*) FROM key_grant WHERE livc = $1 AND hat = $2`, e.Livc, guest.Hat),
				"seats":   e.Count(`SELECT count(*) FROM seat WHERE livc = '0' AND hat_livc = $1 AND hat = $2`, e.Livc, guest.Hat),
				"names":   e.Count(`SELECT count(*) FROM attendance WHERE livc = $1 AND hat = $2 AND name IS NOT NULL`, e.Livc, guest.Hat),
				"actives": e.Count(`SELECT count(*) FROM hat WHERE livc = $1 AND id = $2 AND (state <> 'left' OR generation = 1 OR secrecy <> '')`, e.Livc, guest.Hat),
			} {
				if n > 0 {
					t.Errorf("%d %s are left", n, what)
				}
			}
			if a := e.SeatOf(guest); !a.Name.Empty() || a.State != discussion.Gone || a.Service != "sport" {
				t.Fatalf("the seat is %+v", a)
			}
		})
		t.Run("nothing waits for who was a guest", func(t *testing.T) {
			if n := e.Count(`SELECT count(*) FROM register_offer WHERE livc = $1 AND hat = $2`, e.Livc, guest.Hat); n > 0 {
				t.Fatalf("%d offers", n)
			}
		})
		e.Verify()
	})
}

func confirms(e *storetest.Evening, guest deed.By) {
	e.T.Helper()
	_, err := e.Table.ConfirmSecrecy(e.Context(), guest)
	e.Must(err)
}

// readRoom gives what a guest reads in the room of the point, as a new session does.
func readRoom(e *storetest.Evening, guest deed.By) (said []string, err error) {
	e.T.Helper()
	guest.Keys.(*storetest.Keys).Forget()
	m, err := e.Table.Mine(e.Context(), guest, e.Meeting)
	for _, f := range m.Room.Facts {
		said = append(said, f.Text.What.Reveal())
	}
	return said, err
}

// proves W7, settled 38
func TestW7_WrongWordsLateLinksAndSecondTimesAnswerAlike(t *testing.T) {
	guests(t, func(t *testing.T, e *storetest.Evening, _ livc.ID) {
		refused := func(t *testing.T, link, words string) {
			t.Helper()
			_, err := e.ComesIn(discussion.Pass{Link: link, Words: words})
			answers(t, err, livc.InvalidKind, "guest_door.no")
		}
		t.Run("a link that never was", func(t *testing.T) { refused(t, "22222222", "babak babak") })
		t.Run("the right words of another pass", func(t *testing.T) {
			a, b := e.Passed(e.Item, "Bo"), e.Passed(e.Item, "Sam")
			refused(t, a.Link, b.Words)
		})
		t.Run("five wrong words make it void, and the right ones come too late", func(t *testing.T) {
			p := e.Passed(e.Item, "Kim")
			for range 5 {
				refused(t, p.Link, "babak babak")
			}
			refused(t, p.Link, p.Words)
		})
		t.Run("four do not, however the right ones are written", func(t *testing.T) {
			p := e.Passed(e.Item, "Robin")
			for range 4 {
				refused(t, p.Link, "babak babak")
			}
			first, second, _ := strings.Cut(p.Words, " ")
			_, err := e.ComesIn(discussion.Pass{Link: strings.ToUpper(p.Link[:4]) + "-" + p.Link[4:], Words: strings.ToUpper(first) + "-" + second})
			e.Must(err)
		})
		t.Run("who has the words already is one browser: nobody comes in a second time", func(t *testing.T) {
			p := e.Passed(e.Item, "Lou")
			pass, err := e.Table.GuessWords(e.Context(), p.Link, p.Words)
			e.Must(err)
			again, err := e.Table.GuessWords(e.Context(), p.Link, p.Words) // two browsers at the same moment
			e.Must(err)
			person, keys := e.Fresh(pass.Hat, pass.Organisation)
			e.Must(e.Table.LetGuestIn(e.Context(), pass, p.Words, person, keys))
			person, keys = e.Fresh(again.Hat, again.Organisation)
			answers(t, e.Table.LetGuestIn(e.Context(), again, p.Words, person, keys), livc.InvalidKind, "guest_door.no")
			refused(t, p.Link, p.Words)
		})
		t.Run("a pass that was taken back between the words and the door", func(t *testing.T) {
			p := e.Passed(e.Item, "Noor")
			pass, err := e.Table.GuessWords(e.Context(), p.Link, p.Words)
			e.Must(err)
			e.Must(e.Table.TakePass(e.Context(), e.Coordinator, e.Meeting, pass.ID))
			person, keys := e.Fresh(pass.Hat, pass.Organisation)
			answers(t, e.Table.LetGuestIn(e.Context(), pass, p.Words, person, keys), livc.InvalidKind, "guest_door.no")
		})
		t.Run("after the day of the meeting", func(t *testing.T) {
			p := e.Passed(e.Item, "Alex")
			e.Days(1)
			refused(t, p.Link, p.Words)
		})
	})
}

func TestAPassLetsNobodyInBeforeTheDayOfTheMeeting(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		e.OnScreens()
		e.Days(-1)
		p := e.Passed(e.Item, "Bo")
		_, err := e.ComesIn(p)
		answers(t, err, livc.InvalidKind, "guest_door.no")
		e.Days(1)
		_, err = e.ComesIn(p)
		e.Must(err)
	})
}

// proves R2.3-e, R2.3.6-b, R3.0-a
func TestWhoCanBeAGuest(t *testing.T) {
	guests(t, func(t *testing.T, e *storetest.Evening, _ livc.ID) {
		try := func(change func(*discussion.PassGuest)) error {
			in := e.PassFor(e.Item, "Bo Wouters")
			change(&in)
			_, err := e.Table.PassGuest(e.Context(), e.Coordinator, in)
			return err
		}
		for _, c := range []struct {
			name   string
			change func(*discussion.PassGuest)
			kind   livc.Kind
			key    string
		}{
			{"a body of intelligence is refused with its norm", func(in *discussion.PassGuest) { in.Category = "vsse" }, livc.DeniedKind, "law.excluded.security"},
			{"a prosecutor is", func(in *discussion.PassGuest) { in.Category = "parket" }, livc.DeniedKind, "law.excluded.security"},
			{"a lawyer is", func(in *discussion.PassGuest) { in.Category = "advocaat" }, livc.DeniedKind, "law.excluded.lawyer"},
			{"the police have their own seat", func(in *discussion.PassGuest) { in.Category = "lokale_politie" }, livc.InvalidKind, "stand_in.seat_of"},
			{"nor as the police of the network", func(in *discussion.PassGuest) { in.Service, in.Organisation = "", e.Police }, livc.InvalidKind, "stand_in.seat_of"},
			{"nobody comes without the word of the chair", func(in *discussion.PassGuest) { in.Invited = false }, livc.InvalidKind, "stand_in.appointed"},
			{"the secrecy is asked", func(in *discussion.PassGuest) { in.Secrecy = nil }, livc.InvalidKind, "enter_person.secrecy"},
			{"and confirmed by the person", func(in *discussion.PassGuest) { in.Confirmed = false }, livc.InvalidKind, "enter_person.unconfirmed"},
			{"a name is needed", func(in *discussion.PassGuest) { in.Name = livc.Contact{} }, livc.InvalidKind, "stand_in.name"},
			{"and a service", func(in *discussion.PassGuest) { in.Service = "" }, livc.InvalidKind, "guest_pass.organisation"},
			{"and a point of this meeting", func(in *discussion.PassGuest) { in.Item = e.Meeting }, livc.NotFoundKind, ""},
		} {
			t.Run(c.name, func(t *testing.T) { answers(t, try(c.change), c.kind, c.key) })
		}
		t.Run("a service of the network can send one", func(t *testing.T) {
			e.Must(try(func(in *discussion.PassGuest) { in.Service, in.Organisation = "", e.Organisation["OCMW"] }))
		})
		t.Run("who was not briefed is not let in", func(t *testing.T) {
			in := e.PassFor(e.Item, "Kim")
			in.Briefed = false
			p, err := e.Table.PassGuest(e.Context(), e.Coordinator, in)
			e.Must(err)
			guest, err := e.ComesIn(p)
			e.Must(err)
			confirms(e, guest)
			answers(t, openWith(e, e.Item, e.SeatOf(guest).ID), livc.DeniedKind, "law.enter.brief_first")
		})
		t.Run("only the desk makes a pass", func(t *testing.T) {
			for _, by := range []deed.By{e.CLB, e.Officer, e.DPO} {
				_, err := e.Table.PassGuest(e.Context(), by, e.PassFor(e.Item, "Bo"))
				if err == nil {
					t.Fatalf("the %s made a pass", by.Function)
				}
			}
		})
		t.Run("without screens there is nothing to come in for", func(t *testing.T) {
			e.Exec(`UPDATE meeting SET mode = 'spoken' WHERE livc = $1 AND id = $2`, e.Livc, e.Meeting)
			answers(t, try(func(*discussion.PassGuest) {}), livc.ConflictKind, "conflict.no_guests")
		})
	})
}

// The way of sitting can change between points: a meeting that was planned as a spoken one takes a guest at a point
// that is open on screens. proves R2.3.6-a
func TestAPointThatIsOpenOnScreensTakesAGuestThatComesLate(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		if _, err := e.Table.PassGuest(e.Context(), e.Coordinator, e.PassFor(e.Item, "Bo Wouters")); livc.KindOf(err) != livc.ConflictKind {
			t.Fatalf("before, the answer is %v", err)
		}
		e.OpenOnScreens()
		e.Exec(`UPDATE meeting SET day = $3 WHERE livc = $1 AND id = $2`, e.Livc, e.Meeting, string(livc.DayOf(e.Clock.Civil()).Add(0, 0, 6))) // and began early
		e.Shares(e.CLB, storetest.Says("Hij kwam elke dag."))
		guest, err := e.ComesIn(e.Passed(e.Item, "Bo Wouters"))
		e.Must(err)
		confirms(e, guest)
		e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, In: []livc.ID{e.SeatOf(guest).ID}}))
		if facts := e.Mine(guest).Room.Facts; len(facts) != 1 {
			t.Fatalf("the guest reads %d facts", len(facts))
		}
	})
}

// product 4.12: a club or a shop can point to a person, so it hangs in no room and stands in no report.
func TestAGuestsServiceOutsideTheNetworkIsSaidByItsKind(t *testing.T) {
	guests(t, func(t *testing.T, e *storetest.Evening, _ livc.ID) {
		guest := e.Guest(e.Item, "Bo Wouters")
		e.Must(openWith(e, e.Item, e.SeatOf(guest).ID))
		room, err := e.Table.Room(e.Context(), e.Coordinator, e.Meeting)
		e.Must(err)
		if !slices.ContainsFunc(room.Inside, func(a discussion.Attendee) bool { return a.Service == "sport" }) {
			t.Errorf("in the room hangs %+v", room.Inside)
		}
		l, err := e.Table.Guests(e.Context(), e.Coordinator, e.Meeting)
		e.Must(err)
		if len(l.Guests) != 1 || l.Guests[0].Service != "Sportclub Bo Wouters" {
			t.Errorf("the desk sees %+v", l.Guests)
		}
	})
}

// proves Z9, Z8
func TestZ9_AGuestIsInNoListOfTheNetwork(t *testing.T) {
	guests(t, func(t *testing.T, e *storetest.Evening, _ livc.ID) {
		guest := e.Guest(e.Item, "Bo Wouters")
		n, err := e.Support.Network(e.Context(), e.Mayor)
		e.Must(err)
		for _, o := range n.Organisations {
			if o.ID == guest.Controller || strings.Contains(o.Name, "Bo") {
				t.Errorf("the network names %s", o.Name)
			}
		}
		for _, h := range n.People {
			if h.ID == guest.Hat {
				t.Error("the network names the guest")
			}
		}
		for name, err := range map[string]error{
			"looked at":   func() error { _, err := e.Support.Person(e.Context(), e.Mayor, guest.Hat); return err }(),
			"enrolled":    func() error { _, err := e.Support.InvitePerson(e.Context(), e.Coordinator, guest.Hat); return err }(),
			"switched on": e.Support.SwitchOwnFile(e.Context(), e.DPO, guest.Controller, true),
			"invited": func() error {
				_, err := e.Invitations().ChooseParticipants(e.Context(), e.Coordinator, invitation.ChooseParticipants{Meeting: e.Meeting, Case: e.Case.ID, Hat: guest.Hat})
				return err
			}(),
		} {
			if livc.KindOf(err) != livc.NotFoundKind && livc.KindOf(err) != livc.ConflictKind {
				t.Errorf("a guest can be %s: %v", name, err)
			}
		}
		if _, err := e.Support.EnterPerson(e.Context(), e.Coordinator, support.EnterPerson{Organisation: e.Organisation["CLB"], Function: livc.Guest, Name: livc.NewContact("X"),
			SpeaksFor: "self", Secrecy: livc.Secrecies(), Confirmed: true}); livc.KindOf(err) != livc.InvalidKind {
			t.Errorf("a guest can be entered: %v", err)
		}
	})
}

func TestAGuestHoldsNothingThatIsDoneAfterwards(t *testing.T) {
	guests(t, func(t *testing.T, e *storetest.Evening, _ livc.ID) {
		guest := e.Guest(e.Item, "Bo Wouters")
		e.Must(openWith(e, e.Item, e.SeatOf(guest).ID))
		_, err := e.Table.AskQuestion(e.Context(), e.Coordinator, discussion.AskQuestion{Item: e.Item, Domain: discussion.Domains()[0], Text: livc.NewSecret("Wat weten we niet?"),
			Holder: e.SeatOf(guest).ID, Due: livc.DayOf(e.Clock.Civil()).Add(0, 0, 7)})
		answers(t, err, livc.InvalidKind, "guest_pass.afterwards")
	})
}

// proves Z7
func TestZ7_AGuestIsOutAtTheNextClick(t *testing.T) {
	ways := map[string]func(e *storetest.Evening, guest deed.By) error{
		"the desk takes the pass back": func(e *storetest.Evening, _ deed.By) error {
			l, err := e.Table.Guests(e.Context(), e.Coordinator, e.Meeting)
			e.Must(err)
			return e.Table.TakePass(e.Context(), e.Coordinator, e.Meeting, l.Guests[0].Pass.ID)
		},
		"the guest leaves": func(e *storetest.Evening, guest deed.By) error { return e.Table.GuestLeaves(e.Context(), guest) },
		"the desk notes that the guest is gone": func(e *storetest.Evening, _ deed.By) error {
			checkIn(e, e.Mayor, e.Officer, e.Coordinator)
			return nil
		},
		"the point closes": func(e *storetest.Evening, _ deed.By) error { return postpone(e, e.Item) },
		"the day is over, and no clock ran": func(e *storetest.Evening, _ deed.By) error {
			e.Pass(14 * time.Hour)
			return nil
		},
	}
	for name, way := range ways {
		t.Run(name, func(t *testing.T) {
			e, _ := storetest.TwoPoints(storetest.NewTown(t, storetest.SQLite(t)))
			guest := e.Guest(e.Item, "Bo Wouters")
			e.Must(openWith(e, e.Item, e.SeatOf(guest).ID))
			e.Shares(e.Coordinator, storetest.Says("Alleen voor wie binnen is."))
			e.Must(way(e, guest))
			_, err := e.Table.Visit(e.Context(), guest)
			answers(t, err, livc.NotFoundKind, "")
			_, err = e.Table.ConfirmSecrecy(e.Context(), guest)
			answers(t, err, livc.NotFoundKind, "")
			if _, err := readRoom(e, guest); err == nil {
				t.Error("the guest still reads the room")
			}
		})
	}
}

func TestAPassThatNobodyUsedLeavesTheSeat(t *testing.T) {
	guests(t, func(t *testing.T, e *storetest.Evening, _ livc.ID) {
		seat, err := e.Table.StandIn(e.Context(), e.Coordinator, discussion.StandIn{Meeting: e.Meeting, Organisation: e.Organisation["OCMW"], Seat: discussion.AdHocSeat,
			Name: livc.NewContact("Jan Smet"), Appointed: true, Briefed: true, Acknowledged: true})
		e.Must(err)
		in := e.PassFor(e.Item, "")
		in.Attendee, in.Service = seat, ""
		_, err = e.Table.PassGuest(e.Context(), e.Coordinator, in)
		e.Must(err)
		t.Run("with a pass the words come first", func(t *testing.T) {
			answers(t, openWith(e, e.Item, seat), livc.InvalidKind, "guest_pass.words_first")
		})
		t.Run("one seat has one pass", func(t *testing.T) {
			_, err := e.Table.PassGuest(e.Context(), e.Coordinator, in)
			answers(t, err, livc.InvalidKind, "guest_pass.attendee")
		})
		l, err := e.Table.Guests(e.Context(), e.Coordinator, e.Meeting)
		e.Must(err)
		e.Must(e.Table.TakePass(e.Context(), e.Coordinator, e.Meeting, l.Guests[0].Pass.ID))
		in2 := discussion.StepInOut{Item: e.Item, In: []livc.ID{seat}, ChairInvites: []livc.ID{seat}}
		e.Must(openWith(e, e.Item))
		e.Must(e.Table.StepInOut(e.Context(), e.Mayor, in2))
		for _, a := range e.Desk().Inside {
			if a.ID == seat && a.Name.Reveal() != "Jan Smet" {
				t.Fatalf("the seat is %+v", a)
			}
		}
	})
}

// A visits of two points and two guests, played with dice: who is inside which point. What the gate knows of
// each guest is never more than the visits says.
//
// proves Z9, Z4, R2.3.6-c
func TestZ9_AGuestSeesExactlyOnePointAndOnlyWhileInside(t *testing.T) {
	guests(t, func(t *testing.T, e *storetest.Evening, other livc.ID) {
		dice := rand.New(rand.NewPCG(9, 23))
		m := &visits{T: t, Evening: e, points: []livc.ID{e.Item, other}, at: -1}
		for step := range 80 {
			m.step(dice)
			m.check(step)
		}
		if m.entered < 5 {
			t.Fatalf("the dice let guests in %d times only", m.entered)
		}
	})
}

type visits struct {
	*testing.T
	*storetest.Evening
	points  []livc.ID
	at      int // the open point; -1 is none
	guests  []*visitor
	entered int
}

type visitor struct {
	by           deed.By
	seat         livc.ID
	point        int
	inside, gone bool
}

func (m *visits) step(dice *rand.Rand) {
	e := m.Evening
	var here []*visitor
	for _, g := range m.guests {
		if !g.gone {
			here = append(here, g)
		}
	}
	switch n := dice.IntN(9); {
	case n < 2 && len(here) < 2:
		g := &visitor{point: dice.IntN(2)}
		g.by = e.Guest(m.points[g.point], fmt.Sprintf("gast %d", len(m.guests)))
		g.seat = e.SeatOf(g.by).ID
		m.guests = append(m.guests, g)
	case n < 5 && m.at < 0:
		m.at = dice.IntN(2)
		e.Must(openWith(e, m.points[m.at]))
	case n == 2:
		e.Must(postpone(e, m.points[m.at]))
		for _, g := range here {
			g.gone, g.inside = g.gone || g.point == m.at, false
		}
		m.at = -1
	case n == 3 && len(here) == 2:
		g := here[dice.IntN(len(here))]
		e.Must(e.Table.GuestLeaves(e.Context(), g.by))
		g.gone, g.inside = true, false
	case m.at >= 0 && len(here) > 0:
		g := here[dice.IntN(len(here))]
		if g.inside {
			e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: m.points[m.at], Out: []livc.ID{g.seat}}))
			g.inside = false
			return
		}
		err := e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: m.points[m.at], In: []livc.ID{g.seat}, ChairInvites: []livc.ID{g.seat}})
		if g.point != m.at {
			answers(m.T, err, livc.InvalidKind, "guest_pass.other_item")
			return
		}
		e.Must(err)
		g.inside, m.entered = true, m.entered+1
	}
}

func (m *visits) check(step int) {
	m.T.Helper()
	for i, g := range m.guests {
		for p, point := range m.points {
			f := standing(m.Evening, g.by, item(point))
			if got, want := f.Inside == access.Yes && f.Active == access.Yes, g.inside && p == g.point && p == m.at; got != want {
				m.T.Fatalf("step %d: guest %d at point %d is inside: %v, not %v", step, i, p, got, want)
			}
			for _, a := range access.Actions() {
				of := access.Find(a)[0].Of
				if f.Inside != access.Yes && of == access.OfItem && access.Decide(a, livc.Guest, f).Answer != access.Hide {
					m.T.Fatalf("step %d: guest %d may %s at a point that he is not inside", step, i, a)
				}
			}
		}
		v, err := m.Table.Visit(m.Evening.Context(), g.by)
		if g.gone {
			answers(m.T, err, livc.NotFoundKind, "")
			continue
		}
		m.Must(err)
		if v.Inside != g.inside {
			m.T.Fatalf("step %d: guest %d sees inside %v, not %v", step, i, v.Inside, g.inside)
		}
		switch mine := m.Mine(g.by); {
		case g.inside != (mine.Item.ID == m.points[g.point]) || !g.inside && (mine.Item.ID != "" || mine.Case.Code != ""):
			m.T.Fatalf("step %d: guest %d has point %q on the screen, inside is %v", step, i, mine.Item.ID, g.inside)
		case mine.Of != 0 || mine.Busy && (m.at != g.point || g.inside):
			m.T.Fatalf("step %d: guest %d is told of another point", step, i)
		}
	}
}
