package livc

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

func TestTheKindOfAnErrorIsFoundThroughItsChain(t *testing.T) {
	cases := map[Kind]error{
		InvalidKind:  fmt.Errorf("refer case: %w", Invalid("referral.concern.missing")),
		DeniedKind:   errors.Join(errors.New("other"), Denied("meeting.not_invited")),
		ConflictKind: Conflict("invitation.answered"),
		NotFoundKind: fmt.Errorf("a: %w", fmt.Errorf("b: %w", NotFound())),
		"":           errors.New("disk gone"),
	}
	for want, err := range cases {
		if got := KindOf(err); got != want {
			t.Errorf("%v is %q, want %q", err, got, want)
		}
	}
	if KindOf(nil) != "" {
		t.Error("no error has a kind")
	}
}

func TestTheLogSeesKeysOnly(t *testing.T) {
	err := Denied("meeting.not_invited", "decreet-livcr-8").At("meeting").With("Name", canary)
	if got := err.Error(); got != "denied meeting.not_invited at meeting" || strings.Contains(got, canary) {
		t.Errorf("got %q", got)
	}
	if got := NotFound().Error(); got != "notfound error.not_found" {
		t.Errorf("got %q", got)
	}
}

func TestWhatDoesNotExistAndWhatMayNotBeKnownAnswerAlike(t *testing.T) {
	_, malformed := ParseID("nothing")
	if malformed.Error() != NotFound().Error() {
		t.Errorf("%v differs from %v", malformed, NotFound())
	}
}

func TestAFormShowsAllItsFaultsInOrder(t *testing.T) {
	var f Faults
	f.Check(true, "ok", "never")
	f.Add(nil)
	if f.Err() != nil {
		t.Fatalf("a form without faults: %v", f.Err())
	}
	f.Check(false, "concern", "referral.concern.missing", "norm-1")
	f.Add(Invalid("day.past").At("day"))
	f.Check(false, "goal", "goal.missing")
	var first *Error
	if !errors.As(f.Err(), &first) {
		t.Fatal("no fault came out")
	}
	fields := []string{first.Field}
	for _, e := range first.More {
		fields = append(fields, e.Field)
	}
	if got := strings.Join(fields, " "); got != "concern day goal" {
		t.Errorf("got %s", got)
	}
	if first.Kind != InvalidKind || len(first.Norms) != 1 {
		t.Errorf("got %+v", first)
	}
}

func TestAskingForTheFaultsTwiceGivesTheSame(t *testing.T) {
	var f Faults
	f.Check(false, "a", "x")
	_ = f.Err()
	f.Check(false, "b", "y")
	var e *Error
	if errors.As(f.Err(), &e); len(e.More) != 1 || len(f.list[0].More) != 0 {
		t.Errorf("got %+v", e)
	}
}
