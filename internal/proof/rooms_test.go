package proof

import (
	"bytes"
	"net/http"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// inARoom runs a test at an item on screens with everybody inside.
func inARoom(t *testing.T, f func(t *testing.T, e *storetest.Evening)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := storetest.NewEvening(storetest.NewTown(t, db))
		e.Exec(`UPDATE organisation SET own_file = TRUE WHERE livc = $1`, e.Livc)
		e.OpenOnScreens()
		f(t, e)
	})
}

// sealed is a row of the table of records, with what kind of container it stands in and whose that is.
type sealed struct {
	deed.Record
	in      livc.ContainerKind
	of, hat livc.ID
}

func sealedRows(w *storetest.Town) (all []sealed) {
	w.T.Helper()
	list, err := w.DB.Pools()[0].Query(`SELECT r.container, r.id, r.kind, r.revision, r.author, r.key_version, r.wrapped, r.body, c.kind, c.organisation, c.hat
		FROM record r JOIN container c ON c.livc = r.livc AND c.id = r.container WHERE r.livc = $1`, w.Livc)
	w.Must(err)
	defer list.Close()
	for list.Next() {
		s := sealed{Record: deed.Record{Livc: w.Livc}}
		w.Must(list.Scan(&s.Container, &s.ID, &s.Kind, &s.Revision, &s.Author, &s.KeyVersion, &s.Wrapped, &s.Body, &s.in, &s.of, &s.hat))
		all = append(all, s)
	}
	w.Must(list.Err())
	return all
}

// with opens a row with a container key, as somebody does who has the program, the epoch key and that key.
func (s sealed) with(g *deed.Gate, k *seal.Key) []byte {
	o := g.Ring.Opener()
	defer o.Wipe()
	plain, err := o.Record(g.Base(s.Livc), seal.Ref{Livc: s.Livc, Container: s.Container, Record: s.ID, Revision: s.Revision, Kind: s.Kind, Author: s.Author,
		KeyVersion: s.KeyVersion}, k, s.Wrapped, s.Body)
	if err != nil {
		return nil
	}
	return bytes.Clone(plain)
}

// opened opens a row with the own keys of somebody: the grants that stand in the database, asked anew.
func (s sealed) opened(w *storetest.Town, by deed.By) []byte {
	w.T.Helper()
	afresh(by)
	opens(w, w.Gate, by, kept{id: s.Container, record: s.ID})
	k, ok := by.Keys.Key(s.Container)
	if !ok {
		return nil
	}
	return s.with(w.Gate, k)
}

// whoReads gives, for each person, in which kinds of containers words stand that this person opens with the
// database and the own keys; a container that is another's own is named so.
func whoReads(w *storetest.Town, words string) map[string][]string {
	m := map[string][]string{}
	for _, s := range sealedRows(w) {
		for who, by := range everybody(w) {
			if !bytes.Contains(s.opened(w, by), []byte(words)) {
				continue
			}
			place := string(s.in)
			if s.hat != "" && s.hat != by.Hat {
				place += " of another"
			}
			m[who] = append(m[who], place)
		}
	}
	return m
}

// decidedAndClosed brings an item on screens to its end, with a report that everybody agreed to.
func decidedAndClosed(e *storetest.Evening, rests ...livc.ID) {
	e.T.Helper()
	e.Decided(livc.OutcomeRegular)
	_, err := e.Table.ProposeReport(e.Context(), e.Coordinator, discussion.ReportMotion{Item: e.Item, ReadAloud: true, RestsOn: rests,
		Text: livc.NewSecret("Casus " + e.Case.Code + ". Er komt hulp.")})
	e.Must(err)
	e.Agrees(e.Inside()...)
	e.Must(e.Table.FreezeReport(e.Context(), e.Coordinator, e.Item, nil))
	e.Must(e.Table.CloseItem(e.Context(), e.Mayor, discussion.CloseItem{Item: e.Item, Substantive: true}))
}

