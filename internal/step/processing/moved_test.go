package processing_test

import (
	"testing"

	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R4.1.4-a: what another town has may be forgotten here by the mayor, with a proof that says so; own dossiers stay
func TestR4_ACaseThatMovedIsForgottenByTheMayor(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p, there := newPlace(t, db), storetest.NewTown(t, storetest.SQLite(t))
		own := p.keeps(p.CAW, "Van het CAW.")
		why, err := p.MayErase(p.Context(), p.Mayor, p.Case.ID)
		p.Must(err)
		if why != processing.Mistake {
			t.Errorf("before a file it would be forgotten because of %s", why)
		}
		p.SaidBack(p.Case, there)
		why, err = p.MayErase(p.Context(), p.Mayor, p.Case.ID)
		p.Must(err)
		if why != processing.MovedAway {
			t.Errorf("it would be forgotten because of %s", why)
		}
		_, err = p.EraseMistake(p.Context(), p.Coordinator, p.Case.ID)
		is(t, err, livc.NotFoundKind)
		_, err = p.EraseMistake(p.Context(), p.Mayor, p.Case.ID)
		p.Must(err)
		for q, want := range map[string]int{`SELECT count(*) FROM tombstone WHERE kind = 'case' AND cause = 'moved'`: 1, `SELECT count(*) FROM casus`: 0,
			`SELECT count(*) FROM transfer`: 0, `SELECT count(*) FROM record r JOIN municipality m ON m.livc = r.livc AND m.list = r.container WHERE r.kind = 'entry'`: 0} {
			if got := p.Count(q); got != want {
				t.Errorf("%s gives %d", q, got)
			}
		}
		if got, err := p.reads(p.CAW, own); err != nil || got != "Van het CAW." {
			t.Errorf("%q, %v", got, err)
		}
	})
}

// A file that came in is known again after its referral was forgotten, without anything of it, until it is too old to open.
func TestR4_AFileThatWasOpenedIsKnownUntilItIsTooOld(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		here, p := storetest.NewTown(t, storetest.SQLite(t)), newPlace(t, db)
		c := storetest.ListedCase(here)
		file := here.Sent(c, p.Address())
		referral, err := p.Referrals().ReceiveCase(p.Context(), p.Mayor, file)
		p.Must(err)
		p.Exec(`UPDATE referral SET erase_on = $2 WHERE livc = $1 AND id = $3`, p.Livc, p.Today(), referral)
		if r := p.run(); r.Referrals != 1 {
			t.Fatalf("%+v", r)
		}
		if p.Count(`SELECT count(*) FROM arrival WHERE referral = '' AND words = ''`) != 1 {
			t.Error("what was opened is forgotten too early, or keeps something")
		}
		_, err = p.Referrals().ReceiveCase(p.Context(), p.Mayor, file)
		is(t, err, livc.InvalidKind)
		p.passTo(p.Today().Add(0, 0, 90))
		p.run()
		if p.Count(`SELECT count(*) FROM arrival`) != 0 {
			t.Error("a file that opens nowhere is still known")
		}
	})
}
