package discussion_test

import (
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// sheetOnFact begins a sheet with one line that rests on what the CLB allowed for the LTF.
func sheetOnFact(e *storetest.Evening) (fact livc.ID) {
	e.T.Helper()
	fact = e.Shares(e.CLB, discussion.ShareFact{Text: discussion.FactText{What: livc.NewSecret("Hij werkt mee.")}, Uses: []law.FactUse{law.UseLTF}})
	e.Decided(livc.OutcomeRegular)
	_, err := e.Table.ChooseFeedback(e.Context(), e.Coordinator, e.Item, true)
	e.Must(err)
	e.Must(e.Table.AddLine(e.Context(), e.Officer, discussion.AddLine{Item: e.Item, Text: livc.NewSecret("Hij werkt mee."), Side: "protects", Source: law.Seen,
		Declared: true, Facts: []livc.ID{fact}}))
	e.Must(e.Table.AskedBothSides(e.Context(), e.Officer, e.Item, true, true, livc.NewSecret("De hulp loopt.")))
	e.Must(e.Table.PutSheet(e.Context(), e.Officer, e.Item))
	e.Agrees(e.Inside()...)
	return fact
}

func withdraws(e *storetest.Evening, by deed.By, fact livc.ID) {
	e.T.Helper()
	e.Must(e.Table.ChangeFact(e.Context(), by, discussion.ChangeFact{Item: e.Item, Fact: fact, Withdraw: true}))
}

// What rests on a fact is agreed anew once its contributor takes it back: the sheet as a whole too, and also
// when it was adopted already.
//
// proves R2.5.3-i, X-L-h
func TestInvariant9_ALineWhoseFactWasWithdrawnIsAgreedAnew(t *testing.T) {
	t.Run("before the sheet is adopted", func(t *testing.T) {
		onScreens(t, func(t *testing.T, e *storetest.Evening) {
			fact := sheetOnFact(e)
			withdraws(e, e.CLB, fact)
			answers(t, e.Table.AdoptSheet(e.Context(), e.Coordinator, discussion.AdoptSheet{Item: e.Item, ReadAloud: true}), livc.DeniedKind, "denied.not_everybody_yet")
		})
	})
	t.Run("after it", func(t *testing.T) {
		onScreens(t, func(t *testing.T, e *storetest.Evening) {
			fact := sheetOnFact(e)
			e.Must(e.Table.AdoptSheet(e.Context(), e.Coordinator, discussion.AdoptSheet{Item: e.Item, ReadAloud: true}))
			withdraws(e, e.CLB, fact)
			if s := e.Desk().Sheet; s.State != discussion.SheetDraft || len(s.LTFSheet.Hash) > 0 {
				t.Fatalf("the sheet is %s", s.State)
			}
			again(t, e)
		})
	})
}

// again shows that a sheet that was opened anew is in the room, can be changed, and can be agreed.
func again(t *testing.T, e *storetest.Evening) {
	t.Helper()
	if n := e.Count(`SELECT count(*) FROM record r JOIN item i ON i.livc = r.livc AND r.container <> i.room WHERE r.kind = 'ltf_sheet' AND i.id = $1`, e.Item); n != 0 {
		t.Error("its words still stand on the casusblad")
	}
	if s := e.Mine(e.CAW).Room.Sheet; s == nil || len(s.Text.Lines) != 1 {
		t.Fatalf("inside one reads %+v", s)
	}
	answers(t, e.Table.AdoptSheet(e.Context(), e.Coordinator, discussion.AdoptSheet{Item: e.Item, ReadAloud: true}), livc.DeniedKind, "denied.not_everybody_yet")
	e.Must(e.Table.PutSheet(e.Context(), e.Officer, e.Item))
	for _, by := range e.Inside() {
		e.Agrees(by)
	}
	e.Must(e.Table.AdoptSheet(e.Context(), e.Coordinator, discussion.AdoptSheet{Item: e.Item, ReadAloud: true}))
}

// proves X-L-h, invariant 10
func TestZ13_WhoComesInAfterASheetWasAdoptedOnScreensVoidsIt(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		e.Arrive()
		e.Must(e.Table.OpenMeeting(e.Context(), e.Coordinator, discussion.OpenMeeting{Meeting: e.Meeting, Chair: e.Who(e.Mayor), SecrecyRead: true}))
		caw := e.Who(e.CAW)
		e.Must(e.Table.OpenItem(e.Context(), e.Mayor, discussion.OpenItem{Item: e.Item, Inside: without(e.Everybody(), caw), Outside: []livc.ID{caw},
			KnowsBest: e.Who(e.CLB), Mode: livc.Screens}))
		e.Decided(livc.OutcomeRegular)
		_, err := e.Table.ChooseFeedback(e.Context(), e.Coordinator, e.Item, true)
		e.Must(err)
		e.Must(e.Table.AddLine(e.Context(), e.Officer, discussion.AddLine{Item: e.Item, Text: livc.NewSecret("Hij werkt mee."), Side: "protects", Source: law.Seen, Declared: true}))
		e.Must(e.Table.AskedBothSides(e.Context(), e.Officer, e.Item, true, true, livc.NewSecret("De hulp loopt.")))
		e.Must(e.Table.PutSheet(e.Context(), e.Officer, e.Item))
		e.Agrees(e.Mayor, e.Officer, e.Coordinator, e.CLB)
		e.Must(e.Table.AdoptSheet(e.Context(), e.Coordinator, discussion.AdoptSheet{Item: e.Item, ReadAloud: true}))
		e.Must(e.Table.StepInOut(e.Context(), e.Mayor, discussion.StepInOut{Item: e.Item, In: []livc.ID{caw}}))
		if s := e.Desk().Sheet; s.State != discussion.SheetDraft {
			t.Fatalf("the sheet is %s", s.State)
		}
		again(t, e)
	})
}