// What its contributor gives to nobody stands in the room while the item is open and nowhere else; an action, a
// line for the LTF and a report cannot rest on it; and when the room is gone nobody opens it but the
// contributor, whose own words it is, in the own offer.
//
// proves R2.5.3-i, R2.5.2-a, invariant 9
func TestZ12_WhatIsForNobodyIsCopiedNowhere(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		const secret, told = "Zijn zus sliep elders.", "Vader is weg sinds mei."
		fact := e.Shares(e.CLB, storetest.Says(secret))
		e.Shares(e.CLB, discussion.ShareFact{Text: discussion.FactText{What: livc.NewSecret(told)}, Told: true})
		for who, rows := range whoReads(e.Town, secret) {
			if !slices.Equal(rows, []string{"room"}) {
				t.Errorf("while the item is open the %s reads it in %v", who, rows)
			}
		}
		e.Decided(livc.OutcomeRegular)
		for what, err := range restingOn(e, fact) {
			if livc.KindOf(err) != livc.DeniedKind {
				t.Errorf("%s rests on it: %v", what, err)
			}
		}
		decidedAndClosed(e)
		keep := e.Processing()
		for _, by := range []deed.By{e.CAW, e.CLB} {
			in := processing.Register{Item: e.Item, Manner: processing.KeptHere, KeepsOn: true, Note: processing.EntryText{Why: livc.NewSecret("opvolging")}}
			if by.Hat == e.CLB.Hat {
				in.Copy = []livc.ID{fact}
			}
			_, err := keep.Register(e.Context(), by, e.Case.ID, in)
			e.Must(err)
		}
		reads := whoReads(e.Town, secret)
		if len(reads["clb"]) == 0 {
			t.Error("the contributor lost the own words: the test has no teeth")
		}
		delete(reads, "clb")
		if len(reads) > 0 {
			t.Errorf("others read it: %v", reads)
		}
		if reads := whoReads(e.Town, told); len(reads) > 0 {
			t.Errorf("what was rather told was kept: %v", reads)
		}
	})
}

// restingOn tries to let everything rest on a fact that can.
func restingOn(e *storetest.Evening, fact livc.ID) map[string]error {
	e.T.Helper()
	t, ctx, all := e.Table, e.Context(), []livc.ID{fact}
	_, err := t.ChooseFeedback(ctx, e.Coordinator, e.Item, true)
	e.Must(err)
	tried := map[string]error{"a line": t.AddLine(ctx, e.Officer, discussion.AddLine{Item: e.Item, Text: livc.NewSecret("x"), Side: "protects", Source: law.Seen, Declared: true, Facts: all})}
	_, tried["an action"] = t.AgreeAction(ctx, e.Coordinator, discussion.AgreeAction{Item: e.Item, Kind: law.SchoolOrWork, Holder: e.Who(e.CAW), Due: "2027-01-10", Betrays: "no", Facts: all,
		Text: discussion.ActionText{What: livc.NewSecret("Belt."), Why: livc.NewSecret("x"), Enough: livc.NewSecret("ja"), Proportionate: livc.NewSecret("ja"),
			Repercussions: livc.NewSecret("geen")}, ParentsKnow: discussion.KnownYes})
	_, tried["a report"] = t.ProposeReport(ctx, e.Coordinator, discussion.ReportMotion{Item: e.Item, ReadAloud: true, RestsOn: all, Text: livc.NewSecret("Casus " + e.Case.Code + ". Er komt hulp.")})
	_, err = t.ChooseFeedback(ctx, e.Coordinator, e.Item, false)
	e.Must(err)
	return tried
}

