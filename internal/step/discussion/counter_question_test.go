package discussion_test

import (
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// all is a talk in which every domain was spoken about, from both sides.
func all() (list []discussion.DomainWeighed) {
	for _, stem := range discussion.Domains() {
		list = append(list, discussion.DomainWeighed{Domain: stem, Protects: 1, Concerns: 1})
	}
	return list
}

// proves R4.3-a, R4.3-d: product D7
func TestTheCounterQuestionComesFromWhatWasNotSpokenAbout(t *testing.T) {
	item := discussion.TableItem{ID: "4xk2"}
	t.Run("it never comes from a domain that was spoken about", func(t *testing.T) {
		for n := range len(discussion.Domains()) {
			weighed := all()[:n]
			for _, stem := range discussion.CounterQuestions(weighed) {
				for _, d := range weighed {
					if stem == discussion.CounterUnknown+d.Domain {
						t.Errorf("after %d domains it asks %s again", n, stem)
					}
				}
			}
		}
	})
	t.Run("a domain that does not fit, or of which we know that we know nothing, is not asked", func(t *testing.T) {
		weighed := all()[2:]
		weighed = append(weighed, discussion.DomainWeighed{Domain: discussion.Domains()[0], NotApplicable: true},
			discussion.DomainWeighed{Domain: discussion.Domains()[1], Unknown: true})
		if got := discussion.CounterQuestions(weighed); len(got) != 0 {
			t.Errorf("it asks %v", got)
		}
	})
	t.Run("where only worries were named, it asks what goes well", func(t *testing.T) {
		weighed := all()
		weighed[3].Protects = 0
		if now, next := discussion.CounterQuestion(item, weighed); now != discussion.CounterProtects+weighed[3].Domain || next != "" {
			t.Errorf("it asks %q, then %q", now, next)
		}
	})
	t.Run("after a talk from both sides nothing is asked", func(t *testing.T) {
		if now, next := discussion.CounterQuestion(item, all()); now != "" || next != "" {
			t.Errorf("it asks %q, then %q", now, next)
		}
	})
	t.Run("looking again shows the same, another case is asked something else", func(t *testing.T) {
		first, _ := discussion.CounterQuestion(item, nil)
		var others []string
		for _, id := range []livc.ID{"a", "b", "c", "d", "e", "f"} {
			again, _ := discussion.CounterQuestion(item, nil)
			if again != first {
				t.Fatalf("first %q, then %q", first, again)
			}
			other, _ := discussion.CounterQuestion(discussion.TableItem{ID: id}, nil)
			others = append(others, other)
		}
		if !slices.ContainsFunc(others, func(s string) bool { return s != first }) {
			t.Errorf("every case is asked %q", first)
		}
	})
	t.Run("asking for another one goes past all of them once", func(t *testing.T) {
		seen := map[string]bool{}
		for i := item; !seen[i.Guide]; {
			now, next := discussion.CounterQuestion(i, nil)
			seen[i.Guide], i.Guide = true, next
			seen[now] = true
		}
		delete(seen, "")
		if len(seen) != len(discussion.Domains()) {
			t.Errorf("it goes past %d of %d", len(seen), len(discussion.Domains()))
		}
	})
}

// proves R4.3-a: product D7
func TestTheWallShowsTheCounterQuestionInItsPhase(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		room := func() discussion.Room {
			r, err := e.Table.Room(e.Context(), e.Coordinator, e.Meeting)
			e.Must(err)
			return r
		}
		e.Must(e.Table.ShowGuide(e.Context(), e.Coordinator, e.Item, "home.0"))
		e.Must(e.Table.MovePhase(e.Context(), e.Coordinator, e.Item, discussion.PhaseUnknown))
		if r := room(); r.Guide != "home.0" {
			t.Errorf("before its phase the wall shows %q", r.Guide)
		}
		e.Must(e.Table.MovePhase(e.Context(), e.Coordinator, e.Item, discussion.PhaseOther))
		first := room().Guide
		if !strings.HasPrefix(first, discussion.CounterUnknown) || room().Guide != first {
			t.Errorf("the wall shows %q, then %q", first, room().Guide)
		}
		d := e.Desk()
		now, next := discussion.CounterQuestion(d.Item, d.Weighed)
		if now != first {
			t.Errorf("the desk shows %q, the wall %q", now, first)
		}
		e.Must(e.Table.ShowGuide(e.Context(), e.Coordinator, e.Item, next))
		if got := room().Guide; got != next || got == first {
			t.Errorf("another one is %q after %q", got, first)
		}
	})
}
