package discussion_test

import (
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func onScreens(t *testing.T, f func(t *testing.T, e *storetest.Evening)) {
	t.Helper()
	evening(t, func(t *testing.T, e *storetest.Evening) { e.OpenOnScreens(); f(t, e) })
}

// words are the facts that somebody reads.
func words(m discussion.MyScreen) (list []string) {
	for _, f := range m.Room.Facts {
		list = append(list, f.Text.What.Reveal())
	}
	return list
}

func TestAFactWhoseWordsAreGoneIsNotShownAsAnEmptyOne(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		e.OpenOnScreens()
		fact := e.Shares(e.CLB, storetest.Says("Hij komt weer naar de les."))
		e.Shares(e.CAW, storetest.Says("Zijn trainer kent hem."))
		e.Exec(`DELETE FROM record WHERE livc = $1 AND id = $2`, e.Livc, fact)
		_, err := e.Table.Mine(e.Context(), e.CAW, e.Meeting)
		answers(t, err, livc.NotFoundKind, "")
	})
}

// proves R0.3-b, R2.5.3-a, R2.5.3-i, R4.3-c, invariant 4, invariant 9
func TestAFactIsSharedNarrowedAndWithdrawn(t *testing.T) {
	onScreens(t, func(t *testing.T, e *storetest.Evening) {
		fact := e.Shares(e.CLB, discussion.ShareFact{Text: discussion.FactText{What: livc.NewSecret("Hij komt weer naar de les.")}, Domain: "school_work",
			Side: discussion.SideProtects, Uses: []law.FactUse{law.UseAction}})
		for _, by := range e.Inside() {
			if got := words(e.Mine(by)); len(got) != 1 || got[0] != "Hij komt weer naar de les." {
				t.Fatalf("%s reads %q", by.Function, got)
			}
		}
		t.Run("who is not inside reads nothing, not even that there is something", func(t *testing.T) {
			_, err := e.Table.Mine(e.Context(), e.OCMW, e.Meeting)
			answers(t, err, livc.NotFoundKind, "")
			_, err = e.Table.ShareFact(e.Context(), e.OCMW, storetest.Says("x"))
			answers(t, err, livc.NotFoundKind, "")
			_, err = e.Table.ShowName(e.Context(), e.Representative, e.Item)
			answers(t, err, livc.NotFoundKind, "")
		})
		t.Run("it counts as one place, on the side where it was shared", func(t *testing.T) {
			for _, d := range e.Mine(e.CAW).Room.Weighed {
				if d.Domain == "school_work" && (d.Protects != 1 || d.Concerns != 0) {
					t.Fatalf("%+v", d)
				}
			}
		})
		action := discussion.AgreeAction{Item: e.Item, Kind: law.SchoolOrWork, Holder: e.Who(e.CAW), Due: "2027-01-10", Betrays: "no", Facts: []livc.ID{fact},
			Text: discussion.ActionText{What: livc.NewSecret("Belt de school."), Why: livc.NewSecret("Contact houden."), Enough: livc.NewSecret("ja"),
				Proportionate: livc.NewSecret("ja"), Repercussions: livc.NewSecret("geen")}, ParentsKnow: discussion.KnownYes, OwnYes: true}
		e.Decided(livc.OutcomeRegular)
		made, err := e.Table.AgreeAction(e.Context(), e.Coordinator, action)
		e.Must(err)
		t.Run("nobody says yes for who has a screen", func(t *testing.T) {
			if a := e.Mine(e.CAW).Room.Actions[0]; a.State != livc.ActionAsked || a.OwnYes {
				t.Fatalf("%+v", a.AgreedAction)
			}
		})
		t.Run("another cannot change it", func(t *testing.T) {
			answers(t, e.Table.ChangeFact(e.Context(), e.CAW, discussion.ChangeFact{Item: e.Item, Fact: fact, Withdraw: true}), livc.NotFoundKind, "")
		})
		t.Run("narrowed to the table, no new action can rest on it, and the one that does is asked again", func(t *testing.T) {
			e.Must(e.Table.ChangeFact(e.Context(), e.CLB, discussion.ChangeFact{Item: e.Item, Fact: fact, Text: discussion.FactText{What: livc.NewSecret("Hij komt naar school.")}}))
			_, err := e.Table.AgreeAction(e.Context(), e.Coordinator, action)
			answers(t, err, livc.DeniedKind, "law.use.not_allowed")
			b := e.Mine(e.CAW).Room.Built
			if len(b) != 1 || !b[0].Anew || b[0].Object != made {
				t.Fatalf("%+v", b)
			}
		})
		t.Run("withdrawn, it leaves no text", func(t *testing.T) {
			e.Must(e.Table.ChangeFact(e.Context(), e.CLB, discussion.ChangeFact{Item: e.Item, Fact: fact, Withdraw: true}))
			m := e.Mine(e.CAW)
			if got := words(m); len(got) != 1 || got[0] != "" || m.Room.Facts[0].State != discussion.FactWithdrawn {
				t.Fatalf("%q", got)
			}
			if n := e.Count(`SELECT count(*) FROM record WHERE kind = 'fact'`); n != 0 {
				t.Fatalf("%d sealed texts", n)
			}
			answers(t, e.Table.ChangeFact(e.Context(), e.CLB, discussion.ChangeFact{Item: e.Item, Fact: fact, Withdraw: true}), livc.ConflictKind, "conflict.fact_withdrawn")
		})
	})
}

