package discussion_test

import (
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func without(ids []livc.ID, out ...livc.ID) (list []livc.ID) {
	for _, id := range ids {
		keep := true
		for _, o := range out {
			keep = keep && o != id
		}
		if keep {
			list = append(list, id)
		}
	}
	return list
}

// proves R3.0-a, R0.3-b, R2.5.2-b
func TestInvariant4_NobodyIsInsideWhoWasNotInvitedAndAdmitted(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		e.Arrive()
		guest, err := e.Table.StandIn(e.Context(), e.Coordinator, discussion.StandIn{Meeting: e.Meeting, Organisation: e.Organisation["OCMW"], Seat: discussion.ParticipantSeat,
			Name: livc.NewContact("Jan Smet"), Appointed: true, Acknowledged: true})
		e.Must(err)
		e.Must(open(e, e.Who(e.Mayor), true, false))
		all := e.Everybody()
		item := func(in discussion.OpenItem) error {
			in.Item = e.Item
			return e.Table.OpenItem(e.Context(), e.Coordinator, in)
		}
		t.Run("the item waits while somebody present is neither inside nor outside", func(t *testing.T) {
			answers(t, item(discussion.OpenItem{Inside: all}), livc.InvalidKind, "open_item.everyone")
		})
		t.Run("nobody is both", func(t *testing.T) {
			answers(t, item(discussion.OpenItem{Inside: all, Outside: append(all, guest)}), livc.InvalidKind, "open_item.everyone")
		})
		t.Run("who was not invited for this case stays outside", func(t *testing.T) {
			answers(t, item(discussion.OpenItem{Inside: append(all, guest)}), livc.InvalidKind, "open_item.not_invited")
		})
		t.Run("a seat of the law that is outside stops the item", func(t *testing.T) {
			answers(t, item(discussion.OpenItem{Inside: without(all, e.Who(e.Officer)), Outside: []livc.ID{guest, e.Who(e.Officer)}}), livc.DeniedKind, "law.seat.missing_police")
		})
		t.Run("the chair's spoken word lets the guest in", func(t *testing.T) {
			e.Must(item(discussion.OpenItem{Inside: append(all, guest), ChairInvites: []livc.ID{guest}}))
			if n := len(e.Desk().Inside); n != 6 {
				t.Fatalf("%d are inside", n)
			}
		})
		t.Run("who is not inside sees nothing, not even that it exists", func(t *testing.T) {
			_, err := e.Table.Desk(e.Context(), e.Representative, e.Item)
			answers(t, err, livc.NotFoundKind, "")
			_, err = e.Table.Desk(e.Context(), e.OCMW, e.Item)
			answers(t, err, livc.NotFoundKind, "")
		})
		t.Run("a second item does not open beside it", func(t *testing.T) {
			answers(t, item(discussion.OpenItem{Inside: all, Outside: []livc.ID{guest}}), livc.ConflictKind, "conflict.item_opened")
		})
	})
}

// proves R0.1-d
func TestInvariant5_BeforeAcknowledgementNothingOfACaseShows(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		all := e.Everybody()
		e.Must(e.Table.CheckIn(e.Context(), e.Coordinator, discussion.CheckIn{Meeting: e.Meeting, Present: all}))
		for _, p := range e.View().Points {
			if p.Code != "" {
				t.Fatalf("the screen shows %s before the secrecy was confirmed", p.Code)
			}
		}
		e.Must(open(e, e.Who(e.Mayor), true, false))
		all = e.Everybody()
		err := e.Table.OpenItem(e.Context(), e.Coordinator, discussion.OpenItem{Item: e.Item, Inside: all})
		answers(t, err, livc.DeniedKind, "law.enter.secrecy_first")
		e.Arrive()
		for _, p := range e.View().Points {
			if p.OfCase() && p.Code != e.Case.Code {
				t.Fatal("after it the point has its code")
			}
		}
		e.Must(e.Table.OpenItem(e.Context(), e.Coordinator, discussion.OpenItem{Item: e.Item, Inside: all}))
	})
}

