package name

import (
	"crypto/rand"
	_ "embed"
	"fmt"
	"io"
	"math/big"
	"slices"
	"strings"

	"beraad.eu/livc"
)

//go:embed codewords.txt
var codeWordText string

// codeWords are the words of the soft names, in lower case.
var codeWords = func() (list []string) {
	for line := range contentLines(codeWordText) {
		list = append(list, strings.Fields(line)...)
	}
	return list
}()

// The numbers behind the word. They begin at 30, so that nobody takes them for an age or a count, and
// have two digits, so that nobody takes them for a year.
const (
	lowestNumber  = 30
	highestNumber = 99
	numbers       = highestNumber - lowestNumber + 1
)

// CodeWords gives the words of the soft names, in lower case, for the guide and for town lists.
func CodeWords() []string { return slices.Clone(codeWords) }

// Draw draws the soft name of a new case, such as Kwarts-41 (settled 28, product.md D3): a word and a number
// from 30 to 99, by chance and unrelated to anybody. taken tells whether a living case has that code;
// forbidden tells, of a word in lower case, whether the town knows it as a surname or a street. random
// is given. Errors: livc.ConflictKind when every code is taken; otherwise what random answered.
func Draw(random io.Reader, taken func(code string) bool, forbidden func(word string) bool) (string, error) {
	for range tries {
		n, err := rand.Int(random, big.NewInt(int64(len(codeWords)*numbers)))
		if err != nil {
			return "", fmt.Errorf("draw a case code: %w", err)
		}
		w := codeWords[n.Int64()/numbers]
		if code := codeOf(w, lowestNumber+int(n.Int64()%numbers)); !forbidden(w) && !taken(code) {
			return code, nil
		}
	}
	free := freeCodes(taken, forbidden)
	if len(free) == 0 {
		return "", livc.Conflict("case.code.none_left")
	}
	n, err := rand.Int(random, big.NewInt(int64(len(free))))
	if err != nil {
		return "", fmt.Errorf("draw a case code: %w", err)
	}
	return free[n.Int64()], nil
}

// tries is how many codes are drawn before all that are free are listed. A code that is taken is put back,
// so every free one has the same chance here as well.
const tries = 32

// freeCodes lists all that may be drawn, for a town in which nearly every code is taken.
func freeCodes(taken, forbidden func(string) bool) (free []string) {
	for _, w := range codeWords {
		if forbidden(w) {
			continue
		}
		for n := lowestNumber; n <= highestNumber; n++ {
			if code := codeOf(w, n); !taken(code) {
				free = append(free, code)
			}
		}
	}
	return free
}

func codeOf(word string, n int) string {
	return fmt.Sprintf("%s%s-%d", strings.ToUpper(word[:1]), word[1:], n)
}
