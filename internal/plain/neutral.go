package plain

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Outside the table a text says "overleg" and nothing else (architecture 17, 19, 22): a secretary reads
// the calendar and the envelope.
var (
	telling        = []string{"cuta", "koba", "tltf"}
	tellingStems   = []string{"csil", "ocad", "ocam", "ltf", "ntf", "vsse", "informatiekaart", "veiligheidscel", "radicalis", "geradicalis", "deradicalis", "gederadicalis", "radikalis", "extremis", "terroris", "jihad", "djihad", "staatsveiligheid"}
	tellingPhrases = []string{"gemeenschappelijke gegevensbank", "banque de donnees commune", "common database", "cellule de securite",
		"surete de l etat", "state security", "task force"}
)

// LIVC tells whether the text betrays what the conference is: the word LIVC R in any writing, OCAD, the
// common database, or the phenomenon itself. A text for outside must answer no.
func LIVC(text string) bool {
	words := bareWords(text)
	for _, w := range words {
		if slices.Contains(telling, w) || slices.ContainsFunc(tellingStems, func(s string) bool { return strings.HasPrefix(w, s) }) || strings.Contains(w, "livc") {
			return true
		}
	}
	joined := " " + strings.Join(words, " ") + " "
	return strings.Contains(joined, " l i v c ") || strings.Contains(joined, " c s i l ") || strings.Contains(joined, " o c a d ") ||
		slices.ContainsFunc(tellingPhrases, func(p string) bool { return strings.Contains(joined, " "+p) })
}

// bareWords takes accents, points and hyphens off: L.I.V.C.-R becomes livcr.
func bareWords(text string) []string {
	bare := strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		case strings.ContainsRune("._-‑\u00ad\u200b\u0300\u0301\u0302\u0308\u0327", r):
			return -1
		}
		return ' '
	}, strings.ToLower(norm.NFKD.String(text)))
	return strings.Fields(bare)
}
