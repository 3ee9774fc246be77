package law_test

import (
	"slices"
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// neighbourhood is the story of the playbook: the worker who told would pay the visit, two days after.
func neighbourhood() law.SourceCheck {
	return law.SourceCheck{Holder: "yassin", Teller: "yassin", Due: "2026-11-26", Sat: "2026-11-24",
		Inside:   []law.Doer{{ID: "yassin", Organisation: "youth"}, {ID: "an", Organisation: "ocmw"}, {ID: "lotte", Organisation: "clb"}},
		Contacts: []law.Contact{{Organisation: "clb", On: "2026-12-08"}, {Organisation: "caw", On: "2026-12-01"}, {Organisation: "ocmw", On: "2026-11-24"}}}
}

func kinds(list []law.Alternative) (out []law.AlternativeKind) {
	for _, a := range list {
		if !slices.Contains(out, a.Kind) {
			out = append(out, a.Kind)
		}
	}
	return out
}

// proves R2.5.3-d, R2.5.3-m
func TestTheSourceCheckProposesHowNobodyIsBetrayed(t *testing.T) {
	t.Run("when the person betrays: somebody else, a contact that is there anyway, another reason", func(t *testing.T) {
		c := neighbourhood()
		c.Betrays = []law.Betrayal{law.ByPerson}
		got := c.Alternatives()
		if want := []law.AlternativeKind{law.AnotherActor, law.KnownContact, law.AnotherReason}; !slices.Equal(kinds(got), want) {
			t.Fatalf("it proposes %v", kinds(got))
		}
		for _, a := range got {
			if a.Kind == law.AnotherActor && (a.Holder == "yassin" || a.Holder == "") {
				t.Error("it proposes who told")
			}
		}
	})
	t.Run("when the moment betrays: weeks later, not the day after", func(t *testing.T) {
		c := neighbourhood()
		c.Betrays = []law.Betrayal{law.ByTiming}
		got := c.Alternatives()
		if want := []law.AlternativeKind{law.LaterDate, law.KnownContact, law.AnotherReason}; !slices.Equal(kinds(got), want) {
			t.Fatalf("it proposes %v", kinds(got))
		}
		if got[0].Due != "2026-12-10" || got[1].Due != "2026-12-24" {
			t.Errorf("it proposes %s and %s", got[0].Due, got[1].Due)
		}
	})
	t.Run("when both do, or nobody knows which: everything", func(t *testing.T) {
		both, unknown := neighbourhood(), neighbourhood()
		both.Betrays = []law.Betrayal{law.ByPerson, law.ByTiming}
		for _, c := range []law.SourceCheck{both, unknown} {
			if got := kinds(c.Alternatives()); !slices.Equal(got, law.AlternativeKinds()) {
				t.Errorf("it proposes %v", got)
			}
		}
	})
	t.Run("a contact counts when who has it is inside, and when it is not today", func(t *testing.T) {
		for _, a := range neighbourhood().Alternatives() {
			if a.Kind == law.KnownContact && a != (law.Alternative{Kind: law.KnownContact, Holder: "lotte", Due: "2026-12-08"}) {
				t.Errorf("it proposes %+v", a)
			}
		}
	})
	t.Run("who sees the person anyway is proposed before a stranger, three at most", func(t *testing.T) {
		c := neighbourhood()
		for _, id := range []livc.ID{"a", "b", "c"} {
			c.Inside = append([]law.Doer{{ID: id, Organisation: "o" + id}}, c.Inside...)
		}
		var names []livc.ID
		for _, a := range c.Alternatives() {
			if a.Kind == law.AnotherActor {
				names = append(names, a.Holder)
			}
		}
		if len(names) != 3 || names[0] != "an" && names[0] != "lotte" || names[1] != "lotte" && names[1] != "an" {
			t.Errorf("it proposes %v", names)
		}
	})
	t.Run("a date before the table counts from the table", func(t *testing.T) {
		c := law.SourceCheck{Sat: "2026-11-24"}
		if got := c.Alternatives(); got[0].Kind != law.LaterDate || got[0].Due != "2026-12-08" {
			t.Errorf("it proposes %+v", got[0])
		}
	})
}

func TestARhythmOfContactGoesOnByItself(t *testing.T) {
	for name, c := range map[string]struct {
		next  livc.Day
		weeks int
		want  livc.Day
	}{
		"the next day is still to come":         {"2026-12-01", 2, "2026-12-01"},
		"a day that passed goes on":             {"2026-11-01", 2, "2026-11-29"},
		"a single day that passed is none":      {"2026-11-01", 0, ""},
		"nothing was agreed":                    {"", 4, ""},
		"a single day that is still to come is": {"2026-12-01", 0, "2026-12-01"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := law.NextContact(c.next, c.weeks, "2026-11-24"); got != c.want {
				t.Errorf("it is %q", got)
			}
		})
	}
}
