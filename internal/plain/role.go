package plain

import (
	"regexp"
)

// One CLB worker per town: a role, an action and a moment in one sentence name somebody (settled 9).
var (
	roleWord = regexp.MustCompile(`(?i)^(?:clb|caw|cgg|ocmw|cpas|vdab|pms)(?:-\p{L}+)?$|^(?:[\p{L}-]*(?:medewerker|medewerkster|werker|werkster|begeleider|begeleidster|leraar|lerares|leerkracht|trainer|trainster|agent|inspecteur|directeur|directrice|arts|verpleegkundige|consulent|consulente|coach|voorzitter|imam|priester|juf|meester|opvoeder|psycholoog|psychologe|buurvrouw|buurman|ambtenaar))$|` +
		`^(?:éducateur|éducatrice|enseignante?|professeure?|directrice|entraîneur|médecin|assistante?|psychologue|voisine?|voisin|teacher|coach|doctor|nurse|social-worker|neighbour|principal|officer)$`)
	actionWord = regexp.MustCompile(`(?i)^(?:belde|belt|bezocht|bezoekt|sprak|spreekt|zag|ziet|meldde|meldt|hoorde|hoort|ontving|ontvangt|vroeg|vraagt|schreef|mailde|kwam|ging|trof|gaf|stuurde|nam|ontmoette|begeleidde|verwittigde|waarschuwde|gebeld|bezocht|gesproken|gezien|gemeld|gehoord|verteld|vertelde|` +
		`appelé|appela|visité|vu|rencontré|signalé|parlé|entendu|prévenu|called|visited|saw|met|reported|heard|told|spoke|wrote|warned)$`)
	moment = regexp.MustCompile(`(?i)\d{1,2}(?:e)?\s(?:` + months + `)|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?|\d{1,2}[.:u]\d{2}|\d{1,2}\suur|` +
		`gisteren|eergisteren|vanmorgen|vannacht|vorige\s(?:week|maand|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)|` +
		`maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|hier|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|yesterday|last week|` +
		`monday|tuesday|wednesday|thursday|friday|saturday|sunday`)
)

// A moment in a sentence, as byte offsets.
type span struct{ from, to int }

// roleMarks marks, sentence by sentence, from the first of the three to the last.
func roleMarks(t text) (marks []Mark) {
	moments := moment.FindAllStringIndex(t.raw, -1)
	for start := 0; start < len(t.words); {
		end := start
		for end < len(t.words) && t.words[end].sentence == t.words[start].sentence {
			end++
		}
		if m, ok := roleMark(t, t.words[start:end], moments); ok {
			marks = append(marks, m)
		}
		start = end
	}
	return marks
}

func roleMark(t text, sentence []word, moments [][]int) (Mark, bool) {
	role, okRole := firstWord(sentence, roleWord)
	action, okAction := firstWord(sentence, actionWord)
	when, okWhen := momentIn(t, sentence, moments)
	if !okRole || !okAction || !okWhen {
		return Mark{}, false
	}
	return Mark{From: min(role.from, action.from, when.from), To: max(role.to, action.to, when.to), Kind: RoleActionDate}, true
}

func firstWord(sentence []word, form *regexp.Regexp) (span, bool) {
	for _, w := range sentence {
		if form.MatchString(w.lower) {
			return span{w.from, w.to}, true
		}
	}
	return span{}, false
}

// momentIn finds a moment that stands within the sentence; a point inside a date may have cut it.
func momentIn(t text, sentence []word, moments [][]int) (span, bool) {
	for _, m := range moments {
		if m[0] >= sentence[0].from && m[0] < sentence[len(sentence)-1].to && alone(t.raw, m[0], m[1]) {
			return span{m[0], m[1]}, true
		}
	}
	return span{}, false
}
