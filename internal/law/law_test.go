package law_test

import (
	"errors"
	"slices"
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// sentence is one sentence about the law: an answer of a rule, and the norm that must refuse; an empty
// norm means that it is allowed.
type sentence struct {
	says string
	err  error
	norm livc.NormID
}

// hidden stands for the answer "this does not exist" instead of a norm.
const hidden livc.NormID = "hidden"

func check(t *testing.T, list ...sentence) {
	t.Helper()
	for _, s := range list {
		t.Run(s.says, func(t *testing.T) {
			t.Helper()
			judge(t, s)
		})
	}
}

func judge(t *testing.T, s sentence) {
	t.Helper()
	if s.norm == "" {
		if s.err != nil {
			t.Fatalf("refused: %v", s.err)
		}
		return
	}
	var e *livc.Error
	if !errors.As(s.err, &e) {
		t.Fatalf("allowed, but %s refuses", s.norm)
	}
	if s.norm == hidden {
		if e.Kind != livc.NotFoundKind {
			t.Fatalf("told of something it may not know: %v", e)
		}
		return
	}
	var norms []livc.NormID
	for _, one := range append([]*livc.Error{e}, e.More...) {
		norms = append(norms, one.Norms...)
		haveText(t, one.Key)
	}
	if !slices.Contains(norms, s.norm) {
		t.Fatalf("refused by %v, not by %s", norms, s.norm)
	}
}

func haveText(t *testing.T, key string) {
	t.Helper()
	if textsOf(t, livc.Dutch)[key] == "" {
		t.Errorf("no Dutch sentence for %s", key)
	}
}

func words(s string) livc.Secret { return livc.NewSecret(s) }

const today = livc.Day("2026-11-24")

var (
	flemish = law.FrameworkOf(livc.RegimeFlemish, livc.Flanders, today)
	french  = law.FrameworkOf(livc.RegimeFrench, livc.Wallonia, today)
	police  = law.FrameworkOf(livc.RegimePolice, livc.Flanders, today)
)
