package discussion_test

import (
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// twoItems is an open meeting about two cases. The CAW is invited for the first only.
func twoItems(t *testing.T, f func(t *testing.T, e *storetest.Evening, other livc.ID)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e, items := storetest.TwoItems(storetest.NewTown(t, db))
		e.Exec(`UPDATE invitation SET state = 'withdrawn' WHERE livc = $1 AND hat = $2 AND case_id <> $3`, e.Livc, e.CAW.Hat, e.Case.ID)
		f(t, e, items[1])
	})
}

func knows(e *storetest.Evening, by deed.By, item livc.ID) error {
	return e.Table.KnowPrivately(e.Context(), by, e.Meeting, item)
}

func takesBack(e *storetest.Evening, by deed.By, item livc.ID) error {
	return e.Table.TakeBackKnowing(e.Context(), by, e.Meeting, item)
}

// onList gives the points for which somebody is asked, and those of which he or she said to know the person.
func onList(e *storetest.Evening, by deed.By) (asked, said []livc.ID) {
	for _, l := range e.Mine(by).Listed {
		asked = append(asked, l.Item)
		if l.Said {
			said = append(said, l.Item)
		}
	}
	return asked, said
}

// notes counts what is left of notes to the chair in the database.
func notes(e *storetest.Evening) int {
	return e.Count(`SELECT count(*) FROM acquaintance`) + e.Count(`SELECT count(*) FROM record WHERE kind = 'acquaintance'`) +
		e.Count(`SELECT count(*) FROM key_grant WHERE reason = 'acquaintance'`) + e.Count(`SELECT count(*) FROM container WHERE kind = 'note' AND case_id <> ''`)
}

// proves R0.3-b, R2.5.3-a
func TestThatOneKnowsSomebodyPrivatelyGoesToTheChairAlone(t *testing.T) {
	twoItems(t, func(t *testing.T, e *storetest.Evening, other livc.ID) {
		t.Run("the list is of the points for which one was invited, by place and without a code", func(t *testing.T) {
			if asked, said := onList(e, e.CAW); len(asked) != 1 || asked[0] != e.Item || len(said) != 0 {
				t.Errorf("the CAW is asked about %v", asked)
			}
			if asked, _ := onList(e, e.CLB); len(asked) != 2 {
				t.Errorf("the CLB is asked about %v", asked)
			}
			if m := e.Mine(e.CAW); m.Case.Code != "" || m.Listed[0].At < 1 {
				t.Errorf("it shows %+v", m)
			}
		})
		empty := notes(e)
		e.Must(knows(e, e.CAW, e.Item))
		told := func() discussion.Knowing {
			t.Helper()
			list := e.Mine(e.Mayor).Knowing
			if len(list) != 1 {
				t.Fatalf("the chair reads %d notes", len(list))
			}
			return list[0]
		}
		if k := told(); k.Item != e.Item || k.Open || k.Text.Service.Reveal() != "CAW Demer" || k.Text.Seat.Reveal() != string(discussion.ParticipantSeat) {
			t.Fatalf("the chair reads %+v", k)
		}
		if _, said := onList(e, e.CAW); len(said) != 1 {
			t.Error("who said it does not see so")
		}
		t.Run("nobody else hears of it", func(t *testing.T) {
			for _, by := range []deed.By{e.Officer, e.Coordinator, e.CLB} {
				if m := e.Mine(by); len(m.Knowing) > 0 {
					t.Errorf("the %s reads it", by.Function)
				}
				if _, said := onList(e, by); len(said) > 0 {
					t.Errorf("it stands on the list of the %s", by.Function)
				}
			}
			e.Must(e.Table.GiveDoor(e.Context(), e.Mayor, e.Meeting, e.Who(e.Coordinator)))
			if m := e.Mine(e.Coordinator); len(m.Knowing) > 0 {
				t.Error("who keeps the door for the chair reads it")
			}
			e.Must(e.Table.GiveDoor(e.Context(), e.Mayor, e.Meeting, ""))
		})
		t.Run("said twice it stands once", func(t *testing.T) {
			e.Must(knows(e, e.CAW, e.Item))
			told()
		})
		t.Run("the row says not whose it is, and has no moment", func(t *testing.T) {
			for _, column := range []string{"id", "item", "note"} {
				if n := e.Count(`SELECT count(*) FROM acquaintance WHERE ` + column + ` IN (SELECT hat FROM attendance UNION SELECT id FROM attendance UNION SELECT organisation FROM hat)`); n != 0 {
					t.Errorf("%s tells whose it is", column)
				}
			}
			if n := e.Count(`SELECT count(*) FROM container k JOIN acquaintance x ON x.livc = k.livc AND x.note = k.id WHERE k.hat <> ''`); n != 0 {
				t.Error("the container of the note says whose it is")
			}
			if n := e.Count(`SELECT count(*) FROM key_grant g JOIN acquaintance x ON x.livc = g.livc AND x.note = g.container WHERE g.hat <> $1`, string(e.Mayor.Hat)); n != 0 {
				t.Error("another than the chair holds the key")
			}
		})
		t.Run("another takes nothing back", func(t *testing.T) {
			answers(t, takesBack(e, e.CLB, e.Item), livc.NotFoundKind, "")
			answers(t, takesBack(e, e.Mayor, e.Item), livc.NotFoundKind, "")
		})
		t.Run("inside the point it stands as well, and can be taken back", func(t *testing.T) {
			e.Must(e.OpenWith())
			if k := told(); !k.Open {
				t.Error("the chair does not see that the point is open")
			}
			e.Must(takesBack(e, e.CAW, e.Item))
			if len(e.Mine(e.Mayor).Knowing) != 0 || notes(e) != empty {
				t.Error("something is left")
			}
			answers(t, takesBack(e, e.CAW, e.Item), livc.NotFoundKind, "")
			e.Must(knows(e, e.CLB, e.Item))
			told()
		})
		if asked, _ := onList(e, e.CAW); len(asked) != 1 {
			t.Errorf("inside, the CAW is asked about %v", asked)
		}
		answers(t, knows(e, e.CAW, other), livc.NotFoundKind, "")
		e.Verify()
	})
}

