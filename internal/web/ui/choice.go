package ui

import (
	"strconv"
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
