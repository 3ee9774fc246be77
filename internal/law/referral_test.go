package law_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

func goodReferral() law.Referral {
	return law.Referral{To: livc.Mayor, SelfChecked: true, TeamAsked: law.Yes, Indication: words("wij tegen zij"), Facts: 1}
}

// proves R0.2-c, R2.1-e, R2.1-g, R4.1-a, R4.1-b, R4.1-c, R4.1-d, R4.1-h, R4.1-i, R4.1.2-a
func TestAReferralGoesToTheMayorWithAnIndication(t *testing.T) {
	with := func(change func(*law.Referral)) error {
		r := goodReferral()
		change(&r)
		return law.MayRefer(r)
	}
	check(t,
		sentence{"told in a conversation, with a fact and an indication", law.MayRefer(goodReferral()), ""},
		sentence{"to the representative", with(func(r *law.Referral) { r.To = livc.Representative }), ""},
		sentence{"to the coordinator", with(func(r *law.Referral) { r.To = livc.Coordinator }), law.FlemishReferral},
		sentence{"without own weighing", with(func(r *law.Referral) { r.SelfChecked = false }), law.ReferralGates},
		sentence{"team not asked, and said so", with(func(r *law.Referral) { r.TeamAsked = law.No }), ""},
		sentence{"nothing said about the team", with(func(r *law.Referral) { r.TeamAsked = law.Silent }), law.ReferralGates},
		sentence{"without an indication", with(func(r *law.Referral) { r.Indication = words("") }), law.MayorsList},
		sentence{"without a fact", with(func(r *law.Referral) { r.Facts = 0 }), law.MayorsList},
		sentence{"in writing while the protocol kept to speech", with(func(r *law.Referral) { r.Written = true }), law.OralReferral},
		sentence{"in writing where the protocol allows it", with(func(r *law.Referral) { r.Written, r.WrittenSwitchedOn = true, true }), ""},
		sentence{"acute danger is no work for the LIVC R", with(func(r *law.Referral) { r.AcuteDanger = true }), law.HelpInDanger},
	)
}

// proves R4.1-e, R2.3.2-b, X-L-b, X-L-f
func TestOnlyTheMayorPutsACaseOnTheList(t *testing.T) {
	ground := words("aanwijzingen")
	check(t,
		sentence{"the mayor lists", law.MayList(livc.Mayor, true, ground, law.MayGoOnAgenda), ""},
		sentence{"the coordinator does not", law.MayList(livc.Coordinator, true, ground, law.MayGoOnAgenda), law.MayorsList},
		sentence{"the police do not", law.MayList(livc.Officer, true, ground, law.MayGoOnAgenda), law.MayorsList},
		sentence{"without a ground", law.MayList(livc.Mayor, true, words(""), law.MayGoOnAgenda), law.MayorsList},
		sentence{"before the officer looked", law.MayList(livc.Mayor, true, ground, ""), law.OfficerBridges},
		sentence{"while the officer wants a call", law.MayList(livc.Mayor, true, ground, law.CallMe), law.OfficerBridges},
		sentence{"the mayor of another town does not see it", law.MayList(livc.Mayor, false, ground, law.MayGoOnAgenda), hidden},
	)
}

// proves R4.1.4-a
func TestATransferIsAFreshReferralBetweenMayors(t *testing.T) {
	check(t,
		sentence{"mayor to mayor", law.MayTransfer(livc.Mayor, false), ""},
		sentence{"by the coordinator", law.MayTransfer(livc.Coordinator, false), law.MayorToMayor},
		sentence{"with history", law.MayTransfer(livc.Mayor, true), law.MayorToMayor},
	)
}

func goodWeighing() law.Weighing {
	return law.Weighing{Domains: map[string]law.Coverage{"home": law.Covered, "online": law.OpenQuestion, "housing": law.NotApplicable},
		Protective: law.No, Concerns: law.Yes, StopQuestions: 3, ProcedureExists: true}
}

// proves R4.3-a, R4.3-b, R4.3-c, R4.3-e, R4.3-f, R4.3-h
func TestTheTableWeighsBeforeItDecides(t *testing.T) {
	with := func(change func(*law.Weighing)) error {
		w := goodWeighing()
		change(&w)
		return law.MayDecide(w, livc.OutcomeRegular)
	}
	check(t,
		sentence{"weighed; nothing protective known is an answer", law.MayDecide(goodWeighing(), livc.OutcomeRegular), ""},
		sentence{"what goes well was not asked", with(func(w *law.Weighing) { w.Protective = law.Silent }), law.CarefulWeighing},
		sentence{"what worries was not asked", with(func(w *law.Weighing) { w.Concerns = law.Silent }), law.CarefulWeighing},
		sentence{"a stop question was skipped", with(func(w *law.Weighing) { w.StopQuestions = 2 }), law.CarefulWeighing},
		sentence{"a domain was not looked at", with(func(w *law.Weighing) { w.Domains["school"] = law.NotYet }), law.CarefulWeighing},
		sentence{"no domain at all", with(func(w *law.Weighing) { w.Domains = nil }), law.CarefulWeighing},
		sentence{"no procedure in the protocol", with(func(w *law.Weighing) { w.ProcedureExists = false }), law.CarefulWeighing},
		sentence{"an outcome that does not exist", law.MayDecide(goodWeighing(), "level 3"), law.CarefulWeighing},
	)
	for _, q := range law.StopQuestions() {
		haveText(t, string(q))
	}
}

