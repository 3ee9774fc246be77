package proof

import (
	"net/http"
	"net/url"
	"regexp"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// Nobody records for the table: what may be registered after an item on screens lies with each person alone,
// and who has no framework for it is asked nothing.
//
// proves R6.2-j, R6.2-c
func TestInvariant8_NobodyRecordsForAnotherAfterATableOnScreens(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Shares(e.CLB, discussion.ShareFact{Text: discussion.FactText{What: livc.NewSecret("Hij zwemt.")}, Uses: []law.FactUse{law.UseDossierAll}})
		decidedAndClosed(e)
		offers := e.Count(`SELECT count(*) FROM register_offer WHERE item = $1 AND note <> ''`, e.Item)
		own := e.Count(`SELECT count(*) FROM register_offer o JOIN key_grant g ON g.livc = o.livc AND g.container = o.note AND g.hat = o.hat WHERE o.item = $1`, e.Item)
		all := e.Count(`SELECT count(*) FROM register_offer o JOIN key_grant g ON g.livc = o.livc AND g.container = o.note WHERE o.item = $1`, e.Item)
		if offers == 0 || own != offers || all != offers {
			t.Errorf("%d offers, %d opened by whom they are for, %d keys in all", offers, own, all)
		}
		if n := e.Count(`SELECT count(*) FROM register_offer WHERE hat = $1`, e.Officer.Hat); n != 0 {
			t.Error("the police are asked what to register")
		}
	})
}

// Nothing is compulsory but the words of who wants to share some; who presses "nothing to share" leaves no row and
// no deed, exactly as who does nothing.
//
// proves R2.5.3-a, E6
func TestInvariant17_NothingToShareIsTheSameAsSilence(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Shares(e.CAW, storetest.Says("Hij zwemt.")) // no side, no domain, no source, no use
		x := &world{Town: e.Town}
		s := site(e.Town)
		clb := s.As(e.CLB)
		at := "/meetings/" + string(e.Meeting)
		token := clb.Get(at + "/mine").Is(http.StatusOK).Token()
		before, deeds := rows(e.Town), x.deeds()
		clb.Raw(http.MethodPost, at+"/items/"+string(e.Item)+"/share", url.Values{"token": {token}, "do": {"nothing"}}, nil).Is(http.StatusSeeOther)
		if list := changed(before, rows(e.Town)); len(list) > 0 || x.deeds() != deeds {
			t.Errorf("pressing it changed %v and did %d deeds", list, x.deeds()-deeds)
		}
	})
}

// Every deed of a room says by which texts it may, and each of them holds on the day of the meeting, in one version.
//
// proves E7, R0.1-a
func TestInvariant22_EveryDeedOfARoomNamesATextThatHoldsOnTheDay(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		fact := e.Shares(e.CLB, storetest.Says("Hij zwemt."))
		e.Must(e.Table.ChangeFact(e.Context(), e.CLB, discussion.ChangeFact{Item: e.Item, Fact: fact, Withdraw: true}))
		e.Must(e.Table.Object(e.Context(), e.CAW, discussion.Object{Item: e.Item, Kind: discussion.NotHere}))
		e.Must(e.Table.LiftObjection(e.Context(), e.CAW, e.Item, e.Mine(e.CAW).Room.Objections[0].ID))
		_, err := e.Table.ShowName(e.Context(), e.CLB, e.Item)
		e.Must(err)
		decidedAndClosed(e)
		seen := map[access.Action]bool{}
		for _, l := range e.Log() {
			seen[access.Action(l.Action)] = true
			day := livc.DayOf(l.At)
			for _, id := range l.Norms {
				if _, ok := law.On(id, day); !ok {
					t.Errorf("%s rests on %s, which does not hold on %s", l.Action, id, day)
				}
			}
			if roomDeeds[access.Action(l.Action)] && len(l.Norms) == 0 {
				t.Errorf("%s rests on nothing", l.Action)
			}
		}
		for a := range roomDeeds {
			if !seen[a] {
				t.Errorf("%s was not done: the test has no teeth", a)
			}
		}
	})
}

