package proof

import (
	"errors"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// plant writes a grant of a key of the attacker's own, signed by granter, over whatever stood there.
func plant(w *storetest.Town, container livc.ID, to deed.By, granter *seal.Hat) {
	w.T.Helper()
	base := w.Gate.Base(w.Livc)
	g := seal.Grant{Livc: w.Livc, Container: container, KeyVersion: 1, Recipient: to.Hat, Granter: granter.ID(), ManifestVersion: 1, Reason: "test"}
	sealed, signature, err := seal.SealGrant(base, g, seal.NewKey(1), to.Keys.Hat().KEM(), granter)
	w.Must(err)
	sealed = w.Gate.Ring.Wrap(base, "key_grant", string(container)+"/"+string(to.Hat), sealed)
	sql(w, `DELETE FROM key_grant WHERE livc = $1 AND container = $2 AND hat = $3`, w.Livc, container, to.Hat)
	sql(w, `INSERT INTO key_grant (livc, container, hat, key_version, granter, manifest_version, reason, sealed, signature, at)
		VALUES ($1, $2, $3, 1, $4, 1, 'test', $5, $6, 0)`, w.Livc, container, to.Hat, granter.ID(), sealed, signature)
}

// closed fails the test unless an error came, for this reason when one is given, and no text.
func closed(t *testing.T, got string, err, why error) {
	t.Helper()
	if err == nil || got != "" || why != nil && !errors.Is(err, why) {
		t.Errorf("it reads %q, %v; want closed by %v", got, err, why)
	}
}

// proves R6.2-v
func TestC7_AKeyInAHatRowIsNotBelieved(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		thief := stranger(w, w.Mayor.Controller, w.Representative.Hat)
		sql(w, `UPDATE hat SET kem = $1, sig = $2 WHERE livc = $3 AND id = $4`, thief.KEM(), thief.Sig(), w.Livc, w.Representative.Hat)
		c := container(w, w.Mayor, livc.OfficeContainer, "gesprek", w.Mayor.Hat, w.Representative.Hat)

		got, err := read(w, w.Representative, c)
		if err != nil || got != "gesprek" {
			t.Errorf("the representative reads %q, %v", got, err)
		}
		outer := bytesOf(w, `SELECT sealed FROM key_grant WHERE livc = $1 AND container = $2 AND hat = $3`, w.Livc, c, w.Representative.Hat)
		sealed, err := w.Gate.Ring.Unwrap(w.Gate.Base(w.Livc), "key_grant", string(c)+"/"+string(w.Representative.Hat), outer)
		w.Must(err)
		signature := bytesOf(w, `SELECT signature FROM key_grant WHERE livc = $1 AND container = $2 AND hat = $3`, w.Livc, c, w.Representative.Hat)
		g := seal.Grant{Livc: w.Livc, Container: c, KeyVersion: 1, Recipient: w.Representative.Hat, Granter: w.Mayor.Hat, ManifestVersion: versionOf(w, w.Mayor.Controller), Reason: "test"}
		if _, err := seal.OpenGrant(w.Gate.Base(w.Livc), g, sealed, signature, thief, w.Mayor.Keys.Hat().Sig()); !errors.Is(err, seal.ErrBroken) {
			t.Errorf("the key that was put in the row: %v", err)
		}
	})
}

func versionOf(w *storetest.Town, organisation livc.ID) (n int) {
	w.T.Helper()
	w.Must(w.DB.Pools()[0].QueryRowContext(w.Context(), `SELECT max(version) FROM manifest WHERE livc = $1 AND organisation = $2`, w.Livc, organisation).Scan(&n))
	return n
}

func TestC7_APlantedKeyIsNeverUsed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c := container(w, w.Mayor, livc.OfficeContainer, "gesprek", w.Mayor.Hat)
		for name, granter := range map[string]*seal.Hat{
			"signed by nobody":                             stranger(w, w.Mayor.Controller, "nobody"),
			"signed in the name of the mayor":              stranger(w, w.Mayor.Controller, w.Mayor.Hat),
			"signed by a partner who sits at the table":    w.Officer.Keys.Hat(),
			"signed by a founder of another organisation":  w.CLB.Keys.Hat(),
			"signed by somebody who is not there any more": stranger(w, w.CLB.Controller, w.CLB.Hat),
		} {
			t.Run(name, func(t *testing.T) {
				plant(w, c, w.Mayor, granter)
				got, err := read(w, w.Mayor, c)
				closed(t, got, err, nil)
				afresh(w.Mayor)
				err = act(w, w.Mayor, func(tx *deed.Tx) error { return tx.Keep(c, "two", "note", text{livc.NewSecret("meer")}) })
				if err == nil {
					t.Error("a text was sealed under the planted key")
				}
			})
		}
	})
}