// Who was outside an item, or came in after it, opens nothing of its room: not on the own screen, and not with
// the database, the epoch key and the own keys.
//
// proves R0.3-b, invariant 4
func TestZ10_WhoWasOutsideOpensNothingOfARoom(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e, items := storetest.TwoItems(storetest.NewTown(t, db))
		const first, second = "Hij zwijgt over thuis.", "Zij zoekt werk."
		e.Must(e.OpenWith(e.CAW))
		e.Shares(e.CLB, discussion.ShareFact{Text: discussion.FactText{What: livc.NewSecret(first)}, Uses: law.FactUses()[1:2]})
		reads := whoReads(e.Town, first)
		for _, who := range []string{"caw", "ocmw", "representative", "dpo", "founder"} {
			if len(reads[who]) > 0 {
				t.Errorf("the %s opens it from outside", who)
			}
		}
		for _, who := range []string{"mayor", "officer", "coordinator", "clb"} {
			if len(reads[who]) != 1 {
				t.Errorf("the %s, inside, opens it in %d places", who, len(reads[who]))
			}
		}
		e.Must(e.Table.CloseItem(e.Context(), e.Mayor, discussion.CloseItem{Item: e.Item, Postponed: true}))
		e.Item = items[1]
		e.Must(e.OpenWith())
		e.Shares(e.CAW, storetest.Says(second))
		if reads := whoReads(e.Town, first); len(reads["caw"]) > 0 || len(reads["mayor"]) > 0 {
			t.Errorf("what was shared in the first room is read by %v", reads)
		}
		if got := e.Mine(e.CAW).Room.Facts; len(got) != 1 || got[0].Text.What.Reveal() != second {
			t.Errorf("in the second room one reads %v", got)
		}
	})
}

// After closing nobody opens the room with a copy of the database that was taken then and every key that is
// alive, the key of the room itself included; what somebody registered stays.
//
// proves R2.5.2-b, R6.2-a, invariant 6
func TestR12_NobodyOpensAClosedRoomFromACopyTakenAfterwards(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		const own, allowed = "Hij is boos op school.", "Hij helpt zijn oma."
		e.Shares(e.CLB, storetest.Says(own))
		fact := e.Shares(e.CAW, discussion.ShareFact{Text: discussion.FactText{What: livc.NewSecret(allowed)}, Uses: []law.FactUse{law.UseDossierAll}})
		room := e.Mine(e.CLB).Item.Room
		key, ok := e.CLB.Keys.Key(room)
		if !ok {
			t.Fatal("nobody holds the key of the room: the test has no teeth")
		}
		var before [][]byte
		for _, s := range sealedRows(e.Town) {
			if s.Container == room {
				before = append(before, s.Wrapped)
				if s.Kind == "fact" && s.with(e.Gate, key) == nil {
					t.Fatal("the key does not open the room: the test has no teeth")
				}
			}
		}
		decidedAndClosed(e)
		_, err := e.Processing().Register(e.Context(), e.CLB, e.Case.ID, processing.Register{Item: e.Item, Manner: processing.KeptHere, KeepsOn: true, Copy: []livc.ID{fact},
			Note: processing.EntryText{Why: livc.NewSecret("opvolging")}})
		e.Must(err)
		for _, s := range sealedRows(e.Town) {
			if s.Container == room || s.with(e.Gate, key) != nil {
				t.Errorf("a %s opens with the key of the room", s.Kind)
			}
		}
		if n := e.Count(`SELECT count(*) FROM key_grant WHERE container = $1`, room) + e.Count(`SELECT count(*) FROM waiting_grant WHERE container = $1`, room); n != 0 {
			t.Errorf("%d keys of the room are left", n)
		}
		for who, rows := range whoReads(e.Town, own) {
			t.Errorf("the %s reads in %v what was for nobody", who, rows)
		}
		reads := whoReads(e.Town, allowed)
		if !slices.Contains(reads["clb"], "dossier") || len(reads["officer"]) > 0 {
			t.Errorf("what was allowed is read by %v", reads)
		}
		for who, rows := range reads {
			for _, place := range rows {
				if place != "note" && place != "dossier" {
					t.Errorf("the %s reads what was allowed in a %s", who, place)
				}
			}
		}
		if db := e.DB; db.Engine() == "sqlite" { // PostgreSQL keeps old pages until the epoch turns (R5)
			e.Must(db.Wipe(e.Context()))
			for _, folder := range []string{storetest.Backups(t, db), storetest.Folder(db)} {
				for _, b := range before {
					if n := storetest.Holds(t, folder, b[len(b)-32:]); n > 0 {
						t.Errorf("a sealed key of the room stands in %d files", n)
					}
				}
			}
		}
	})
}

