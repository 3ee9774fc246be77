package name

import "strings"

// A given is one first name, or one of several.
type given struct {
	marked, plain, family string
	sounds                []string
	known                 bool
}

func newGiven(word string) given {
	g := given{marked: word, plain: plain(word)}
	g.sounds = givenSounds(word)
	g.family = familyOf(g.plain, g.sounds)
	_, g.known = families[g.family]
	return g
}

// A forename is all that stands in the field of the first name.
type forename struct {
	whole given
	words []given
}

func newForename(words []string) forename {
	f := forename{whole: newGiven(strings.Join(words, ""))}
	if len(words) > 1 {
		for _, w := range words {
			f.words = append(f.words, newGiven(w))
		}
	}
	if rest, ok := servant(f.whole.plain); ok {
		f.words = []given{newGiven("abd"), newGiven(rest)}
	}
	return f
}

// servant reads the names that begin with Abd, servant of: Abdelkarim, Abdoul Karim, Abd al-Karim.
// The article melts into the next letter (Abderrahman), so a doubled letter is taken once.
func servant(s string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(s, "abd")
	if !ok {
		return "", false
	}
	rest = strings.TrimLeft(rest, "aeou")
	if len(rest) > 2 && (rest[0] == rest[1] || rest[0] == 'l' && !vowel(rest[1])) {
		rest = rest[1:]
	}
	return rest, len(rest) >= shortestStem-1
}

// sameGiven compares two single first names.
func sameGiven(a, b given) tie {
	switch {
	case a.marked == b.marked:
		return sure()
	case a.plain == b.plain:
		return sure(Diacritics)
	case a.family == b.family, !(a.known && b.known) && meet(a.sounds, b.sounds):
		return sure(Transliteration)
	case shortOf(a.plain, b.family, b.plain), shortOf(b.plain, a.family, a.plain):
		return weak(ShortForm)
	case a.known && b.known, endsOtherwise(a.plain, b.plain):
		return tie{}
	}
	return alikeGiven(a, b)
}

func alikeGiven(a, b given) tie {
	size := min(len(a.plain), len(b.plain))
	switch {
	case size >= 4 && meet(spelled(a.plain), spelled(b.plain)):
		return weak(Spelling)
	case size >= 4 && sameButVowels(a.sounds, b.sounds):
		return weak(Transliteration)
	case mistyped(a.plain, b.plain, size):
		return weak(Typing)
	}
	return tie{}
}

// endsOtherwise holds for names that differ in a last vowel only: Karim and Karima, Adrien and Adrienne
// are sister and brother more often than a slip.
func endsOtherwise(a, b string) bool {
	return a != b && strings.TrimRight(single(a), "ae") == strings.TrimRight(single(b), "ae")
}

// openVowels: Arabic e and a, o and u are one vowel to the ear of a clerk.
var openVowels = strings.NewReplacer("e", "a", "o", "u")

func sameButVowels(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if len(x) == len(y) && openVowels.Replace(x) == openVowels.Replace(y) {
				return true
			}
		}
	}
	return false
}

// sameForename compares two fields with first names.
func sameForename(a, b forename) tie {
	best := sameGiven(a.whole, b.whole)
	if len(a.words) != len(b.words) && best.strength == certain && a.whole.plain == b.whole.plain {
		best = sure(Compound)
	}
	if initials(a, b) || initials(b, a) {
		return weak(ShortForm) // equal initials too: J. is not always the same J.
	}
	if best.strength == certain {
		return best
	}
	return best.or(oneOfSeveral(a, b))
}

// initials tells whether a is written in initials that fit b: M., M.-C., JP.
func initials(a, b forename) bool {
	s := a.whole.plain
	if len(s) == 1 {
		return b.whole.plain != "" && s[0] == b.whole.plain[0]
	}
	if len(b.words) < 2 || len(s) != len(b.words) {
		return false
	}
	for i, w := range b.words {
		if w.plain == "" || w.plain[0] != s[i] {
			return false
		}
	}
	return true
}

// oneOfSeveral: Mohamed Amine is Mohamed or Amine to some, but never Mohamed Ali.
func oneOfSeveral(a, b forename) tie {
	few, many := a.parts(), b.parts()
	if len(few) > len(many) {
		few, many = many, few
	}
	if len(many) < 2 || len(few) == len(many) && !(len(few) == 2 && crossed(few, many)) {
		return tie{}
	}
	for _, f := range few {
		if len(f.plain) < 2 || !among(f, many) {
			return tie{}
		}
	}
	return weak(Compound)
}

func crossed(a, b []given) bool {
	return sameGiven(a[0], b[1]).strength == certain && sameGiven(a[1], b[0]).strength == certain
}

func among(g given, list []given) bool {
	for _, other := range list {
		if sameGiven(g, other).strength == certain {
			return true
		}
	}
	return false
}

func (f forename) parts() []given {
	if len(f.words) == 0 {
		return []given{f.whole}
	}
	return f.words
}
