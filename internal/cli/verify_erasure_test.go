package cli_test

import (
	"strings"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// buried lets the clock of the first LIVC R bury something, and gives its proof as it was signed and the
// public key that stands beside it.
func (c *clinic) buried(object livc.ID) (of livc.ID, note []byte, key string) {
	c.t.Helper()
	h := c.house()
	list, err := h.DB.LivcRs(c.t.Context())
	c.must(err)
	of = list[0]
	c.must(h.Gate.Do(c.t.Context(), deed.By{Actor: livc.TheSystem(of)}, access.RunClocks, access.Whole(of), func(tx *deed.Tx) error {
		_, err := tx.Bury(deed.Burial{Kind: "case", Cause: "term", Object: object, Controller: "town", Classes: []string{"keys", "text"}})
		return err
	}))
	stones, err := h.DB.Stones(c.t.Context(), of)
	c.must(err)
	note = stones[len(stones)-1].Certificate
	key, err = audit.VerifierText(audit.CertificateOrigin(note), h.Gate.Node.Public())
	c.must(err)
	c.must(h.Close())
	return of, note, key
}

// proves R6.2-k: product D5, security R14
func TestAProofOfErasureIsChecked(t *testing.T) {
	clinics(t, func(t *testing.T, c *clinic) {
		const object livc.ID = "aaaaaaaaaaaaaaaaaaaaaaaaaa"
		of, note, key := c.buried(object)
		c.write("proof.txt", string(note))
		says := func(code int, part string, args ...string) {
			t.Helper()
			if out, got := run(t, append([]string{"verify", "--config", c.config}, args...)...); got != code || !strings.Contains(out, part) {
				t.Errorf("it ends with %d, not %d, and says:\n%s", got, code, out)
			}
		}
		file := c.path("proof.txt")
		says(0, "/erasure: 1 erasures, 0 findings")
		says(0, "a case was erased on", "--certificate", file)
		says(0, "nothing of it is left here", "--certificate", file)
		says(0, "a case was erased on", "--certificate", file, "--key", key)
		t.Run("changed by one letter it proves nothing, here and elsewhere", func(t *testing.T) {
			c.write("changed.txt", strings.Replace(string(note), "cause term", "cause own", 1))
			says(1, "no certificate of this installation", "--certificate", c.path("changed.txt"))
			says(1, "no certificate of this installation", "--certificate", c.path("changed.txt"), "--key", key)
		})
		t.Run("one of another installation is not ours", func(t *testing.T) {
			c.write("other.txt", strings.ReplaceAll(string(note), "beraad/", "beraad/x"))
			says(1, "no certificate of this installation", "--certificate", c.path("other.txt"))
		})
		db := c.open()
		t.Run("what came back after it was erased is found", func(t *testing.T) {
			c.exec(db, `INSERT INTO casus (livc, id, municipality, code, state, ages, origin, sheet, agenda_only, listed, due, at)
				VALUES ('`+string(of)+`', '`+string(object)+`', 'm', 'Kwarts-41', 'listed', 'adult', 'welfare', '', FALSE, '2026-11-24', '2027-11-24', 1)`)
			says(1, "something of it is left")
			says(1, "something of it is left", "--certificate", file)
			c.exec(db, `DELETE FROM casus WHERE id = '`+string(object)+`'`)
		})
		t.Run("a tombstone that says something else than was signed is found", func(t *testing.T) {
			c.exec(db, `UPDATE tombstone SET day = '2020-01-01'`)
			says(1, "says something else")
		})
		t.Run("a proof whose tombstone is gone is signed and unknown", func(t *testing.T) {
			c.exec(db, `DELETE FROM tombstone`)
			says(1, "does not know it", "--certificate", file)
		})
	})
}