// Every yes is signed by the hat that gave it over the very words, under what was asked; whoever did not agree
// yet, or objects, is named nowhere on any page.
//
// proves R6.1-e, X-L-h, R1.2-b
func TestZ13_EveryYesIsSignedByItsHatAndNobodyElseIsNamed(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Decided(livc.OutcomeRegular)
		_, err := e.Table.ChooseFeedback(e.Context(), e.Coordinator, e.Item, true)
		e.Must(err)
		e.Must(e.Table.AddLine(e.Context(), e.Officer, discussion.AddLine{Item: e.Item, Text: livc.NewSecret("Hij werkt mee."), Side: "protects", Source: law.Seen, Declared: true}))
		e.Must(e.Table.AskedBothSides(e.Context(), e.Officer, e.Item, true, true, livc.NewSecret("De hulp loopt.")))
		e.Must(e.Table.PutSheet(e.Context(), e.Officer, e.Item))
		e.Must(e.Table.Object(e.Context(), e.CAW, discussion.Object{Item: e.Item, Kind: discussion.AgainstFeedback, Reason: livc.NewSecret("Dit schaadt.")}))
		e.Agrees(e.Mayor, e.Officer, e.Coordinator, e.CLB)
		motion := e.Mine(e.CLB).Room.Motions[0]
		t.Run("signatures", func(t *testing.T) {
			for _, by := range []deed.By{e.Mayor, e.Officer, e.Coordinator, e.CLB} {
				sig := bytesOf(e.Town, `SELECT y.signature FROM motion_yes y JOIN attendance a ON a.livc = y.livc AND a.id = y.attendance WHERE y.motion = $1 AND a.hat = $2`, motion.ID, by.Hat)
				pub := by.Keys.Hat().Sig()
				other := bytes.Clone(motion.Hash)
				other[0] ^= 1
				if !seal.Verify(pub, "agree/sheet", motion.Hash, sig) {
					t.Errorf("the yes of the %s does not verify", by.Function)
				}
				if seal.Verify(pub, "agree/sheet", other, sig) || seal.Verify(pub, "agree/report", motion.Hash, sig) || seal.Verify(e.CAW.Keys.Hat().Sig(), "agree/sheet", motion.Hash, sig) {
					t.Errorf("the yes of the %s says more than it was", by.Function)
				}
			}
		})
		t.Run("names", func(t *testing.T) { sameForWhoever(t, e) })
		t.Run("one byte", func(t *testing.T) {
			e.Must(e.Table.AskedBothSides(e.Context(), e.Officer, e.Item, true, true, livc.NewSecret("De hulp loopt!")))
			if n := e.Count(`SELECT count(*) FROM motion_yes`); n != 0 {
				t.Errorf("%d yeses stand", n)
			}
		})
	})
}

// sameForWhoever looks at every page of who is inside while the CAW did not agree and objects, and again while
// it is the CLB that did so: but for the own answers the pages are the same, so they name nobody.
func sameForWhoever(t *testing.T, e *storetest.Evening) {
	t.Helper()
	s := site(e.Town)
	at := "/meetings/" + string(e.Meeting)
	paths := []string{at + "/mine", at + "/items/" + string(e.Item) + "/sheet", "/items/" + string(e.Item), "/items/" + string(e.Item) + "/feedback", at + "/room", at + "/table"}
	look := func() map[string]string {
		m := map[string]string{}
		for who, by := range map[string]deed.By{"mayor": e.Mayor, "officer": e.Officer, "coordinator": e.Coordinator} {
			for _, path := range paths {
				if p := s.As(by).Get(path); p.Status == http.StatusOK {
					m[who+" "+path] = masked(p.Body)
				}
			}
		}
		return m
	}
	caw := look()
	e.Must(e.Table.LiftObjection(e.Context(), e.CAW, e.Item, e.Mine(e.CAW).Room.Objections[0].ID))
	e.Must(e.Table.Object(e.Context(), e.CLB, discussion.Object{Item: e.Item, Kind: discussion.AgainstFeedback, Reason: livc.NewSecret("Dit schaadt.")}))
	e.Must(e.Table.PutSheet(e.Context(), e.Officer, e.Item))
	e.Agrees(e.Mayor, e.Officer, e.Coordinator, e.CAW)
	clb := look()
	if len(caw) < 6 {
		t.Errorf("only %d pages were seen: the test has no teeth", len(caw))
	}
	for page, body := range caw {
		if hashes.ReplaceAllString(clb[page], "") != hashes.ReplaceAllString(body, "") {
			t.Errorf("%s tells who did not agree or objects:\n%s", page, difference(body, clb[page]))
		}
	}
}

