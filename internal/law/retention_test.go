package law_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

func talk(on livc.Day) law.Discussion {
	return law.Discussion{On: on, ItemOpenedInSitting: true, OrganisationsInside: 2, SubstantiveWithDecision: true}
}

// proves R6.2-k, R6.2-l, X-F-n
func TestInvariant14_RetentionEndsOneYearAfterTheLastDiscussion(t *testing.T) {
	for last, end := range map[livc.Day]livc.Day{
		"2026-11-24": "2027-11-24", "2024-02-29": "2025-03-01", "2023-02-28": "2024-02-28", "2026-12-31": "2027-12-31",
	} {
		if got := law.RetentionEnd(last); got != end {
			t.Errorf("discussed on %s, kept until %s, not %s", last, got, end)
		}
	}
	summer := law.AccessStops("2027-07-01")
	if summer.UTC().Format(time.RFC3339) != "2027-06-30T22:00:00Z" {
		t.Errorf("access stops at %s, not at midnight in Brussels", summer.UTC())
	}
}

// proves R6.2-m
func TestADiscussionAgainWithinTheYearStartsTheYearAnew(t *testing.T) {
	clock := law.Clock{}.Discussed(talk("2026-01-10"))
	if clock.End() != "2027-01-10" || clock.Restarts != 0 || !clock.Due("2027-01-10") || clock.Due("2027-01-09") {
		t.Fatalf("after the first discussion: %+v", clock)
	}
	again := clock.Discussed(talk("2026-06-01"))
	if again.End() != "2027-06-01" || again.Restarts != 1 || again.Age("2026-06-11") != 152 {
		t.Errorf("after the second discussion: %+v, age %d", again, again.Age("2026-06-11"))
	}
	if (law.Clock{}).End() != "" || (law.Clock{}).Due("2099-01-01") {
		t.Error("a case never discussed has a retention end")
	}
}

// proves R6.2-m
func TestInvariant14_NothingButARecordedDiscussionMovesTheEnd(t *testing.T) {
	clock := law.Clock{}.Discussed(talk("2026-01-10"))
	for says, change := range map[string]func(*law.Discussion){
		"an item not opened in a sitting":      func(d *law.Discussion) { d.ItemOpenedInSitting = false },
		"one organisation alone":               func(d *law.Discussion) { d.OrganisationsInside = 1 },
		"a status line without a decision":     func(d *law.Discussion) { d.SubstantiveWithDecision = false },
		"a look back in aftercare":             func(d *law.Discussion) { d.LookBackInAftercare = true },
		"a second discussion on the same day":  func(d *law.Discussion) { d.On = "2026-01-10" },
		"a discussion older than the last one": func(d *law.Discussion) { d.On = "2025-12-01" },
	} {
		t.Run(says, func(t *testing.T) {
			d := talk("2026-06-01")
			change(&d)
			if got := clock.Discussed(d); got.End() != clock.End() || got.Restarts != 0 {
				t.Errorf("the year began anew: %+v", got)
			}
		})
	}
}

func goodExtension() law.Extension {
	return law.Extension{Criteria: []law.Criterion{law.SeriousFacts}, Motivation: words("ernstige aanwijzingen"),
		Link: words("voorkomen van geweld"), Author: "hat", Until: "2028-01-10", Decided: "2026-11-24", Confirmed: "2026-11-24",
		AtTable: "2026-11-24"}
}