// proves R4.1.1-e, R6.1-e, R6.1-f, X-L-h, invariant 10
func TestZ13_ASheetOnScreensNeedsEverybodyOnTheSameWords(t *testing.T) {
	onScreens(t, func(t *testing.T, e *storetest.Evening) {
		e.Decided(livc.OutcomeFollowUp)
		_, err := e.Table.ChooseFeedback(e.Context(), e.Coordinator, e.Item, true)
		e.Must(err)
		line := func(text string) discussion.AddLine {
			return discussion.AddLine{Item: e.Item, Text: livc.NewSecret(text), Side: "protects", Source: law.Seen, Declared: true}
		}
		e.Must(e.Table.AddLine(e.Context(), e.Officer, line("Hij werkt mee.")))
		e.Must(e.Table.AddLine(e.Context(), e.Officer, line("Hij woont bij zijn moeder.")))
		e.Must(e.Table.AskedBothSides(e.Context(), e.Officer, e.Item, true, true, livc.NewSecret("De hulp loopt.")))
		adopt := discussion.AdoptSheet{Item: e.Item, ReadAloud: true}
		t.Run("nothing is agreed before everybody answered", func(t *testing.T) {
			answers(t, e.Table.AdoptSheet(e.Context(), e.Coordinator, adopt), livc.DeniedKind, "denied.not_everybody_yet")
			e.Must(e.Table.PutSheet(e.Context(), e.Officer, e.Item))
			e.Agrees(e.Mayor, e.Officer, e.Coordinator, e.CLB)
			answers(t, e.Table.AdoptSheet(e.Context(), e.Coordinator, adopt), livc.DeniedKind, "denied.not_everybody_yet")
		})
		t.Run("nobody says yes for who has a screen", func(t *testing.T) {
			in := adopt
			in.Agreed = []livc.ID{e.Who(e.CAW)}
			answers(t, e.Table.AdoptSheet(e.Context(), e.Coordinator, in), livc.InvalidKind, "answer_at_table.own_screen")
		})
		t.Run("one word changed voids every yes", func(t *testing.T) {
			e.Must(e.Table.AskedBothSides(e.Context(), e.Officer, e.Item, true, true, livc.NewSecret("De hulp loopt goed.")))
			if n := e.Count(`SELECT count(*) FROM motion_yes`); n != 0 {
				t.Fatalf("%d yeses stand", n)
			}
		})
		t.Run("anyone may ask for it line by line, and one no takes a line away without a name", func(t *testing.T) {
			e.Must(e.Table.AskLines(e.Context(), e.CLB, e.Item))
			list := e.Mine(e.CAW).Room.Motions
			e.Must(e.Table.AnswerAtTable(e.Context(), e.CAW, discussion.AnswerAtTable{Item: e.Item, Motion: list[1].ID, Reply: discussion.ReplyNo, Seen: list[1].Hash}))
			for _, by := range e.Inside() {
				p := e.Mine(by).Room.Motions[1]
				if p.State != discussion.MotionRefused || p.MyYes {
					t.Fatalf("%s sees %+v", by.Function, p)
				}
			}
			e.Agrees(e.Inside()...)
			e.Must(e.Table.AdoptSheet(e.Context(), e.Coordinator, adopt))
			d := e.Desk().Sheet
			if d.State != discussion.SheetAdopted || d.Lines != 1 || d.LTFSheet.Agreed != 5 || d.Text.Lines[0].Text.Reveal() != "Hij werkt mee." {
				t.Fatalf("%+v", d)
			}
		})
		t.Run("in the log they all answered, and nothing says what", func(t *testing.T) {
			for _, l := range e.Log() {
				if l.Action == "answer_at_table" && (l.Object != e.Item || !l.Authorised) {
					t.Fatalf("%+v", l)
				}
			}
		})
	})
}

