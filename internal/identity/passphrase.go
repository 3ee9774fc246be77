package identity

import (
	"crypto/rand"
	_ "embed"
	"strings"
	"unicode"
	"unicode/utf8"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
	"golang.org/x/text/unicode/norm"
)

// A passphrase is judged by length alone, and by not being what everybody tries first. Nothing is
// asked about kinds of characters, and it never expires (NIST 800-63B-4).
const (
	passphraseMin = 15
	passphraseMax = 256
	// ownPart is how much must be left once common phrases and the person's own address are taken out.
	ownPart      = 8
	differentMin = 5
)

//go:embed blocklist.txt
var blocklistText string

var blocklist = strings.Fields(blocklistText)

// NormalPassphrase writes a passphrase alike on every keyboard: NFC, and no space around it, because
// a pasted one often carries a line end.
func NormalPassphrase(s string) string { return norm.NFC.String(strings.TrimSpace(s)) }

// CheckPassphrase refuses what is too short, too long or too common. mail is the person's own
// address, which must not be the passphrase either.
func CheckPassphrase(text string, mail livc.Contact) error {
	p := NormalPassphrase(text)
	switch n := utf8.RuneCountInString(p); {
	case n < passphraseMin:
		return livc.Invalid("passphrase.short").At("passphrase").With("min", passphraseMin)
	case n > passphraseMax:
		return livc.Invalid("passphrase.long").At("passphrase").With("max", passphraseMax)
	case common(fold(p), mail.Reveal()):
		return livc.Invalid("passphrase.common").At("passphrase")
	}
	return nil
}

// common tells whether too little of its own is left.
func common(p, mail string) bool {
	name, _, _ := strings.Cut(mail, "@")
	p = strip(p, mail, name)
	for _, phrase := range blocklist {
		p = strip(p, phrase)
	}
	different := map[rune]bool{}
	for _, r := range p {
		different[r] = true
	}
	return utf8.RuneCountInString(p) < ownPart || len(different) < differentMin
}

func strip(p string, parts ...string) string {
	for _, s := range parts {
		if s = fold(s); len(s) >= 3 {
			p = strings.ReplaceAll(p, s, "")
		}
	}
	return p
}

// fold keeps letters and digits in lower case, so that spaces and dots hide nothing.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

const generatedWords = 6

// NewPassphrase draws six words: 66 bits, easy to type and to keep in mind.
func NewPassphrase() string {
	var b [32]byte
	_, _ = rand.Read(b[:]) // never fails: crypto/rand ends the program instead
	return strings.Join(seal.Words(b[:], generatedWords), " ")
}
