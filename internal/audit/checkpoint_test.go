package audit

import (
	"bytes"
	"crypto/ed25519"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"beraad.eu/livc"
)

var seed = bytes.Repeat([]byte{5}, ed25519.SeedSize)

func keys(t *testing.T, origin string) (note.Signer, note.Verifier) {
	t.Helper()
	s, err := NewSigner(origin, seed)
	if err != nil {
		t.Fatal(err)
	}
	v, err := NewVerifier(origin, ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey))
	if err != nil {
		t.Fatal(err)
	}
	return s, v
}

func signed(t *testing.T) (Checkpoint, []byte, note.Verifier) {
	t.Helper()
	origin := Origin("ninove", id(1))
	s, v := keys(t, origin)
	c := journalOf(64).checkpoint(64)
	c.Origin = origin
	msg, err := Sign(c, s)
	if err != nil {
		t.Fatal(err)
	}
	return c, msg, v
}

func TestL4_ASignedCheckpointReadsBack(t *testing.T) {
	c, msg, v := signed(t)
	got, err := Open(msg, v)
	if err != nil || got != c {
		t.Fatalf("got %+v, want %+v (%v)", got, c, err)
	}
	text, err := VerifierText(c.Origin, ed25519.NewKeyFromSeed(seed).Public().(ed25519.PublicKey))
	if err != nil {
		t.Fatal(err)
	}
	plain, err := note.NewVerifier(text)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := note.Open(msg, note.VerifierList(plain)); err != nil {
		t.Errorf("a plain note reader does not open it: %v", err)
	}
}

func TestL4_ACheckpointWithAnyByteChangedIsRefused(t *testing.T) {
	c, msg, v := signed(t)
	for i := range msg {
		for _, bit := range []byte{1, 32} {
			b := bytes.Clone(msg)
			b[i] ^= bit
			if got, err := Open(b, v); err == nil && got != c {
				t.Fatalf("byte %d changed: read as %+v", i, got)
			} else if err == nil {
				t.Fatalf("byte %d changed and nobody saw it", i)
			}
		}
	}
}

func TestL4_ACheckpointOfAnotherLogIsNotTakenForOneOfThis(t *testing.T) {
	_, msg, _ := signed(t)
	_, other := keys(t, Origin("ninove", id(2)))
	if _, err := Open(msg, other); err == nil {
		t.Error("opened under the name of another log")
	}
	s, v := keys(t, Origin("ninove", id(2)))
	mixed, err := note.Sign(&note.Note{Text: Checkpoint{Origin: Origin("ninove", id(1)), At: opened}.text()}, s)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(mixed, v); err == nil {
		t.Error("opened although it speaks of another log than its signer")
	}
	if _, err := Sign(Checkpoint{Origin: Origin("ninove", id(1)), At: opened}, s); err == nil {
		t.Error("signed under the name of another log")
	}
}

func TestACheckpointThatCannotBeReadBackIsNotSigned(t *testing.T) {
	s, _ := keys(t, "beraad/x/0")
	for name, c := range map[string]Checkpoint{
		"a size below nothing":   {Origin: "beraad/x/0", Size: -1, At: opened},
		"no origin":              {At: opened},
		"an origin of two lines": {Origin: "beraad/x/0\n1", At: opened},
		"a year of five figures": {Origin: "beraad/x/0", At: time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC)},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Sign(c, s); err == nil {
				t.Error("was signed")
			}
		})
	}
}

func TestACheckpointInAFormWeDoNotWriteIsRefused(t *testing.T) {
	root := strings.Repeat("A", 43) + "="
	for name, text := range map[string]string{
		"a size with a zero before": "o\n064\n" + root + "\ncivil 2026-03-02T09:00:00.000000Z\n",
		"no civil time":             "o\n64\n" + root + "\n",
		"another zone":              "o\n64\n" + root + "\ncivil 2026-03-02T09:00:00.000000+01:00\n",
		"a line too many":           "o\n64\n" + root + "\ncivil 2026-03-02T09:00:00.000000Z\nmore\n",
		"a root cut short":          "o\n64\nAAAA\ncivil 2026-03-02T09:00:00.000000Z\n",
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := parseCheckpoint(text); err == nil {
				t.Error("was read")
			}
		})
	}
}

func TestKeysOfTheWrongLengthAreRefused(t *testing.T) {
	if _, err := NewSigner("beraad/x/0", seed[:31]); err == nil {
		t.Error("a short seed made a signer")
	}
	if _, err := NewVerifier("beraad/x/0", make([]byte, 31)); err == nil {
		t.Error("a short public key made a verifier")
	}
	if _, err := NewSigner("a name with spaces", seed); err == nil {
		t.Error("an origin that a note cannot carry made a signer")
	}
}

func TestTheSizeOfACheckpointTellsNothingFinerThan64Leaves(t *testing.T) {
	for size := range int64(300) {
		n := int64(Padding(size))
		if (size+n)%64 != 0 || n < 0 || n > 63 {
			t.Fatalf("%d leaves are padded with %d", size, n)
		}
	}
	if f := Filler(opened); f.Person != "" || f.Object != "" || f.Function != livc.System {
		t.Errorf("a filler says something: %+v", f)
	}
}
