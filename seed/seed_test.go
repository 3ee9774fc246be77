package seed

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

func load(t *testing.T) Start {
	t.Helper()
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestTheBasicProtocolIsAtItsMostCareful(t *testing.T) {
	p := load(t).Protocol
	want := Switches{IdentityShown: AfterSecrecy, ManagerAndDirector: true, ReviewMonths: law.ReviewMonths()}
	if !reflect.DeepEqual(p.Switches, want) {
		t.Errorf("the switches are %+v", p.Switches)
	}
	terms := law.Terms{NotListedDays: p.Terms.NotListedDays, UndecidedDays: p.Terms.UndecidedDays,
		NeverDiscussedMonth: p.Terms.NeverDiscussedMonths, HoldMonths: p.Terms.HoldMonths, ThinkingAlongDays: p.Terms.ThinkingAlongDays,
		OwnWorryDays: p.Terms.OwnWorryDays, DeclineDays: p.Terms.DeclineDays, PaperDays: p.Terms.PaperDays,
		NoteDays: p.Terms.NoteDays, OfferDays: p.Terms.OffersDays}
	if terms != law.LongestTerms() {
		t.Errorf("the terms are %+v", terms)
	}
	if len(p.Chapters) != 6 || len(p.Closing) != 10 || len(p.Criteria) < 5 {
		t.Errorf("%d chapters, %d closing criteria, %d criteria", len(p.Chapters), len(p.Closing), len(p.Criteria))
	}
}

func TestTheGuideAsksFirstWhatProtectsInTenDomains(t *testing.T) {
	w := load(t).Weighing
	if len(w.Domains) != 10 || len(w.Stop) != 3 || len(w.Outcomes) != len(livc.Outcomes()) {
		t.Fatalf("%d domains, %d stop questions, %d outcomes", len(w.Domains), len(w.Stop), len(w.Outcomes))
	}
	for _, d := range w.Domains {
		sides := map[Side]bool{}
		for _, q := range d.Questions {
			sides[q.Side] = true
		}
		if d.Questions[0].Side != Protects || len(sides) != 3 {
			t.Errorf("%s begins with %s and has %d sides", d.Stem, d.Questions[0].Side, len(sides))
		}
	}
	for _, o := range w.Outcomes {
		if !slices.Contains(livc.Outcomes(), livc.Outcome(o.Stem)) {
			t.Errorf("%s is no outcome", o.Stem)
		}
	}
}

// belief are words of faith and opinion; a goal speaks about neither.
var belief = regexp.MustCompile(`(?i)gelo(of|ven)|relig|moskee|kerk|islam|bekeer|ideolog|overtuig|mening|gedachte|faith|belie[fv]|mosque|church|opinion|convic|convert`)

// proves R2.3.5-l
func TestGoalsToBeginWithAreAboutLifeAndNotAboutBelief(t *testing.T) {
	for _, d := range load(t).Weighing.Domains {
		if len(d.Goals) == 0 {
			t.Errorf("%s has no goal to begin with", d.Stem)
		}
		for _, g := range d.Goals {
			if at := belief.FindString(g.NL + " " + g.EN); at != "" {
				t.Errorf("the goal %q speaks about %s", g.NL, at)
			}
		}
	}
}

func TestTheNetworkNamesOnlyServicesThatMayBeInvited(t *testing.T) {
	s := load(t)
	var stems []string
	for _, d := range s.Weighing.Domains {
		stems = append(stems, d.Stem)
	}
	if len(s.Network.Domains) != len(stems) {
		t.Errorf("%d domains in the network, %d in the guide", len(s.Network.Domains), len(stems))
	}
	for _, d := range s.Network.Domains {
		if !slices.Contains(stems, d.Stem) {
			t.Errorf("the guide has no domain %s", d.Stem)
		}
		for _, c := range d.Categories {
			if err := law.MayInviteCategory(law.Category(c)); err != nil {
				t.Errorf("%s: %v", c, err)
			}
		}
	}
	for _, seat := range s.Network.Seats {
		if law.SeatOf(livc.Function(seat.Function)) == "" {
			t.Errorf("%s has no seat", seat.Function)
		}
	}
}

// proves R4.2-f
func TestWhatLeavesTheTableSaysNothingOfTheConference(t *testing.T) {
	p := load(t).Phrases
	if len(p.Referrer) != 4 || len(p.Decline) != 4 {
		t.Errorf("%d answers, %d drafts", len(p.Referrer), len(p.Decline))
	}
	out := []Text{p.Informing}
	for _, n := range p.Referrer {
		out = append(out, n.Text)
	}
	for _, text := range out {
		for _, word := range []string{"LIVC", "LTF", "radicali", "politie", "police", "lijst", "list", "casus", "case"} {
			if strings.Contains(text.NL+" "+text.EN, word) {
				t.Errorf("%q says %s", text.NL, word)
			}
		}
	}
}

func TestAFileIsReadStrictly(t *testing.T) {
	for says, file := range map[string]struct {
		text string
		into interface{ check(*checker) }
	}{
		"an unknown word":       {"[switches]\nwriten_referral = true", &Protocol{}},
		"a missing translation": {"[[stop]]\nstem = \"a\"\ntext = { nl = \"ja\" }", &Weighing{}},
		"a stem used twice":     {"[[domain]]\nstem = \"a\"\ncategories = [\"clb\"]\n[[domain]]\nstem = \"a\"\ncategories = [\"clb\"]", &Network{}},
		"no file at all":        {"= nonsense", &Phrases{}},
	} {
		t.Run(says, func(t *testing.T) {
			if decode(file.text, file.into) == nil {
				t.Error("was read")
			}
		})
	}
}

// The Dutch is plain: at most 15 words a sentence, nobody shouts.
func TestTheDutchIsPlain(t *testing.T) {
	each(reflect.ValueOf(load(t)), func(text Text) {
		if strings.Contains(text.NL, "!") {
			t.Errorf("shouts: %s", text.NL)
		}
		for _, s := range regexp.MustCompile(`[.?:)]\s`).Split(text.NL, -1) {
			if n := len(strings.Fields(s)); n > 15 {
				t.Errorf("%d words: %s", n, s)
			}
		}
		if text.In(livc.French) != text.NL || text.In(livc.English) != text.EN {
			t.Errorf("%s is not given in its language", text.NL)
		}
	})
}

func each(v reflect.Value, do func(Text)) {
	if t, ok := v.Interface().(Text); ok {
		do(t)
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			each(v.Field(i), do)
		}
	case reflect.Slice:
		for i := range v.Len() {
			each(v.Index(i), do)
		}
	}
}