var roomDeeds = map[access.Action]bool{access.OpenItem: true, access.ShareFact: true, access.ChangeFact: true, access.AnswerAtTable: true, access.ShowName: true,
	access.MyScreen: true, access.AgreeReport: true, access.CloseItem: true}

// An objection does not say whose it is: not beside it, and not by its moment, which the log has.
//
// proves R2.5.3-a
func TestInvariant17_AnObjectionHasNoMomentThatTheLogKnows(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Must(e.Table.Object(e.Context(), e.CAW, discussion.Object{Item: e.Item, Kind: discussion.NotHere}))
		for _, column := range tables(e.Town)["objection"] {
			if n := e.Count(`SELECT count(*) FROM objection WHERE CAST(`+column+` AS TEXT) = $1`, string(e.CAW.Hat)); n != 0 || column == "at" || column == "hat" || column == "attendance" {
				t.Errorf("%s tells whose an objection is", column)
			}
		}
	})
}

// noRoom fails when a room stands that should not have been made.
func noRoom(e *storetest.Evening, what string, err error, kind livc.Kind) {
	e.T.Helper()
	if livc.KindOf(err) != kind {
		e.T.Errorf("%s: %v", what, err)
	}
	if n := e.Count(`SELECT count(*) FROM container WHERE livc = $1 AND kind = 'room'`, e.Livc); n != 0 {
		e.T.Errorf("%s made %d rooms", what, n)
	}
}

// beforeARoom is a meeting that sits, with no item open yet.
func beforeARoom(t *testing.T, f func(t *testing.T, e *storetest.Evening)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e, _ := storetest.TwoItems(storetest.NewTown(t, db))
		f(t, e)
	})
}

// No room opens without the three seats inside, nor with a police seat whose clearance has ended; and nobody of the
// police keeps its door.
//
// proves R2.3-b, X-L-d, R2.3.1-b
func TestInvariant1_NoRoomOpensWithoutTheThreeSeats(t *testing.T) {
	beforeARoom(t, func(t *testing.T, e *storetest.Evening) {
		for name, by := range map[string]deed.By{"without the police": e.Officer, "without the coordinator": e.Coordinator, "without the mayor": e.Mayor} {
			noRoom(e, name, e.OpenWith(by), livc.DeniedKind)
		}
		if err := e.Table.GiveDoor(e.Context(), e.Mayor, e.Meeting, e.Who(e.Officer)); livc.KindOf(err) != livc.InvalidKind {
			t.Errorf("the police keep the door: %v", err)
		}
		t.Run("invariant 2", func(t *testing.T) {
			e.Exec(`UPDATE hat SET clearance_until = $3 WHERE livc = $1 AND id = $2`, e.Livc, e.Officer.Hat, string(e.Today().Add(0, 0, -1)))
			noRoom(e, "a clearance that ended yesterday", e.OpenWith(), livc.DeniedKind)
			e.Exec(`UPDATE hat SET clearance_until = $3 WHERE livc = $1 AND id = $2`, e.Livc, e.Officer.Hat, string(e.Today()))
			e.Must(e.OpenWith())
		})
	})
}

// Who has not confirmed the secrecy comes into no room, is told so at the own screen and sees nothing of the case there.
//
// proves R0.1-d
func TestInvariant5_WithoutSecrecyNobodyComesIntoARoom(t *testing.T) {
	beforeARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Exec(`UPDATE attendance SET secrecy_at = 0 WHERE livc = $1 AND hat = $2`, e.Livc, e.CAW.Hat)
		mine := "/meetings/" + string(e.Meeting) + "/mine"
		site(e.Town).As(e.CAW).Get(mine).Is(http.StatusOK).Says("Geheimhouding").Never(e.Case.Code, "Wie is dit")
		noRoom(e, "somebody without secrecy inside", e.OpenWith(), livc.DeniedKind)
		e.Must(e.OpenWith(e.CAW))
		e.Shares(e.CLB, storetest.Says("Hij zwemt."))
		err := e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, In: []livc.ID{e.Who(e.CAW)}})
		if livc.KindOf(err) != livc.DeniedKind {
			t.Errorf("let in without secrecy: %v", err)
		}
		site(e.Town).As(e.CAW).Get(mine).Is(http.StatusOK).Never(e.Case.Code, "Hij zwemt.")
	})
}

