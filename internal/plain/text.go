package plain

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word is a run of letters and digits, hyphens and apostrophes inside it included. from and to are
// byte offsets.
type word struct {
	from, to int
	text     string // as typed
	lower    string
	starts   bool // first word of a sentence
	sentence int
}

// A text is what was typed, cut once for all the readers.
type text struct {
	raw   string
	words []word
	rune  []int // rune offset of each byte offset
}

func readText(raw string) text {
	return text{raw: raw, words: cut(raw), rune: runeOffsets(raw)}
}

func runeOffsets(s string) []int {
	list, n := make([]int, len(s)+1), -1
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
		list[i] = max(n, 0)
	}
	list[len(s)] = n + 1
	return list
}

// cut finds the words and the sentences.
func cut(s string) (list []word) {
	sentence, starts := 0, true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !inWord(r) {
			if ends(s, i, r) && len(list) > 0 {
				starts, sentence = true, sentence+1
			}
			i += n
			continue
		}
		end := wordEnd(s, i)
		w := s[i:end]
		list = append(list, word{i, end, w, strings.ToLower(norm.NFC.String(w)), starts, sentence})
		starts, i = false, end
	}
	return list
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// ends tells whether a sentence ends at i. A point after a single letter is an initial.
func ends(s string, i int, r rune) bool {
	switch r {
	case '!', '?', '\n', ':', ';', '•', '“', '„', '«', '"':
		return true
	case '.':
		return !(i >= 1 && unicode.IsUpper(lastRune(s[:i])) && (i < 2 || !inWord(lastRune(s[:i-1]))))
	}
	return false
}

func lastRune(s string) rune { r, _ := utf8.DecodeLastRuneInString(s); return r }

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

func wordEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !inWord(r) && !(joins(r) && i+n < len(s) && inWord(firstRune(s[i+n:]))) {
			return i
		}
		i += n
	}
	return i
}

func joins(r rune) bool { return r == '-' || r == '\'' || r == '’' }

// alone tells whether nothing of a word touches the place: nothing is marked inside a word.
func alone(s string, from, to int) bool {
	return (from == 0 || !inWord(lastRune(s[:from])) || !inWord(firstRune(s[from:]))) &&
		(to == len(s) || !inWord(firstRune(s[to:])) || !inWord(lastRune(s[:to])))
}
