package plain

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"beraad.eu/livc"
	"pgregory.net/rapid"
)

const today livc.Day = "2026-11-24"

func lines(t *testing.T, file string) (list []string) {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			list = append(list, line)
		}
	}
	return list
}

func marked(s string, m Mark) string { return string([]rune(s)[m.From:m.To]) }

// product.md S2, R7; R4.1.1-e: what can point to a person is marked before the text goes on.
func TestWhatPointsToAPersonIsMarked(t *testing.T) {
	seen := map[Kind]bool{}
	for _, line := range lines(t, "testdata/planted.tsv") {
		kind, s, _ := strings.Cut(line, "|")
		want := s[strings.Index(s, "[")+1 : strings.Index(s, "]")]
		s = strings.NewReplacer("[", "", "]", "").Replace(s)
		seen[Kind(kind)] = true
		t.Run(kind+": "+want, func(t *testing.T) {
			var got []string
			for _, m := range Identifiers(livc.NewSecret(s), Options{Today: today}) {
				got = append(got, string(m.Kind)+" "+marked(s, m))
			}
			if !slices.Contains(got, kind+" "+want) {
				t.Errorf("%q gives %q", s, got)
			}
		})
	}
	for _, k := range Kinds() {
		if !seen[k] {
			t.Errorf("no planted text for %s", k)
		}
	}
}

// R7: the false-positive rate is measured, and stands in the package comment.
func TestSentencesInWhichNobodyCanBeRecognisedStayClean(t *testing.T) {
	clean, wrong := lines(t, "testdata/clean.txt"), 0
	for _, s := range clean {
		if marks := Identifiers(livc.NewSecret(s), Options{Today: today}); len(marks) > 0 {
			wrong++
			t.Logf("%q: %s %q", s, marks[0].Kind, marked(s, marks[0]))
		}
	}
	t.Logf("%d of %d clean sentences are marked", wrong, len(clean))
	if len(clean) < 100 || wrong > 3 {
		t.Errorf("%d of %d", wrong, len(clean))
	}
}

func TestTheCleanSentencesTheRulesNeverSaw(t *testing.T) {
	clean, wrong := lines(t, "testdata/unseen.txt"), 0
	for _, s := range clean {
		for _, m := range Identifiers(livc.NewSecret(s), Options{Today: today}) {
			t.Logf("%q: %s %q", s, m.Kind, marked(s, m))
			wrong++
		}
	}
	t.Logf("%d marks in %d sentences", wrong, len(clean))
	if wrong != unseenMarks {
		t.Errorf("%d marks in %d sentences; the package comment says otherwise", wrong, len(clean))
	}
}

// unseenMarks is the figure of the package comment.
const unseenMarks = 3

func TestTheWriterMayPassOverWhatTheCallerAllows(t *testing.T) {
	s := livc.NewSecret("Het gezin woont in Verzonnengem, dicht bij Tante Stad.")
	if n := len(Identifiers(s, Options{})); n != 2 {
		t.Errorf("%d marks without leave", n)
	}
	if n := len(Identifiers(s, Options{Allowed: []string{"Verzonnengem", "Tante Stad"}})); n != 0 {
		t.Errorf("%d marks with leave", n)
	}
}

func TestANameTheCallerGaveIsMarkedInSmallLettersToo(t *testing.T) {
	s := "de broer van quirijn en quirijn's vader, maar geen quirijnkoek"
	marks := Identifiers(livc.NewSecret(s), Options{Names: []livc.Secret{livc.NewSecret("Quirijn")}})
	if len(marks) != 2 || marked(s, marks[0]) != "quirijn" {
		t.Errorf("%v", marks)
	}
}

func TestADateOfAMeetingIsNoBirthday(t *testing.T) {
	for s, want := range map[string]int{"We zien elkaar op 12/12/2026.": 0, "Het begon op 3 maart 2025.": 0, "Op 3 maart 2009 begon het.": 1} {
		if n := len(Identifiers(livc.NewSecret(s), Options{Today: today})); n != want {
			t.Errorf("%q: %d marks", s, n)
		}
	}
	if len(Identifiers(livc.NewSecret("Het begon op 3 maart 2025."), Options{})) != 1 {
		t.Error("without today every full date is marked")
	}
}

