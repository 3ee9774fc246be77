package proof

import (
	"net/http"
	"net/url"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
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