func TestWhoCanTellTheChairAndWhen(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		t.Run("before the meeting opens there is nobody to tell", func(t *testing.T) {
			answers(t, knows(e, e.CAW, e.Item), livc.ConflictKind, "conflict.meeting_not_open")
			checkIn(e, e.Mayor, e.Officer, e.Coordinator, e.CLB)
			if asked, _ := onList(e, e.CLB); len(asked) != 0 {
				t.Error("it is asked")
			}
			e.Must(open(e, e.Who(e.Mayor), true, false))
		})
		t.Run("who is not there yet first says so", func(t *testing.T) {
			answers(t, knows(e, e.CAW, e.Item), livc.ConflictKind, "conflict.not_here_yet")
			if asked, _ := onList(e, e.CAW); len(asked) != 0 {
				t.Error("it is asked")
			}
		})
		t.Run("who was not invited does not know the meeting", func(t *testing.T) {
			for _, by := range []deed.By{e.OCMW, e.DPO, e.Founder} {
				answers(t, knows(e, by, e.Item), livc.NotFoundKind, "")
				answers(t, takesBack(e, by, e.Item), livc.NotFoundKind, "")
			}
			answers(t, knows(e, e.CLB, e.ID()), livc.NotFoundKind, "")
		})
		t.Run("the chair has nobody to tell", func(t *testing.T) {
			answers(t, knows(e, e.Mayor, e.Item), livc.ConflictKind, "conflict.you_are_chair")
			if asked, _ := onList(e, e.Mayor); len(asked) != 0 {
				t.Error("it is asked")
			}
		})
		t.Run("the seats of the law and the desk can tell it too", func(t *testing.T) {
			e.Must(knows(e, e.Officer, e.Item))
			if list := e.Mine(e.Mayor).Knowing; len(list) != 1 || list[0].Text.Function.Reveal() != string(livc.Officer) {
				t.Errorf("the chair reads %+v", list)
			}
		})
		t.Run("about a case of which nothing may be written it is said aloud", func(t *testing.T) {
			e.Exec(`UPDATE casus SET agenda_only = TRUE WHERE livc = $1 AND id = $2`, e.Livc, e.Case.ID)
			answers(t, knows(e, e.CLB, e.Item), livc.ConflictKind, "conflict.say_aloud")
			if l := e.Mine(e.CLB).Listed; len(l) != 1 || !l[0].Aloud {
				t.Errorf("%+v", l)
			}
		})
	})
}

