package ui

import (
	"strconv"
	"unicode/utf8"
)

// plural names the kit's block for a kind of choice.
func plural(kind string) string {
	if kind == "radio" {
		return "radios"
	}
	return "checkboxes"
}

// choiceID is the id of the i-th choice. The first has the name of its field, so that the error
// summary can lead to it.
func choiceID(field string, i int) string {
	if i == 0 {
		return field
	}
	return field + "-" + strconv.Itoa(i+1)
}

// Up to fewShort answers of shortAnswer characters stand beside each other, such as yes, partly, no.
const (
	fewShort    = 4
	shortAnswer = 20
)

// short tells whether the answers of a question can stand beside each other by themselves.
func short(choices []Choice) bool {
	for _, c := range choices {
		if c.Hint != "" || c.Reveal != nil || utf8.RuneCountInString(c.Label) > shortAnswer {
			return false
		}
	}
	return len(choices) > 1 && len(choices) <= fewShort
}
