package discussion_test

import (
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// opened puts a protocol in force with these ways switched on.
func opened(w *storetest.Town, change func(*protocol.Settings)) {
	p := protocol.Basic()
	change(&p)
	w.ProtocolInForce(p)
}

func TestOwnWorries(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		worry := discussion.KeepWorry{Worry: discussion.Worry{Nickname: livc.NewSecret("de keeper"), What: livc.NewSecret("Komt niet meer.")}}
		keep := func(in discussion.KeepWorry) (livc.ID, error) { return s.KeepWorry(w.Context(), w.CLB, in) }
		t.Run("off by default, and the list says so", func(t *testing.T) {
			refused(t, second(keep(worry)), livc.DeniedKind, "worries.off")
			_, off, err := s.Worries(w.Context(), w.CLB)
			w.Must(err)
			if !off {
				t.Error("the list looks switched on")
			}
		})
		opened(w, func(p *protocol.Settings) { p.OwnWorries = true })
		t.Run("the protocol alone does not switch it on: the own organisation decides too", func(t *testing.T) {
			refused(t, second(keep(worry)), livc.DeniedKind, "worries.off")
		})
		w.OwnFileOn("CLB", w.CLB)
		t.Run("at least one fact, and in danger one calls", func(t *testing.T) {
			refused(t, second(keep(discussion.KeepWorry{Worry: discussion.Worry{Think: livc.NewSecret("Een gevoel.")}})), livc.InvalidKind, "keep_worry.fact")
			refused(t, second(keep(discussion.KeepWorry{Worry: worry.Worry, Danger: true})), livc.DeniedKind, "law.refer.danger")
		})
		id, err := keep(worry)
		w.Must(err)
		t.Run("only the writer reads it", func(t *testing.T) {
			list, _, err := s.Worries(w.Context(), w.CLB)
			w.Must(err)
			if len(list) != 1 || list[0].Worry.Nickname.Reveal() != "de keeper" || list[0].Item.EraseOn != "2026-12-24" {
				t.Fatalf("%d worries", len(list))
			}
			refused(t, s.EraseWorry(w.Context(), w.CAW, id), livc.NotFoundKind, "")
		})
		t.Run("touched again it stays; untouched it is gone after 30 days", func(t *testing.T) {
			w.Days(29)
			_, err := keep(discussion.KeepWorry{ID: id, Worry: worry.Worry})
			w.Must(err)
			w.Days(29)
			list, _, err := s.Worries(w.Context(), w.CLB)
			w.Must(err)
			w.Days(1)
			gone, _, err := s.Worries(w.Context(), w.CLB)
			w.Must(err)
			if len(list) != 1 || len(gone) != 0 {
				t.Errorf("%d and then %d worries", len(list), len(gone))
			}
			refused(t, second(keep(discussion.KeepWorry{ID: id, Worry: worry.Worry})), livc.NotFoundKind, "")
		})
		t.Run("erased by hand it is gone at once", func(t *testing.T) {
			id, err := keep(worry)
			w.Must(err)
			w.Must(s.EraseWorry(w.Context(), w.CLB, id))
			list, _, err := s.Worries(w.Context(), w.CLB)
			w.Must(err)
			if len(list) != 0 {
				t.Error("it is still there")
			}
		})
	})
}