// difference gives the first lines in which two pages differ.
func difference(a, b string) string {
	x, y := strings.Split(a, ">"), strings.Split(b, ">")
	for i := range x {
		if i >= len(y) || x[i] != y[i] {
			return strings.Join(x[max(0, i-3):min(len(x), i+4)], ">") + "\n---\n" + strings.Join(y[max(0, i-3):min(len(y), i+4)], ">")
		}
	}
	return ""
}

// In the log an objection, with a reason or without, is an answer like any other.
//
// proves L5, R2.5.3-a, invariant 17
func TestInvariant17_TheLogDoesNotTellAnObjectionFromAnAnswer(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Must(e.Table.ProposeInforming(e.Context(), e.Coordinator, discussion.InformPerson{Item: e.Item, By: e.Who(e.CLB), Offer: livc.NewSecret("Een gesprek.")}))
		motion := e.Mine(e.CLB).Room.Motions[0]
		leaves := len(e.Log())
		e.Must(e.Table.Object(e.Context(), e.CAW, discussion.Object{Item: e.Item, Kind: discussion.AgainstInforming, Reason: livc.NewSecret("Dit schaadt.")}))
		e.Must(e.Table.Object(e.Context(), e.CLB, discussion.Object{Item: e.Item, Kind: discussion.AgainstInforming}))
		e.Must(e.Table.AnswerAtTable(e.Context(), e.Officer, discussion.AnswerAtTable{Item: e.Item, Motion: motion.ID, Reply: discussion.ReplyYes, Seen: motion.Hash}))
		e.Must(e.Table.AnswerAtTable(e.Context(), e.Mayor, discussion.AnswerAtTable{Item: e.Item, Motion: motion.ID, Reply: discussion.ReplyNo, Seen: motion.Hash}))
		log := e.Log()[leaves:]
		for _, l := range log {
			if l.Action != string(access.AnswerAtTable) || l.Row != log[0].Row || l.Object != log[0].Object || len(l.Norms) != len(log[0].Norms) {
				t.Errorf("the leaf of %s differs: %+v", l.Hat, l)
			}
		}
		if len(log) != 4 {
			t.Errorf("%d leaves", len(log))
		}
	})
}

// What somebody keeps on the own screen, or tells the chair alone, is one action in the log, of the meeting:
// nothing tells a preparation, a first thought, a word to the chair, and what takes them back apart.
//
// proves L5, R2.5.3-a, invariant 17
func TestInvariant17_TheLogDoesNotTellWhatSomebodyKeptAside(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.AtWeighing()
		leaves := len(e.Log())
		for _, do := range aside(e) {
			e.Must(do(e.CAW))
		}
		e.Must(e.Table.Prepare(e.Context(), e.CAW, discussion.Prepare{Meeting: e.Meeting, Item: e.Item, Weighed: discussion.WeighKeep, Text: discussion.PreparedText{What: livc.NewSecret("Mijn zin.")}}))
		id := e.Mine(e.CAW).Prepared[0].Item.ID
		e.Must(e.Table.DropPrepared(e.Context(), e.CAW, e.Meeting, id))
		log := slices.DeleteFunc(e.Log()[leaves:], func(l audit.Entry) bool { return l.Action == string(access.MyScreen) })
		for _, l := range log {
			if l.Action != string(access.Prepare) || l.Row != log[0].Row || l.Object != e.Meeting || len(l.Norms) != len(log[0].Norms) {
				t.Errorf("a leaf differs: %+v", l)
			}
		}
		if len(log) != 7 {
			t.Errorf("%d leaves", len(log))
		}
	})
}