// proves R2.5.3-k, R2.3.2-c
func TestAHoldStopsTheItem(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		hold(e)
		e.Arrive()
		e.Must(open(e, e.Who(e.Mayor), true, false))
		err := e.Table.OpenItem(e.Context(), e.Coordinator, discussion.OpenItem{Item: e.Item, Inside: e.Everybody()})
		answers(t, err, livc.DeniedKind, "law.hold.wait")
	})
}

func hold(e *storetest.Evening) {
	e.T.Helper()
	_, err := e.DB.Pools()[0].Exec(`INSERT INTO hold (livc, id, case_id, by_hat, from_day, until_day) VALUES ($1, 'h', $2, $3, '2026-12-01', '2027-06-01')`,
		e.Livc, e.Case.ID, e.Officer.Hat)
	e.Must(err)
}

// proves R0.3-b, R2.3-b
func TestStepInOut(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		e.Open()
		step := func(in discussion.StepInOut) error {
			in.Item = e.Item
			return e.Table.StepInOut(e.Context(), e.Coordinator, in)
		}
		t.Run("who comes late starts outside and is let in", func(t *testing.T) {
			late, err := e.Table.StandIn(e.Context(), e.Coordinator, discussion.StandIn{Meeting: e.Meeting, Organisation: e.Organisation["OCMW"], Seat: discussion.AdHocSeat,
				Name: livc.NewContact("Jan Smet"), Appointed: true, Briefed: true, Acknowledged: true})
			e.Must(err)
			if n := len(e.Desk().Inside); n != 5 {
				t.Fatalf("%d are inside", n)
			}
			answers(t, step(discussion.StepInOut{In: []livc.ID{late}}), livc.InvalidKind, "open_item.not_invited")
			e.Must(step(discussion.StepInOut{In: []livc.ID{late}, ChairInvites: []livc.ID{late}}))
			e.Must(step(discussion.StepInOut{Out: []livc.ID{late}, SentOut: true}))
			d := e.Desk()
			if len(d.Inside) != 5 || len(d.Circle) != 6 {
				t.Fatalf("%d inside, %d in the circle", len(d.Inside), len(d.Circle))
			}
		})
		t.Run("the item stops when a seat of the law is left empty, and goes on when it is filled", func(t *testing.T) {
			e.Must(step(discussion.StepInOut{Out: []livc.ID{e.Who(e.Officer)}}))
			if s := e.Desk().Item.State; s != livc.ItemSuspended {
				t.Fatalf("it is %s", s)
			}
			answers(t, e.Table.Resume(e.Context(), e.Coordinator, e.Item), livc.DeniedKind, "law.seat.missing_police")
			answers(t, e.Table.DecideCase(e.Context(), e.Coordinator, e.Decision(livc.OutcomeRegular)), livc.ConflictKind, "conflict.item_not_open")
			e.Must(step(discussion.StepInOut{In: []livc.ID{e.Who(e.Officer)}}))
			e.Must(e.Table.Resume(e.Context(), e.Coordinator, e.Item))
		})
		t.Run("who leaves the meeting leaves the item", func(t *testing.T) {
			checkIn(e, e.Mayor, e.Officer, e.Coordinator, e.CLB)
			if n := len(e.Desk().Inside); n != 4 {
				t.Fatalf("%d are inside", n)
			}
		})
		t.Run("the chair speaks last, who knows the person best first", func(t *testing.T) {
			in := e.Desk().Inside
			if in[0].Hat != e.CLB.Hat || in[len(in)-1].Seat != discussion.MayorSeat {
				t.Fatalf("the order is %v", in)
			}
		})
		t.Run("a participant lets nobody in", func(t *testing.T) {
			err := e.Table.StepInOut(e.Context(), e.CLB, discussion.StepInOut{Item: e.Item, In: []livc.ID{e.Who(e.CAW)}})
			answers(t, err, livc.NotFoundKind, "")
		})
	})
}

