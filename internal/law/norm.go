// Package law holds the norms of the LIVC R as data and its rules as pure functions, in the words of
// the field, so that a jurist can read them. It knows no database, no clock, no key and no page: the
// day is given, and a refusal is an error of package livc that names its norm. Norms are quoted by
// place only, never by text; every sentence here is our own. Where an article was not read, the norm
// says so (Confirmed is false) and the page shows that the source is being checked.
//
// The rule ids in comments point at the rule catalogue; docs/law.md shows for each rule its norm, the
// code, the test and the screen.
package law

import (
	"slices"
	"strings"

	"beraad.eu/livc"
)

// Force tells how strongly a norm binds. Dutch: rechtskracht (R0.0-c).
type Force string

// The forces, from an act of parliament to a free local choice.
const (
	Federal    Force = "federal"    // federal law or Criminal Code
	Memorandum Force = "memorandum" // derived from the explanatory memorandum or a federal guideline, not in the article
	Decree     Force = "decree"     // decree of a community
	Privacy    Force = "privacy"    // GDPR
	Practice   Force = "practice"   // good practice
	Option     Force = "option"     // local choice
)

// Forces lists the forces.
func Forces() []Force {
	return []Force{Federal, Memorandum, Decree, Privacy, Practice, Option}
}

// Norm is one version of one norm: a place in the law, or an agreement of good practice. The same ID
// stands in several rows when the text changed in time. Dutch: norm, bron.
type Norm struct {
	ID   livc.NormID
	Rule []string // the rules of the catalogue that this norm backs
	// Force and Regime say how it binds and whom; an empty Regime means everyone.
	Force  Force
	Regime livc.Regime
	Cite   map[livc.Language]string // where it stands; Dutch and English always
	Short  map[livc.Language]string // why, in one plain sentence of our own
	// ValidFrom is the first day, ValidUntil the first day on which it no longer holds ("" = open).
	ValidFrom, ValidUntil livc.Day
	Successor             livc.NormID // the norm that takes its place on ValidUntil
	URL                   string
	Checked               livc.Day // last day on which a person compared it with the text; "" = not yet
	Confirmed             bool     // the text and its dates were read, not only reported
}

// Valid tells whether this version holds on the day.
func (n Norm) Valid(on livc.Day) bool {
	return n.ValidFrom <= on && (n.ValidUntil == "" || on < n.ValidUntil)
}

// Citation is where the norm stands, in the reader's language or else in Dutch.
func (n Norm) Citation(lang livc.Language) string { return inLanguage(n.Cite, lang) }

// Why is the reason in one sentence, in the reader's language or else in Dutch.
func (n Norm) Why(lang livc.Language) string { return inLanguage(n.Short, lang) }

func inLanguage(m map[livc.Language]string, lang livc.Language) string {
	if s := m[lang]; s != "" {
		return s
	}
	return m[livc.Dutch]
}

// Norms lists every version of every norm, in the order of the subjects.
func Norms() []Norm { return slices.Clone(register) }

var register = slices.Concat(livcAct, secrecyNorms, memorandum, sharedDatabase, flemish, french, privacy, practice, draft)

// Find gives the versions of one norm, oldest first; none for an unknown id.
func Find(id livc.NormID) []Norm {
	var found []Norm
	for _, n := range register {
		if n.ID == id {
			found = append(found, n)
		}
	}
	return found
}

// On gives the norm that holds on the day: the version of that day, or the norm that took its place.
// It is false for an unknown norm and for a day before the norm began (invariant 22).
func On(id livc.NormID, day livc.Day) (Norm, bool) {
	for _, n := range Find(id) {
		if n.Valid(day) {
			return n, true
		}
		if n.Successor != "" && n.Successor != id && day >= n.ValidUntil {
			return On(n.Successor, day)
		}
	}
	return Norm{}, false
}

// Both gives the norm of the day and, as long as a switch of the law is not confirmed, the article on
// the other side of the switch beside it; the norm of the day stands first. It is empty where On is
// false.
func Both(id livc.NormID, day livc.Day) []Norm {
	now, ok := On(id, day)
	if !ok {
		return nil
	}
	pair := []Norm{now}
	for _, n := range register {
		before := n.Successor == now.ID && n.Successor != n.ID
		after := n.ID == now.Successor && now.Successor != now.ID
		if (before || after) && !(n.Confirmed && now.Confirmed) {
			pair = append(pair, n)
		}
	}
	return pair
}

// ForRule lists the norms that back a rule of the catalogue.
func ForRule(rule string) []Norm {
	var found []Norm
	for _, n := range register {
		if slices.Contains(n.Rule, rule) {
			found = append(found, n)
		}
	}
	return found
}

func rules(list string) []string { return strings.Fields(list) }

func cite(nl, fr, en string) map[livc.Language]string {
	return map[livc.Language]string{livc.Dutch: nl, livc.French: fr, livc.English: en}
}

func say(nl, en string) map[livc.Language]string {
	return map[livc.Language]string{livc.Dutch: nl, livc.English: en}
}
