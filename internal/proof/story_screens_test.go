package proof

import (
	"beraad.eu/internal/canary"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// planScreens plans the evening on screens: one case that is talked about to its end, one that is left open.
func (x *world) planScreens() {
	s, ctx := x.Invitations(), x.Context()
	waits := x.objects["referral"]
	cases := []livc.ID{x.listed(), x.listed()}
	x.objects["referral"] = waits
	m := storetest.PlannedMeeting(x.Town, cases...)
	for _, c := range cases {
		for _, by := range []deed.By{x.CLB, x.CAW} {
			x.must(s.ChooseParticipants(ctx, x.Coordinator, canary.Fill(x.flock, invitation.ChooseParticipants{Meeting: m, Case: c, Hat: by.Hat})))
		}
		_, err := s.SendInvitations(ctx, x.Mayor, m, c)
		x.Must(err)
	}
	x.screens = map[string]livc.ID{"meeting": m}
}

// onScreens holds it: everyone shares, proposes, answers and objects on the own screen.
func (x *world) onScreens() {
	e := &storetest.Evening{Town: x.Town, Table: x.Tables(), Meeting: x.screens["meeting"]}
	var items []livc.ID
	for _, p := range e.View().Points {
		if p.OfCase() {
			items = append(items, p.ID)
		}
	}
	e.Item = items[0]
	e.Arrive()
	x.Must(e.Table.OpenMeeting(x.Context(), x.Coordinator, discussion.OpenMeeting{Meeting: e.Meeting, Chair: e.Who(e.Mayor), SecrecyRead: true}))
	x.openOnScreens(e)
	x.shareAndAgree(e)
	x.Must(e.Table.CloseItem(x.Context(), x.Mayor, discussion.CloseItem{Item: e.Item, Substantive: true}))
	e.Item = items[1]
	x.screens["item"] = e.Item
	x.Must(e.Table.Prepare(x.Context(), x.CLB, canary.Fill(x.flock, discussion.Prepare{Meeting: e.Meeting, Item: e.Item, Weighed: discussion.WeighPart})))
	x.openOnScreens(e)
	x.screens["fact"] = x.shares(e, x.CLB, law.UseReport)
	x.objects["fact"] = x.screens["fact"]
	x.objection(e)
	x.aside(e)
}

// aside is what somebody does for himself or for the chair alone: a first thought at the weighing, and that one
// knows the person.
func (x *world) aside(e *storetest.Evening) {
	e.AtWeighing()
	x.Must(e.Table.ChooseFirst(x.Context(), x.CLB, discussion.FirstChoice{Meeting: e.Meeting, Item: e.Item, Outcome: livc.OutcomeMore}))
	x.Must(e.Table.KnowPrivately(x.Context(), x.CAW, e.Meeting, e.Item))
}

func (x *world) openOnScreens(e *storetest.Evening) {
	x.Must(e.Table.OpenItem(x.Context(), x.Mayor, canary.Fill(x.flock, discussion.OpenItem{Item: e.Item, Inside: e.Everybody(), KnowsBest: e.Who(e.CLB), Mode: livc.Screens})))
}

// shares lets somebody share a fact; how it is known is chosen, so nothing is planted there.
func (x *world) shares(e *storetest.Evening, by deed.By, uses ...law.FactUse) livc.ID {
	return x.must(e.Table.ShareFact(x.Context(), by, canary.Fill(x.flock, discussion.ShareFact{Item: e.Item, Side: discussion.SideProtects,
		Domain: discussion.Domains()[0], How: law.Seen, Uses: uses})))
}

func (x *world) objection(e *storetest.Evening) {
	x.Must(e.Table.Object(x.Context(), x.CAW, canary.Fill(x.flock, discussion.Object{Item: e.Item, Kind: discussion.AgainstSharing})))
}

// shareAndAgree plays an item: facts with and without leave, an action and a line that rest on one, an
// objection that is lifted, the person who is told, and a report that everybody agrees to.
func (x *world) shareAndAgree(e *storetest.Evening) {
	t, ctx := e.Table, x.Context()
	fact := x.shares(e, x.CLB, law.UseAction, law.UseLTF, law.UseReport, law.UseDossierAll)
	own := x.shares(e, x.CAW)
	x.Must(t.ChangeFact(ctx, x.CAW, canary.Fill(x.flock, discussion.ChangeFact{Item: e.Item, Fact: own, How: law.FactSources()[1]})))
	x.objection(e)
	x.Must(t.LiftObjection(ctx, x.CAW, e.Item, e.Mine(x.CAW).Room.Objections[0].ID))
	e.Decided(livc.OutcomeRegular)
	x.must(t.AgreeAction(ctx, x.Coordinator, canary.Fill(x.flock, discussion.AgreeAction{Item: e.Item, Kind: law.CareAction, Facts: []livc.ID{fact},
		Holder: e.Who(x.CLB), Due: x.Today().Add(0, 1, 0), Betrays: "no", TaskChecked: true, ParentsKnow: discussion.KnownYes})))
	informs := canary.Fill(x.flock, discussion.InformPerson{Item: e.Item, Choice: discussion.InformNow, Safe: true, By: e.Who(x.CLB)})
	x.Must(t.ProposeInforming(ctx, x.Coordinator, informs))
	e.Agrees(e.Inside()...)
	x.Must(t.InformPerson(ctx, x.Coordinator, informs))
	_, err := t.ChooseFeedback(ctx, x.Coordinator, e.Item, true)
	x.Must(err)
	x.Must(t.AddLine(ctx, x.Officer, canary.Fill(x.flock, discussion.AddLine{Item: e.Item, Side: "protects", Source: law.Seen, Declared: true, Facts: []livc.ID{fact}})))
	x.Must(t.AskedBothSides(ctx, x.Officer, e.Item, true, true, x.secret()))
	x.Must(t.PutSheet(ctx, x.Officer, e.Item))
	_, err = t.ProposeReport(ctx, x.Coordinator, canary.Fill(x.flock, discussion.ReportMotion{Item: e.Item, Lang: "nl", ReadAloud: true, RestsOn: []livc.ID{fact}}))
	x.Must(err)
	e.Agrees(e.Inside()...)
	x.Must(t.AdoptSheet(ctx, x.Coordinator, discussion.AdoptSheet{Item: e.Item, ReadAloud: true}))
	x.Must(t.FreezeReport(ctx, x.Coordinator, e.Item, nil))
}
