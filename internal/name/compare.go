package name

import "slices"

// Compare tells whether a and b may be one person, and why. It is symmetric. With too little to
// compare (see Enough) the answer is no hit. Likely: both names are the same written by another hand,
// and the birth years do not contradict. Possible: one of the two is only alike, or both are while the
// birth years are known and equal; or the names are the same and the years one apart or mistyped.
func Compare(a, b Person) Match {
	pa, pb := prepare(a), prepare(b)
	if !pa.enough() || !pb.enough() {
		return Match{}
	}
	year, ok := compareYears(pa.year, pb.year)
	if !ok {
		return Match{}
	}
	var best Match
	for _, ra := range pa.readings() {
		for _, rb := range pb.readings() {
			best = better(best, judge(ra, rb, year))
			if !best.Likely && len(ra.first) > 0 && len(rb.first) > 0 {
				best = better(best, judgeTurned(ra, rb, year))
			}
		}
	}
	return best
}

// years says how two birth years relate.
type years struct {
	equal  bool // known and equal
	reason Reason
}

// compareYears answers false when the years contradict each other.
func compareYears(a, b int) (years, bool) {
	switch {
	case a == 0 || b == 0:
		return years{}, true
	case a == b:
		return years{equal: true}, true
	case a-b == 1 || b-a == 1:
		return years{reason: YearByOne}, true
	case a/100 == b/100 && a%10 == b/10%10 && b%10 == a/10%10:
		return years{reason: Typing}, true
	}
	return years{}, false
}

func judge(a, b *reading, y years) Match {
	if len(a.first) == 0 || len(b.first) == 0 {
		return judgeAlone(a, b, y)
	}
	last := sameSurname(a.surname(), b.surname())
	if last.strength == loose {
		return Match{}
	}
	return weigh(sameForename(a.forename(), b.forename()), last, y)
}

// judgeAlone compares surnames when a first name is missing: the same birth year must bear it out.
func judgeAlone(a, b *reading, y years) Match {
	last := sameSurname(a.surname(), b.surname())
	if !y.equal || last.strength != certain {
		return Match{}
	}
	return Match{Possible: true, Reasons: tidy(append(slices.Clone(last.reasons), ShortForm))}
}

func judgeTurned(a, b *reading, y years) Match {
	t := b.turned()
	if sameSurname(a.surname(), t.surname()).strength == loose {
		return Match{}
	}
	m := judge(a, t, y)
	if m.Any() {
		m.Reasons = tidy(append(slices.DeleteFunc(m.Reasons, func(r Reason) bool { return r == Exact }), Swapped))
	}
	return m
}

// weigh turns two ties and the years into words.
func weigh(first, last tie, y years) Match {
	if first.strength == loose || last.strength == loose {
		return Match{}
	}
	both := first.strength == certain && last.strength == certain
	m := Match{Reasons: tidy(slices.Concat(first.reasons, last.reasons, y.reasons()))}
	switch {
	case both && y.reason == "":
		m.Likely = true
	case both, y.reason == "" && (first.strength == certain || last.strength == certain), y.equal && !bothDoubtful(first, last):
		m.Possible = true
	default:
		return Match{}
	}
	return m
}

// bothDoubtful: a slip in both names, or an initial with a doubtful surname, is no ground.
func bothDoubtful(first, last tie) bool {
	return first.has(Typing) && last.has(Typing) || first.has(ShortForm) && !last.has(Spelling)
}

func (y years) reasons() []Reason {
	if y.reason == "" {
		return nil
	}
	return []Reason{y.reason}
}

// better keeps the stronger answer, then the one with fewer reasons, then the one whose first reason
// comes first, so that the order of the two persons does not matter.
func better(a, b Match) Match {
	switch {
	case !b.Any() || a.Likely && b.Possible:
		return a
	case !a.Any() || b.Likely && a.Possible:
		return b
	case len(a.Reasons) != len(b.Reasons):
		if len(b.Reasons) < len(a.Reasons) {
			return b
		}
		return a
	case slices.CompareFunc(b.Reasons, a.Reasons, byOrder) < 0:
		return b
	}
	return a
}

func byOrder(a, b Reason) int { return slices.Index(Reasons(), a) - slices.Index(Reasons(), b) }

// tidy orders the reasons, each once; no reason at all is Exact.
func tidy(list []Reason) []Reason {
	if len(list) == 0 {
		return []Reason{Exact}
	}
	slices.SortFunc(list, byOrder)
	return slices.Compact(list)
}
