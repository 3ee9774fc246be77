package audit

import (
	"fmt"
	"testing"
)

func TestL5_TheTreeVerifiesAfterPayloadsExpired(t *testing.T) {
	j := journalOf(200)
	j.write(look(3 * 365 * 24 * 60)) // three years on
	cps := []Checkpoint{j.checkpoint(64), j.checkpoint(192)}
	for i := range j.rows[:200] {
		j.rows[i].Nonce, j.rows[i].Payload = nil, nil
	}
	if found := j.verify(t, cps...); len(found) != 0 {
		t.Errorf("found %v", found)
	}
}

func TestL5_APayloadThatIsGoneBeforeItsTimeIsFound(t *testing.T) {
	j := journalOf(200)
	j.rows[150].Nonce, j.rows[150].Payload = nil, nil
	if found := j.verify(t); len(found) != 1 || found[0] != (Finding{GoneFault, 150}) {
		t.Errorf("found %v", found)
	}
}

func TestL5_ANonceThatOutlivesItsPayloadIsFound(t *testing.T) {
	j := journalOf(10)
	j.write(look(3 * 365 * 24 * 60))
	j.rows[4].Payload = nil
	if found := j.verify(t); len(found) != 1 || found[0] != (Finding{NonceFault, 4}) {
		t.Errorf("found %v", found)
	}
}

// The guesser knows everything but the nonce, has the very entry among the candidates, and tries each
// under nonces that he might expect: of zeros, of ones, counted.
func TestL5_APayloadCannotBeGuessedWithoutItsNonce(t *testing.T) {
	secret := [16]byte{7, 200, 31, 9, 77, 120, 3, 250, 16, 81, 4, 99, 183, 60, 2, 45}
	said := look(777)
	committed := Commitment(secret, said.Payload())
	guessed := 0
	for n := range 1000 { // x 250 nonces
		p := look(n).Payload()
		for k := range 250 {
			if Commitment([16]byte{15: byte(k)}, p) == committed {
				guessed++
			}
		}
	}
	if guessed != 0 {
		t.Errorf("%d guesses hit", guessed)
	}
	if Commitment(secret, look(777).Payload()) != committed {
		t.Error("with the nonce the entry must be provable")
	}
}

func TestTheSameEntryTwiceHasTwoCommitments(t *testing.T) {
	p := look(1).Payload()
	if Commitment([16]byte{1}, p) == Commitment([16]byte{2}, p) {
		t.Error("two leaves that say the same can be told to say the same")
	}
}

// Vectors, so that a second implementation can be compared (docs/spec/audit-log.md).
func TestCommitmentVector(t *testing.T) {
	p := look(1).Payload()
	c := Commitment([16]byte{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}, p)
	var f Frontier
	f.Append(c)
	got := fmt.Sprintf("%x\n%x\n%s", p, c, f.Root())
	if got != vector {
		t.Errorf("got\n%s\nwant\n%s", got, vector)
	}
}

const vector = "0100064c06d35f0b000000001a30303030303030303030303030303030303030303030303031300000001a30303030303030303030303030303030303030303030303032300000001a30303030303030303030303030303030303030303030303033300000000b636f6f7264696e61746f720000000f766965775f636173655f736865657400000004636173650000001a3030303030303030303030303030303030303030303030303130000000010000000f646563726565742d6c697663722d38010000000000000000000000000000000000000000000000000000000000000000\n" +
	"27a978147647a876e43dc68097ac6537e3ad1549791800f473b948518a357b88\n" +
	"8a7vEoHNi43HEaskieeDQyP9COfAydDoBJRpc0fZNTg="
