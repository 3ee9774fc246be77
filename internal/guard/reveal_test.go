package guard

import (
	"fmt"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// showers are the packages that may take personal text out of its wrapping, with the reason.
var showers = map[string]string{
	"livc":              "wraps it",
	"internal/deed":     "seals and opens it",
	"internal/web":      "shows it to who may see it",
	"internal/document": "prints it for who may see it",
	"internal/identity": "compares and addresses people who sign in",
	"internal/name":     "compares names in memory",
	"internal/plain":    "points at words in a text while its author writes",
	"internal/practice": "plays invented people",
}

// addressers may take out contact data only.
var addressers = map[string]string{
	"internal/seal":   "seals names and addresses of participants under the service key",
	"internal/store":  "hands them over for that",
	"internal/notify": "addresses mail",
}

func takesText(f *types.Func) bool {
	return f.Name() == "Reveal" || slices.Contains([]string{module + "/livc.PackText", module + "/livc.UnpackText"}, f.FullName())
}

func revealers(h *house) []string {
	var faults []string
	for _, u := range h.uses(takesText) {
		contact := u.what == "("+module+"/livc.Contact).Reveal"
		if listed(u.place, showers) || contact && listed(u.place, addressers) {
			continue
		}
		faults = append(faults, fmt.Sprintf("%s uses %s: rules ask Empty or Len, see showers in reveal_test.go", u.file, u.what))
	}
	return faults
}

func listed(place string, list map[string]string) bool {
	for folder := range list {
		if under(place, folder) {
			return true
		}
	}
	return false
}

func TestOnlyThoseWhoSealOrShowTakePersonalTextOut(t *testing.T) { report(t, revealers(open(t))) }

func TestTheGuardOfPersonalTextIsAwake(t *testing.T) {
	reveal := `package p
		import "beraad.eu/livc"
		func Leak(s livc.%s) string { return s.Reveal() }`
	cases := []struct{ name, place, source, want string }{
		{"a rule reads a text", "internal/law", strings.Replace(reveal, "%s", "Secret", 1), "Secret).Reveal"},
		{"a step reads a name", "internal/step/followup", strings.Replace(reveal, "%s", "Contact", 1), "Contact).Reveal"},
		{"the store reads a text", "internal/store", strings.Replace(reveal, "%s", "Secret", 1), "Secret).Reveal"},
		{"the store reads an address", "internal/store", strings.Replace(reveal, "%s", "Contact", 1), ""},
		{"the gate reads a text", "internal/deed", strings.Replace(reveal, "%s", "Secret", 1), ""},
		{"a method handed on", "internal/job", `package p; import "beraad.eu/livc"; var f = livc.Secret.Reveal`, "Secret).Reveal"},
		{"behind an interface", "internal/job", `package p; func F(s interface{ Reveal() string }) string { return s.Reveal() }`, "Reveal"},
		{"packed elsewhere", "internal/job", `package p; import "beraad.eu/livc"; var f = livc.PackText`, "PackText"},
		{"unpacked elsewhere", "internal/job", `package p; import "beraad.eu/livc"; var f = livc.UnpackText`, "UnpackText"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if c.want == "" {
				sees(t, revealers(planted(t, c.place, c.source)))
				return
			}
			sees(t, revealers(planted(t, c.place, c.source)), c.want)
		})
	}
}