// proves R5.2-a
func TestFollowUpNeedsEnoughSignalsAndTheRightTable(t *testing.T) {
	check(t,
		sentence{"both yes", law.MayFollowUp(law.Yes, law.Yes), ""},
		sentence{"too few signals", law.MayFollowUp(law.No, law.Yes), law.RightBody},
		sentence{"another table fits better", law.MayFollowUp(law.Yes, law.No), law.RightBody},
		sentence{"not answered", law.MayFollowUp(law.Silent, law.Silent), law.RightBody},
	)
}

// proves R2.3-f, R2.3.3-f, R2.3.3-b, R2.3.3-d
func TestEverybodySaysForWhomOneSpeaks(t *testing.T) {
	s := law.Standing{Organisation: "caw", Function: livc.Participant, MandateKnown: true, BoundBy: []livc.Secrecy{livc.Discretion}}
	with := func(change func(*law.Standing)) error {
		c := s
		change(&c)
		return law.CheckStanding(c)
	}
	check(t,
		sentence{"all is known", law.CheckStanding(s), ""},
		sentence{"no organisation", with(func(s *law.Standing) { s.Organisation = "" }), law.Capacity},
		sentence{"no function", with(func(s *law.Standing) { s.Function = "" }), law.Capacity},
		sentence{"no mandate", with(func(s *law.Standing) { s.MandateKnown = false }), law.Capacity},
		sentence{"no rules that bind", with(func(s *law.Standing) { s.BoundBy = nil }), law.Capacity},
		sentence{"a role with a holder", law.Named(true, "nele"), ""},
		sentence{"a role without a holder", law.Named(true, ""), law.RolesNamed},
		sentence{"a role that is off needs none", law.Named(false, ""), ""},
	)
	if law.TooManyRoles(2) || !law.TooManyRoles(3) {
		t.Error("the warning about too many roles is wrong")
	}
}

// proves R2.3.5-a, R2.3.5-b, R2.3.5-d, R2.3.5-e, R5.1-a, R5.1-b, R5.1-c, R5.1-d
func TestInvariant20_ManagerAndDirectorAreTwoPeopleAndOnlyTheManagerWrites(t *testing.T) {
	roles := law.CaseRoles{ModelOn: true, Manager: "ruben", Director: "nele", Contact: "yassin", Reach: law.Gathers}
	with := func(change func(*law.CaseRoles)) error {
		r := roles
		change(&r)
		return law.CheckRoles(r)
	}
	check(t,
		sentence{"two people and a contact", law.CheckRoles(roles), ""},
		sentence{"one person in both roles", with(func(r *law.CaseRoles) { r.Director = "ruben" }), law.TwoHands},
		sentence{"no manager", with(func(r *law.CaseRoles) { r.Manager = "" }), law.ManagerAlone},
		sentence{"no director", with(func(r *law.CaseRoles) { r.Director = "" }), law.TwoHands},
		sentence{"nobody speaks with the person", with(func(r *law.CaseRoles) { r.Contact = "" }), law.ManagerAlone},
		sentence{"without the model neither is asked", law.CheckRoles(law.CaseRoles{Contact: "yassin"}), ""},
		sentence{"the manager writes the progress", law.MayWriteProgress(roles, "ruben"), ""},
		sentence{"the director does not", law.MayWriteProgress(roles, "nele"), law.ManagerAlone},
		sentence{"nobody writes where nobody manages", law.MayWriteProgress(law.CaseRoles{}, ""), law.ManagerAlone},
	)
}

// proves R4.1-f, R5.2-e, R7.1-a, R7.1-b, R7.1-c, R2.3.5-l
func TestACaseClosesWhenTheConcernIsGone(t *testing.T) {
	path := law.Path{Goals: []livc.Secret{words("gaat naar school")}, ClosingCriteria: []string{"concern_gone"}}
	check(t,
		sentence{"a path with a goal and closing criteria", law.MayStartPath(path), ""},
		sentence{"a path that never ends", law.MayStartPath(law.Path{Goals: path.Goals}), law.ClosingCriteria},
		sentence{"a path without a goal", law.MayStartPath(law.Path{ClosingCriteria: path.ClosingCriteria}), law.RightBody},
		sentence{"there is still a concern, and why", law.MayStayOpen(law.Ground{StillConcern: law.Yes, Reason: words("nog wij-zij")}), ""},
		sentence{"a concern without a reason", law.MayStayOpen(law.Ground{StillConcern: law.Yes}), law.GroundLapses},
		sentence{"the concern is gone", law.MayStayOpen(law.Ground{StillConcern: law.No, Reason: words("x")}), law.GroundLapses},
		sentence{"nobody answered", law.MayStayOpen(law.Ground{}), law.GroundLapses},
		sentence{"closing without open questions", law.MayClose(0, words("")), ""},
		sentence{"closing with an open question", law.MayClose(1, words("")), law.ClosingCriteria},
		sentence{"closing with a question left open for a reason", law.MayClose(1, words("niet te weten")), ""},
	)
}
