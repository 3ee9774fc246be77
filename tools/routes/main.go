// Command routes lists every address of the program that changes something, one a line: the story that
// presses each legal act without JavaScript is checked against it.
package main

import (
	"fmt"
	"slices"
	"strings"

	"beraad.eu/internal/cli"
)

func main() {
	var list []string
	for _, r := range new(cli.House).Routes() {
		if address, changes := strings.CutPrefix(r.Pattern, "POST "); changes {
			list = append(list, address)
		}
	}
	slices.Sort(list)
	fmt.Println(strings.Join(list, "\n"))
}