// proves R6.2-n, R6.2-o, R6.2-p, X-F-n
func TestInvariant14_AnExtensionNeedsCriterionMotivationLinkAndAuthor(t *testing.T) {
	clock := law.Clock{}.Discussed(talk("2026-01-10"))
	with := func(f law.Framework, change func(*law.Extension)) error {
		e := goodExtension()
		change(&e)
		return law.MayExtend(clock, e, f)
	}
	check(t,
		sentence{"all is there", law.MayExtend(clock, goodExtension(), flemish), ""},
		sentence{"no criterion", with(flemish, func(e *law.Extension) { e.Criteria = nil }), law.RetentionExtended},
		sentence{"a criterion of one's own", with(flemish, func(e *law.Extension) { e.Criteria = []law.Criterion{"gut"} }), law.RetentionExtended},
		sentence{"no motivation", with(flemish, func(e *law.Extension) { e.Motivation = words(" ") }), law.RetentionExtended},
		sentence{"no link with prevention", with(flemish, func(e *law.Extension) { e.Link = livc.Secret{} }), law.RetentionExtended},
		sentence{"no author", with(flemish, func(e *law.Extension) { e.Author = "" }), law.RetentionExtended},
		sentence{"five years to the day", with(flemish, func(e *law.Extension) { e.Until = "2031-01-10" }), ""},
		sentence{"a day past five years", with(flemish, func(e *law.Extension) { e.Until = "2031-01-11" }), law.RetentionExtended},
		sentence{"no longer than the ordinary year", with(flemish, func(e *law.Extension) { e.Until = "2027-01-10" }), law.RetentionExtended},
		sentence{"decided when the year was over", with(flemish, func(e *law.Extension) { e.Decided = "2027-01-10" }), law.RetentionYear},
		sentence{"Flemish, not discussed at the table", with(flemish, func(e *law.Extension) { e.AtTable = "" }), ""},
		sentence{"French Community, not discussed at the table", with(french, func(e *law.Extension) { e.AtTable = "" }), law.FrenchRetention},
		sentence{"French Community, discussed only afterwards", with(french, func(e *law.Extension) { e.AtTable = "2026-11-25" }), law.FrenchRetention},
		sentence{"French Community, discussed before", law.MayExtend(clock, goodExtension(), french), ""},
	)
	undiscussed := goodExtension()
	undiscussed.AtTable = ""
	if !law.AdviseTable(undiscussed, flemish) || law.AdviseTable(undiscussed, french) || law.AdviseTable(goodExtension(), flemish) {
		t.Error("the advice to discuss an extension at the table is wrong")
	}
}

// proves R6.2-n, R6.2-o
func TestAnExtensionIsConfirmedEveryYearOrLapses(t *testing.T) {
	clock := law.Clock{}.Discussed(talk("2026-01-10"))
	clock.Extended = goodExtension()
	if clock.End() != "2027-11-24" {
		t.Errorf("without confirmation it ends on %s", clock.End())
	}
	clock.Extended.Confirmed = "2027-11-01"
	if clock.End() != "2028-01-10" {
		t.Errorf("confirmed, it ends on %s", clock.End())
	}
	check(t,
		sentence{"confirmed in time", law.MayConfirm(goodExtension(), words("nog altijd"), "2027-11-23"), ""},
		sentence{"confirmed too late", law.MayConfirm(goodExtension(), words("nog altijd"), "2027-11-24"), law.RetentionExtended},
		sentence{"confirmed without a fresh motivation", law.MayConfirm(goodExtension(), words(""), "2027-11-01"), law.RetentionExtended},
	)
}

// proves R6.2-l, R6.2-n
func TestInvariant14_NoClockEverRunsPastFiveYears(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		day := func(name string) livc.Day {
			return livc.Day("2024-01-01").Add(0, 0, rapid.IntRange(0, 6000).Draw(t, name))
		}
		last := day("last")
		c := law.Clock{}.Discussed(talk(last))
		c.Extended = law.Extension{Until: day("until"), Confirmed: day("confirmed")}
		if c.End() > law.LatestEnd(last) || c.End() < law.RetentionEnd(last) {
			t.Fatalf("discussed on %s, ends on %s", last, c.End())
		}
	})
}

// proves R6.2-l
func TestTheKeeperIsWarned60And30And7DaysBefore(t *testing.T) {
	got := law.Warnings("2027-03-01")
	want := []livc.Day{"2026-12-31", "2027-01-30", "2027-02-22"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("warned on %v, not on %v", got, want)
		}
	}
}
