package discussion_test

import (
	"reflect"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// weighing is an evening on screens at which the table weighs.
func weighing(t *testing.T, f func(t *testing.T, e *storetest.Evening)) {
	t.Helper()
	onScreens(t, func(t *testing.T, e *storetest.Evening) { e.AtWeighing(); f(t, e) })
}

func chooses(e *storetest.Evening, by deed.By, o livc.Outcome) error {
	return e.Table.ChooseFirst(e.Context(), by, discussion.FirstChoice{Meeting: e.Meeting, Item: e.Item, Outcome: o})
}

// thought is the first thought that stands on the own screen of somebody; "" for none.
func thought(e *storetest.Evening, by deed.By) livc.Outcome {
	if m := e.Mine(by); m.First != nil {
		return livc.Outcome(m.First.Outcome.Reveal())
	}
	return ""
}

// firstThoughts counts what is left of first thoughts in the database.
func firstThoughts(e *storetest.Evening) int {
	return e.Count(`SELECT count(*) FROM drawer_item WHERE kind = 'first_choice'`) + e.Count(`SELECT count(*) FROM record WHERE kind = 'first_choice'`)
}

// proves R2.5.3-a, R1.1-e
func TestAFirstThoughtIsForOnePersonAlone(t *testing.T) {
	weighing(t, func(t *testing.T, e *storetest.Evening) {
		if m := e.Mine(e.CAW); !m.MayChoose || m.First != nil {
			t.Fatal("at the weighing one may note something, and nothing is chosen beforehand")
		}
		others := func() (list []any) {
			for _, by := range []deed.By{e.Mayor, e.Officer, e.Coordinator, e.CLB} {
				list = append(list, e.Mine(by))
			}
			r, err := e.Table.Room(e.Context(), e.Coordinator, e.Meeting)
			e.Must(err)
			return append(list, e.Desk(), r)
		}
		before := others()
		e.Must(chooses(e, e.CAW, livc.OutcomeMore))
		if got := thought(e, e.CAW); got != livc.OutcomeMore {
			t.Fatalf("the own screen shows %q", got)
		}
		t.Run("every other screen, the desk and the wall stay as they were", func(t *testing.T) {
			if !reflect.DeepEqual(before, others()) {
				t.Error("somebody sees something")
			}
		})
		t.Run("another choice takes its place", func(t *testing.T) {
			e.Must(chooses(e, e.CAW, livc.OutcomeRegular))
			if got := thought(e, e.CAW); got != livc.OutcomeRegular || firstThoughts(e) != 2 {
				t.Fatalf("the own screen shows %q, %d rows", got, firstThoughts(e))
			}
		})
		t.Run("who goes out does not see it, and finds it back inside", func(t *testing.T) {
			e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, Out: []livc.ID{e.Who(e.CAW)}}))
			if thought(e, e.CAW) != "" {
				t.Error("it stands on a screen outside")
			}
			e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, In: []livc.ID{e.Who(e.CAW)}}))
			if thought(e, e.CAW) != livc.OutcomeRegular {
				t.Error("it is gone")
			}
		})
		t.Run("after the decision it can still be read and erased, not changed", func(t *testing.T) {
			e.Must(e.Table.DecideCase(e.Context(), e.Coordinator, e.Decision(livc.OutcomeFollowUp)))
			if m := e.Mine(e.CAW); m.MayChoose || m.First == nil {
				t.Error("it cannot be read, or still be changed")
			}
			answers(t, chooses(e, e.CAW, livc.OutcomeLTF), livc.ConflictKind, "conflict.not_weighing")
			e.Must(e.Table.DropFirstChoice(e.Context(), e.CAW, e.Meeting, e.Item))
			if thought(e, e.CAW) != "" || firstThoughts(e) != 0 {
				t.Error("it is still there")
			}
			answers(t, e.Table.DropFirstChoice(e.Context(), e.CAW, e.Meeting, e.Item), livc.NotFoundKind, "")
		})
	})
}

// The size of what is sealed does not tell which outcome it is (C8).
func TestEveryFirstThoughtIsOfOneSize(t *testing.T) {
	e := storetest.NewEvening(storetest.NewTown(t, storetest.SQLite(t)))
	e.OpenOnScreens()
	e.AtWeighing()
	size := 0
	for _, o := range livc.Outcomes() {
		e.Must(chooses(e, e.CAW, o))
		n := e.Count(`SELECT length(body) FROM record WHERE kind = 'first_choice'`)
		if size != 0 && n != size {
			t.Errorf("%s is of %d bytes, another of %d", o, n, size)
		}
		size = n
	}
}