// proves R2.5.3-a, R6.1-e
func TestAnObjectionIsSeenAndNobodyKnowsWhose(t *testing.T) {
	onScreens(t, func(t *testing.T, e *storetest.Evening) {
		e.Must(e.Table.Object(e.Context(), e.CAW, discussion.Object{Item: e.Item, Kind: discussion.AgainstFeedback, Reason: livc.NewSecret("Dit schaadt hem.")}))
		for _, by := range []deed.By{e.Mayor, e.Officer, e.Coordinator, e.CLB} {
			m := e.Mine(by)
			if o := m.Room.Objections; len(o) != 1 || o[0].Mine {
				t.Fatalf("%s sees %+v", by.Function, o)
			}
			if by.Hat != e.Mayor.Hat && len(m.Reasons) > 0 {
				t.Fatalf("%s reads the reason", by.Function)
			}
		}
		if r := e.Mine(e.Mayor).Reasons; len(r) != 1 || r[0].Text.Reason.Reveal() != "Dit schaadt hem." {
			t.Fatalf("the chair reads %v", r)
		}
		o := e.Mine(e.CAW).Room.Objections[0]
		if !o.Mine {
			t.Fatal("its maker does not find it back")
		}
		if n := e.Count(`SELECT count(*) FROM container k JOIN objection o ON o.livc = k.livc AND o.note = k.id WHERE k.hat <> ''`); n != 0 {
			t.Fatal("the container of the reason says whose it is")
		}
		answers(t, e.Table.LiftObjection(e.Context(), e.CLB, e.Item, o.ID), livc.NotFoundKind, "")
		e.Must(e.Table.LiftObjection(e.Context(), e.CAW, e.Item, o.ID))
		if len(e.Mine(e.CLB).Room.Objections) != 0 {
			t.Fatal("it stands after it was lifted")
		}
	})
}

// proves R0.3-b, R3.0-a, settled 22
func TestOnlyTheChairKeepsTheDoorOfARoom(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		e.Arrive()
		e.Must(e.Table.OpenMeeting(e.Context(), e.Coordinator, discussion.OpenMeeting{Meeting: e.Meeting, Chair: e.Who(e.Mayor), SecrecyRead: true}))
		open := discussion.OpenItem{Item: e.Item, Inside: e.Everybody(), Mode: livc.Screens}
		answers(t, e.Table.OpenItem(e.Context(), e.Coordinator, open), livc.DeniedKind, "denied.chair_keeps_door")
		t.Run("the coordinator asks, and the chair finds the question", func(t *testing.T) {
			e.Must(e.Table.AskChair(e.Context(), e.Coordinator, e.Meeting, discussion.DoorAsked{Item: e.Item, Kind: discussion.DoorOpen, In: e.Everybody(), Mode: livc.Screens}))
			if q := e.Mine(e.Mayor).Asked; len(q) != 1 || len(q[0].In) != 5 {
				t.Fatalf("%+v", q)
			}
			if q := e.Mine(e.CLB).Asked; len(q) != 0 {
				t.Fatal("a participant sees it")
			}
		})
		t.Run("nobody gives the door away but the chair", func(t *testing.T) {
			answers(t, e.Table.GiveDoor(e.Context(), e.Coordinator, e.Meeting, e.Who(e.Coordinator)), livc.NotFoundKind, "")
			answers(t, e.Table.GiveDoor(e.Context(), e.Mayor, e.Meeting, e.Who(e.CLB)), livc.InvalidKind, "give_door.municipal")
		})
		e.Must(e.Table.GiveDoor(e.Context(), e.Mayor, e.Meeting, e.Who(e.Coordinator)))
		e.Must(e.Table.OpenItem(e.Context(), e.Coordinator, open))
		if q := e.Mine(e.Mayor).Asked; len(q) != 0 {
			t.Fatal("the question stands after the item opened")
		}
	})
}

