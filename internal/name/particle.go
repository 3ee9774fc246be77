package name

import (
	"slices"
	"strings"
)

// articles may be left out without making another name: (El) Amrani.
var articles = []string{"el", "al", "ul", "es", "as", "er", "ar", "et", "ez", "az", "en", "ech", "ash"}

// particles belong to the name, but are written apart, joined, or forgotten.
var particles = []string{"vanden", "vander", "vande", "van", "von", "den", "der", "de", "ter", "ten", "ben", "bin", "ibn",
	"ould", "oulad", "ait", "ath", "bou", "abou", "abu", "oul", "ou", "d", "l", "la", "le", "les", "du", "des", "di", "mc", "mac", "st"}

// A unit is one surname with what stands before it: van den Broeck, el Amrani.
type unit struct {
	full    string   // everything joined, without accents
	marked  string   // the same, with accents
	stem    string   // without articles and particles
	article bool     // only an article was left out of stem
	sounds  []string // keys of full, then of stem when it differs
	stems   []string
	spelled []string
	size    int // letters that tell people apart, for slips of the hand
}

// units groups the words of a surname.
func units(words []string) []unit {
	var list []unit
	start := 0
	for i, w := range words {
		if i < len(words)-1 && leads(w, words[i+1]) {
			continue
		}
		list = append(list, newUnit(words[start:i], w))
		start = i + 1
	}
	return list
}

// leads tells whether w belongs to the word after it. The assimilated article is one only before its
// own letter: es-Saidi, but not the first name Es.
func leads(w, next string) bool {
	w = plain(w)
	if slices.Contains(articles, w) && w != "el" && w != "al" && w != "ul" {
		return w[len(w)-1] == plain(next)[0] || w == "ech" || w == "ash"
	}
	return slices.Contains(articles, w) || slices.Contains(particles, w)
}

func newUnit(before []string, word string) unit {
	u := unit{marked: strings.Join(before, "") + word}
	u.full = plain(u.marked)
	u.stem, u.article = plain(word), len(before) == 1 && slices.Contains(articles, plain(before[0]))
	marked := word
	if len(before) == 0 {
		u.stem, u.article = cutGlued(u.full)
		marked = u.stem
	}
	u.size = len(u.stem)
	if len(before) == 0 && strings.HasPrefix(u.full, "l") {
		u.size = len(u.full) // Lefebvre is one word to everybody
	}
	u.sounds, u.stems = sounds.keys(u.marked), sounds.keys(marked)
	u.spelled = spelled(u.full)
	return u
}

// shortestStem keeps Denis and Elias whole.
const shortestStem = 4

// cutGlued takes a joined particle off: vandenbroeck, elamrani.
func cutGlued(s string) (stem string, article bool) {
	for _, a := range []string{"el", "al"} {
		if rest, ok := strings.CutPrefix(s, a); ok && len(rest) > shortestStem {
			return rest, true
		}
	}
	if len(s) > shortestStem+1 && s[0] == 'l' && vowel(s[1]) {
		return s[1:], true // Lamrani is El Amrani
	}
	for _, p := range particles {
		if rest, ok := strings.CutPrefix(s, p); ok && len(p) > 1 && len(rest) >= shortestStem {
			return rest, false
		}
	}
	return s, false
}

func spelled(s string) []string {
	keys := spellings.keys(single(s))
	for i, k := range keys {
		keys[i] = single(k)
	}
	return keys
}
