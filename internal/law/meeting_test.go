package law_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

func goodOpening() law.Opening {
	return law.Opening{By: livc.Mayor, Basis: law.ConsultationStructure, Purpose: law.PreventTerrorism, Modalities: "protocol-1",
		Invited: []livc.ID{"karim", "sofie", "nele"}, Seats: threeSeats(), WithCases: true, SecrecyRead: true}
}

// proves R0.0-a, R0.1-a, R0.1-b, R0.1-c, R0.1-d, R0.2-a, R0.2-b, R2.3-b, X-C-b, X-C-c, X-L-a, X-L-m
func TestInvariant1_AMeetingOpensOnlyWhenWhoWhyAndHowAreFixed(t *testing.T) {
	with := func(change func(*law.Opening)) error {
		o := goodOpening()
		change(&o)
		return law.MayOpen(o, today)
	}
	check(t,
		sentence{"all is fixed", law.MayOpen(goodOpening(), today), ""},
		sentence{"no legal basis", with(func(o *law.Opening) { o.Basis = "" }), law.TableException},
		sentence{"a basis that is no basis", with(func(o *law.Opening) { o.Basis = law.SmallNumbers }), law.TableException},
		sentence{"a basis before it began", law.MayOpen(goodOpening(), "2018-09-23"), law.TableException},
		sentence{"another purpose", with(func(o *law.Opening) { o.Purpose = "nuisance" }), law.TableException},
		sentence{"no modalities", with(func(o *law.Opening) { o.Modalities = "" }), law.TableException},
		sentence{"no participants", with(func(o *law.Opening) { o.Invited = nil }), law.TableException},
		sentence{"secrecy not read aloud", with(func(o *law.Opening) { o.SecrecyRead = false }), law.TableSecrecyDuty},
		sentence{"a seat is empty", with(func(o *law.Opening) { o.Seats = o.Seats[1:] }), law.ThreeSeats},
		sentence{"without cases no quorum is asked", with(func(o *law.Opening) { o.Seats, o.WithCases = nil, false }), ""},
		sentence{"opened by the police", with(func(o *law.Opening) { o.By = livc.Officer }), law.OnlyMayorChairs},
		sentence{"opened by the coordinator", with(func(o *law.Opening) { o.By = livc.Coordinator }), law.OnlyMayorChairs},
	)
}

// proves R0.1-d, R0.3-b, R2.3.6-a, R2.3.6-b, R3.0-a, R2.5-a, X-F-l, X-L-d
func TestInvariant4_NobodyEntersAnItemUninvitedOrWithoutSecrecy(t *testing.T) {
	in := law.Entry{Function: livc.Participant, Invited: true, Acknowledged: true, Framework: flemish}
	with := func(change func(*law.Entry)) error {
		e := in
		change(&e)
		return law.MayEnter(e, today)
	}
	check(t,
		sentence{"invited and bound by secrecy", law.MayEnter(in, today), ""},
		sentence{"who was not invited for this case learns nothing", with(func(e *law.Entry) { e.Invited = false }), hidden},
		sentence{"invited, but the secrecy not acknowledged", with(func(e *law.Entry) { e.Acknowledged = false }), law.TableSecrecyDuty},
		sentence{"ad hoc without a briefing", with(func(e *law.Entry) { e.AdHoc = true }), law.AdHocBriefed},
		sentence{"ad hoc after a briefing", with(func(e *law.Entry) { e.AdHoc, e.Briefed = true, true }), ""},
		sentence{"French Community without naming the own frame", with(func(e *law.Entry) { e.Framework = french }), law.FrenchOwnFrame},
		sentence{"French Community after naming it", with(func(e *law.Entry) { e.Framework, e.FramedAtOpening = french, true }), ""},
	)
}

// proves R2.3.6-c
func TestABriefingHoldsNoCaseData(t *testing.T) {
	check(t,
		sentence{"how a meeting goes", law.BriefingMayHold(false), ""},
		sentence{"something of a case", law.BriefingMayHold(true), law.TableSecrecyDuty},
	)
}

// proves R2.2-b
func TestInvariant16_OnlyTheOperationalTableHoldsCases(t *testing.T) {
	check(t,
		sentence{"the operational table", law.MayHoldCases(law.Operational), ""},
		sentence{"the strategic table", law.MayHoldCases(law.Strategic), law.OperationalOnly},
		sentence{"the intermediate table", law.MayHoldCases(law.Intermediate), law.OperationalOnly},
		sentence{"a table nobody knows", law.MayHoldCases(""), law.OperationalOnly},
	)
}

// proves R4.0-a, R4.0-b, R4.0-c
func TestEarlierAgreementsComeBeforeNewCases(t *testing.T) {
	usual, turned := law.AgendaParts(false), law.AgendaParts(true)
	if usual[0] != law.OpeningPart || usual[1] != law.EarlierPart || usual[3] != law.NewPart {
		t.Errorf("the usual order is %v", usual)
	}
	if turned[0] != law.OpeningPart || turned[1] != law.NewPart || len(turned) != len(usual) {
		t.Errorf("the turned order is %v", turned)
	}
}
