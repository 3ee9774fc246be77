package processing_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// onDisk tells whether a text stands in any file of the database; SQLite only.
func (p *place) onDisk(text string) bool {
	p.T.Helper()
	files, err := filepath.Glob(filepath.Join(storetest.Folder(p.DB), "beraad.db*"))
	p.Must(err)
	for _, f := range files {
		b, err := os.ReadFile(f)
		p.Must(err)
		if bytes.Contains(b, []byte(text)) {
			return true
		}
	}
	return false
}

// proves R6.2-k, R6.2-l, invariant 14: security R4, R14
func TestR4_WhatWasErasedIsNowhere(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		id := p.keeps(p.CLB, "Hij komt weer naar de les.")
		code := p.Case.Code
		if db.Engine() == "sqlite" && !p.onDisk(code) {
			t.Fatal("the code does not stand on the disk before: the test has no teeth")
		}
		p.passTo(law.RetentionEnd(p.Today()))
		r := p.run()
		if r.Cases != 1 || r.Dossiers != 1 {
			t.Fatalf("the clocks forgot %+v", r)
		}
		t.Run("no row, key or text is left", func(t *testing.T) {
			for _, q := range []string{`SELECT count(*) FROM casus`, `SELECT count(*) FROM dossier`, `SELECT count(*) FROM invitation WHERE case_id <> ''`,
				`SELECT count(*) FROM container WHERE case_id <> ''`, `SELECT count(*) FROM referral WHERE case_id <> ''`, `SELECT count(*) FROM presence`,
				`SELECT count(*) FROM item WHERE case_id <> ''`, `SELECT count(*) FROM record WHERE kind IN ('entry','code','told')`} {
				if n := p.Count(q); n != 0 {
					t.Errorf("%s gives %d", q, n)
				}
			}
			if p.Count(`SELECT count(*) FROM key_grant g WHERE NOT EXISTS (SELECT 1 FROM container c WHERE c.livc = g.livc AND c.id = g.container)`) != 0 {
				t.Error("a key outlives its container")
			}
		})
		t.Run("R4: the code and the ids of the sealed places are in no file of the database", func(t *testing.T) {
			if db.Engine() == "sqlite" && p.onDisk(code) {
				t.Error("the code stands on the disk")
			}
		})
		t.Run("R14: a proof without a name, a code or a person remains", func(t *testing.T) {
			if n := p.Count(`SELECT count(*) FROM tombstone WHERE kind IN ('case','dossier') AND cause = 'term'`); n != 2 {
				t.Errorf("%d proofs", n)
			}
			terms, err := p.Terms(p.Context(), p.Coordinator)
			p.Must(err)
			proof, err := p.Proof(p.Context(), p.Coordinator, terms.Proofs[0].ID)
			p.Must(err)
			if proof.Kind == "" || proof.Day != p.Today() || proof.Number() == "" {
				t.Errorf("%+v", proof)
			}
		})
		t.Run("running again does nothing more", func(t *testing.T) {
			if r := p.run(); r.Forgotten() {
				t.Errorf("%+v", r)
			}
		})
		t.Run("nobody finds it any more", func(t *testing.T) {
			_, err := p.reads(p.CLB, id)
			is(t, err, livc.NotFoundKind)
		})
		p.Verify()
	})
}

// proves invariant 6; security R12: what was registered outlives the item, and the question does not
func TestInvariant6_AfterTheWindowOnlyWhatWasRegisteredIsLeft(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		id := p.keeps(p.CLB, "Hij komt weer naar de les.")
		p.passTo(p.Today().Add(0, 0, 8))
		if r := p.run(); r.Offers != 3 {
			t.Errorf("%+v", r)
		}
		if p.Count(`SELECT count(*) FROM register_offer`) != 0 {
			t.Error("a question outlived its days")
		}
		if got, err := p.reads(p.CLB, id); err != nil || got == "" {
			t.Errorf("%q, %v", got, err)
		}
		if o, err := p.OwnDossiers(p.Context(), p.CAW); err != nil || len(o.Offers)+len(o.Kept) != 0 {
			t.Errorf("%+v, %v", o, err)
		}
	})
}

