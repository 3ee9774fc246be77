package processing_test

import (
	"slices"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R6.2-k: product D5
func TestAProofOfErasureIsShownThirtyDaysToWhoseItWas(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		own := p.keeps(p.CLB, "Hij komt weer.")
		dossier, err := p.EraseNow(p.Context(), p.CLB, own)
		p.Must(err)
		proof, err := p.EraseMistake(p.Context(), p.Mayor, p.Case.ID)
		p.Must(err)
		t.Run("it says which classes went, and its signature is right", func(t *testing.T) {
			c, err := p.Proof(p.Context(), p.Coordinator, proof)
			p.Must(err)
			if !c.Sound || c.Kind != "case" || c.Cause != processing.Mistake || !slices.Equal(c.Classes, processing.Classes()) || c.Key == "" {
				t.Errorf("it says %+v", c)
			}
			c, err = p.Proof(p.Context(), p.CLB, dossier)
			p.Must(err)
			if !c.Sound || !slices.Equal(c.Classes, []processing.Class{processing.ErasedKeys, processing.ErasedText, processing.ErasedPlain}) {
				t.Errorf("that of a dossier says %+v", c)
			}
		})
		t.Run("another organisation finds neither", func(t *testing.T) {
			for _, x := range []struct {
				by deed.By
				id livc.ID
			}{{p.CLB, proof}, {p.Officer, proof}, {p.CAW, dossier}, {p.Mayor, dossier}} {
				_, err := p.Proof(p.Context(), x.by, x.id)
				is(t, err, livc.NotFoundKind)
			}
		})
		t.Run("the terms list it for the municipality, never a dossier", func(t *testing.T) {
			list, err := p.Terms(p.Context(), p.Coordinator)
			p.Must(err)
			if len(list.Proofs) != 1 || list.Proofs[0].ID != proof {
				t.Errorf("they list %v", list.Proofs)
			}
		})
		t.Run("a note that somebody changed in the database is told apart", func(t *testing.T) {
			p.Exec(`UPDATE tombstone SET cause = 'term' WHERE livc = $1 AND id = $2`, p.Livc, proof)
			c, err := p.Proof(p.Context(), p.Mayor, proof)
			p.Must(err)
			if c.Sound {
				t.Error("it is called right")
			}
			p.Exec(`UPDATE tombstone SET cause = 'mistake' WHERE livc = $1 AND id = $2`, p.Livc, proof)
		})
		p.Days(processing.ProofDays)
		_, err = p.Proof(p.Context(), p.Mayor, proof)
		p.Must(err)
		p.Days(1)
		_, err = p.Proof(p.Context(), p.Mayor, proof)
		is(t, err, livc.NotFoundKind)
		list, err := p.Terms(p.Context(), p.Coordinator)
		p.Must(err)
		if len(list.Proofs) != 0 {
			t.Error("it is listed on the thirty-first day")
		}
	})
}