// proves R2.5.3-i
func TestStopDanger(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		e.Open()
		before := len(e.Log())
		e.Must(e.Table.StopDanger(e.Context(), e.CLB, e.Item))
		d := e.Desk()
		if d.Item.State != livc.ItemSuspended || len(d.Duties) != 5 {
			t.Fatalf("%s, duties of %d", d.Item.State, len(d.Duties))
		}
		for _, o := range d.Duties {
			if len(o.Duties) == 0 {
				t.Errorf("%s has no duty", o.Who.Seat)
			}
		}
		t.Run("nothing is sent", func(t *testing.T) {
			var n int
			e.Must(e.DB.Pools()[0].QueryRow(`SELECT count(*) FROM outbox WHERE livc = $1 AND template <> 'invitation'`, e.Livc).Scan(&n))
			if n != 0 {
				t.Errorf("%d messages", n)
			}
		})
		if n := len(e.Log()); n != before+2 {
			t.Errorf("%d leaves, one for the stop and one for the look", n-before)
		}
		e.Must(e.Table.Resume(e.Context(), e.Coordinator, e.Item))
	})
}

// proves X-L-g, X-T-d, X-T-j
func TestInvariant12_ACardIsANumberAndOnlyForWhoIsOnTheList(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		e.Open()
		card := discussion.ShowCard{Item: e.Item, Whole: true, Contributes: true, UseWeighed: true, Vulnerability: true, MinorityWeighed: true, Proportionate: true}
		t.Run("for a minor the minority is weighed apart", func(t *testing.T) {
			in := card
			in.MinorityWeighed = false
			answers(t, e.Table.ShowCard(e.Context(), e.Coordinator, in), livc.InvalidKind, "law.card.weigh_minor")
		})
		t.Run("against the prosecutor it is not shown", func(t *testing.T) {
			in := card
			in.ProsecutorOpposes = true
			answers(t, e.Table.ShowCard(e.Context(), e.Coordinator, in), livc.DeniedKind, "law.card.opposed")
		})
		t.Run("it is counted", func(t *testing.T) {
			e.Must(e.Table.ShowCard(e.Context(), e.Coordinator, card))
			if n := e.Desk().Cards; n != 1 {
				t.Fatalf("%d cards", n)
			}
		})
		t.Run("what is counted knows no case", func(t *testing.T) {
			rows, err := e.DB.Pools()[0].Query(`SELECT * FROM card_shown WHERE livc = $1`, e.Livc)
			e.Must(err)
			defer rows.Close()
			columns, err := rows.Columns()
			e.Must(err)
			if got := strings.Join(columns, " "); got != "livc id meeting whole day" {
				t.Errorf("it keeps %s", got)
			}
		})
		t.Run("a service shows none", func(t *testing.T) {
			answers(t, e.Table.ShowCard(e.Context(), e.CLB, card), livc.NotFoundKind, "")
		})
		t.Run("of somebody who is off the list no card is shown", func(t *testing.T) {
			_, err := e.DB.Pools()[0].Exec(`UPDATE casus SET state = 'closed' WHERE livc = $1 AND id = $2`, e.Livc, e.Case.ID)
			e.Must(err)
			answers(t, e.Table.ShowCard(e.Context(), e.Coordinator, card), livc.DeniedKind, "law.card.not_on_list")
		})
	})
}

// proves R0.3-b: need to know is what the page proposes
func TestWhoWasInvitedIsProposedInsideAndNobodyElse(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		everybody := append(e.Everybody(), e.Who(e.Representative))
		e.Must(e.Table.CheckIn(e.Context(), e.Coordinator, discussion.CheckIn{Meeting: e.Meeting, Present: everybody, Acknowledged: everybody}))
		v := e.View()
		i := slices.IndexFunc(v.Points, func(p discussion.Point) bool { return p.ID == e.Item })
		uninvited := v.Points[i]
		uninvited.Invited = nil
		for name, c := range map[string]struct {
			on   discussion.Point
			who  deed.By
			want discussion.Door
		}{
			"the mayor chairs":                             {v.Points[i], e.Mayor, discussion.Inside},
			"of a second chair nothing is proposed":        {v.Points[i], e.Representative, discussion.Unspoken},
			"the officer has a seat of the law":            {v.Points[i], e.Officer, discussion.Inside},
			"the CLB was invited for this case":            {v.Points[i], e.CLB, discussion.Inside},
			"without an invitation the CLB stands outside": {uninvited, e.CLB, discussion.Outside},
		} {
			t.Run(name, func(t *testing.T) {
				if got := v.Doors(c.on)[e.Who(c.who)]; got != c.want {
					t.Errorf("it proposes %q", got)
				}
			})
		}
	})
}
