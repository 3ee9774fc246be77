package protocol_test

import (
	"testing"

	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

func is(t *testing.T, err error, kind livc.Kind, key string) {
	t.Helper()
	e, ok := err.(*livc.Error)
	if !ok || e.Kind != kind || key != "" && e.Key != key {
		t.Fatalf("the answer is %v, not %s %s", err, kind, key)
	}
}

// proves R2.0-a, R2.6-a, R2.3.3-f
func TestBegin(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		t.Run("a new LIVC R has a draft of six chapters and none in force", func(t *testing.T) {
			p, err := w.Protocol.Protocol(t.Context(), w.CLB, 0)
			w.Must(err)
			if p.Number != 1 || p.State != protocol.Draft || len(p.Chapters) != 6 || p.InForce() != 0 || p.Edits {
				t.Errorf("version %d is %s with %d chapters", p.Number, p.State, len(p.Chapters))
			}
			if err := p.Ready(); err != nil {
				t.Errorf("the basic protocol is not ready: %v", err)
			}
		})
		t.Run("it begins once", func(t *testing.T) {
			is(t, w.Protocol.Begin(t.Context(), w.Livc), livc.ConflictKind, "edit_protocol.begun")
		})
	})
}

// proves R6.2-k, R6.2-l, R1.3-d, R2.3.5-j, R4.1.1-c
func TestSettingsOnlyGetShorter(t *testing.T) {
	longer := func(f func(*protocol.Settings)) protocol.Settings {
		s := protocol.Basic()
		f(&s)
		return s
	}
	if err := protocol.Basic().Check(); err != nil {
		t.Fatalf("the basic settings: %v", err)
	}
	for name, s := range map[string]protocol.Settings{
		"thirteen months":                  longer(func(s *protocol.Settings) { s.RetentionMonths = 13 }),
		"no month at all":                  longer(func(s *protocol.Settings) { s.RetentionMonths = 0 }),
		"31 days for who is not listed":    longer(func(s *protocol.Settings) { s.NotListedDays = 31 }),
		"eight working days":               longer(func(s *protocol.Settings) { s.OfferDays = 8 }),
		"a look back that runs backwards":  longer(func(s *protocol.Settings) { s.ReviewMonths = []int{6, 1} }),
		"a look back after thirteen":       longer(func(s *protocol.Settings) { s.ReviewMonths = []int{1, 13} }),
		"no look back":                     longer(func(s *protocol.Settings) { s.ReviewMonths = nil }),
		"less than one meeting every year": longer(func(s *protocol.Settings) { s.MeetingWeeks = 53 }),
		"a meeting without a rhythm":       longer(func(s *protocol.Settings) { s.MeetingWeeks = 0 }),
	} {
		t.Run(name+" is refused", func(t *testing.T) {
			if livc.KindOf(s.Check()) != livc.InvalidKind {
				t.Error("was taken")
			}
		})
	}
	shorter := longer(func(s *protocol.Settings) { s.RetentionMonths, s.NotListedDays, s.OfferDays = 6, 7, 0 })
	if err := shorter.Check(); err != nil || shorter.Terms().NotListedDays != 7 || shorter.Terms().OfferDays != 0 {
		t.Errorf("shorter terms: %v", err)
	}
}

// proves R2.0-b, R2.0-c, R2.3.3-f
func TestPutInForce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w, ctx := storetest.NewTown(t, db), t.Context()

		t.Run("the coordinator prepares and does not put in force", func(t *testing.T) {
			set := protocol.Basic()
			set.NotListedDays = 14
			w.Must(w.Protocol.EditSettings(ctx, w.Coordinator, 1, set))
			w.Must(w.Protocol.EditChapter(ctx, w.Coordinator, 1, "roles", "Wij spreken af wie wat doet."))
			is(t, w.Protocol.PutInForce(ctx, w.Coordinator, 1), livc.NotFoundKind, "")
		})
		t.Run("a participant changes nothing", func(t *testing.T) {
			is(t, w.Protocol.EditChapter(ctx, w.CLB, 1, "roles", "x"), livc.NotFoundKind, "")
			is(t, w.Protocol.EditSettings(ctx, w.CLB, 1, protocol.Basic()), livc.NotFoundKind, "")
		})
		t.Run("a threshold always has an explanation", func(t *testing.T) {
			err := w.Protocol.EditCriterion(ctx, w.Coordinator, 1, protocol.Criterion{Stem: "process", Text: "Er is een proces."})
			is(t, err, livc.InvalidKind, "put_in_force.no_explanation")
		})
		t.Run("the chair lets it hold from today, while a partner has not agreed", func(t *testing.T) {
			w.Must(w.Protocol.AnswerProtocol(ctx, w.CLB, 1, w.Organisation["CLB"], protocol.NotYet))
			w.Must(w.Protocol.PutInForce(ctx, w.Mayor, 1))
			p, err := w.Protocol.Protocol(ctx, w.OCMW, 0)
			w.Must(err)
			c, _ := p.Chapter("roles")
			if p.State != protocol.InForce || p.From != "2026-11-24" || p.Settings.NotListedDays != 14 || c.Text != "Wij spreken af wie wat doet." {
				t.Errorf("version %d is %s from %s", p.Number, p.State, p.From)
			}
		})
		t.Run("what is in force changes no more: a new version is a copy", func(t *testing.T) {
			is(t, w.Protocol.EditChapter(ctx, w.Coordinator, 1, "roles", "anders"), livc.ConflictKind, "edit_protocol.not_a_draft")
			n, err := w.Protocol.NewVersion(ctx, w.Coordinator)
			w.Must(err)
			p, err := w.Protocol.Protocol(ctx, w.Coordinator, n)
			w.Must(err)
			if n != 2 || p.State != protocol.Draft || p.Settings.NotListedDays != 14 || len(p.Criteria) == 0 || len(p.Answers) != 0 || p.InForce() != 1 {
				t.Errorf("version %d is %s with %d criteria and %d answers", n, p.State, len(p.Criteria), len(p.Answers))
			}
			_, err = w.Protocol.NewVersion(ctx, w.Coordinator)
			is(t, err, livc.ConflictKind, "edit_protocol.draft_exists")
		})
		t.Run("the next version takes the place of the one before", func(t *testing.T) {
			w.Must(w.Protocol.PutInForce(ctx, w.Representative, 2))
			p, err := w.Protocol.Protocol(ctx, w.Mayor, 1)
			w.Must(err)
			if p.State != protocol.Superseded || p.InForce() != 2 {
				t.Errorf("version 1 is %s", p.State)
			}
		})
	})
}