// Gate 2.
func TestThinkAlong(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		ask := func(saw string) (livc.ID, error) {
			return s.ThinkAlong(w.Context(), w.CLB, discussion.ThinkAlong{Text: discussion.ThinkingText{Saw: livc.NewSecret(saw)}})
		}
		t.Run("off by default", func(t *testing.T) {
			refused(t, second(ask("Een jongere prees een aanslag.")), livc.DeniedKind, "think_along.off")
		})
		opened(w, func(p *protocol.Settings) { p.ThinkAlong = true })
		t.Run("what points to a person blocks the sending", func(t *testing.T) {
			for _, saw := range []string{"Ik maak me zorgen over Milan Verbeke.", "Bel 0470 12 34 56.", "Geboren op 3 mei 2010."} {
				refused(t, second(ask(saw)), livc.InvalidKind, "think_along.recognisable")
			}
		})
		id, err := ask("Een jongere prees een aanslag.")
		w.Must(err)
		t.Run("the coordinator reads it, others do not", func(t *testing.T) {
			for _, c := range []struct {
				by   deed.By
				want int
			}{{w.Coordinator, 1}, {w.CLB, 1}, {w.CAW, 0}, {w.Officer, 0}, {w.Mayor, 0}} {
				list, err := s.ThinkingAlong(w.Context(), c.by)
				w.Must(err)
				if len(list) != c.want || c.want == 1 && list[0].Text.Saw.Reveal() != "Een jongere prees een aanslag." {
					t.Errorf("%s sees %d", c.by.Function, len(list))
				}
			}
		})
		t.Run("she answers once, and 14 days later all of it is gone", func(t *testing.T) {
			in := discussion.AnswerThinking{ID: id, Advice: discussion.OwnHelpFirst, Text: livc.NewSecret("Praat eerst met de ouders.")}
			refused(t, s.AnswerThinking(w.Context(), w.CAW, in), livc.NotFoundKind, "")
			w.Must(s.AnswerThinking(w.Context(), w.Coordinator, in))
			refused(t, s.AnswerThinking(w.Context(), w.Coordinator, in), livc.ConflictKind, "conflict.changed")
			list, err := s.ThinkingAlong(w.Context(), w.CLB)
			w.Must(err)
			if list[0].Answer.Text.Reveal() != "Praat eerst met de ouders." || list[0].Thinking.EraseOn != "2026-12-08" {
				t.Errorf("%+v", list[0].Thinking)
			}
			w.Days(14)
			list, err = s.ThinkingAlong(w.Context(), w.CLB)
			w.Must(err)
			if len(list) != 0 {
				t.Error("it is still read")
			}
		})
	})
}

// proves R4.1-a, R4.1-b, R4.1-c, R4.1-d, R4.1-i, R4.1.1-a
func TestReferCase(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		full := discussion.ReferCase{Told: storetest.Story("Milan", "Verbeke", "2010"), SelfChecked: true, Team: law.Yes, Sector: discussion.Education}
		send := func(change func(*discussion.ReferCase)) error {
			in := full
			change(&in)
			_, err := s.ReferCase(w.Context(), w.CLB, in)
			return err
		}
		as := func(*discussion.ReferCase) {}
		t.Run("closed until the protocol opens it: speaking comes first", func(t *testing.T) {
			refused(t, send(as), livc.DeniedKind, "law.refer.oral_first")
			refused(t, s.KeepDraft(w.Context(), w.CLB, discussion.Draft{}), livc.DeniedKind, "law.refer.oral_first")
		})
		opened(w, func(p *protocol.Settings) { p.WrittenReferral = true })
		for _, c := range []struct {
			name, key string
			change    func(*discussion.ReferCase)
		}{
			{"not weighed by the writer", "law.refer.weigh_first", func(r *discussion.ReferCase) { r.SelfChecked = false }},
			{"not said whether the team was asked", "law.refer.team", func(r *discussion.ReferCase) { r.Team = law.Silent }},
			{"without an indication", "law.refer.indication", func(r *discussion.ReferCase) { r.Told.Indication = livc.Secret{} }},
			{"without a fact", "law.refer.fact", func(r *discussion.ReferCase) { r.Told.Facts = nil }},
			{"without what goes well", "refer_case.goes_well", func(r *discussion.ReferCase) { r.Told.GoesWell = livc.Secret{} }},
		} {
			t.Run(c.name, func(t *testing.T) { refused(t, send(c.change), livc.InvalidKind, c.key) })
		}
		t.Run("the draft is the writer's alone, and is gone once it is sent", func(t *testing.T) {
			w.Must(s.KeepDraft(w.Context(), w.CLB, discussion.Draft{Told: []discussion.Told{full.Told}}))
			d, err := s.Draft(w.Context(), w.CAW)
			w.Must(err)
			if !d.Text().Last.Empty() {
				t.Error("a colleague reads the draft")
			}
			w.Must(send(as))
			d, err = s.Draft(w.Context(), w.CLB)
			w.Must(err)
			if !d.Text().Last.Empty() {
				t.Error("the draft outlives the sending")
			}
			l, err := s.List(w.Context(), w.Mayor, discussion.Place{})
			w.Must(err)
			if len(l.Proposals) != 1 || l.Proposals[0].Referral.Manner != discussion.InWriting || l.Proposals[0].Referral.By != w.CLB.Hat {
				t.Errorf("%d proposals", len(l.Proposals))
			}
		})
		t.Run("stop and erase leaves nothing", func(t *testing.T) {
			w.Must(s.KeepDraft(w.Context(), w.CLB, discussion.Draft{Told: []discussion.Told{full.Told}}))
			w.Must(s.EraseDraft(w.Context(), w.CLB))
			d, err := s.Draft(w.Context(), w.CLB)
			w.Must(err)
			if !d.Text().Last.Empty() {
				t.Error("the draft is still there")
			}
		})
	})
}

