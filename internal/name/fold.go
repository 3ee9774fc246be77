package name

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// where a rule applies within a word.
type where int

const (
	anywhere where = iota
	atStart
	atEnd
	beforeVowel     // the letters are followed by a vowel, and start the word or follow a vowel
	beforeSoftVowel // followed by e, i or y
)

// A rule says that some letters may stand for some sound; more than one sound gives more than one key.
type rule struct {
	from string
	at   where
	to   []string
}

// A folder turns a word into the keys under which it can be found. Rules are tried in their order, so
// that longer letters come before shorter ones; what no rule names stays.
type folder map[byte][]rule

func newFolder(rules []rule) folder {
	f := folder{}
	for _, r := range rules {
		f[r.from[0]] = append(f[r.from[0]], r)
	}
	return f
}

// most keys one word can have: enough for two letters of three sounds.
const mostKeys = 12

// keys gives every way in which the word can sound.
func (f folder) keys(word string) []string {
	out := [][]byte{make([]byte, 0, len(word)+4)}
	for i := 0; i < len(word); {
		r, ok := f.rule(word, i)
		if !ok {
			_, n := utf8.DecodeRuneInString(word[i:])
			out = extend(out, plain(word[i:i+n]))
			i += n
			continue
		}
		out = extend(out, r.to...)
		i += len(r.from)
	}
	keys := make([]string, len(out))
	for i, b := range out {
		keys[i] = string(b)
	}
	return keys
}

func (f folder) rule(word string, i int) (rule, bool) {
	for _, r := range f[word[i]] {
		if strings.HasPrefix(word[i:], r.from) && r.at.holds(word, i, i+len(r.from)) {
			return r, true
		}
	}
	return rule{}, false
}

func (w where) holds(word string, from, to int) bool {
	switch w {
	case atStart:
		return from == 0
	case atEnd:
		return to == len(word)
	case beforeVowel:
		return to < len(word) && vowel(word[to]) && (from == 0 || vowel(word[from-1]))
	case beforeSoftVowel:
		return to < len(word) && strings.IndexByte("eiy", word[to]) >= 0
	}
	return true
}

func vowel(b byte) bool { return strings.IndexByte("aeiouy", b) >= 0 }

// extend adds each sound to each key.
func extend(out [][]byte, sounds ...string) [][]byte {
	n := len(out)
	if len(sounds) > 1 && n*len(sounds) <= mostKeys {
		for _, s := range sounds[1:] {
			for _, b := range out[:n] {
				out = append(out, append(slices.Clip(slices.Clone(b)), s...))
			}
		}
	}
	for i := range n {
		out[i] = append(out[i], sounds[0]...)
	}
	return out
}

// single writes doubled letters once.
func single(s string) string {
	b := make([]byte, 0, len(s))
	for i := range len(s) {
		if i == 0 || s[i] != s[i-1] {
			b = append(b, s[i])
		}
	}
	return string(b)
}

func meet(a, b []string) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}