// proves R6.2-d: security R13
func TestR13_WhatOneControllerErasesOrExtendsChangesNothingForAnother(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		clb, caw := p.keeps(p.CLB, "Van het CLB."), p.keeps(p.CAW, "Van het CAW.")
		t.Run("who keeps nothing may not erase another's", func(t *testing.T) {
			_, err := p.EraseNow(p.Context(), p.CAW, clb)
			is(t, err, livc.NotFoundKind)
		})
		t.Run("a dossier erased before its day leaves the other", func(t *testing.T) {
			_, err := p.EraseNow(p.Context(), p.CLB, clb)
			p.Must(err)
			if got, err := p.reads(p.CAW, caw); err != nil || got != "Van het CAW." {
				t.Errorf("%q, %v", got, err)
			}
		})
		t.Run("a case erased as a mistake leaves the own dossier with its own day, its code and a word to its keeper", func(t *testing.T) {
			end := p.term()
			_, err := p.EraseMistake(p.Context(), p.CAW, p.Case.ID)
			is(t, err, livc.NotFoundKind)
			_, err = p.EraseMistake(p.Context(), p.Mayor, p.Case.ID)
			p.Must(err)
			o, err := p.OwnDossier(p.Context(), p.CAW, caw)
			p.Must(err)
			if o.Retention.End() != end || o.Code.Code.Reveal() != p.Case.Code {
				t.Errorf("it ends on %s", o.Retention.End())
			}
			if p.Count(`SELECT count(*) FROM outbox WHERE hat = '`+string(p.CAW.Hat)+`' AND template = 'dossier_waits'`) != 1 {
				t.Error("its keeper was not told")
			}
		})
	})
}

// security R10, R11
func TestR10_AClockThatJumpedNeverShreds(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		id := p.keeps(p.CLB, "Hij komt weer naar de les.")
		p.run()
		p.Days(3650)
		if r := p.run(); r.Held != processing.HeldJump || r.Forgotten() {
			t.Fatalf("%+v", r)
		}
		t.Run("reading has stopped all the same", func(t *testing.T) {
			_, err := p.reads(p.CLB, id)
			is(t, err, livc.NotFoundKind)
		})
		t.Run("set right again, all is there", func(t *testing.T) {
			if p.Count(`SELECT count(*) FROM dossier`) != 1 {
				t.Error("it is gone")
			}
		})
		t.Run("a participant does not decide that the date is right", func(t *testing.T) {
			is(t, p.ConfirmDay(p.Context(), p.CLB), livc.NotFoundKind)
		})
		t.Run("the coordinator says that it is, and it is erased", func(t *testing.T) {
			p.Must(p.ConfirmDay(p.Context(), p.Coordinator))
			if r := p.run(); r.Held != processing.NotHeld || r.Dossiers != 1 {
				t.Errorf("%+v", r)
			}
		})
	})
}

func TestR11_MoreThanOneInFiveAtOnceWaitsForAPerson(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		for i := range 20 {
			due := livc.Day("2026-11-20")
			if i > 5 {
				due = "2027-11-20"
			}
			p.Exec(`INSERT INTO dossier (livc, id, container, organisation, hat, case_id, manner, last_discussed, due) VALUES ($1, $2, '', $3, $4, $5, 'outside', '2026-01-02', $6)`,
				p.Livc, p.ID(), p.CLB.Controller, p.CLB.Hat, p.ID(), due)
		}
		if r := p.run(); r.Held != processing.HeldMass || r.Forgotten() {
			t.Fatalf("%+v", r)
		}
		p.Must(p.ConfirmDay(p.Context(), p.Mayor))
		if r := p.run(); r.Dossiers != 6 {
			t.Errorf("%+v", r)
		}
	})
}

// proves R6.2-k, R2.5.3-k
func TestTheClocksWarnAndRemindOnce(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		p.keeps(p.CLB, "Hij komt weer naar de les.")
		end := law.RetentionEnd(p.Today())
		referral := p.Referred(storetest.Story("Jef", "Smets", "1999"))
		p.passTo(p.Today().Add(0, 0, 14))
		if r := p.run(); r.Reminded != 1 {
			t.Errorf("the mayor was not reminded: %+v", r)
		}
		if r := p.run(); r.Reminded != 0 {
			t.Errorf("twice: %+v", r)
		}
		p.passTo(p.Today().Add(0, 0, 76))
		if r := p.run(); r.Referrals != 1 || p.Count(`SELECT count(*) FROM record WHERE id = '`+string(referral)+`'`) != 0 {
			t.Errorf("a referral on which nobody decided for 90 days: %+v", r)
		}
		for _, days := range []int{60, 30, 14, 7} {
			p.passTo(end.Add(0, 0, -days))
			if r := p.run(); r.Warned != 2 { // the dossier and the case
				t.Errorf("%d days before: %+v", days, r)
			}
		}
	})
}
