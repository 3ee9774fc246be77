package plain

import (
	"slices"
	"strings"
	"unicode"

	"beraad.eu/internal/name"
)

// publicNames are words with a capital that name nobody: days, months, tongues, and services that every
// town has. Words of capitals only (CLB, OCMW) are never names.
var publicNames = wordSet(`
	monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
	november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag kerstmis pasen ramadan suikerfeest offerfeest
	nederlands nederlandse frans franse duits duitse engels engelse arabisch arabische turks turkse belgisch belgische vlaams vlaamse
	europese europa belgië vlaanderen wallonië brussel brussels belgium belgique flandre wallonie bruxelles
	teams whatsapp facebook instagram tiktok snapchat telegram youtube discord google internet twitter
	kind gezin rode kruis arktos groeipakket gezinnen huis agentschap opgroeien agentschappen jongerenwelzijn justitiehuis
	livc beraad awel tele-onthaal ceapire de-radicalisering staat grondwet strafwetboek strafvordering hof raad state
	i i'm i've i'd dutch french english german belgian flemish turkish arabic european`)

func wordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

// ordinary words that happen to be a first name; they count as names only with a capital inside a sentence.
var ordinary = wordSet(`an can rob max mark will els sem els hans tine lies lot nour salah ramadan salam fleur amber florian victor
	victoria claire camille pierre olivier florence bert rose martin laurent jules ward stan sky sam guy axel imad rida hamed
	robin dieter marie marc luc jean louis maria bart inge issa reda mira lore jo mo ali ben tom tim kim noor eva nora simon simone
	wouter marten malik jordan pascal karam maxime milan mouna jasper linda britt leen lien mia alia mina`)

// nameMarks marks words with a capital inside a sentence, and frequent first names wherever they stand.
func nameMarks(t text, o Options) (marks []Mark) {
	for i := 0; i < len(t.words); i++ {
		if !o.isName(t.words[i]) {
			continue
		}
		last := i
		for last+1 < len(t.words) && o.goesOn(t, last) {
			last++
		}
		for last > i && !capital(t.words[last]) {
			last--
		}
		marks = append(marks, Mark{From: t.words[i].from, To: t.words[last].to, Kind: Name})
		i = last
	}
	return marks
}

// goesOn tells whether the name runs on into the next word: van den, or another capital.
func (o Options) goesOn(t text, i int) bool {
	w, next := t.words[i], t.words[i+1]
	if t.raw[w.to:next.from] != " " || next.starts {
		return false
	}
	if slices.Contains([]string{"van", "de", "den", "der", "el", "al", "ben", "du", "la", "le"}, next.lower) {
		return i+2 < len(t.words)
	}
	return capital(next) && !o.public(next)
}

func (o Options) isName(w word) bool {
	switch {
	case o.public(w) || shout(w.text) || hasDigit(w.text):
		return false
	case capital(w) && !w.starts:
		return o.Lang != "de" || name.Known(w.text)
	case capital(w):
		return name.Known(w.text) && !ordinary[w.lower]
	}
	return len(w.text) >= 5 && name.Known(w.text) && !ordinary[w.lower]
}

func (o Options) public(w word) bool {
	return publicNames[w.lower] || o.allows(w.text) || publicNames[strings.TrimSuffix(strings.TrimSuffix(w.lower, "'s"), "’s")]
}

// allows tells whether every capital of s stands in a word that the caller allows.
func (o Options) allows(s string) bool {
	some := false
	for _, w := range cut(s) {
		if !capital(w) {
			continue
		}
		some = true
		if !slices.ContainsFunc(o.Allowed, func(a string) bool {
			return slices.ContainsFunc(cut(a), func(x word) bool { return x.lower == w.lower })
		}) {
			return false
		}
	}
	return some
}

func capital(w word) bool { return unicode.IsUpper(firstRune(w.text)) }

// shout: an abbreviation, possibly with a Dutch ending (CLB, OCMW's, CLB-medewerker).
func shout(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.IsUpper(r) {
			break
		}
		n++
	}
	return n >= 2 || len(s) <= 1
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// givenNameMarks marks the names that the caller gave, in any writing of capitals.
func givenNameMarks(t text, o Options) (marks []Mark) {
	for _, n := range o.Names {
		for _, part := range cut(n.Reveal()) {
			if len(part.text) < 3 {
				continue // van, de, el
			}
			for _, w := range t.words {
				if strings.TrimSuffix(strings.TrimSuffix(w.lower, "'s"), "’s") == part.lower {
					marks = append(marks, Mark{From: w.from, To: w.to, Kind: Name})
				}
			}
		}
	}
	return marks
}