// proves invariant 4
func TestZ10_WhoLeavesOrComesLaterOpensNoRoomButTheOneHeIsIn(t *testing.T) {
	onScreens(t, func(t *testing.T, e *storetest.Evening) {
		e.Shares(e.CLB, storetest.Says("Hij voetbalt weer."))
		room := e.Mine(e.CLB).Item.Room
		e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, Out: []livc.ID{e.Who(e.CAW)}}))
		m := e.Mine(e.CAW)
		if !m.Busy || len(m.Room.Facts) > 0 || m.Item.ID != "" {
			t.Fatalf("outside one sees %+v", m)
		}
		if n := e.Count(`SELECT count(*) FROM key_grant WHERE container = $1 AND hat = $2`, string(room), string(e.CAW.Hat)); n != 0 {
			t.Fatal("the seal of who left is still there")
		}
		answers(t, e.Table.Object(e.Context(), e.CAW, discussion.Object{Item: e.Item, Kind: discussion.NotHere}), livc.NotFoundKind, "")
		e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, In: []livc.ID{e.Who(e.CAW)}}))
		if got := words(e.Mine(e.CAW)); len(got) != 1 {
			t.Fatalf("back inside one reads %q", got)
		}
	})
}

// proves R6.2-a, R6.2-b, R6.2-c, R2.5.3-i, invariant 7
func TestR12_AClosedRoomIsGoneForEverybodyAndOffersKeepWhatWasAllowed(t *testing.T) {
	onScreens(t, func(t *testing.T, e *storetest.Evening) {
		hidden := e.Shares(e.CLB, storetest.Says("Niet voor een dossier."))
		e.Shares(e.CLB, discussion.ShareFact{Text: discussion.FactText{What: livc.NewSecret("Voor iedereen.")}, Uses: []law.FactUse{law.UseDossierAll}})
		e.Shares(e.CAW, discussion.ShareFact{Told: true, Domain: "home"})
		e.Decided(livc.OutcomeRegular)
		_, err := e.Table.ProposeReport(e.Context(), e.Coordinator, discussion.ReportMotion{Item: e.Item, ReadAloud: true, Text: livc.NewSecret("Casus " + e.Case.Code + ". Er komt hulp.")})
		e.Must(err)
		answers(t, e.Table.FreezeReport(e.Context(), e.Coordinator, e.Item, nil), livc.DeniedKind, "denied.not_everybody_yet")
		e.Agrees(e.Inside()...)
		e.Must(e.Table.FreezeReport(e.Context(), e.Coordinator, e.Item, nil))
		answers(t, e.Table.CloseItem(e.Context(), e.Coordinator, discussion.CloseItem{Item: e.Item, Substantive: true}), livc.DeniedKind, "denied.chair_keeps_door")
		e.Must(e.Table.CloseItem(e.Context(), e.Mayor, discussion.CloseItem{Item: e.Item, Substantive: true}))
		for _, table := range []string{"fact", "fact_reader", "built_on", "motion", "motion_yes", "objection", "door_asked"} {
			if n := e.Count(`SELECT count(*) FROM ` + table); n != 0 {
				t.Errorf("%d rows of %s outlive the room", n, table)
			}
		}
		if n := e.Count(`SELECT count(*) FROM container WHERE kind = 'room'`) + e.Count(`SELECT count(*) FROM item WHERE room <> ''`); n != 0 {
			t.Error("the room stands")
		}
		if n := e.Count(`SELECT count(*) FROM tombstone WHERE kind = 'room'`); n != 1 {
			t.Errorf("%d tombstones", n)
		}
		if m := e.Mine(e.CLB); m.Item.ID != "" || len(m.Room.Facts) > 0 {
			t.Fatal("the own screen still shows it")
		}
		t.Run("from how many places something was said stays as a count", func(t *testing.T) {
			if n := e.Count(`SELECT count(*) FROM weighing WHERE domain = 'home' AND protects + concerns > 0 OR domain = 'home' AND unknown`); n != 1 {
				t.Error("nothing was counted")
			}
		})
		e.OwnFiles()
		t.Run("only what its contributor allowed is offered, each person's own words always", func(t *testing.T) {
			for name, c := range map[string]struct {
				by   deed.By
				want int
			}{"the contributor": {e.CLB, 2}, "another": {e.CAW, 1}} {
				o, _, err := e.Processing().Offer(e.Context(), c.by, e.Item)
				e.Must(err)
				if len(o.Facts) != c.want || o.Receipt == nil {
					t.Errorf("%s is offered %d", name, len(o.Facts))
				}
			}
		})
		t.Run("what was not offered cannot be copied", func(t *testing.T) {
			_, err := e.Processing().Register(e.Context(), e.CAW, e.Case.ID, processing.Register{Item: e.Item, Manner: processing.KeptHere,
				Note: processing.EntryText{Why: livc.NewSecret("opvolging")}, Copy: []livc.ID{hidden}})
			answers(t, err, livc.NotFoundKind, "")
		})
		e.Verify()
	})
}

