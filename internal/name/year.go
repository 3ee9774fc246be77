package name

import (
	"strconv"
	"strings"

	"beraad.eu/livc"
)

// YearOf reads a birth year as somebody typed it; what is no year from 1900 to 2099 is 0, unknown.
func YearOf(typed livc.Secret) int {
	y, err := strconv.Atoi(strings.TrimSpace(typed.Reveal()))
	if err != nil || y < 1900 || y > 2099 {
		return 0
	}
	return y
}

// Bears tells whether a word, in lower case, is part of the name of p: a code may not be one.
func (p Person) Bears(word string) bool {
	for _, s := range []string{p.First.Reveal(), p.Last.Reveal()} {
		for _, w := range tokens(plain(lower(s))) {
			if w == word {
				return true
			}
		}
	}
	return false
}
