package practice_test

import (
	"slices"
	"testing"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/practice"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	pages "beraad.eu/internal/web/practice"
	"beraad.eu/livc"
)

func TestTheTownIsPlayedThroughTheGate(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := empty(t, db)
		said := 0
		h.Said = func(step, of int, _ string) { said = of - step }
		cast, err := practice.Play(t.Context(), h)
		must(t, err)

		t.Run("it says how far it is, to the last step", func(t *testing.T) {
			if said != 0 {
				t.Errorf("%d steps were not said", said)
			}
		})
		t.Run("it ends today", func(t *testing.T) {
			if got := h.Clock.Civil(); !got.Equal(opening) {
				t.Errorf("the civil clock stands at %s", got)
			}
		})
		t.Run("a case stands at every stage of its life", func(t *testing.T) { everyStage(t, h, cast) })
		t.Run("one case is forgotten and its proof is left", func(t *testing.T) { oneProof(t, h, cast) })
		t.Run("its log is whole", func(t *testing.T) { wholeLog(t, db, cast) })
		t.Run("the clock goes forward and the town goes on forgetting", func(t *testing.T) { forward(t, h, db, cast) })
	})
}

func everyStage(t *testing.T, h practice.Hall, cast pages.Cast) {
	l, err := h.Referrals.List(t.Context(), as(t, h, cast, "mayor"), discussion.Place{})
	must(t, err)
	terms, err := h.Processing.Terms(t.Context(), as(t, h, cast, "mayor"))
	must(t, err)
	var states []livc.CaseState
	for _, c := range terms.Cases {
		states = append(states, c.State)
	}
	for _, s := range []livc.CaseState{livc.CaseListed, livc.CaseFollowed, livc.CaseStuck, livc.CaseAftercare, livc.CaseClosed} {
		if !slices.Contains(states, s) {
			t.Errorf("no case is %s: %v", s, states)
		}
	}
	if len(l.Proposals) != 2 {
		t.Errorf("%d referrals wait, want one for the mayor and one to weigh", len(l.Proposals))
	}
}

// proves R6.2-l, R14
func oneProof(t *testing.T, h practice.Hall, cast pages.Cast) {
	terms, err := h.Processing.Terms(t.Context(), as(t, h, cast, "coordinator"))
	must(t, err)
	if !slices.ContainsFunc(terms.Proofs, func(p processing.Proof) bool { return p.Kind == "case" }) {
		t.Errorf("no proof of a forgotten case: %+v", terms.Proofs)
	}
}

func wholeLog(t *testing.T, db *store.DB, cast pages.Cast) {
	for _, id := range []livc.ID{livc.Installation, cast.Livc} {
		head, err := db.LogHead(t.Context(), id)
		must(t, err)
		findings, err := audit.Verify(db.Leaves(t.Context(), id), head.Frontier, nil, head.Frontier.Size, nil)
		must(t, err)
		if len(findings) > 0 {
			t.Errorf("the log of %s does not verify: %v", id, findings)
		}
	}
}

// proves R6.2-m, settled 25
func forward(t *testing.T, h practice.Hall, db *store.DB, cast pages.Cast) {
	post := store.Outbox{DB: db, Gate: h.Gate, People: h.People.(*store.Identity), Origin: "http://localhost:8080"}
	o := practice.Open(h, post, cast, func() {})
	must(t, o.Forward(t.Context(), pages.AYear))
	terms, err := h.Processing.Terms(t.Context(), as(t, h, cast, "coordinator"))
	must(t, err)
	if len(terms.Cases) > 0 {
		t.Errorf("a year after the last talk %d cases are left", len(terms.Cases))
	}
	i, err := db.Installation(t.Context())
	must(t, err)
	if i.Offset != h.Clock.Offset() || i.Offset <= 0 {
		t.Errorf("the database keeps an offset of %s, the clock has %s", i.Offset, h.Clock.Offset())
	}
	if m := o.Moves(); len(m) != 1 || m[0].Forgotten == 0 || m[0].To != m[0].From.Add(1, 0, 0) {
		t.Errorf("the move is told as %+v", m)
	}
	if list, err := o.Mails(t.Context()); err != nil || len(list) == 0 {
		t.Errorf("the mail tray holds %d messages, %v", len(list), err)
	}
}