func TestWhoMayNoteAFirstThoughtAndWhen(t *testing.T) {
	onScreens(t, func(t *testing.T, e *storetest.Evening) {
		answers(t, chooses(e, e.CAW, livc.OutcomeMore), livc.ConflictKind, "conflict.not_weighing")
		if e.Mine(e.CAW).MayChoose {
			t.Error("before the weighing it is offered")
		}
		e.AtWeighing()
		answers(t, chooses(e, e.CAW, "guilty"), livc.InvalidKind, "first_choice.choose")
		t.Run("for who was not invited, and who is not inside, the point is not there", func(t *testing.T) {
			for _, by := range []deed.By{e.OCMW, e.Representative, e.DPO, e.Founder} {
				answers(t, chooses(e, by, livc.OutcomeMore), livc.NotFoundKind, "")
			}
			e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, Out: []livc.ID{e.Who(e.CLB)}}))
			answers(t, chooses(e, e.CLB, livc.OutcomeMore), livc.NotFoundKind, "")
			answers(t, e.Table.DropFirstChoice(e.Context(), e.CLB, e.Meeting, e.Item), livc.NotFoundKind, "")
			answers(t, e.Table.ChooseFirst(e.Context(), e.CAW, discussion.FirstChoice{Meeting: e.Meeting, Item: e.ID(), Outcome: livc.OutcomeMore}), livc.NotFoundKind, "")
		})
		t.Run("while the point stands still nobody notes anything", func(t *testing.T) {
			e.Must(e.Table.StopDanger(e.Context(), e.CAW, e.Item))
			answers(t, chooses(e, e.CAW, livc.OutcomeMore), livc.ConflictKind, "conflict.item_not_open")
			e.Must(e.Table.Resume(e.Context(), e.Coordinator, e.Item))
		})
		t.Run("a spoken table has no screens to note it on", func(t *testing.T) {
			e.Must(e.Table.LeaveScreens(e.Context(), e.Coordinator, e.Item, livc.Spoken))
			answers(t, chooses(e, e.CAW, livc.OutcomeMore), livc.ConflictKind, "conflict.no_room")
		})
		if firstThoughts(e) != 0 {
			t.Error("a refusal left something")
		}
	})
}

// A guest has no drawer, and does not weigh.
func TestAGuestNotesNoFirstThought(t *testing.T) {
	e := storetest.NewEvening(storetest.NewTown(t, storetest.SQLite(t))).OnScreens()
	e.OpenOnScreens()
	guest := e.Guest(e.Item, "Bram")
	e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, In: []livc.ID{e.SeatOf(guest).ID}}))
	e.AtWeighing()
	if m := e.Mine(guest); m.MayChoose || m.First != nil || len(m.Listed) > 0 {
		t.Error("it is offered")
	}
	answers(t, chooses(e, guest, livc.OutcomeMore), livc.NotFoundKind, "")
	answers(t, e.Table.KnowPrivately(e.Context(), guest, e.Meeting, e.Item), livc.NotFoundKind, "")
}

// proves R2.5.2-b, invariant 6
func TestAFirstThoughtIsGoneWithThePoint(t *testing.T) {
	ends := map[string]func(e *storetest.Evening){
		"when the point closes": func(e *storetest.Evening) {
			e.Must(e.Table.CloseItem(e.Context(), e.Mayor, discussion.CloseItem{Item: e.Item, Postponed: true}))
		},
		"when the table leaves the screens": func(e *storetest.Evening) {
			e.Must(e.Table.LeaveScreens(e.Context(), e.Coordinator, e.Item, livc.Spoken))
		},
		"when the evening is over and nobody closed it": func(e *storetest.Evening) {
			e.Days(1)
			e.Must(e.Table.RunClocks(e.Context(), e.Livc))
		},
		"by the clock of the drawers, at the latest": func(e *storetest.Evening) {
			e.Days(1)
			if thought(e, e.CAW) != "" {
				e.T.Error("the day after it still shows, before any clock ran")
			}
			_, err := e.Processing().RunClocks(e.Context(), e.Livc)
			e.Must(err)
		},
		"when the case is erased": func(e *storetest.Evening) {
			_, err := e.Processing().EraseMistake(e.Context(), e.Mayor, e.Case.ID)
			e.Must(err)
		},
	}
	for when, end := range ends {
		t.Run(when, func(t *testing.T) {
			weighing(t, func(t *testing.T, e *storetest.Evening) {
				e.Must(e.Table.Prepare(e.Context(), e.CAW, discussion.Prepare{Meeting: e.Meeting, Item: e.Item, Weighed: discussion.WeighKeep, Text: discussion.PreparedText{What: livc.NewSecret("Mijn eigen zin.")}}))
				for _, by := range []deed.By{e.CAW, e.CLB, e.Coordinator} {
					e.Must(chooses(e, by, livc.OutcomeMore))
				}
				e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, Out: []livc.ID{e.Who(e.CLB)}})) // outside, and still gone
				if firstThoughts(e) != 6 {
					t.Fatal("nothing was noted: the test has no teeth")
				}
				end(e)
				if n := firstThoughts(e); n != 0 {
					t.Errorf("%d rows are left", n)
				}
			})
		})
	}
	t.Run("and what else lies in the drawer stays", func(t *testing.T) {
		weighing(t, func(t *testing.T, e *storetest.Evening) {
			e.Must(e.Table.Prepare(e.Context(), e.CAW, discussion.Prepare{Meeting: e.Meeting, Item: e.Item, Weighed: discussion.WeighKeep, Text: discussion.PreparedText{What: livc.NewSecret("Mijn eigen zin.")}}))
			e.Must(chooses(e, e.CAW, livc.OutcomeMore))
			ends["when the point closes"](e)
			if len(e.Mine(e.CAW).Prepared) != 1 {
				t.Error("a preparation went with it")
			}
			e.Verify()
		})
	})
}
