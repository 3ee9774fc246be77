package seal

import (
	"crypto/sha256"
	_ "embed"
	"strings"
)

// The word list has 2048 made-up words that can be said in Dutch over the phone and mean nothing; no
// two of them differ in one sound only, so that a mishearing shows.
//
//go:embed words.txt
var wordText string

var wordList = strings.Fields(wordText)

// wordBits is how much one word tells.
const wordBits = 11

// WordList gives the 2048 words in their order.
func WordList() []string { return append([]string(nil), wordList...) }

// Words says sum in n words, to be compared by ear: four for a report, eight for a key. n is at most
// 23, as many as a SHA-256 can fill.
func Words(sum []byte, n int) []string {
	hash := sha256.Sum256(appendFields(nil, []byte(protocol), []byte("words"), sum))
	words := make([]string, n)
	for i := range words {
		words[i] = wordList[bitsAt(hash[:], i*wordBits)]
	}
	return words
}

// bitsAt reads wordBits bits from position at, the highest first.
func bitsAt(b []byte, at int) (value int) {
	for i := at; i < at+wordBits; i++ {
		value = value<<1 | int(b[i/8]>>(7-i%8)&1)
	}
	return value
}

// Fingerprint says a public key in eight words, 88 bits: enough that nobody finds another key with
// the same words. Dutch: vingerafdruk.
func Fingerprint(pub []byte) [8]string { return [8]string(Words(pub, 8)) }