// proves X-L-c
func TestAChairWithoutAScreenIsToldAloud(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		made, err := e.Table.StandIn(e.Context(), e.Coordinator, discussion.StandIn{Meeting: e.Meeting, Organisation: e.Municipality.Organisation, Seat: discussion.MayorSeat,
			Name: livc.NewContact("Ann Pieters"), Appointed: true, Acknowledged: true})
		e.Must(err)
		all := []livc.ID{made, e.Who(e.Officer), e.Who(e.Coordinator), e.Who(e.CLB)}
		e.Must(e.Table.CheckIn(e.Context(), e.Coordinator, discussion.CheckIn{Meeting: e.Meeting, Present: all, Acknowledged: all}))
		e.Must(open(e, made, true, false))
		answers(t, knows(e, e.CLB, e.Item), livc.ConflictKind, "conflict.say_aloud")
		if l := e.Mine(e.CLB).Listed; len(l) != 1 || !l[0].Aloud {
			t.Errorf("%+v", l)
		}
	})
}

// proves R0.3-b: the chair let somebody in on the spot; only inside does that person know who it is
func TestWhoIsLetInOnTheSpotCanTellTheChairInside(t *testing.T) {
	twoItems(t, func(t *testing.T, e *storetest.Evening, other livc.ID) {
		e.Item = other
		in := discussion.OpenItem{Item: other, Inside: e.Everybody(), ChairInvites: []livc.ID{e.Who(e.CAW)}, KnowsBest: e.Who(e.CLB), Mode: livc.Screens}
		answers(t, knows(e, e.CAW, other), livc.NotFoundKind, "")
		e.Must(e.Table.OpenItem(e.Context(), e.Mayor, in))
		e.Must(knows(e, e.CAW, other))
		e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: other, Out: []livc.ID{e.Who(e.CAW)}}))
		e.Must(takesBack(e, e.CAW, other))
		answers(t, knows(e, e.CAW, other), livc.NotFoundKind, "")
	})
}

// proves R2.5.2-b
func TestTheNoteToTheChairIsGoneWithThePoint(t *testing.T) {
	closes := func(e *storetest.Evening) {
		e.Must(e.Table.CloseItem(e.Context(), e.Mayor, discussion.CloseItem{Item: e.Item, Postponed: true}))
	}
	for when, end := range map[string]func(e *storetest.Evening){
		"when the point closes": closes,
		"when a point that went on spoken closes": func(e *storetest.Evening) {
			e.Must(e.Table.LeaveScreens(e.Context(), e.Coordinator, e.Item, livc.Spoken))
			if len(e.Mine(e.Mayor).Knowing) != 1 {
				e.T.Error("it went with the screens")
			}
			closes(e)
		},
		"when the meeting closes": func(e *storetest.Evening) {
			closes(e)
			e.Must(knows(e, e.CAW, e.Item)) // it was put off, and could open again
			e.Must(e.Table.CloseMeeting(e.Context(), e.Coordinator, e.Meeting))
		},
		"by the clock, when nobody closed anything": func(e *storetest.Evening) {
			e.Must(e.Table.RunClocks(e.Context(), e.Livc))
			if len(e.Mine(e.Mayor).Knowing) != 1 {
				e.T.Error("it is gone on the evening itself")
			}
			e.Days(1)
			e.Must(e.Table.RunClocks(e.Context(), e.Livc))
		},
		"when the case is erased": func(e *storetest.Evening) {
			_, err := e.Processing().EraseMistake(e.Context(), e.Mayor, e.Case.ID)
			e.Must(err)
		},
	} {
		t.Run(when, func(t *testing.T) {
			onScreens(t, func(t *testing.T, e *storetest.Evening) {
				empty := notes(e)
				e.Must(knows(e, e.CAW, e.Item))
				if notes(e) < empty+4 {
					t.Fatal("nothing was told: the test has no teeth")
				}
				end(e)
				if n := e.Count(`SELECT count(*) FROM acquaintance`) + e.Count(`SELECT count(*) FROM record WHERE kind = 'acquaintance'`) + e.Count(`SELECT count(*) FROM key_grant WHERE reason = 'acquaintance'`); n != 0 {
					t.Errorf("%d rows are left", n)
				}
			})
		})
	}
}

// In a conflict about the meeting nobody reads that somebody else kept something on the own screen (E6).
func TestAConflictDoesNotTellWhatAnotherKeptForHimself(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		e.OpenOnScreens()
		e.AtWeighing()
		e.Must(knows(e, e.CAW, e.Item))
		e.Must(chooses(e, e.CAW, livc.OutcomeMore))
		err := open(e, e.Who(e.Mayor), true, false)
		answers(t, err, livc.ConflictKind, "conflict.meeting_opened")
		if s := err.(*livc.Error).Since; s == nil || s.Deed == "prepare" {
			t.Errorf("it tells %+v", s)
		}
	})
}
