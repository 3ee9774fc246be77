package proof

import (
	"testing"

	"beraad.eu/internal/canary"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// Who sat at the table keeps a dossier only when the framework of the own organisation allows it and its
// data protection officer switched own dossiers on; whatever the row of the police says, the police keep none.
//
// proves R6.2-a, R6.2-c
func TestZ11_OnlyWhoMayKeepsADossier(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c := storetest.ListedCase(w)
		item := w.Discussed(c, w.CLB, w.CAW, w.Officer, w.Coordinator)
		keep := func(by deed.By) error {
			_, err := keeping(w).Register(w.Context(), by, c.ID, processing.Register{Item: item, Manner: processing.KeptHere,
				Note: processing.EntryText{OwnWords: livc.NewSecret("Gezien."), Why: livc.NewSecret("Opvolging.")}})
			return err
		}
		sql(w, `UPDATE organisation SET own_file = TRUE WHERE livc = $1 AND id IN ($2, $3)`, w.Livc, w.CLB.Controller, w.Police)
		before := rows(w)["dossier"]
		for who, try := range map[string]struct {
			by   deed.By
			want livc.Kind
		}{"a service that did not switch it on": {w.CAW, livc.DeniedKind}, "the municipality that did not": {w.Coordinator, livc.DeniedKind},
			"the police, whose row says yes": {w.Officer, livc.NotFoundKind}, "somebody who was not inside": {w.OCMW, livc.NotFoundKind},
			"the data protection officer": {w.DPO, livc.NotFoundKind}, "whoever keeps the list of people": {w.Founder, livc.NotFoundKind}} {
			if k := livc.KindOf(keep(try.by)); k != try.want {
				t.Errorf("%s is answered %q, not %q", who, k, try.want)
			}
		}
		if rows(w)["dossier"] != before {
			t.Error("a dossier was made")
		}
		w.Must(keep(w.CLB))
		if rows(w)["dossier"] == before {
			t.Error("who may keeps nothing: the test has no teeth")
		}
	})
}

// The proof of what was erased names nothing of it: no text, no name, no code, no id of a person.
func TestR14_ATombstoneNamesNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		x := newWorld(storetest.NewTown(t, db), canary.New())
		f := x.flock
		for _, q := range []string{`SELECT code FROM casus WHERE livc = $1 AND code <> ''`, `SELECT id FROM casus WHERE livc = $1`, `SELECT person FROM hat WHERE livc = $1 AND person <> ''`, `SELECT id FROM hat WHERE livc = $1`} {
			list, err := db.Pools()[0].Query(q, x.Livc)
			x.Must(err)
			for list.Next() {
				var word string
				x.Must(list.Scan(&word))
				f.Watch(word)
			}
			x.Must(list.Err())
			_ = list.Close()
		}
		n := 0
		list, err := db.Pools()[0].Query(`SELECT id || ' ' || kind || ' ' || object || ' ' || cause || ' ' || day, certificate FROM tombstone WHERE livc = $1`, x.Livc)
		x.Must(err)
		defer list.Close()
		for list.Next() {
			var stone string
			var note []byte
			x.Must(list.Scan(&stone, &note))
			n++
			for _, found := range f.In("tombstone", append([]byte(stone+"\n"), note...)) {
				t.Errorf("%q holds %s", stone, found.Word)
			}
		}
		x.Must(list.Err())
		if n == 0 {
			t.Error("nothing was erased: the test has no teeth")
		}
	})
}
