package discussion_test

import (
	"errors"
	"slices"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// spoken runs a test at an open item; what the engines do with it is tested by the evenings on both.
func spoken(t *testing.T, f func(t *testing.T, e *storetest.Evening)) {
	t.Helper()
	e := storetest.NewEvening(storetest.NewTown(t, storetest.SQLite(t)))
	e.Open()
	f(t, e)
}

// proves R4.3-a, R4.3-b, R4.3-c, R4.3-e, R4.3-f, R4.3-h, R5.2-a, R2.5.3-m
func TestTheTableDecidesAfterTheWeighingAndNotBefore(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		decide := func(in discussion.DecideCase) error { return e.Table.DecideCase(e.Context(), e.Coordinator, in) }
		good := e.Decision(livc.OutcomeRegular)
		t.Run("nothing is decided before the weighing", func(t *testing.T) {
			for _, key := range []string{"law.weighing.protective", "law.weighing.concerns", "law.weighing.stop", "law.weighing.domains"} {
				answers(t, decide(good), livc.InvalidKind, key)
			}
		})
		t.Run("the weighing cannot be reached before the three fixed questions were asked", func(t *testing.T) {
			e.Must(e.Table.AskStops(e.Context(), e.Coordinator, e.Item, discussion.Stops()[:2]))
			answers(t, e.Table.MovePhase(e.Context(), e.Coordinator, e.Item, discussion.PhaseWeighing), livc.InvalidKind, "law.weighing.stop")
			answers(t, decide(good), livc.InvalidKind, "law.weighing.stop")
		})
		t.Run("what protects is asked as well as what worries", func(t *testing.T) {
			e.Weighed()
			e.Must(e.Table.WeighCase(e.Context(), e.Coordinator, discussion.WeighCase{Item: e.Item, AskedConcerns: true}))
			answers(t, decide(good), livc.InvalidKind, "law.weighing.protective")
			e.Weighed()
		})
		for name, c := range map[string]struct {
			change func(*discussion.DecideCase)
			key    string
		}{
			"a decision says whether all agreed":              {func(d *discussion.DecideCase) { d.Agreement = "" }, "decide_case.agreement"},
			"a dissent is kept by its theme":                  {func(d *discussion.DecideCase) { d.Agreement = discussion.Dissent }, "decide_case.dissent"},
			"the three questions of proportion are answered":  {func(d *discussion.DecideCase) { d.Proportion = d.Proportion[:2] }, "decide_case.proportion"},
			"and no answer is no answer":                      {func(d *discussion.DecideCase) { d.Proportion = []discussion.Known{"yes", "yes", ""} }, "decide_case.proportion"},
			"the next time lies ahead":                        {func(d *discussion.DecideCase) { d.NextReview = "2026-12-15" }, "decide_case.review"},
			"what the child and the parents know is asked":    {func(d *discussion.DecideCase) { d.ChildTalked = []string{"knows"} }, "decide_case.child"},
			"there are five outcomes and no other":            {func(d *discussion.DecideCase) { d.Outcome = "dangerous" }, "law.weighing.outcome"},
			"follow-up asks whether there are enough signals": {func(d *discussion.DecideCase) { d.Outcome, d.EnoughSignals = livc.OutcomeFollowUp, "" }, "law.follow_up.signals"},
			"follow-up asks whether this is the right table":  {func(d *discussion.DecideCase) { d.Outcome, d.RightTable = livc.OutcomeFollowUp, "no" }, "law.follow_up.table"},
		} {
			t.Run(name, func(t *testing.T) {
				in := good
				c.change(&in)
				answers(t, decide(in), livc.InvalidKind, c.key)
			})
		}
		t.Run("not known yet is a full answer about a child", func(t *testing.T) {
			in := good
			in.ChildTalked, in.ChildUnknown = nil, []string{"knows", "wants", "parents", "interest"}
			e.Must(decide(in))
		})
		t.Run("a decision passes with dissent, and nobody's name stays", func(t *testing.T) {
			in := good
			in.Agreement, in.DissentTheme = discussion.Dissent, discussion.DissentMeans
			e.Must(decide(in))
			if i := e.Desk().Item; i.DissentTheme != discussion.DissentMeans || i.Outcome != livc.OutcomeRegular {
				t.Fatalf("it stands as %+v", i)
			}
		})
		t.Run("after the report nothing of it changes", func(t *testing.T) {
			e.Reported()
			answers(t, decide(good), livc.ConflictKind, "conflict.report_agreed")
			answers(t, e.Table.AskStops(e.Context(), e.Coordinator, e.Item, nil), livc.ConflictKind, "conflict.report_agreed")
		})
		t.Run("a service decides nothing by itself", func(t *testing.T) {
			answers(t, e.Table.DecideCase(e.Context(), e.CLB, good), livc.NotFoundKind, "")
		})
	})
}

// proves R4.3-a: no outcome is always the first to be read
func TestTheOutcomesTurnFromMeetingToMeeting(t *testing.T) {
	firsts := map[livc.Outcome]bool{}
	for c := byte('a'); c < 'z'; c++ {
		turned := discussion.Sitting{ID: livc.ID(c)}.Turned()
		firsts[turned[0]] = true
		slices.Sort(turned)
		all := livc.Outcomes()
		slices.Sort(all)
		if !slices.Equal(turned, all) {
			t.Fatalf("%v is not the five outcomes", turned)
		}
	}
	if len(firsts) != len(livc.Outcomes()) {
		t.Errorf("only %d outcomes ever stand first", len(firsts))
	}
}

// proves R4.3-e, R2.5.3-a
func TestWeighingCountsPlacesAndKeepsNoWord(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		weigh := func(d discussion.DomainWeighed) error {
			return e.Table.WeighCase(e.Context(), e.Coordinator, discussion.WeighCase{Item: e.Item, Domains: []discussion.DomainWeighed{d}})
		}
		answers(t, weigh(discussion.DomainWeighed{Domain: "origin"}), livc.InvalidKind, "weigh_case.domain")
		answers(t, weigh(discussion.DomainWeighed{Domain: "home", Concerns: -1}), livc.InvalidKind, "weigh_case.count")
		answers(t, weigh(discussion.DomainWeighed{Domain: "home", Protects: 41}), livc.InvalidKind, "weigh_case.count")
		t.Run("a form that is sent twice counts once", func(t *testing.T) {
			by := e.Coordinator
			by.Token = "one form"
			ask := discussion.AskQuestion{Item: e.Item, Domain: "home", Text: livc.NewSecret("Wie is thuis?")}
			made, err := e.Table.AskQuestion(e.Context(), by, ask)
			e.Must(err)
			var again *deed.Repeated
			if _, err := e.Table.AskQuestion(e.Context(), by, ask); !errors.As(err, &again) || again.Made != made {
				t.Fatalf("the second press: %v", err)
			}
			if n := len(e.Desk().Questions); n != 1 {
				t.Fatalf("%d questions", n)
			}
		})
		t.Run("a question has a holder who is inside, and a day", func(t *testing.T) {
			ask := discussion.AskQuestion{Item: e.Item, Domain: "home", Text: livc.NewSecret("Wie is thuis?"), Holder: e.Who(e.Representative), Due: "2027-01-01"}
			_, err := e.Table.AskQuestion(e.Context(), e.Coordinator, ask)
			answers(t, err, livc.InvalidKind, "at_table.who")
			ask.Holder, ask.Due = e.Who(e.CAW), ""
			_, err = e.Table.AskQuestion(e.Context(), e.Coordinator, ask)
			answers(t, err, livc.InvalidKind, "ask_question.due")
		})
	})
}