// aside is what somebody inside does for himself or for the chair alone, in this order.
func aside(e *storetest.Evening) []func(deed.By) error {
	t, ctx := e.Table, e.Context()
	choose := func(o livc.Outcome) func(deed.By) error {
		return func(by deed.By) error {
			return t.ChooseFirst(ctx, by, discussion.FirstChoice{Meeting: e.Meeting, Item: e.Item, Outcome: o})
		}
	}
	return []func(deed.By) error{
		choose(livc.OutcomeMore), choose(livc.OutcomeLTF),
		func(by deed.By) error { return t.DropFirstChoice(ctx, by, e.Meeting, e.Item) },
		func(by deed.By) error { return t.KnowPrivately(ctx, by, e.Meeting, e.Item) },
		func(by deed.By) error { return t.TakeBackKnowing(ctx, by, e.Meeting, e.Item) },
	}
}

// With a copy of the database and every key that is alive, a first thought is read by who had it and a word to the
// chair by the chair; after the point nobody reads either.
//
// proves C1, C4, R2.5.3-a, R2.5.2-b
func TestR12_WhatSomebodyKeptAsideIsReadByOneAndGoneWithThePoint(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.AtWeighing()
		e.Must(e.Table.ChooseFirst(e.Context(), e.CAW, discussion.FirstChoice{Meeting: e.Meeting, Item: e.Item, Outcome: livc.OutcomeNotHere}))
		e.Must(e.Table.KnowPrivately(e.Context(), e.CAW, e.Meeting, e.Item))
		only := func(kind, reader string) {
			t.Helper()
			found := 0
			for _, s := range sealedRows(e.Town) {
				if s.Kind != kind {
					continue
				}
				found++
				for who, by := range everybody(e.Town) {
					if reads := s.opened(e.Town, by) != nil; reads != (who == reader) {
						t.Errorf("the %s reads a %s: %v", who, kind, reads)
					}
				}
			}
			if found != 1 {
				t.Errorf("%d of kind %s are kept", found, kind)
			}
		}
		only("first_choice", "caw")
		only("acquaintance", "mayor")
		for table, columns := range tables(e.Town) {
			for _, c := range columns {
				if n := e.Count(`SELECT count(*) FROM ` + table + ` WHERE CAST(` + c + ` AS TEXT) LIKE '%` + string(livc.OutcomeNotHere) + `%'`); n > 0 {
					t.Errorf("the outcome stands readable in %s.%s", table, c)
				}
			}
		}
		e.Must(e.Table.CloseItem(e.Context(), e.Mayor, discussion.CloseItem{Item: e.Item, Postponed: true}))
		for _, s := range sealedRows(e.Town) {
			if s.Kind == "first_choice" || s.Kind == "acquaintance" {
				t.Errorf("a %s outlives the point", s.Kind)
			}
		}
	})
}

