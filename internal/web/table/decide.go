package table

import (
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// decideForm is the form of the decision, at the table and from paper.
type decideForm struct {
	Form       ui.Form
	Item       discussion.TableItem
	Outcomes   []ui.Choice // in the order of this meeting; none is chosen
	Child      []ui.Choice // extra questions about a child
	Agreements []ui.Choice
	Themes     []ui.Choice
	Knowns     []ui.Choice
	YesNo      []ui.Choice
}

// proportionFields are the names of the three questions of proportion (R2.5.3-m).
var proportionFields = []string{"enough", "proportionate", "repercussions"}

func newDecide(r *page.Request, d discussion.Desk, action string) decideForm {
	f := decisions(r, d.Sitting, law.QuestionsFor(d.Case.Ages))
	f.Form, f.Item = form(r, action), d.Item
	return f
}

func decisions(r *page.Request, s discussion.Sitting, child []law.Question) decideForm {
	ctx := r.Context()
	f := decideForm{Outcomes: enums(ctx, "outcome", s.Turned()), Agreements: enums(ctx, "agreement", discussion.Agreements()),
		Themes: enums(ctx, "dissent_theme", discussion.DissentThemes()), Knowns: enums(ctx, "known", discussion.Knowns()),
		YesNo: enums(ctx, "known", []discussion.Known{discussion.KnownYes, discussion.KnownNo})}
	for _, q := range child {
		f.Child = append(f.Child, ui.Choice{Value: strings.TrimPrefix(string(q), "law.minor."), Label: i18n.T(ctx, string(q))})
	}
	return f
}

// value is what stands in a proportion field.
func (f decideForm) value(n int) string {
	if n < len(f.Item.Proportion) {
		return string(f.Item.Proportion[n])
	}
	return ""
}

// child is what was answered to a question about a child.
func (f decideForm) child(stem string) string {
	switch {
	case has(f.Item.ChildAnswers, stem):
		return "talked"
	case f.Item.Outcome != "":
		return "unknown"
	}
	return ""
}

// yes is the answer that an item has, once it was decided.
func (f decideForm) yes(v bool) string {
	switch {
	case f.Item.Outcome == "":
		return ""
	case v:
		return "yes"
	}
	return "no"
}

// decision reads the form.
func decision(r *page.Request) (in discussion.DecideCase, fault error) {
	in = discussion.DecideCase{Outcome: page.Choice(r, "outcome", livc.Outcomes()), Agreement: page.Choice(r, "agreement", discussion.Agreements()),
		DissentTheme: page.Choice(r, "dissent", discussion.DissentThemes()), EnoughSignals: page.Choice(r, "signals", law.Answers()),
		RightTable: page.Choice(r, "table", law.Answers())}
	for _, name := range proportionFields {
		in.Proportion = append(in.Proportion, page.Choice(r, name, discussion.Knowns()))
	}
	for name, v := range r.PostForm {
		stem, ok := strings.CutPrefix(name, "child.")
		switch {
		case !ok || len(v) == 0:
		case v[0] == "talked":
			in.ChildTalked = append(in.ChildTalked, stem)
		case v[0] == "unknown":
			in.ChildUnknown = append(in.ChildUnknown, stem)
		}
	}
	day, e := r.Day("review")
	if e != nil {
		return in, e
	}
	in.NextReview = day
	return in, nil
}

func (p Pages) decide(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	in, fault := decision(r)
	if fault != nil {
		r.Faulty(fault)
		return p.showDesk(r, item)
	}
	in.Item = item
	return p.after(r, item, p.Table.DecideCase(r.Context(), r.By(), in))
}