func TestC7_AGrantThatWasRePointedStaysClosed(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		a := container(w, w.Mayor, livc.OfficeContainer, "een", w.Mayor.Hat)
		b := container(w, w.Mayor, livc.OfficeContainer, "twee", w.Mayor.Hat, w.Coordinator.Hat)
		columns := `key_version, granter, manifest_version, reason, sealed, signature, at`
		t.Run("to another person", func(t *testing.T) {
			sql(w, `INSERT INTO key_grant (livc, container, hat, `+columns+`) SELECT livc, container, CAST($1 AS TEXT), `+columns+` FROM key_grant WHERE livc = $2 AND container = $3 AND hat = $4`,
				w.Coordinator.Hat, w.Livc, a, w.Mayor.Hat)
			got, err := read(w, w.Coordinator, a)
			closed(t, got, err, seal.ErrBroken)
		})
		t.Run("to another container", func(t *testing.T) {
			sql(w, `DELETE FROM key_grant WHERE livc = $1 AND container = $2 AND hat = $3`, w.Livc, a, w.Coordinator.Hat)
			sql(w, `INSERT INTO key_grant (livc, container, hat, `+columns+`) SELECT livc, CAST($1 AS TEXT), hat, `+columns+` FROM key_grant WHERE livc = $2 AND container = $3 AND hat = $4`,
				a, w.Livc, b, w.Coordinator.Hat)
			got, err := read(w, w.Coordinator, a)
			closed(t, got, err, seal.ErrBroken)
		})
		t.Run("with another granter, reason, version or list", func(t *testing.T) {
			for _, change := range []string{"granter = 'x'", "reason = 'x'", "key_version = 2", "manifest_version = 9"} {
				sql(w, `UPDATE key_grant SET `+change+` WHERE livc = $1 AND container = $2 AND hat = $3`, w.Livc, b, w.Coordinator.Hat)
				got, err := read(w, w.Coordinator, b)
				closed(t, got, err, nil)
			}
		})
	})
}

// The intake is the one place where people seal to a key that nobody of them holds.
//
// proves R4.1-g
func TestC7_NothingIsReferredToAMadeUpKey(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		m := municipality(w)
		drop := func(by deed.By) error {
			return act(w, by, func(tx *deed.Tx) error { return tx.Keep(m.Intake, tx.NewID(), "note", text{livc.NewSecret("zorg")}) })
		}
		w.Must(drop(w.CLB))
		fake, err := seal.NewIntake()
		w.Must(err)
		base := w.Gate.Base(w.Livc)
		put := func(signer *seal.Hat, as livc.ID) {
			sql(w, `UPDATE container SET intake_public = $1, intake_signature = $2, intake_signer = $3 WHERE livc = $4 AND id = $5`,
				fake.Public(), seal.SignIntake(base, m.Intake, 1, fake.Public(), signer), as, w.Livc, m.Intake)
		}
		for name, signer := range map[string]*seal.Hat{
			"under the name of the mayor": stranger(w, w.Mayor.Controller, w.Mayor.Hat), "by a partner": w.Officer.Keys.Hat(), "by a colleague who is no chair": w.Coordinator.Keys.Hat(),
		} {
			t.Run("signed "+name, func(t *testing.T) {
				put(signer, signer.ID())
				if err := drop(w.CLB); err == nil {
					t.Error("a worry was sealed to the made-up key")
				}
			})
		}
		t.Run("with the old signature", func(t *testing.T) {
			w := storetest.NewTown(t, storetest.SQLite(t))
			m := municipality(w)
			sql(w, `UPDATE container SET intake_public = $1 WHERE livc = $2 AND id = $3`, fake.Public(), w.Livc, m.Intake)
			_, err := w.Referrals().Listen(w.Context(), w.Coordinator, discussion.Listen{Told: storetest.Story("Milan", "Verbeke", "2010")})
			if !errors.Is(err, seal.ErrSignature) {
				t.Error(err)
			}
		})
		t.Run("in the name of a partner who calls himself mayor on the own list", func(t *testing.T) {
			crown(w, w.Officer)
			sql(w, `UPDATE container SET organisation = $1 WHERE livc = $2 AND id = $3`, w.Police, w.Livc, m.Intake)
			put(w.Officer.Keys.Hat(), w.Officer.Hat)
			if err := drop(w.CLB); err == nil {
				t.Error("a worry was sealed to a mayor of the police")
			}
		})
	})
}

// crown adds a version to the list of somebody's organisation in which that person is a mayor; the
// person is its list manager, so the signature holds.
func crown(w *storetest.Town, by deed.By) {
	w.T.Helper()
	n := versionOf(w, by.Controller)
	last := bytesOf(w, `SELECT body FROM manifest WHERE livc = $1 AND organisation = $2 AND version = $3`, w.Livc, by.Controller, n)
	m, err := deed.NextManifest(w.Livc, by.Controller, last)
	w.Must(err)
	for i := range m.Members {
		m.Members[i].Function = livc.Mayor
	}
	sql(w, `INSERT INTO manifest (livc, organisation, version, body, signature, at) VALUES ($1, $2, $3, $4, $5, 0)`,
		w.Livc, by.Controller, m.Version, m.Bytes(), m.Sign(by.Keys.Hat()))
}

