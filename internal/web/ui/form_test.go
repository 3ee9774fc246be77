package ui

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/a-h/templ"

	"beraad.eu/livc"
)

func TestPersonalField(t *testing.T) {
	f := Field{Name: "concern", Label: "Wat zag je?", Max: 240}
	t.Run("a personal field without an audience is no page (R6)", func(t *testing.T) {
		for _, field := range []templ.Component{PersonalText(f, livc.Secret{}, ""), PersonalLine(f, livc.Secret{}, "")} {
			if err := field.Render(t.Context(), &strings.Builder{}); err == nil {
				t.Error("it was shown")
			}
		}
	})
	t.Run("says who sees it, and keeps the browser from checking, translating or remembering it", func(t *testing.T) {
		for _, field := range []templ.Component{PersonalText(f, livc.NewSecret("de tekst"), "jij"), PersonalLine(f, livc.NewSecret("de tekst"), "jij")} {
			wants(t, write(t, t.Context(), field), "de tekst", "Zichtbaar voor: jij", `spellcheck="false"`, `translate="no"`, `autocomplete="off"`, `concern-seen"`)
		}
	})
}

func TestFormThatComesBack(t *testing.T) {
	form := Form{
		Action: "/x", Token: "tok", Revision: "7",
		Errors: Errors{{Field: "when", Text: "Zeg wanneer."}},
		Typed:  TypedIn(url.Values{"when": {"gisteren <b>"}, "who": {"clb"}, "uses": {"table"}, "kind": {"b"}}),
	}
	two := []Choice{{Value: "a", Label: "A"}, {Value: "b", Label: "B"}}
	show := func(c templ.Component) string { return write(t, t.Context(), inside(InForm(form), c)) }

	t.Run("carries its token and the revision that was seen", func(t *testing.T) {
		wants(t, show(templ.NopComponent), `name="token" value="tok"`, `name="revision" value="7"`)
	})
	t.Run("a field keeps what was typed, and has its message", func(t *testing.T) {
		got := show(TextInput(Field{Name: "when", Label: "Wanneer?", Value: "vroeger"}))
		wants(t, got, `value="gisteren &lt;b&gt;"`, "Zeg wanneer.", `aria-invalid="true"`, `aria-describedby="when-error"`)
		if strings.Contains(got, "vroeger") {
			t.Error("the old value came back")
		}
	})
	t.Run("a field that was emptied stays empty", func(t *testing.T) {
		form.Typed = TypedIn(url.Values{"when": {""}})
		if got := show(TextArea(Field{Name: "when", Label: "Wanneer?", Value: "vroeger"})); strings.Contains(got, "vroeger") {
			t.Error(got)
		}
		form.Typed = TypedIn(url.Values{"kind": {"b"}})
	})
	t.Run("a chosen answer stays chosen, and no other", func(t *testing.T) {
		for _, c := range []templ.Component{
			Radios(Field{Name: "kind", Label: "?", Value: "a"}, two), Checkboxes(Field{Name: "kind", Label: "?", Values: []string{"a"}}, two),
		} {
			got := show(c)
			if strings.Count(got, " checked") != 1 || !strings.Contains(got, `value="b" checked`) {
				t.Error(got)
			}
		}
		wants(t, show(Select(Field{Name: "kind", Label: "?", Value: "a"}, two)), `value="b" selected`)
	})
	t.Run("a field without a fault has no message", func(t *testing.T) {
		if got := show(TextInput(Field{Name: "who", Label: "Wie?"})); strings.Contains(got, "aria-invalid") || strings.Contains(got, "Zeg wanneer") {
			t.Error(got)
		}
	})
	t.Run("what was typed is not printed with the page (C1)", func(t *testing.T) {
		typed := TypedIn(url.Values{"concern": {"kanarie"}})
		for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
			if strings.Contains(fmt.Sprintf(verb, Form{Typed: typed}), "kanarie") {
				t.Errorf("%s prints it", verb)
			}
		}
	})
}

func TestNothingIsChosenBeforehand(t *testing.T) {
	got := write(t, t.Context(), Radios(Field{Name: "outcome", Label: "?"}, []Choice{{Value: "", Label: "Leeg"}, {Value: "a", Label: "A"}}))
	if strings.Contains(got, "checked") {
		t.Error(got)
	}
}

func TestAnswersOfEqualWeight(t *testing.T) {
	got := write(t, t.Context(), ButtonRow("Kom je?", "answer", galleryAnswers))
	if strings.Count(got, `class="button answer"`) != len(galleryAnswers) || strings.Contains(got, "primary") {
		t.Errorf("an answer stands out: %s", got)
	}
}

func TestErrorsOf(t *testing.T) {
	none := func(...livc.NormID) []Cite { return nil }
	t.Run("what a norm refuses names its source, what is only missing does not", func(t *testing.T) {
		var faults livc.Faults
		faults.Add(livc.Denied("error.not_found", "livc-3-1-seats").At("inside"))
		faults.Add(livc.Invalid("error.not_found", "livc-3-1-seats").At("why"))
		got := ErrorsOf(t.Context(), faults.Err(), func(norms ...livc.NormID) []Cite { return []Cite{{Text: string(norms[0])}} })
		page := write(t, t.Context(), ErrorSummary(got))
		wants(t, page, `href="#inside"`, `href="#why"`)
		if strings.Count(page, "livc-3-1-seats") != 1 {
			t.Error(page)
		}
	})
	t.Run("all faults of a form come in the order of its fields, with their arguments", func(t *testing.T) {
		var faults livc.Faults
		faults.Add(livc.NotFound().At("seen"))
		faults.Add(livc.NotFound().At("secrecy"))
		got := ErrorsOf(t.Context(), faults.Err(), none)
		if len(got) != 2 || got[0].Field != "seen" || got[1].Field != "secrecy" || got.At("seen") != "Deze pagina is er niet." {
			t.Errorf("%v", got)
		}
	})
	t.Run("a failure of ours is no message at a field", func(t *testing.T) {
		if got := ErrorsOf(t.Context(), fmt.Errorf("disk full"), none); got != nil {
			t.Errorf("%v", got)
		}
	})
	t.Run("the summary leads to each field, radios included", func(t *testing.T) {
		wants(t, write(t, t.Context(), ErrorSummary(galleryForm.Errors)), `href="#seen"`, `href="#secrecy"`, "data-errors")
		wants(t, write(t, t.Context(), Radios(Field{Name: "seen", Label: "?"}, galleryYesNo)), `id="seen"`, `id="seen-2"`)
	})
	t.Run("a form without faults has no summary", func(t *testing.T) {
		if got := write(t, t.Context(), ErrorSummary(nil)); got != "" {
			t.Error(got)
		}
	})
}

func wants(t *testing.T, page string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(page, part) {
			t.Errorf("%q is missing in %s", part, page)
		}
	}
}
