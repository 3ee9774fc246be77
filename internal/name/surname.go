package name

import "strings"

// A surname is all that stands in the field of the last name.
type surname struct {
	raw    string // words joined by spaces, with accents
	joined unit   // everything as one unit
	units  []unit
}

func newSurname(words []string) surname {
	s := surname{raw: strings.Join(words, " "), units: units(words)}
	switch len(s.units) {
	case 0:
	case 1:
		s.joined = s.units[0]
	default:
		s.joined = newUnit(nil, strings.Join(words, ""))
	}
	return s
}

// sameSurname compares two fields with surnames.
func sameSurname(a, b surname) tie {
	best := sameUnit(a.joined, b.joined)
	if best.strength == certain && len(best.reasons) == 0 && a.raw != b.raw {
		best = sure(joinedBy(a, b))
	}
	if best.strength == certain || len(a.units) < 2 && len(b.units) < 2 {
		return best
	}
	return best.or(oneSurname(a.units, b.units))
}

// joinedBy says what was written apart in one and joined in the other.
func joinedBy(a, b surname) Reason {
	if len(a.units) != len(b.units) {
		return Compound
	}
	return Particle
}

// sameUnit compares two surnames with their particles.
func sameUnit(a, b unit) tie {
	switch {
	case a.marked == b.marked:
		return sure()
	case a.full == b.full:
		return sure(Diacritics)
	case meet(a.sounds, b.sounds):
		return sure(Transliteration)
	case a.withArticle(b) || b.withArticle(a):
		return sure(Particle)
	case a.soundsWithArticle(b) || b.soundsWithArticle(a):
		return sure(Transliteration, Particle)
	case meet(a.spelled, b.spelled):
		return weak(Spelling)
	case meet(a.stems, b.stems) || meet(a.stems, b.sounds) || meet(a.sounds, b.stems):
		return weak(Particle)
	case mistyped(a.full, b.full, min(a.size, b.size)):
		return weak(Typing)
	}
	return tie{}
}

// withArticle: a is b, or b with another article, behind an article (el, al).
func (a unit) withArticle(b unit) bool {
	return a.article && (a.stem == b.full || b.article && a.stem == b.stem)
}

func (a unit) soundsWithArticle(b unit) bool {
	return a.article && (meet(a.stems, b.sounds) || b.article && meet(a.stems, b.stems))
}

// oneSurname: somebody with two surnames uses one of them, or turns them round.
func oneSurname(a, b []unit) tie {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) == len(b) && !turned(a, b) {
		return tie{}
	}
	for _, u := range a {
		if !unitAmong(u, b) {
			return tie{}
		}
	}
	return weak(Compound)
}

func turned(a, b []unit) bool {
	return len(a) == 2 && sameUnit(a[0], b[1]).strength == certain && sameUnit(a[1], b[0]).strength == certain
}

func unitAmong(u unit, list []unit) bool {
	for _, other := range list {
		if sameUnit(u, other).strength == certain {
			return true
		}
	}
	return false
}