// proves R2.0-c, R1.1-e, R1.1-g
func TestAnswerProtocol(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w, ctx := storetest.NewTown(t, db), t.Context()
		clb, caw := w.Organisation["CLB"], w.Organisation["CAW"]

		t.Run("a partner answers for itself and may change its mind", func(t *testing.T) {
			for _, said := range []protocol.Standpoint{protocol.NotYet, protocol.Agree} {
				w.Must(w.Protocol.AnswerProtocol(ctx, w.CLB, 1, clb, said))
				p, err := w.Protocol.Protocol(ctx, w.CAW, 1)
				w.Must(err)
				if len(p.Answers) != 1 || p.Answers[0].Standpoint != said {
					t.Errorf("the answers are %v", p.Answers)
				}
			}
		})
		t.Run("not for another partner", func(t *testing.T) {
			is(t, w.Protocol.AnswerProtocol(ctx, w.CLB, 1, caw, protocol.Agree), livc.NotFoundKind, "")
		})
		t.Run("the desk notes what was said aloud, and every answer is taken", func(t *testing.T) {
			for _, said := range protocol.Standpoints() {
				w.Must(w.Protocol.AnswerProtocol(ctx, w.Coordinator, 1, caw, said))
			}
			is(t, w.Protocol.AnswerProtocol(ctx, w.Coordinator, 1, caw, ""), livc.InvalidKind, "answer_protocol.choose")
		})
	})
}

// proves R2.5.3-c
func TestAProtocolSaysHowWeShareAndProcess(t *testing.T) {
	whole := func() (v protocol.Version) {
		v.Settings = protocol.Basic()
		for _, stem := range protocol.Chapters() {
			v.Chapters = append(v.Chapters, protocol.Chapter{Stem: stem, Text: "Zo doen we het."})
		}
		return v
	}
	if err := whole().Ready(); err != nil {
		t.Fatalf("a whole protocol: %v", err)
	}
	for i, stem := range protocol.Chapters() {
		t.Run("the chapter "+stem+" may not be left out, nor left empty", func(t *testing.T) {
			empty := whole()
			empty.Chapters[i].Text = " "
			is(t, empty.Ready(), livc.InvalidKind, "put_in_force.chapter_empty")
			without := whole()
			without.Chapters = append(without.Chapters[:i:i], without.Chapters[i+1:]...)
			is(t, without.Ready(), livc.InvalidKind, "put_in_force.chapter_empty")
		})
	}
	if protocol.Chapters()[5] != protocol.Sharing {
		t.Error("sharing and processing is no chapter")
	}
}

// proves R0.4-b
func TestWhatIsShippedIsADraftUntilTheChairLetsItHold(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w, ctx := storetest.NewTown(t, db), t.Context()
		page := func() protocol.Page {
			p, err := w.Protocol.Protocol(ctx, w.CLB, 1)
			w.Must(err)
			return p
		}
		if p := page(); p.State != protocol.Draft || p.Untouched() != len(protocol.Chapters()) {
			t.Fatalf("version 1 is %s, %d chapters as shipped", p.State, p.Untouched())
		}
		t.Run("a chapter that was changed is no example any more", func(t *testing.T) {
			w.Must(w.Protocol.EditChapter(ctx, w.Coordinator, 1, "roles", "Bij ons gaat het zo."))
			p := page()
			if c, _ := p.Chapter("roles"); c.Untouched() || p.Untouched() != len(protocol.Chapters())-1 || p.State != protocol.Draft {
				t.Errorf("%d chapters as shipped, and it is %s", p.Untouched(), p.State)
			}
		})
		t.Run("only the chair confirms it", func(t *testing.T) {
			is(t, w.Protocol.PutInForce(ctx, w.Coordinator, 1), livc.NotFoundKind, "")
			if page().InForce() != 0 {
				t.Error("it holds without the chair")
			}
			w.Must(w.Protocol.PutInForce(ctx, w.Mayor, 1))
			if page().InForce() != 1 {
				t.Error("it does not hold after the chair")
			}
		})
	})
}
