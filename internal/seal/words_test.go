package seal_test

import (
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/seal"
)

func TestWordList(t *testing.T) {
	list := seal.WordList()
	if len(list) != 2048 || !slices.IsSorted(list) || len(slices.Compact(slices.Clone(list))) != 2048 {
		t.Fatalf("%d words, sorted %v", len(list), slices.IsSorted(list))
	}
	t.Run("no two words differ in one sound only", func(t *testing.T) {
		seen := map[string]string{}
		for _, word := range list {
			sounds := soundsOf(t, word)
			for i := range sounds {
				open := slices.Clone(sounds)
				open[i] = "."
				key := strings.Join(open, "")
				if other, ok := seen[key]; ok {
					t.Errorf("%s and %s", other, word)
				}
				seen[key] = word
			}
		}
	})
}

// soundsOf takes a word apart: consonant, vowel, consonant, vowel, consonant.
func soundsOf(t *testing.T, word string) (sounds []string) {
	split := strings.NewReplacer("oe", "U", "ie", "I").Replace(word)
	if len(split) != 5 {
		t.Errorf("%s has %d sounds", word, len(split))
	}
	return strings.Split(split, "")
}

func TestFingerprint(t *testing.T) {
	pub := seal.NewNode().Public()
	words := seal.Fingerprint(pub)
	if words != seal.Fingerprint(pub) || words == seal.Fingerprint(seal.NewNode().Public()) {
		t.Error("eight words do not tell keys apart")
	}
	t.Run("one bit changes the words", func(t *testing.T) {
		if four := seal.Words(pub, 4); len(four) != 4 || slices.Equal(four, seal.Words(flipped(pub, 0), 4)) {
			t.Error(four)
		}
	})
	t.Run("every word can come", func(t *testing.T) {
		seen := map[string]bool{}
		for n := range 2048 {
			for _, w := range seal.Words([]byte{byte(n), byte(n >> 8)}, 23) {
				seen[w] = true
			}
		}
		if len(seen) != 2048 {
			t.Errorf("only %d words", len(seen))
		}
	})
}

func TestRowHash(t *testing.T) {
	if seal.RowHash([]byte("ab"), []byte("c")) == seal.RowHash([]byte("a"), []byte("bc")) {
		t.Error("parts can be shifted")
	}
}
