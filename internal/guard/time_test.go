package guard

import (
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// clocks are the files that may ask what time it is, each with its reason. Everything else is told:
// tx.At for the civil time, a clock given at the start for the wall time.
var clocks = map[string]string{
	"internal/deed/clock.go": "the two clocks, wall and civil, begin here",
}

// asks tells whether a function reads the clock of the machine, openly or in passing.
func asks(f *types.Func) bool {
	return slices.Contains([]string{"time.Now", "time.Since", "time.Until"}, f.FullName())
}

func hiddenClocks(h *house) []string {
	var faults []string
	for _, u := range h.uses(asks) {
		if clocks[u.file] == "" && !underAny(u.place, workshop) {
			faults = append(faults, fmt.Sprintf("%s uses %s: time is given, see clocks in time_test.go", u.file, u.what))
		}
	}
	return faults
}

func TestTimeIsGivenNeverFetched(t *testing.T) { report(t, hiddenClocks(open(t))) }

func TestEveryClockThatIsAllowedIsStillAClock(t *testing.T) {
	h := open(t)
	for file := range clocks {
		reads := slices.ContainsFunc(h.uses(asks), func(u use) bool { return u.file == file })
		if _, err := os.Stat(filepath.Join(h.root, file)); err == nil && !reads {
			t.Errorf("%s asks no clock any more: take it from the list", file)
		}
	}
}

func TestTheGuardOfTimeIsAwake(t *testing.T) {
	for name, source := range map[string]string{
		"a call":                     `package p; import "time"; var at = time.Now()`,
		"a function handed on":       `package p; import "time"; var clock = time.Now`,
		"under another name":         `package p; import when "time"; var at = when.Now()`,
		"under no name":              `package p; import . "time"; var at = Now()`,
		"hidden in a length of time": `package p; import "time"; var d = time.Since(time.Time{})`,
	} {
		t.Run(name, func(t *testing.T) {
			sees(t, hiddenClocks(planted(t, "internal/law", source)), "internal/law/planted.go")
		})
	}
	t.Run("time that is given is no fault", func(t *testing.T) {
		sees(t, hiddenClocks(planted(t, "internal/law", `package p; import "time"; func Due(at time.Time) time.Time { return at.AddDate(1, 0, 0) }`)))
	})
}
