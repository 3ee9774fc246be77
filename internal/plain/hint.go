package plain

import (
	"cmp"
	"slices"
	"strings"

	"beraad.eu/livc"
)

// A Hint is a word that another word would serve better. From and To are offsets in characters (runes),
// To behind the last. Use and Why are keys of the language files.
type Hint struct {
	From, To int
	Word     string // the entry of the guide: "target", "label"
	Use, Why string
}

// Words lists the words of the text that the word guide (product.md 7.3, D6) would replace: labels that
// stick, promises the table cannot make, and judgements where a fact belongs. lang is nl, fr, de or en;
// a language without a guide gives no hints. It never blocks and never marks inside a word.
func Words(t livc.Secret, lang string) (hints []Hint) {
	text := readText(t.Reveal())
	for _, e := range guide {
		for _, form := range e.forms[cmp.Or(lang, "nl")] {
			hints = append(hints, e.find(text, strings.Fields(form))...)
		}
	}
	slices.SortFunc(hints, func(a, b Hint) int { return cmp.Or(a.From-b.From, b.To-a.To) })
	return slices.CompactFunc(hints, func(a, b Hint) bool { return b.From < a.To })
}

// find gives the places where the words of the form follow each other within a sentence.
func (e entry) find(t text, form []string) (hints []Hint) {
	for i := range t.words {
		last := i + len(form) - 1
		if last >= len(t.words) || t.words[last].sentence != t.words[i].sentence || !fits(t.words[i:last+1], form) || e.spared(t.words, i) {
			continue
		}
		hints = append(hints, Hint{t.rune[t.words[i].from], t.rune[t.words[last].to], e.id, "word." + e.id + ".use", "word." + e.id + ".why"})
	}
	return hints
}

// fits compares word by word; a star stands for any ending.
func fits(words []word, form []string) bool {
	for i, f := range form {
		stem, star := strings.CutSuffix(f, "*")
		if words[i].lower != stem && !(star && strings.HasPrefix(words[i].lower, stem)) {
			return false
		}
	}
	return true
}

// spared tells whether the words around make the word another one: "in dit geval", "de deur is gesloten".
func (e entry) spared(words []word, i int) bool {
	if i > 0 && slices.Contains(e.notAfter, words[i-1].lower) {
		return true
	}
	return e.sameSentence(words, i, e.unless) || len(e.onlyWith) > 0 && !e.sameSentence(words, i, e.onlyWith)
}

func (e entry) sameSentence(words []word, i int, list []string) bool {
	return slices.ContainsFunc(words, func(w word) bool {
		return w.sentence == words[i].sentence && slices.Contains(list, w.lower)
	})
}

// GuideWords lists the entries of the word guide, so that a test can ask each language for their texts.
func GuideWords() (ids []string) {
	for _, e := range guide {
		ids = append(ids, e.id)
	}
	return ids
}