// At a table on screens a line for the LTF carries its declaration as well, and none comes from a secret.
//
// proves X-L-k
func TestInvariant11_ALineWrittenInARoomCarriesItsDeclaration(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Decided(livc.OutcomeRegular)
		_, err := e.Table.ChooseFeedback(e.Context(), e.Officer, e.Item, true)
		e.Must(err)
		officer, sheet := site(e.Town).As(e.Officer), "/meetings/"+string(e.Meeting)+"/items/"+string(e.Item)+"/sheet"
		line := func(more url.Values) url.Values {
			v := url.Values{"text": {"Hij volgt les."}, "side": {"protects"}, "origin": {"seen"}, "secret": {"no"}, "declared": {"yes"}}
			for name, list := range more {
				v[name] = list
			}
			return v
		}
		for what, more := range map[string]url.Values{"no declaration": {"declared": nil}, "professional secrecy": {"secret": {"professional"}}, "told as a secret": {"secret": {"told"}}} {
			if got := officer.Send(sheet, sheet, line(more)); got.Status != http.StatusForbidden && got.Status != http.StatusUnprocessableEntity {
				t.Errorf("%s: %d", what, got.Status)
			}
			if n := len(e.Desk().Sheet.Text.Lines); n != 0 {
				t.Errorf("%s: the line stands", what)
			}
		}
		officer.Send(sheet, sheet, line(nil)).Is(http.StatusSeeOther)
	})
}

// On screens too the person is informed only when everybody who was inside said yes to the very words, no hold stands,
// and the sentence is the fixed one.
//
// proves R4.2-f, R2.5.3-k
func TestInvariant13_FromARoomThePersonIsInformedByEverybodyOrNotAtAll(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Decided(livc.OutcomeRegular)
		in := discussion.InformPerson{Item: e.Item, Choice: discussion.InformNow, Safe: true, By: e.Who(e.CLB), Offer: livc.NewSecret("Een gesprek.")}
		inform := func() error { return e.Table.InformPerson(e.Context(), e.Coordinator, in) }
		refused := func(what string) {
			t.Helper()
			if err := inform(); livc.KindOf(err) != livc.DeniedKind {
				t.Errorf("%s: %v", what, err)
			}
		}
		refused("nobody was asked")
		e.Must(e.Table.ProposeInforming(e.Context(), e.Coordinator, in))
		all := e.Inside()
		e.Agrees(all[1:]...)
		refused("one has not answered")
		site(e.Town).As(all[0]).Get("/meetings/"+string(e.Meeting)+"/mine").Is(http.StatusOK).Says("Er is over u gesproken in een overleg van de gemeente.", "Een gesprek.")
		e.Agrees(all[0])
		e.Exec(`INSERT INTO hold (livc, id, case_id, by_hat, from_day, until_day) VALUES ($1, 'h', $2, $3, '2026-12-01', '2027-06-01')`, e.Livc, e.Case.ID, e.Officer.Hat)
		refused("the officer asked to wait")
		e.Exec(`DELETE FROM hold WHERE livc = $1`, e.Livc)
		in.Offer = livc.NewSecret("Iets anders.")
		refused("other words than those that were agreed")
		in.Offer = livc.NewSecret("Een gesprek.")
		e.Must(inform())
	})
}

// The words of a report are looked at before they are put to the screens: a name or an address never gets there.
//
// proves R4.1.1-e
func TestInvariant15_NoReportThatPointsToAPersonIsPutToTheScreens(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Decided(livc.OutcomeRegular)
		for _, text := range []string{"We spraken over Milan.", "Lotte Claes volgt op.", "Hij woont in de Kerkstraat 12.", "Nummer 85.07.30-033.28.", "Geboren op 3 mei 2010.", "Schrijf naar jan@voorbeeld.be."} {
			_, err := e.Table.ProposeReport(e.Context(), e.Coordinator, discussion.ReportMotion{Item: e.Item, Lang: "nl", ReadAloud: true, Text: livc.NewSecret(text)})
			if livc.KindOf(err) != livc.InvalidKind || e.Mine(e.CLB).Room.Report != nil {
				t.Errorf("%q: %v", text, err)
			}
		}
	})
}