// proves R4.1-e
func TestTheMayorAsksAService(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		s := w.Referrals()
		r := w.Referred(storetest.Story("Milan", "Verbeke", "2010"))
		in := discussion.AskService{Referral: r, Hat: w.CLB.Hat, Question: livc.NewSecret("Gaat hij naar school?"), WithName: true}
		t.Run("only the chair asks, and only a service", func(t *testing.T) {
			refused(t, second(s.AskService(w.Context(), w.Coordinator, in)), livc.NotFoundKind, "")
			other := in
			other.Hat = w.Officer.Hat
			refused(t, second(s.AskService(w.Context(), w.Mayor, other)), livc.InvalidKind, "ask_service.hat")
		})
		id, err := s.AskService(w.Context(), w.Mayor, in)
		w.Must(err)
		t.Run("who is asked reads it, nobody else does", func(t *testing.T) {
			list, err := s.QuestionsForMe(w.Context(), w.CLB)
			w.Must(err)
			if len(list) != 1 || list[0].Text.Question.Reveal() != "Gaat hij naar school?" || list[0].Text.Last.Reveal() != "Verbeke" {
				t.Fatalf("%d questions", len(list))
			}
			list, err = s.QuestionsForMe(w.Context(), w.CAW)
			w.Must(err)
			if len(list) != 0 {
				t.Error("another service sees the question")
			}
			refused(t, s.AnswerService(w.Context(), w.CAW, discussion.AnswerService{ID: id, Silent: true}), livc.NotFoundKind, "")
		})
		t.Run("the answer is read by the list holders", func(t *testing.T) {
			w.Must(s.AnswerService(w.Context(), w.CLB, discussion.AnswerService{ID: id, Text: livc.NewSecret("Ja, elke dag.")}))
			d, err := s.Desk(w.Context(), w.Coordinator, r)
			w.Must(err)
			if len(d.Questions) != 1 || d.Questions[0].Answer.Text.Reveal() != "Ja, elke dag." {
				t.Errorf("%d questions", len(d.Questions))
			}
		})
		t.Run("silence is an answer and asks for no reason", func(t *testing.T) {
			other := in
			other.Hat, other.WithName = w.CAW.Hat, false
			id, err := s.AskService(w.Context(), w.Mayor, other)
			w.Must(err)
			list, err := s.QuestionsForMe(w.Context(), w.CAW)
			w.Must(err)
			if !list[0].Text.Last.Empty() {
				t.Error("the name went along unasked")
			}
			w.Must(s.AnswerService(w.Context(), w.CAW, discussion.AnswerService{ID: id, Silent: true}))
		})
	})
}
