package law_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// proves X-F-m, X-D-c
func TestTheFrenchCommunityKeepsNineKindsOfDataWithTheirSource(t *testing.T) {
	good := law.FrenchNote{Category: law.Household, Source: words("de school"), SharedAtItem: true}
	with := func(change func(*law.FrenchNote)) error {
		n := good
		change(&n)
		return law.MayKeepFrenchNote(n)
	}
	check(t,
		sentence{"a kind with its source", law.MayKeepFrenchNote(good), ""},
		sentence{"another kind", with(func(n *law.FrenchNote) { n.Category = "beliefs" }), law.FrenchDataCategories},
		sentence{"no source", with(func(n *law.FrenchNote) { n.Source = words("") }), law.FrenchDataCategories},
		sentence{"about a sister", with(func(n *law.FrenchNote) { n.AboutOthers = true }), law.FrenchDataCategories},
		sentence{"not shared at the conference", with(func(n *law.FrenchNote) { n.SharedAtItem = false }), law.FrenchDataCategories},
		sentence{"about health", with(func(n *law.FrenchNote) { n.SpecialKind = true }), law.SpecialKinds},
	)
	if len(law.DataCategories()) != 9 {
		t.Errorf("%d kinds", len(law.DataCategories()))
	}
}

// proves X-F-o
func TestARequestIsAnsweredInWritingWithinAMonth(t *testing.T) {
	r := law.RightsRequest{Received: "2026-01-31"}
	if r.AnswerBy() != "2026-03-03" {
		t.Errorf("answered by %s", r.AnswerBy())
	}
	r.Extended = true
	if r.AnswerBy() != "2026-05-01" {
		t.Errorf("extended, answered by %s", r.AnswerBy())
	}
	limited := law.RightsRequest{Limited: true, Reasons: words("lopend onderzoek"), Told: true}
	unlogged, untold := limited, limited
	unlogged.Reasons, untold.Told = words(""), false
	check(t,
		sentence{"answered in full", law.CheckAnswer(law.RightsRequest{}), ""},
		sentence{"limited, with a logged reason and the way to complain", law.CheckAnswer(limited), ""},
		sentence{"limited without a logged reason", law.CheckAnswer(unlogged), law.FrenchRights},
		sentence{"limited without the way to complain", law.CheckAnswer(untold), law.FrenchRights},
	)
}

// proves X-F-b, X-F-f, X-F-g, X-F-j, X-F-k
func TestWhoComesForTheFrenchCommunity(t *testing.T) {
	good := law.FrenchParticipation{PersonInCare: true, Holder: true, Voluntary: law.Yes, PreparedOrExempt: true}
	with := func(change func(*law.FrenchParticipation)) error {
		p := good
		change(&p)
		return law.MayTakePartFrench(p)
	}
	check(t,
		sentence{"the case holder, prepared with the person", law.MayTakePartFrench(good), ""},
		sentence{"a service that does not know the person", with(func(p *law.FrenchParticipation) { p.PersonInCare = false }), law.FrenchNotInCare},
		sentence{"somebody from the secretariat", with(func(p *law.FrenchParticipation) { p.Holder = false }), law.FrenchParticipant},
		sentence{"a permanent representative", with(func(p *law.FrenchParticipation) { p.Holder, p.FixedReplacement = false, true }), ""},
		sentence{"sent against one's will", with(func(p *law.FrenchParticipation) { p.Voluntary = law.No }), law.FrenchVoluntary},
		sentence{"the case holder, not prepared with the person", with(func(p *law.FrenchParticipation) { p.PreparedOrExempt = false }), law.FrenchPrepares},
	)
	if !french.PreparesWithPerson || flemish.PreparesWithPerson {
		t.Error("only the French Community prepares with the person")
	}
	if french.InvitationDays != 14 || flemish.InvitationDays != 0 || !french.ReasonStaysInside || livc.RegimeFrench != french.Regime {
		t.Error("the framework of the French Community lacks one of its rules")
	}
}
