package deed

import (
	"crypto/rand"
	"strings"
	"unicode"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// linkLetters are what a short link is drawn from: no two look or sound alike.
const linkLetters = "23456789abcdefghjkmnpqrstvwxyz"

// linkSize is how many of them a link has: 39 bits, typed over from one screen to a telephone. Who
// guesses links still has words to say.
const linkSize = 8

// saidWords is how many words are said at a door: 22 bits, with a few tries.
const saidWords = 2

// NewLink draws a short link of a table, and what is kept of it: by that a row is found.
func (tx *Tx) NewLink(table string) (link string, kept []byte) {
	var b [linkSize]byte
	for i := range b {
		for { // every letter as likely as another
			_, _ = rand.Read(b[i : i+1]) // never fails
			if n := int(b[i]); n < 256-256%len(linkLetters) {
				b[i] = linkLetters[n%len(linkLetters)]
				break
			}
		}
	}
	return string(b[:]), tx.LinkOf(table, string(b[:]))
}

// LinkOf is what is kept of a link that somebody typed.
func (tx *Tx) LinkOf(table, link string) []byte { return tx.codeHash(table, "", said(link)) }

// NewWords draws words to say aloud for a row, and what is kept of them.
func (tx *Tx) NewWords(table string, row livc.ID) (words string, kept []byte) {
	var b [32]byte
	_, _ = rand.Read(b[:]) // never fails
	words = strings.Join(seal.Words(b[:], saidWords), " ")
	return words, tx.codeHash(table, row, said(words))
}

// AreWords tells whether the words of a row were typed as they were drawn, however they were written.
func (tx *Tx) AreWords(table string, row livc.ID, kept []byte, words string) bool {
	return tx.IsCode(table, row, kept, said(words))
}

// said is text without what people add when they type it over.
func said(s string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, s)
}