// A deed of a room that is sent twice, by a second press or a retry after an answer that was lost, acts once.
func TestP7_ADeedOfARoomThatIsSentTwiceActsOnce(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		fact := e.Shares(e.CLB, storetest.Says("Hij voetbalt."))
		e.Must(e.Table.ProposeInforming(e.Context(), e.Coordinator, discussion.InformPerson{Item: e.Item, By: e.Who(e.CLB), Offer: livc.NewSecret("Een gesprek.")}))
		e.AtWeighing()
		motion := e.Mine(e.CLB).Room.Motions[0]
		tokens := 0
		for _, d := range []struct {
			what string
			by   deed.By
			do   func(by deed.By) error
		}{
			{"share", e.CAW, func(by deed.By) error {
				in := storetest.Says("Hij zwemt.")
				in.Item = e.Item
				_, err := e.Table.ShareFact(e.Context(), by, in)
				return err
			}},
			{"answer", e.CAW, func(by deed.By) error {
				return e.Table.AnswerAtTable(e.Context(), by, discussion.AnswerAtTable{Item: e.Item, Motion: motion.ID, Reply: discussion.ReplyYes, Seen: motion.Hash})
			}},
			{"object", e.CAW, func(by deed.By) error {
				return e.Table.Object(e.Context(), by, discussion.Object{Item: e.Item, Kind: discussion.AgainstSharing, Reason: livc.NewSecret("Nee.")})
			}},
			{"withdraw", e.CLB, func(by deed.By) error {
				return e.Table.ChangeFact(e.Context(), by, discussion.ChangeFact{Item: e.Item, Fact: fact, Withdraw: true})
			}},
			{"first thought", e.CAW, func(by deed.By) error {
				return e.Table.ChooseFirst(e.Context(), by, discussion.FirstChoice{Meeting: e.Meeting, Item: e.Item, Outcome: livc.OutcomeMore})
			}},
			{"known", e.CAW, func(by deed.By) error { return e.Table.KnowPrivately(e.Context(), by, e.Meeting, e.Item) }},
			{"taken back", e.CAW, func(by deed.By) error { return e.Table.TakeBackKnowing(e.Context(), by, e.Meeting, e.Item) }},
			{"step out", e.Mayor, func(by deed.By) error {
				return e.Table.StepInOut(e.Context(), by, discussion.StepInOut{Item: e.Item, Out: []livc.ID{e.Who(e.CAW)}})
			}},
			{"close", e.Mayor, func(by deed.By) error {
				return e.Table.CloseItem(e.Context(), by, discussion.CloseItem{Item: e.Item, Postponed: true})
			}},
		} {
			tokens++
			by := d.by
			by.Token = "form " + d.what
			e.Must(d.do(by))
			before := rows(e.Town)
			err := d.do(by)
			if _, again := err.(*deed.Repeated); !again {
				t.Errorf("%s: a second press is answered %v", d.what, err)
			}
			if list := changed(before, rows(e.Town)); len(list) > 0 {
				t.Errorf("%s: a second press changed %v", d.what, list)
			}
		}
	})
}

// Without a line in the log nothing of a room is shown and nothing is shared; with one, every look at it has its
// line before the words are there.
//
// proves R6.2-x, R2.3.5-m, L2, invariant 23
func TestL1_EveryLookIntoARoomHasItsLine(t *testing.T) {
	inARoom(t, func(t *testing.T, e *storetest.Evening) {
		e.Shares(e.CLB, storetest.Says("Hij voetbalt."))
		for what, look := range map[access.Action]func() bool{
			access.MyScreen: func() bool { return e.Mine(e.CAW).Room.Facts[0].Text.What.Reveal() == "Hij voetbalt." },
			access.ShowName: func() bool {
				who, err := e.Table.ShowName(e.Context(), e.CAW, e.Item)
				e.Must(err)
				return who.First.Reveal() == "Milan"
			},
		} {
			leaves := len(e.Log())
			if !look() {
				t.Errorf("%s shows nothing: the test has no teeth", what)
			}
			log := e.Log()[leaves:]
			if len(log) != 1 || log[0].Action != string(what) || log[0].Hat != e.CAW.Hat || !log[0].Authorised {
				t.Errorf("%s left %+v", what, log)
			}
		}
		noLog(e.Town)
		before := rows(e.Town)
		if m, err := e.Table.Mine(e.Context(), e.CAW, e.Meeting); err == nil || len(m.Room.Facts) > 0 && !m.Room.Facts[0].Text.What.Empty() {
			t.Error("without a log a text is shown")
		}
		in := storetest.Says("x")
		in.Item = e.Item
		if _, err := e.Table.ShareFact(e.Context(), e.CAW, in); err == nil {
			t.Error("without a log a fact is shared")
		}
		if list := changed(before, rows(e.Town)); len(list) > 0 {
			t.Errorf("without a log %v changed", list)
		}
	})
}
