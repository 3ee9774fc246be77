package livc

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

func TestAnIDReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id, err := NewID(bytes.NewReader(rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(t, "bits")))
		if err != nil {
			t.Fatal(err)
		}
		if read, err := ParseID(string(id)); err != nil || read != id || len(id) != 26 {
			t.Fatalf("%s reads as %s, %v", id, read, err)
		}
	})
}

func TestAnIDUsesAllItsBits(t *testing.T) {
	seen := map[ID]bool{}
	for i := range 128 {
		b := make([]byte, 16)
		b[i/8] = 1 << (i % 8)
		id, err := NewID(bytes.NewReader(b))
		if err != nil || seen[id] {
			t.Fatalf("bit %d makes no difference (%v)", i, err)
		}
		seen[id] = true
	}
}

func TestAMalformedIDAnswersLikeAnIDOfNothing(t *testing.T) {
	good := strings.Repeat("0", 26)
	if _, err := ParseID(good); err != nil {
		t.Fatalf("a good one is refused: %v", err)
	}
	for name, s := range map[string]string{
		"nothing": "", "too short": good[1:], "too long": good + "0", "capitals": strings.Repeat("A", 26),
		"a letter that is not used": "i" + good[1:], "bits beyond the last": good[:25] + "1", "a way up": "../" + good[3:],
		"a line break": good[:25] + "\n", "the reserved LIVC R": string(Installation),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := ParseID(s); KindOf(err) != NotFoundKind {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAnIDIsNotDrawnFromABrokenSource(t *testing.T) {
	broken := errors.New("no randomness")
	if id, err := NewID(iotest.ErrReader(broken)); !errors.Is(err, broken) || id != "" {
		t.Errorf("drew %q, %v", id, err)
	}
	if id, err := NewID(bytes.NewReader(make([]byte, 15))); err == nil || id != "" {
		t.Errorf("drew %q from 15 bytes", id)
	}
}