// A topic has no room and no own screen of a case.
//
// proves R2.2-b
func TestInvariant16_ATopicHasNoRoom(t *testing.T) {
	beforeARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Exec(`UPDATE item SET kind = 'general', case_id = '', topic = 'network' WHERE livc = $1 AND id = $2`, e.Livc, e.Item)
		noRoom(e, "a topic", e.OpenWith(), livc.DeniedKind)
	})
}

// A card of the OCAD that is shown at a table on screens is a number: no record of the room holds a word of it, no
// own screen and no wall says that there was one.
//
// proves X-L-g, X-T-d
func TestInvariant12_ACardLeavesNothingInARoom(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		clb, mine := site(e.Town).As(e.CLB), "/meetings/"+string(e.Meeting)+"/mine"
		room := e.Mine(e.CLB).Item.Room
		kept := func() int {
			return e.Count(`SELECT count(*) FROM record WHERE livc = $1 AND container = $2`, e.Livc, room)
		}
		before, page := kept(), masked(clb.Get(mine).Is(http.StatusOK).Body)
		e.Must(e.Table.ShowCard(e.Context(), e.Coordinator, discussion.ShowCard{Item: e.Item, Whole: true, Contributes: true, UseWeighed: true, Vulnerability: true,
			MinorityWeighed: true, Proportionate: true}))
		if before == 0 || kept() != before {
			t.Errorf("the room holds %d records, before %d", kept(), before)
		}
		if masked(clb.Get(mine).Body) != page {
			t.Error("the own screen of somebody inside changed")
		}
	})
}

// At a table on screens a case is followed by one manager, and another person directs.
//
// proves R2.3.5-b
func TestInvariant20_FromARoomAnotherPersonDirects(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Exec(`INSERT INTO criterion (livc, id, list, place, text) VALUES ($1, 'table_concern_gone', 'closing', 99, 'De zorg is weg.')`, e.Livc)
		e.Decided(livc.OutcomeFollowUp)
		desk := site(e.Town).As(e.Coordinator)
		path := "/items/" + string(e.Item) + "/path"
		form := url.Values{"goal": {"Weer elke dag naar school"}, "goal_domain": {"school_work"}, "manager": {string(e.Who(e.CAW))}, "director": {string(e.Who(e.CAW))},
			"reach": {string(law.Gathers)}, "contact": {string(e.Who(e.CLB))}, "review": {string(e.Today().Add(0, 1, 0))}, "criteria": {"table_concern_gone"}}
		desk.Send(path, path, form).Is(http.StatusUnprocessableEntity).Says(i18n.T(t.Context(), "law.roles.two_people"))
		form.Set("director", string(e.Who(e.Coordinator)))
		desk.Send(path, path, form).Is(http.StatusSeeOther)
	})
}

// Somebody under the decree of the French Community is asked on the own screen to have named the own rules; who did
// not comes into no room. Under another framework nothing is asked.
//
// proves X-F-l
func TestInvariant21_WhoIsUnderTheFrenchCommunityNamesTheOwnRulesBeforeARoom(t *testing.T) {
	beforeARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Exec(`UPDATE organisation SET regime = $2 WHERE livc = $1 AND id = $3`, e.Livc, string(livc.RegimeFrench), e.CAW.Controller)
		e.Exec(`UPDATE attendance SET secrecy_at = 0, framed = FALSE WHERE livc = $1 AND hat IN ($2, $3)`, e.Livc, e.CAW.Hat, e.CLB.Hat)
		mine, seat := "/meetings/"+string(e.Meeting)+"/mine", "/meetings/"+string(e.Meeting)+"/seat"
		caw, clb := site(e.Town).As(e.CAW), site(e.Town).As(e.CLB)
		clb.Get(mine).Is(http.StatusOK).Never(`name="framed"`)
		caw.Get(mine).Is(http.StatusOK).Says(i18n.T(t.Context(), "take_seat.framed_yes"))
		clb.Send(mine, seat, url.Values{"understood": {"yes"}}).Is(http.StatusSeeOther)
		caw.Send(mine, seat, url.Values{"understood": {"yes"}}).Is(http.StatusSeeOther)
		noRoom(e, "somebody whose own rules were not named", e.OpenWith(), livc.DeniedKind)
		e.Exec(`UPDATE attendance SET secrecy_at = 0 WHERE livc = $1 AND hat = $2`, e.Livc, e.CAW.Hat)
		caw.Send(mine, seat, url.Values{"understood": {"yes"}, "framed": {"yes"}}).Is(http.StatusSeeOther)
		e.Must(e.OpenWith())
	})
}

