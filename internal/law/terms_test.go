package law_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// proves R6.2-k
func TestAReferralIsForgottenOnTime(t *testing.T) {
	terms := law.LongestTerms()
	for _, c := range []struct {
		says  string
		clock law.ReferralClock
		end   livc.Day
	}{
		{"30 days after it was not put on the list",
			law.ReferralClock{State: livc.NotListed, Received: "2026-01-01", Decided: "2026-02-01"}, "2026-03-03"},
		{"30 days after regular help", law.ReferralClock{State: livc.Regular, Received: "2026-01-01", Decided: "2026-02-01"}, "2026-03-03"},
		{"90 days when nobody decides", law.ReferralClock{State: livc.Received, Received: "2026-01-01"}, "2026-04-01"},
		{"asking for more does not stop the clock", law.ReferralClock{State: livc.MoreNeeded, Received: "2026-01-01"}, "2026-04-01"},
		{"6 months when listed and never discussed", law.ReferralClock{State: livc.Listed, Received: "2026-01-01", Decided: "2026-02-01"}, "2026-08-01"},
		{"at once when withdrawn", law.ReferralClock{State: livc.Withdrawn, Received: "2026-01-01", Decided: "2026-01-05"}, "2026-01-05"},
	} {
		t.Run(c.says, func(t *testing.T) {
			if got := c.clock.End(terms, today); got != c.end {
				t.Errorf("gone on %s, not on %s", got, c.end)
			}
		})
	}
}

// proves R2.3.2-c, R2.5.3-k, R6.2-k
func TestAHoldStopsTheShortClocksForSixMonthsAtMost(t *testing.T) {
	clock := law.ReferralClock{State: livc.Received, Received: "2026-01-01"}
	end := func(on livc.Day, holds ...law.Hold) livc.Day {
		clock.Holds = holds
		return clock.End(law.LongestTerms(), on)
	}
	for _, c := range []struct {
		says      string
		got, want livc.Day
	}{
		{"a hold of ten days gives ten days", end("2027-01-01", law.Hold{From: "2026-02-01", Until: "2026-02-11"}), "2026-04-11"},
		{"a running hold gives the days until now", end("2026-02-06", law.Hold{From: "2026-02-01"}), "2026-04-06"},
		{"a hold of a year gives six months", end("2027-06-01", law.Hold{From: "2026-02-01"}), "2026-09-29"},
		{"two holds share the six months", end("2027-06-01", law.Hold{From: "2026-02-01", Until: "2026-06-01"},
			law.Hold{From: "2026-06-02", Until: "2026-12-01"}), "2026-09-29"},
		{"a hold before the referral gives nothing", end("2027-06-01", law.Hold{From: "2025-01-01", Until: "2025-06-01"}), "2026-04-01"},
		{"a hold after the end gives nothing", end("2027-06-01", law.Hold{From: "2026-05-01", Until: "2026-06-01"}), "2026-04-01"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.says, c.got, c.want)
		}
	}
	clock.State = livc.Withdrawn
	clock.Decided = "2026-01-05"
	if got := end("2027-01-01", law.Hold{From: "2026-01-02"}); got != "2026-01-05" {
		t.Errorf("a withdrawn referral is held until %s", got)
	}
}

// proves R4.1-e
func TestTheMayorIsRemindedOfAnUndecidedReferral(t *testing.T) {
	clock := law.ReferralClock{State: livc.Proposed, Received: "2026-01-01"}
	if got := clock.Reminders(law.LongestTerms()); len(got) != 3 || got[0] != "2026-01-15" || got[2] != "2026-03-02" {
		t.Errorf("reminded on %v", got)
	}
	clock.Decided = "2026-01-02"
	if got := clock.Reminders(law.LongestTerms()); got != nil {
		t.Errorf("reminded after the decision: %v", got)
	}
}

// proves R6.2-k
func TestAProtocolShortensATermAndNeverLengthensIt(t *testing.T) {
	with := func(change func(*law.Terms)) error {
		terms := law.LongestTerms()
		change(&terms)
		return law.MayShorten(terms)
	}
	check(t,
		sentence{"the longest terms", law.MayShorten(law.LongestTerms()), ""},
		sentence{"a shorter one", with(func(x *law.Terms) { x.NotListedDays = 10 }), ""},
		sentence{"offers gone at once", with(func(x *law.Terms) { x.OfferDays = 0 }), ""},
		sentence{"offers for seven working days", with(func(x *law.Terms) { x.OfferDays = 7 }), ""},
		sentence{"offers for eight", with(func(x *law.Terms) { x.OfferDays = 8 }), law.StorageLimit},
		sentence{"a negative number", with(func(x *law.Terms) { x.OfferDays = -1 }), law.StorageLimit},
		sentence{"31 days", with(func(x *law.Terms) { x.NotListedDays = 31 }), law.StorageLimit},
		sentence{"91 days", with(func(x *law.Terms) { x.UndecidedDays = 91 }), law.StorageLimit},
		sentence{"7 months", with(func(x *law.Terms) { x.NeverDiscussedMonth = 7 }), law.StorageLimit},
		sentence{"a longer hold", with(func(x *law.Terms) { x.HoldMonths = 7 }), law.StorageLimit},
		sentence{"no term at all", law.MayShorten(law.Terms{}), law.StorageLimit},
	)
}

// proves R3.0-d, R3.0-e
func TestAMotiveOfRefusalIsGoneSoon(t *testing.T) {
	terms := law.LongestTerms()
	if got := law.DeclineMotiveEnd(terms, "2026-03-01", "2026-02-01"); got != "2026-03-31" {
		t.Errorf("30 days after the conversation is %s", got)
	}
	if got := law.DeclineMotiveEnd(terms, "", "2026-02-01"); got != "2026-03-03" {
		t.Errorf("without a conversation it is gone on %s", got)
	}
	if got := law.PaperBy(terms, "2026-02-01"); got != "2026-02-08" {
		t.Errorf("an evening on paper is entered by %s", got)
	}
}

// proves R6.2-b
func TestAnOfferWaitsWorkingDays(t *testing.T) {
	terms := law.LongestTerms()
	for _, c := range []struct{ closed, gone livc.Day }{
		{"2026-11-26", "2026-12-04"}, // Thursday; five working days end on Thursday
		{"2026-04-03", "2026-04-14"}, // Good Friday; Easter Monday does not count
		{"2026-12-23", "2027-01-01"}, // Christmas does not count
	} {
		if got := law.OfferEnd(terms, c.closed); got != c.gone {
			t.Errorf("closed on %s, the offer is gone on %s, not %s", c.closed, got, c.gone)
		}
	}
	terms.OfferDays = 0
	if got := law.OfferEnd(terms, "2026-11-24"); got != "2026-11-25" {
		t.Errorf("an offer of no days is gone on %s", got)
	}
	for _, holiday := range []livc.Day{"2024-04-01", "2026-05-14", "2026-05-25", "2027-03-29", "2026-07-21", "2026-11-28"} {
		if law.WorkingDay(holiday) {
			t.Errorf("%s is a working day", holiday)
		}
	}
}
