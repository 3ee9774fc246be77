package name

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// special are letters that Unicode does not take apart, written as people type them on a Belgian keyboard.
var special = strings.NewReplacer("ı", "i", "ł", "l", "đ", "dj", "ø", "o", "ß", "ss", "æ", "ae", "œ", "oe",
	"ð", "d", "þ", "th", "ĳ", "ij")

// lower gives the text in lower case, composed, with single spaces.
func lower(s string) string {
	s = strings.ReplaceAll(norm.NFKC.String(s), "İ", "I")
	return strings.Join(strings.Fields(strings.ToLower(s)), " ")
}

// plain takes the accents off.
func plain(s string) string {
	if isASCII(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFKD.String(special.Replace(s)))
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// tokens splits at spaces, hyphens and points; an apostrophe joins (d'Hondt, M'hamed).
func tokens(s string) []string {
	return strings.FieldsFunc(strings.Map(dropQuote, s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r)
	})
}

func dropQuote(r rune) rune {
	switch r {
	case '\'', '’', '‘', 'ʼ', '`', '´', 'ʿ', 'ʾ':
		return -1
	}
	return r
}