// Who left and writes to the database puts the old list, the own key and the own seat back.
//
// proves R2.5.1-a, R6.2-v
func TestC7_AnOlderListThanTheOneSeenIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c := container(w, w.Mayor, livc.OfficeContainer, "gesprek", w.Mayor.Hat)
		d := container(w, w.Coordinator, livc.DrawerContainer, "nota", w.Coordinator.Hat)
		before := versionOf(w, w.Mayor.Controller)
		grants := func(f func()) {
			sql(w, `CREATE TABLE kept AS SELECT * FROM key_grant`)
			f()
			sql(w, `DELETE FROM key_grant`)
			sql(w, `INSERT INTO key_grant SELECT * FROM kept`)
		}
		grants(func() { w.Must(w.Support.RemovePerson(w.Context(), w.Founder, w.Coordinator.Hat)) })
		if _, err := read(w, w.Mayor, c); err != nil { // the mayor sees the new list
			t.Fatal(err)
		}
		sql(w, `UPDATE hat SET state = 'active' WHERE livc = $1 AND id = $2`, w.Livc, w.Coordinator.Hat)

		t.Run("the list of today does not name her", func(t *testing.T) {
			got, err := read(w, w.Coordinator, d)
			closed(t, got, err, nil)
		})
		sql(w, `DELETE FROM manifest WHERE livc = $1 AND organisation = $2 AND version > $3`, w.Livc, w.Mayor.Controller, before)
		t.Run("the old list is refused to everybody while the program runs", func(t *testing.T) {
			got, err := read(w, w.Coordinator, d)
			closed(t, got, err, seal.ErrRolledBack)
		})
		t.Run("and after a restart to who saw the new one", func(t *testing.T) {
			restart(w)
			got, err := read(w, w.Mayor, c)
			closed(t, got, err, seal.ErrRolledBack)
			afresh(w.Mayor)
			err = act(w, w.Mayor, func(tx *deed.Tx) error {
				_, err := tx.NewContainer(livc.OfficeContainer, w.Mayor.Controller, "", "", "test", w.Mayor.Hat, w.Coordinator.Hat)
				return err
			})
			if !errors.Is(err, seal.ErrRolledBack) {
				t.Errorf("a key for who left: %v", err)
			}
		})
		t.Run("pins that were taken away refuse too", func(t *testing.T) {
			sql(w, `UPDATE hat SET pins = NULL WHERE livc = $1 AND id = $2`, w.Livc, w.Mayor.Hat)
			got, err := read(w, w.Mayor, c)
			closed(t, got, err, nil)
		})
		t.Run("and so do the pins of another", func(t *testing.T) {
			sql(w, `UPDATE hat SET pins = (SELECT pins FROM hat h WHERE h.livc = $1 AND h.id = $2) WHERE livc = $1 AND id = $3`, w.Livc, w.CLB.Hat, w.Mayor.Hat)
			got, err := read(w, w.Mayor, c)
			closed(t, got, err, seal.ErrBroken)
		})
	})
}

// Another root with a whole list under it: everything is signed well, by the attacker.
func TestC7_AnotherRootIsRefusedToWhoKnowsTheTrueOne(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		m := municipality(w)
		town := w.Mayor.Controller
		root := stranger(w, town, w.Mayor.Hat)
		one := deed.Manifest{Livc: w.Livc, Controller: town, Version: 1, ListManager: w.Mayor.Hat, Members: []deed.Member{
			{Hat: w.Mayor.Hat, Person: w.Mayor.Person, KEM: root.KEM(), Sig: root.Sig(), Function: livc.Mayor, From: "2026-01-01"}}}
		sql(w, `DELETE FROM manifest WHERE livc = $1 AND organisation = $2`, w.Livc, town)
		sql(w, `UPDATE organisation SET root = $1 WHERE livc = $2 AND id = $3`, root.Sig(), w.Livc, town)
		sql(w, `INSERT INTO manifest (livc, organisation, version, body, signature, at) VALUES ($1, $2, 1, $3, $4, 0)`, w.Livc, town, one.Bytes(), one.Sign(root))
		fake, err := seal.NewIntake()
		w.Must(err)
		sql(w, `UPDATE container SET intake_public = $1, intake_signature = $2 WHERE livc = $3 AND id = $4`,
			fake.Public(), seal.SignIntake(w.Gate.Base(w.Livc), m.Intake, 1, fake.Public(), root), w.Livc, m.Intake)
		restart(w) // only what each hat has pinned is left
		for name, by := range map[string]deed.By{"a partner who enrolled after the mayor": w.CLB, "the coordinator": w.Coordinator} {
			err := act(w, by, func(tx *deed.Tx) error { return tx.Keep(m.Intake, tx.NewID(), "note", text{livc.NewSecret("zorg")}) })
			if !errors.Is(err, seal.ErrSignature) && !errors.Is(err, seal.ErrRolledBack) {
				t.Errorf("%s seals to the made-up list: %v", name, err)
			}
		}
	})
}
