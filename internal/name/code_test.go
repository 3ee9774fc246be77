package name

import (
	_ "embed"
	"errors"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"beraad.eu/livc"
)

//go:embed testdata/notcode.txt
var notCodeText string

func nobody(string) bool { return false }

func chance() *rand.ChaCha8 { return rand.NewChaCha8([32]byte{1}) }

// settled 28.
func TestThereAreAtLeastTwoHundredSoftNames(t *testing.T) {
	if n := len(codeWords); n < 200 {
		t.Errorf("%d words", n)
	}
	sorted := slices.Clone(codeWords)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(codeWords) {
		t.Error("a word stands twice")
	}
}

func TestNoSoftNameIsAFirstNameASurnameAStreetOrAFear(t *testing.T) {
	for line := range contentLines(notCodeText) {
		for _, w := range strings.Fields(line) {
			if slices.Contains(codeWords, w) {
				t.Errorf("%q is refused in notcode.txt", w)
			}
		}
	}
	for _, w := range codeWords {
		if Known(w) {
			t.Errorf("%q is a first name", w)
		}
	}
}

func TestSoftNamesAreEasyToSay(t *testing.T) {
	letters := regexp.MustCompile(`^[a-z]{4,13}$`)
	for i, w := range codeWords {
		if !letters.MatchString(w) {
			t.Errorf("%q is hard to say or to type", w)
		}
		for _, other := range codeWords[:i] {
			if distance(w, other, 1) <= 1 {
				t.Errorf("%q and %q sound alike on the phone", w, other)
			}
		}
	}
}

// D3: easy to say, a number from 30 to 99.
func TestACodeIsAWordAndANumberFrom30To99(t *testing.T) {
	form, random := regexp.MustCompile(`^[A-Z][a-z]+-[3-9][0-9]$`), chance()
	seen := map[string]bool{}
	for range 30 {
		code, err := Draw(random, func(c string) bool { return seen[c] }, nobody)
		if err != nil || !form.MatchString(code) || seen[code] {
			t.Fatalf("%q %v", code, err)
		}
		seen[code] = true
	}
}

func TestACodeOfALivingCaseIsNeverDrawn(t *testing.T) {
	code, err := Draw(chance(), func(c string) bool { return c != "Kwarts-41" }, nobody)
	if err != nil || code != "Kwarts-41" {
		t.Errorf("the only free code was not drawn: %q %v", code, err)
	}
}

func TestAWordThatTheTownKnowsIsNeverDrawn(t *testing.T) {
	code, err := Draw(chance(), nobody, func(w string) bool { return w != "cumulus" })
	if err != nil || !strings.HasPrefix(code, "Cumulus-") {
		t.Errorf("a forbidden word was drawn: %q %v", code, err)
	}
}

func TestWhenNothingIsFreeNoCodeIsInvented(t *testing.T) {
	_, err := Draw(chance(), func(string) bool { return true }, nobody)
	if livc.KindOf(err) != livc.ConflictKind {
		t.Errorf("got %v", err)
	}
}

type broken struct{}

var errBroken = errors.New("no chance left")

func (broken) Read([]byte) (int, error) { return 0, errBroken }

func TestWithoutChanceNoCodeIsDrawn(t *testing.T) {
	if _, err := Draw(broken{}, nobody, nobody); !errors.Is(err, errBroken) {
		t.Errorf("got %v", err)
	}
}

func TestEveryWordCanBeDrawn(t *testing.T) {
	drawn, random := map[string]bool{}, chance()
	free := freeCodes(nobody, nobody)
	if len(free) != len(codeWords)*numbers {
		t.Fatalf("%d free codes", len(free))
	}
	for range 40 {
		code, err := Draw(random, nobody, nobody)
		if err != nil {
			t.Fatal(err)
		}
		drawn[strings.Split(code, "-")[0]] = true
	}
	if len(drawn) < 30 {
		t.Errorf("40 draws gave %d words only", len(drawn))
	}
}