func TestANumberWithAWrongControlIsNoNationalNumber(t *testing.T) {
	for s, want := range map[string]bool{"85.07.30-033.28": true, "85.07.30-033.29": false, "00.01.01-001.05": true, "85.07.30-033": false} {
		if got := isNationalNumber(s); got != want {
			t.Errorf("%s: %v", s, got)
		}
	}
	if isIBAN("BE68 5390 0754 7035") || !isIBAN("BE68 5390 0754 7034") {
		t.Error("the control digits of an account are not checked")
	}
}

func TestARoleAnActionAndADayInDifferentSentencesNameNobody(t *testing.T) {
	for _, s := range []string{"De leerkracht zag een tekening. Dinsdag was er school.", "De leerkracht komt dinsdag.", "Iemand belde op dinsdag."} {
		for _, m := range Identifiers(livc.NewSecret(s), Options{}) {
			t.Errorf("%q: %s %q", s, m.Kind, marked(s, m))
		}
	}
}

func TestGermanNounsAreNoNames(t *testing.T) {
	s := livc.NewSecret("Der Junge spricht mit Karim über die Schule.")
	if m := Identifiers(s, Options{Lang: "de"}); len(m) != 1 || m[0].Kind != Name {
		t.Errorf("%v", m)
	}
}

func TestEveryMarkCarriesASuggestion(t *testing.T) {
	for _, m := range Identifiers(livc.NewSecret("Bel Karim op 0478 12 34 56."), Options{}) {
		if m.Suggestion != m.Kind.Key()+".suggestion" {
			t.Errorf("%v", m)
		}
	}
}

func TestNothingIsMarkedInsideAWordAndEveryMarkLiesInTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.StringMatching(`([A-Za-zéöğ0-9@.+/"' -]{0,12}(Karim|0478|16 jaar|target|Kerkstraat 3|"|geval|M\.|enige|maandag)){0,6}`)).Draw(t, "text")
		runes := []rune(s)
		if !utf8.ValidString(s) {
			return
		}
		for _, m := range Identifiers(livc.NewSecret(s), Options{Names: []livc.Secret{livc.NewSecret("Karim")}}) {
			insideOrOut(t, runes, m.From, m.To)
		}
		for _, h := range Words(livc.NewSecret(s), "nl") {
			insideOrOut(t, runes, h.From, h.To)
		}
	})
}

func insideOrOut(t *rapid.T, runes []rune, from, to int) {
	if from < 0 || to > len(runes) || from >= to {
		t.Fatalf("%d-%d of %d in %q", from, to, len(runes), string(runes))
	}
	if from > 0 && inWord(runes[from-1]) && inWord(runes[from]) || to < len(runes) && inWord(runes[to-1]) && inWord(runes[to]) {
		t.Fatalf("%q is marked inside a word of %q", string(runes[from:to]), string(runes))
	}
}

// The figure of the package comment: what is found of identifiers that the rules never saw.
func TestTheIdentifiersTheRulesNeverSaw(t *testing.T) {
	found, all := 0, lines(t, "testdata/unseen_planted.tsv")
	for _, s := range all {
		from := utf8.RuneCountInString(s[:strings.Index(s, "[")])
		to := utf8.RuneCountInString(s[:strings.Index(s, "]")]) - 1
		s = strings.NewReplacer("[", "", "]", "").Replace(s)
		marks := Identifiers(livc.NewSecret(s), Options{Today: today})
		if slices.ContainsFunc(marks, func(m Mark) bool { return m.From < to && from < m.To }) {
			found++
			continue
		}
		t.Logf("missed in %q: %q", s, string([]rune(s)[from:to]))
	}
	t.Logf("found %d of %d", found, len(all))
	if found != unseenFound {
		t.Errorf("found %d of %d; the package comment says otherwise", found, len(all))
	}
}

// unseenFound is the figure of the package comment.
const unseenFound = 26

// The check runs while somebody writes.
func BenchmarkAPageOfText(b *testing.B) {
	s := livc.NewSecret(strings.Repeat("De jongere zoekt de laatste tijd meer contact met Karim en zijn ouders. ", 40))
	for b.Loop() {
		Identifiers(s, Options{Today: today})
	}
}