// Where fewer than five are inside everybody can guess who objects, and the own screen says so before one does.
//
// proves R7.2-b
func TestInvariant24_ASmallRoomSaysThatOthersCanGuess(t *testing.T) {
	beforeARoom(t, func(t *testing.T, e *storetest.Evening) {
		mine, word := "/meetings/"+string(e.Meeting)+"/mine", "Jullie zijn met weinig."
		e.Must(e.OpenWith(e.CAW))
		site(e.Town).As(e.CLB).Get(mine).Is(http.StatusOK).Says(word)
		e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, In: []livc.ID{e.Who(e.CAW)}}))
		site(e.Town).As(e.CLB).Get(mine).Is(http.StatusOK).Never(word)
	})
}

// A talk on screens to its end starts the year anew; a room that closes without one does not.
//
// proves R6.2-l, R6.2-m
func TestInvariant14_ARoomStartsTheYearOnlyAfterATalk(t *testing.T) {
	for name, talk := range map[string]func(e *storetest.Evening){
		"to the end": func(e *storetest.Evening) { decidedAndClosed(e) },
		"put off": func(e *storetest.Evening) {
			e.Must(e.Table.CloseItem(e.Context(), e.Mayor, discussion.CloseItem{Item: e.Item, Postponed: true}))
		},
	} {
		t.Run(name, func(t *testing.T) {
			inARoom(t, func(t *testing.T, e *storetest.Evening) {
				e.Shares(e.CLB, storetest.Says("Hij zwemt."))
				talk(e)
				c := e.Town.Case(e.Case.ID)
				if moved := c.LastDiscussed == e.Today() && c.Due == e.Today().Add(1, 0, 0); moved != (name == "to the end") {
					t.Errorf("last discussed %q, kept until %q", c.LastDiscussed, c.Due)
				}
			})
		})
	}
}

// After a table on screens at which one objected, one said no and one shared nothing, no page of the network, of the
// figures or of the meeting tells of it by service.
//
// proves R3.0-e
func TestInvariant18_NothingTellsAfterwardsWhoDidNotGoAlong(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		seen := regexp.MustCompile(`data-seen="[0-9]*"`) // that something happened at the meeting, and nothing else
		page := func(path string) string {
			return seen.ReplaceAllString(masked(site(e.Town).As(e.Mayor).Get(path).Is(http.StatusOK).Body), "")
		}
		paths := []string{"/network", "/list", "/meetings/" + string(e.Meeting) + "/table"}
		e.Decided(livc.OutcomeRegular)
		before := map[string]string{}
		for _, p := range paths {
			before[p] = page(p)
		}
		e.Must(e.Table.Object(e.Context(), e.CAW, discussion.Object{Item: e.Item, Kind: discussion.AgainstDecision}))
		_, err := e.Table.ProposeReport(e.Context(), e.Coordinator, discussion.ReportMotion{Item: e.Item, ReadAloud: true, Text: livc.NewSecret("Casus " + e.Case.Code + ". Er komt hulp.")})
		e.Must(err)
		m := e.Mine(e.CLB).Room.Motions[0]
		e.Must(e.Table.AnswerAtTable(e.Context(), e.CLB, discussion.AnswerAtTable{Item: e.Item, Motion: m.ID, Reply: discussion.ReplyNo, Seen: m.Hash}))
		for _, p := range paths {
			if page(p) != before[p] {
				t.Errorf("%s changed", p)
			}
		}
	})
}
