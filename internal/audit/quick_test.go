package audit

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"
)

func TestL5_ACommitmentIsTheHMACOfTheStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nonce := [16]byte(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "nonce"))
		payload := rapid.SliceOfN(rapid.Byte(), 0, 3000).Draw(t, "payload")
		mac := hmac.New(sha256.New, nonce[:])
		mac.Write(payload)
		if got := Commitment(nonce, payload); !hmac.Equal(got[:], mac.Sum(nil)) {
			t.Fatalf("%x, want %x", got, mac.Sum(nil))
		}
	})
}

func TestALeafHashIsThatOfTheTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := [32]byte(rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "commitment"))
		if leafHash(c) != tlog.RecordHash(c[:]) {
			t.Fatal("another hash")
		}
	})
}

// What Verify reads of a payload is what ParseEntry reads, and both take only what Payload writes.
func TestL6_APayloadHasOneSpelling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := anyEntry(t).Payload()
		for range rapid.IntRange(0, 2).Draw(t, "faults") {
			b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		}
		b = b[:rapid.IntRange(max(0, len(b)-2), len(b)).Draw(t, "cut")]
		e, err := ParseEntry(b)
		at, about, err2 := glance(b)
		if (err == nil) != (err2 == nil) {
			t.Fatalf("one reads it, the other not: %v, %v", err, err2)
		}
		if err == nil && (!bytes.Equal(e.Payload(), b) || !at.Equal(e.At) || string(about) != string(e.About())) {
			t.Fatal("read something that Payload does not write")
		}
	})
}

func TestCheckingALeafTakesNoMemory(t *testing.T) {
	j := journalOf(1000)
	v := newVerification(nil)
	next := 0
	if n := testing.AllocsPerRun(500, func() { v.take(j.rows[next]); next++ }); n > 0 {
		t.Errorf("%.1f pieces of memory for each leaf", n)
	}
}
