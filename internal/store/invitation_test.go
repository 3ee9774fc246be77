package store_test

import (
	"regexp"
	"strings"
	"testing"
)

var refusals = regexp.MustCompile(`'(declined|not_in_care)'`)

// proves R3.0-e: no query selects, counts or groups by who does not come, so that no list, report or
// export of refusals can be made.
func TestInvariant18_NoStatementLooksForRefusals(t *testing.T) {
	seen := 0
	for name, q := range statements(t) {
		if !strings.Contains(q, "invitation") {
			continue
		}
		seen++
		if refusals.MatchString(q) {
			t.Errorf("%s picks out who does not come", name)
		}
		lower := strings.ToLower(q)
		if strings.Contains(lower, "group by") && (strings.Contains(lower, "state") || strings.Contains(lower, "count(")) {
			t.Errorf("%s counts answers", name)
		}
		if strings.Contains(lower, "count(") && !strings.Contains(q, "hat = $") && !strings.Contains(q, "meeting = $") {
			t.Errorf("%s counts answers beyond one person and one meeting", name)
		}
	}
	if seen < 8 {
		t.Fatalf("only %d statements about invitations were found", seen)
	}
}