// proves R4.3-e, R2.5.4-a
func TestAQuestionIsTakenByWhoWants(t *testing.T) {
	onScreens(t, func(t *testing.T, e *storetest.Evening) {
		q, err := e.Table.AskQuestion(e.Context(), e.Coordinator, discussion.AskQuestion{Item: e.Item, Domain: "home", Text: livc.NewSecret("Wie is thuis na school?")})
		e.Must(err)
		if got := e.Mine(e.CAW).Room.Questions; len(got) != 1 || got[0].Text.Text.Reveal() != "Wie is thuis na school?" {
			t.Fatalf("%+v", got)
		}
		answers(t, e.Table.TakeQuestion(e.Context(), e.CAW, e.Item, q, "2026-01-01"), livc.InvalidKind, "ask_question.due")
		e.Must(e.Table.TakeQuestion(e.Context(), e.CAW, e.Item, q, "2027-01-10"))
		answers(t, e.Table.TakeQuestion(e.Context(), e.CLB, e.Item, q, "2027-01-10"), livc.ConflictKind, "conflict.question_taken")
	})
}

func TestTheTableGoesOnWithoutScreens(t *testing.T) {
	onScreens(t, func(t *testing.T, e *storetest.Evening) {
		e.Shares(e.CLB, storetest.Says("Hij voetbalt weer."))
		e.Decided(livc.OutcomeRegular)
		answers(t, e.Table.LeaveScreens(e.Context(), e.CLB, e.Item, livc.Spoken), livc.NotFoundKind, "")
		e.Must(e.Table.LeaveScreens(e.Context(), e.Coordinator, e.Item, livc.Spoken))
		d := e.Desk()
		if d.Item.Outcome != livc.OutcomeRegular || d.Item.InRoom() || d.Item.Mode != livc.Spoken {
			t.Fatalf("%+v", d.Item)
		}
		_, err := e.Table.ShareFact(e.Context(), e.CLB, discussion.ShareFact{Item: e.Item, Text: discussion.FactText{What: livc.NewSecret("x")}})
		answers(t, err, livc.ConflictKind, "conflict.no_room")
		e.Reported()
		e.Must(e.Table.CloseItem(e.Context(), e.Coordinator, discussion.CloseItem{Item: e.Item, Substantive: true}))
	})
}

// proves R2.5.3-a
func TestWhatOnePreparesStaysInTheOwnDrawer(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		in := discussion.Prepare{Meeting: e.Meeting, Item: e.Item, Weighed: discussion.WeighPart, Text: discussion.PreparedText{What: livc.NewSecret("Hij vertelde over zijn vader.")}}
		e.Must(e.Table.Prepare(e.Context(), e.CAW, in))
		if m := e.Mine(e.CAW); len(m.Prepared) != 1 || m.Prepared[0].Text.What.Reveal() != "Hij vertelde over zijn vader." || len(m.Next) != 1 {
			t.Fatalf("%+v", m)
		}
		if m := e.Mine(e.CLB); len(m.Prepared) != 0 {
			t.Fatal("another sees it")
		}
		in.ID = e.Mine(e.CAW).Prepared[0].Item.ID
		answers(t, e.Table.Prepare(e.Context(), e.CLB, in), livc.NotFoundKind, "")
		e.Must(e.Table.DropPrepared(e.Context(), e.CAW, e.Meeting, in.ID))
		if m := e.Mine(e.CAW); len(m.Prepared) != 0 {
			t.Fatal("it stays")
		}
	})
}
