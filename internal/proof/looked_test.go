package proof

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// glance is what the model remembers of a deed on a dossier.
type glance struct {
	hat     livc.ID
	action  access.Action
	refused bool
}

// history is the model: what happened to each dossier, the oldest first.
type history map[livc.ID][]glance

func (h history) write(on, hat livc.ID, a access.Action, err error) {
	if k := livc.KindOf(err); err == nil || k == livc.NotFoundKind || k == livc.DeniedKind {
		h[on] = append(h[on], glance{hat, a, err != nil})
	}
}

// Several people look, write, try what they may not, and look who looked, at random. What each keeper reads
// is what happened to his dossier, in order, and nothing else.
//
// proves R6.2-x
func TestL7_TheReportOfWhoLookedIsWhatHappenedAndNoMore(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		seed := rand.Uint64()
		t.Logf("seed %d", seed)
		w := storetest.NewTown(t, db)
		sql(w, `UPDATE organisation SET own_file = TRUE WHERE livc = $1`, w.Livc)
		s, people := keeping(w), []deed.By{w.CLB, w.CAW, w.OCMW, w.Coordinator, w.Mayor, w.DPO, w.Officer}
		kept, model := map[livc.ID]deed.By{}, history{}
		for range 2 {
			c := storetest.ListedCase(w)
			item := w.Discussed(c, w.CLB, w.CAW, w.Coordinator)
			for _, by := range []deed.By{w.CLB, w.CAW, w.Coordinator} {
				id, err := s.Register(w.Context(), by, c.ID, processing.Register{Item: item, Manner: processing.KeptHere,
					Note: processing.EntryText{OwnWords: livc.NewSecret("Gezien."), Why: livc.NewSecret("Opvolging.")}})
				w.Must(err)
				kept[id] = by
			}
		}
		var dossiers []livc.ID
		for id := range kept {
			dossiers = append(dossiers, id)
		}
		slices.Sort(dossiers)
		r := rand.New(rand.NewPCG(seed, 1))
		for range 300 {
			play(w, s, model, people[r.IntN(len(people))], dossiers[r.IntN(len(dossiers))], r.IntN(6))
		}
		tried := 0
		for _, id := range dossiers {
			got := report(w, s, kept[id], id)
			if !slices.Equal(got, model[id]) {
				t.Errorf("the keeper reads %d lines, %d happened:\n%v\n%v", len(got), len(model[id]), got, model[id])
			}
			for _, g := range got {
				if g.refused {
					tried++
				}
			}
		}
		if tried == 0 {
			t.Error("nobody tried what he may not: the test has no teeth")
		}
		w.Verify()
	})
}

// play does one deed on a dossier, or beside it, and lets the model remember it.
func play(w *storetest.Town, s *processing.Service, model history, by deed.By, id livc.ID, n int) {
	ctx := w.Context()
	switch n {
	case 0, 1:
		_, err := s.OwnDossier(ctx, by, id)
		model.write(id, by.Hat, access.ViewDossier, err)
	case 2:
		err := s.AddNote(ctx, by, id, processing.EntryText{OwnWords: livc.NewSecret("Weer gezien."), Why: livc.NewSecret("Opvolging.")})
		model.write(id, by.Hat, access.KeepNote, err)
	case 3:
		_, err := s.WhoLooked(ctx, by, id, 0)
		model.write(id, by.Hat, access.ViewLooks, err)
	case 4:
		_, err := s.WriteExtension(ctx, by, id, processing.WriteExtension{}) // a form with faults leaves no line
		model.write(id, by.Hat, access.WriteExtension, err)
	default: // deeds about something else
		_, _ = s.OwnDossiers(ctx, by)
		_, _ = w.Support.Network(ctx, by)
	}
}

// report reads every page of who looked, the oldest line first, without the looks of this reading.
func report(w *storetest.Town, s *processing.Service, by deed.By, id livc.ID) (list []glance) {
	w.T.Helper()
	for before := int64(0); ; {
		l, err := s.WhoLooked(w.Context(), by, id, before)
		w.Must(err)
		for _, line := range l.Lines {
			if line.Service == "" || line.Entry.Object != id {
				w.T.Errorf("line %d is about %s, by nobody's organisation %q", line.Index, line.Entry.Object, line.Service)
			}
			list = append(list, glance{line.Entry.Hat, access.Action(line.Entry.Action), line.Refused()})
		}
		if before = l.Older; before == 0 {
			break
		}
	}
	slices.Reverse(list)
	return list
}

// manyLeaves is how long the log of a LIVC R is in this measurement: some years of a city.
const manyLeaves = 50_000

// Who looked is found by an index that holds own dossiers alone: it takes as long in a long log.
func TestL7_TheReportOfWhoLookedIsQuickInALongLog(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		sql(w, `UPDATE organisation SET own_file = TRUE WHERE livc = $1`, w.Livc)
		s, c := keeping(w), storetest.ListedCase(w)
		item := w.Discussed(c, w.CLB)
		id, err := s.Register(w.Context(), w.CLB, c.ID, processing.Register{Item: item, Manner: processing.KeptHere,
			Note: processing.EntryText{OwnWords: livc.NewSecret("Gezien."), Why: livc.NewSecret("Opvolging.")}})
		w.Must(err)
		took := func() (least time.Duration) {
			for range 5 {
				begun := time.Now()
				_, err := s.WhoLooked(w.Context(), w.CLB, id, 0)
				w.Must(err)
				if d := time.Since(begun); least == 0 || d < least {
					least = d
				}
			}
			return least
		}
		short := took()
		lengthen(w, id)
		t.Logf("who looked: %v in a short log, %v in one of %d leaves", short, took(), manyLeaves)
	})
}

// lengthen writes leaves past the gate until the log is long; one in a hundred is about the dossier.
func lengthen(w *storetest.Town, dossier livc.ID) {
	w.T.Helper()
	pool := w.DB.Pools()[0]
	tx, err := pool.BeginTx(w.Context(), nil)
	w.Must(err)
	defer func() { _ = tx.Rollback() }()
	for i := range manyLeaves {
		e := audit.Entry{At: w.Clock.Civil(), Livc: w.Livc, Person: w.CLB.Person, Hat: w.CLB.Hat, Function: livc.Participant, Action: "own_dossier", Kind: "case", Object: dossier}
		if i%100 == 0 {
			e.Kind = "dossier"
		}
		_, err := tx.ExecContext(w.Context(), `INSERT INTO log_leaf (livc, idx, nonce, payload, commitment, about) VALUES ($1, $2, $3, $4, $5, $6)`,
			w.Livc, int64(1_000_000+i), fmt.Appendf(nil, "%016d", i), e.Payload(), make([]byte, 32), string(e.About()))
		w.Must(err)
	}
	w.Must(tx.Commit())
}
