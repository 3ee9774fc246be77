package table

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/plain"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// reportPage is the report before it is agreed.
type reportPage struct {
	D     discussion.Desk
	Form  ui.Form
	Text  livc.Secret
	Stays []ui.Choice // marks the table may let stand
	Never []string    // marks that must go
	Facts []ui.Choice // of the room, that may serve for the report
}

func (p Pages) report(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	v := reportPage{Form: r.Form(r.URL.Path)}
	if r.Posted() {
		r.Theirs = func() (livc.Secret, error) { return p.reportNow(r, item) }
		text := r.Secret("text")
		if r.Text("do") == "freeze" {
			return p.after(r, item, p.Table.FreezeReport(r.Context(), r.By(), item, refs(r, "agreed")))
		}
		marks, err := p.agreesReport(r, item, text)
		if done, err := r.Done(item, err, deskAt); done {
			return err
		}
		v.Form = r.Form(r.URL.Path)
		v.mark(r, text, marks)
	}
	if v.D, err = p.Table.Desk(r.Context(), r.By(), item); err != nil {
		return err
	}
	v.Text = livc.NewSecret(draft(r, v.D))
	if v.D.Item.InRoom() {
		v.Facts = serving(r, v.D.Room, law.UseReport)
		if v.D.Room.Report != nil {
			v.Text = v.D.Room.Report.Text
		}
	}
	return r.Show(i18n.T(r.Context(), "agree_report.title"), reportView(v, page.Help(r, "p-report-no-names")))
}

// reportNow is the report as it was put to the table, or agreed.
func (p Pages) reportNow(r *page.Request, item livc.ID) (words livc.Secret, err error) {
	d, err := p.Table.Desk(r.Context(), r.Actor, item)
	switch {
	case d.Report != nil:
		words = d.Report.Text
	case d.Room.Report != nil:
		words = d.Room.Report.Text
	}
	return words, err
}

// agreesReport agrees the report at a spoken table, or puts its words to everybody on the own screen.
func (p Pages) agreesReport(r *page.Request, item livc.ID, text livc.Secret) ([]plain.Mark, error) {
	if r.Text("do") == "propose" {
		return p.Table.ProposeReport(r.Context(), r.By(), discussion.ReportMotion{Item: item, Text: text, Lang: string(r.Frame.Lang),
			Left: r.Texts("left"), ReadAloud: r.Yes("read"), RestsOn: refs(r, "facts")})
	}
	return p.Table.AgreeReport(r.Context(), r.By(), discussion.AgreeReport{Item: item, Text: text, Lang: string(r.Frame.Lang),
		Left: r.Texts("left"), ReadAloud: r.Yes("read"), Agreed: r.Yes("agreed")})
}

// mark shows what could point to a person, with the words themselves.
func (v *reportPage) mark(r *page.Request, text livc.Secret, marks []plain.Mark) {
	runes := []rune(text.Reveal())
	for _, m := range marks {
		if m.To > len(runes) {
			continue
		}
		words := string(runes[m.From:m.To]) + ": " + i18n.Enum(r.Context(), "identifier", m.Kind)
		if discussion.NeverStays(m) {
			v.Never = append(v.Never, words)
			continue
		}
		v.Stays = append(v.Stays, ui.Choice{Value: discussion.MarkKey(m), Label: words})
	}
}

// draft is the report as it follows from what was chosen, never from what was said (R4.1.1-e).
func draft(r *page.Request, d discussion.Desk) string {
	ctx := r.Context()
	lines := []string{
		i18n.T(ctx, "report.case", "Code", d.Case.Code, "Age", i18n.Enum(ctx, "age_band", d.Case.Ages)),
		i18n.T(ctx, "report.inside", "Roles", strings.Join(distinct(r, d.Circle), ", ")),
		i18n.T(ctx, "report.domains", "Domains", cmpEmpty(strings.Join(covered(r, d), ", "), i18n.T(ctx, "report.none"))),
		i18n.T(ctx, "report.open", "Count", len(d.Questions)),
		i18n.T(ctx, "report.outcome", "Outcome", i18n.Enum(ctx, "outcome", d.Item.Outcome), "Agreement", i18n.Enum(ctx, "agreement", d.Item.Agreement)),
	}
	if d.Item.DissentTheme != "" {
		lines = append(lines, i18n.T(ctx, "report.dissent", "Theme", i18n.Enum(ctx, "dissent_theme", d.Item.DissentTheme)))
	}
	lines = append(lines, i18n.T(ctx, "report.proportion"))
	for _, a := range d.Actions {
		if a.Item == d.Item.ID {
			lines = append(lines, i18n.T(ctx, actionLine(a.State), "Who", d.Services[a.Organisation], "Kind", i18n.Enum(ctx, "action_kind", a.Kind), "Day", i18n.Day(ctx, a.Due)))
		}
	}
	return strings.Join(append(lines, ends(r, d)...), "\n")
}

// ends are the last lines: the person, the LTF, the next time.
func ends(r *page.Request, d discussion.Desk) []string {
	ctx := r.Context()
	lines := []string{i18n.T(ctx, "report.informing", "Choice", i18n.Enum(ctx, "informing_choice", informing(d))), i18n.T(ctx, "report.feedback_none")}
	if d.Sheet != nil && d.Sheet.State == discussion.SheetAdopted {
		lines[1] = i18n.T(ctx, "report.feedback_sheet", "Number", d.Sheet.Number)
	}
	if d.Item.NextReview != "" {
		lines = append(lines, i18n.T(ctx, "report.next", "Day", i18n.Day(ctx, d.Item.NextReview)))
	}
	return lines
}

func informing(d discussion.Desk) discussion.InformingChoice {
	if d.Item.Informing == "" {
		return discussion.InformLater
	}
	return d.Item.Informing
}

// actionLine is the sentence for an agreed action, or for a question that waits for a yes.
func actionLine(s livc.ActionState) string {
	if s == livc.ActionAsked {
		return "report.action.asked"
	}
	return "report.action.agreed"
}

func covered(r *page.Request, d discussion.Desk) (list []string) {
	for _, stem := range discussion.Domains() {
		for _, w := range d.Said() {
			if w.Domain == stem && (w.Protects > 0 || w.Concerns > 0) {
				list = append(list, lower(page.Domain(r.Context(), stem)))
			}
		}
	}
	return list
}

// lower begins a name of a life domain with a small letter: a capital would read as a name.
func lower(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(first)) + s[size:]
}

// distinct names each role once: how many came for a service says nothing about the case.
func distinct(r *page.Request, list []discussion.Attendee) (out []string) {
	for _, a := range list {
		if name := role(r.Context(), a); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func cmpEmpty(s, other string) string {
	if s == "" {
		return other
	}
	return s
}
