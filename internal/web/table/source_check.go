package table

import (
	"context"
	"slices"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// The answers to the question whether an action betrays who spoke. The middle three ask for a change.
const (
	betraysNot     = "no"
	betraysPerson  = "person"
	betraysTiming  = "timing"
	betraysBoth    = "yes"
	betraysChanged = "yes_changed"
)

// The buttons beside the main one: show the proposals, or take one over into the form.
const (
	showAlternatives  = "alternatives"
	takeAlternative   = "take"
	alternativesPlace = "alternatives" // where they stand on the page
)

// alternatives is what the page proposes when an action could betray who spoke.
type alternatives struct {
	Shown bool
	Taken string // what was changed just now
	Kinds []alternativesOf
	At    string // address of the form, at their place
}

// alternativesOf are the proposals of one kind.
type alternativesOf struct {
	Title   string
	Choices []ui.Choice
}

// betrays reads what the table answered.
func betrays(r *page.Request) []law.Betrayal {
	switch r.Text("source") {
	case betraysPerson:
		return []law.Betrayal{law.ByPerson}
	case betraysTiming:
		return []law.Betrayal{law.ByTiming}
	case betraysBoth:
		return []law.Betrayal{law.ByPerson, law.ByTiming}
	}
	return nil
}

// sourceAnswer is the answer as the step takes it: whatever betrays has to change first.
func sourceAnswer(r *page.Request) string {
	if len(betrays(r)) > 0 {
		return betraysBoth
	}
	return r.Text("source")
}

// asksAlternatives tells whether a button was pressed that only changes the form.
func asksAlternatives(r *page.Request) bool {
	return r.Text("do") == showAlternatives || r.Text(takeAlternative) != ""
}

// alternatives proposes how else, and takes over into the form what was chosen. Everything that was typed
// stays as it was.
func (v *actionPage) alternatives(r *page.Request, d discussion.Desk) {
	v.Else.At = r.URL.Path + "#" + alternativesPlace
	if !r.Posted() || !asksAlternatives(r) && len(betrays(r)) == 0 {
		return
	}
	due, _ := livc.ParseDay(r.Text("due")) // no day: the law counts from the table
	list := d.SourceCheck(r.Ref("holder"), due, betrays(r)).Alternatives()
	for _, a := range list {
		if code(a) == r.Text(takeAlternative) {
			v.Else.Taken = i18n.T(r.Context(), "source_check.taken", "What", said(r.Context(), d, a))
			take(r, d, a)
		}
	}
	if v.Else.Shown = v.Else.Taken == ""; v.Else.Shown {
		v.Else.Kinds = byKind(r.Context(), d, list)
	}
	if asksAlternatives(r) {
		v.Form = r.Again(r.URL.Path)
	}
}

// code names an alternative in the form; a code that is not among the proposals changes nothing.
func code(a law.Alternative) string {
	return string(a.Kind) + "." + string(a.Holder) + "." + string(a.Due)
}

// take writes an alternative into what was typed. Who has not spoken yet has not said yes either.
func take(r *page.Request, d discussion.Desk, a law.Alternative) {
	f := r.PostForm
	f.Set("source", betraysChanged)
	if a.Holder != "" && a.Holder != r.Ref("holder") {
		f.Set("holder", string(a.Holder))
		f.Del("own_yes")
	}
	if a.Due != "" {
		f.Set("due", string(a.Due))
	}
	if a.Kind == law.AnotherReason {
		f.Set("contact", occasion(r, d))
	}
}

// occasion says who speaks to the person and on which occasion that is there anyway.
func occasion(r *page.Request, d discussion.Desk) string {
	ctx := r.Context()
	kind := page.Choice(r, "kind", law.ActionKinds())
	if kind == "" {
		kind = law.OtherHelp
	}
	return i18n.T(ctx, "source_check.occasion", "Who", named(ctx, d, r.Ref("holder")), "Occasion", i18n.Enum(ctx, "occasion", kind))
}

// named is somebody inside by role; nobody chosen yet is who takes it on.
func named(ctx context.Context, d discussion.Desk, id livc.ID) string {
	at := slices.IndexFunc(d.Inside, func(a discussion.Attendee) bool { return a.Key() == id })
	if at < 0 {
		return i18n.T(ctx, "source_check.who_takes_it")
	}
	return role(ctx, d.Inside[at])
}

func said(ctx context.Context, d discussion.Desk, a law.Alternative) string {
	return i18n.T(ctx, "enum.alternative."+string(a.Kind), "Who", named(ctx, d, a.Holder), "Day", i18n.DateOf(ctx, a.Due))
}

func byKind(ctx context.Context, d discussion.Desk, list []law.Alternative) (out []alternativesOf) {
	last := law.AlternativeKind("")
	for _, a := range list {
		if a.Kind != last {
			out = append(out, alternativesOf{Title: i18n.Enum(ctx, "alternative_kind", a.Kind)})
			last = a.Kind
		}
		of := &out[len(out)-1]
		of.Choices = append(of.Choices, ui.Choice{Value: code(a), Label: said(ctx, d, a)})
	}
	return out
}

// sourceAnswers are the answers of the form.
func sourceAnswers(ctx context.Context) (list []ui.Choice) {
	for _, v := range []string{betraysNot, betraysPerson, betraysTiming, betraysBoth, betraysChanged} {
		list = append(list, ui.Choice{Value: v, Label: i18n.Enum(ctx, "betrays", v)})
	}
	return list
}
