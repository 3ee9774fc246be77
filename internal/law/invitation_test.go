package law_test

import (
	"slices"
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

func goodInvitation() law.Invitation {
	return law.Invitation{By: livc.Mayor, Category: "clb", Framework: flemish, Sent: "2026-11-20", Meeting: "2026-11-24",
		Contribution: words("hoe gaat het op school?"), TimeAndPlace: true, Age: livc.Minor}
}

// proves R0.3-b, R1.3-b, R2.3-a, R2.3-d, R2.3-e, R3.0-a, X-L-e
func TestInvariant4_OnlyTheMayorInvitesForAReason(t *testing.T) {
	with := func(change func(*law.Invitation)) error {
		i := goodInvitation()
		change(&i)
		return law.MayInvite(i)
	}
	check(t,
		sentence{"the mayor invites with a question", law.MayInvite(goodInvitation()), ""},
		sentence{"the representative invites", with(func(i *law.Invitation) { i.By = livc.Representative }), ""},
		sentence{"the coordinator does not invite", with(func(i *law.Invitation) { i.By = livc.Coordinator }), law.MayorInvites},
		sentence{"nobody invites himself", with(func(i *law.Invitation) { i.By = livc.Participant }), law.MayorInvites},
		sentence{"the prosecutor is not invited", with(func(i *law.Invitation) { i.Category = "parket" }), law.ExcludedServices},
		sentence{"no question to answer", with(func(i *law.Invitation) { i.Contribution = words("") }), law.MayorInvites},
		sentence{"no day, hour and place", with(func(i *law.Invitation) { i.TimeAndPlace = false }), law.MayorInvites},
		sentence{"a framework that is not in force", with(func(i *law.Invitation) {
			i.Framework = law.FrameworkOf(livc.RegimeBrussels, livc.Brussel, today)
		}), law.CommunityAuthorises},
		sentence{"a child below 12 without special reasons", with(func(i *law.Invitation) { i.Age = livc.Under12 }), law.ChildFirst},
	)
}

// proves X-F-d, X-F-e, X-F-b
func TestInvariant21_TheFrenchCommunityIsInvited14DaysBefore(t *testing.T) {
	good := goodInvitation()
	good.Category, good.Framework, good.Sent, good.PersonNamed, good.ServicesNamed = "fwb_pms", french, "2026-11-10", true, true
	with := func(change func(*law.Invitation)) error {
		i := good
		change(&i)
		return law.MayInvite(i)
	}
	check(t,
		sentence{"14 days before", law.MayInvite(good), ""},
		sentence{"13 days before", with(func(i *law.Invitation) { i.Sent = "2026-11-11" }), law.FrenchFourteenDays},
		sentence{"13 days before, with the reason why it is urgent", with(func(i *law.Invitation) {
			i.Sent, i.Urgency = "2026-11-11", words("dringend")
		}), ""},
		sentence{"the person is not named", with(func(i *law.Invitation) { i.PersonNamed = false }), law.FrenchInvitation},
		sentence{"the services are not named", with(func(i *law.Invitation) { i.ServicesNamed = false }), law.FrenchInvitation},
		sentence{"a child below 12 without special reasons", with(func(i *law.Invitation) { i.Age = livc.Under12 }), law.FrenchInvitation},
	)
	if !slices.Contains(law.RepliesFor(french), law.NotInCare) || slices.Contains(law.RepliesFor(flemish), law.NotInCare) {
		t.Error("only the French Community declines because the person is not in care")
	}
}

// proves X-F-c
func TestTheInvitationGoesToTheSuperiorOrTheDirection(t *testing.T) {
	for c, want := range map[law.Category]law.Addressee{
		"fwb_aide_jeunesse": law.ToSuperior, "fwb_pms": law.ToDirection, "fwb_ecole": law.ToDirection, "fwb_internat": law.ToDirection,
	} {
		if got := law.AddresseeOf(livc.RegimeFrench, c); got != want {
			t.Errorf("%s is addressed to the %s", c, got)
		}
	}
	if got := law.AddresseeOf(livc.RegimeFlemish, "clb"); got != law.ToParticipant {
		t.Errorf("a CLB is addressed to the %s", got)
	}
}

// proves R0.3-c, R3.0-b, R3.0-c, R3.0-d, R3.0-e, R3.0-f, X-F-b, X-F-f, X-F-h
func TestNotComingIsAnAnswerWithoutConsequence(t *testing.T) {
	check(t,
		sentence{"comes", law.CheckReply(law.Comes, words(""), flemish), ""},
		sentence{"does not come, with a reason", law.CheckReply(law.DoesNotCome, words("geen info"), flemish), ""},
		sentence{"does not come, without a reason", law.CheckReply(law.DoesNotCome, words(""), flemish), law.ReasonedAnswer},
		sentence{"calls first, without a reason", law.CheckReply(law.CallsFirst, words(""), flemish), ""},
		sentence{"French Community does not come, the reason stays inside", law.CheckReply(law.DoesNotCome, words(""), french), ""},
		sentence{"French Community sends a reason", law.CheckReply(law.DoesNotCome, words("druk"), french), law.FrenchReasonInside},
		sentence{"French Community does not have the person in care", law.CheckReply(law.NotInCare, words(""), french), ""},
		sentence{"a Flemish service has no such answer", law.CheckReply(law.NotInCare, words(""), flemish), law.FreeParticipation},
	)
	if law.MayRemind(true, 0) || law.MayRemind(false, 1) || !law.MayRemind(false, 0) {
		t.Error("reminders press")
	}
	for _, r := range law.InvitationRights() {
		haveText(t, r.Key)
	}
	if rights := law.InvitationRights(); rights[2].Norm != law.NoSanction || rights[4].Norm != law.NoSanction {
		t.Error("the invitation does not say that nothing follows, or where to complain")
	}
}

// proves X-F-e, X-F-i, X-O-f
func TestMinorsAreAskedAfterTheirOwnVoice(t *testing.T) {
	for band, n := range map[livc.AgeBand]int{livc.Adult: 0, livc.Minor: 4, livc.Under12: 4, livc.AgeUnknown: 5} {
		questions := law.QuestionsFor(band)
		if len(questions) != n {
			t.Errorf("%s: %d questions", band, len(questions))
		}
		for _, q := range questions {
			haveText(t, string(q))
		}
	}
	child := law.ChildAgreement{Child: true, YouthCare: true, InterestWeighed: true, Agreed: true}
	refuses, unweighed, listed := child, child, child
	refuses.Agreed, unweighed.InterestWeighed = false, false
	listed.Agreed, listed.InSharedDBase = false, true
	check(t,
		sentence{"below 12 with a motivation", law.MayDiscussChild(livc.Under12, words("uitzonderlijk")), ""},
		sentence{"below 12 without a motivation", law.MayDiscussChild(livc.Under12, words("")), law.ChildFirst},
		sentence{"16 without a motivation", law.MayDiscussChild(livc.Minor, words("")), ""},
		sentence{"youth care with the child's agreement", law.MayTakePartForChild(child), ""},
		sentence{"youth care against the child", law.MayTakePartForChild(refuses), law.FrenchChild},
		sentence{"youth care against a child in the common database", law.MayTakePartForChild(listed), ""},
		sentence{"interest of the child not weighed", law.MayTakePartForChild(unweighed), law.FrenchChild},
		sentence{"an adult", law.MayTakePartForChild(law.ChildAgreement{}), ""},
		sentence{"at 18 with a fresh reason", law.MayGoOnAtEighteen(words("nieuwe zorg")), ""},
		sentence{"at 18 without one", law.MayGoOnAtEighteen(words("")), law.ChildFirst},
	)
}

// proves X-F-i
func TestOfAYearOfBirthTheYoungerAgeHolds(t *testing.T) {
	for year, want := range map[int]livc.AgeBand{
		0: livc.AgeUnknown, 2014: livc.Under12, 2013: livc.Minor, 2008: livc.Minor, 2007: livc.Adult, 1980: livc.Adult,
	} {
		if got := law.BandOn(year, today); got != want {
			t.Errorf("born in %d: %s, want %s", year, got, want)
		}
	}
	if got := law.EighteenthBirthday("2008-02-29"); got != "2026-03-01" {
		t.Errorf("born on 29 February, 18 on %s", got)
	}
}
