package support

import (
	"context"
	"strconv"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// stepsPage is the board of the seven steps.
type stepsPage struct {
	Rows, Many []ui.Row
	Topics     []ui.Choice
	May        bool
	Form       ui.Form
}

func (p Pages) steps(r *page.Request) error {
	b, err := p.Support.Steps(r.Context(), r.By())
	if err != nil {
		return err
	}
	ctx := r.Context()
	v := stepsPage{May: b.May, Form: r.Form("/steps")}
	for _, s := range b.Reviews {
		v.Rows = append(v.Rows, stepRow(r, s))
		v.Topics = append(v.Topics, ui.Choice{Value: string(s.Topic), Label: i18n.Enum(ctx, "step", s.Topic)})
	}
	for _, h := range b.Many {
		v.Many = append(v.Many, ui.Row{Href: personPath(h.ID), Text: h.Name.Reveal(), Sub: i18n.Enum(ctx, "function", h.Function)})
	}
	return r.Show(i18n.T(ctx, "steps.title"), stepsView(v, page.Help(r, law.StepsRecur, law.CoordinatorBounds)))
}

func stepRow(r *page.Request, s support.StepReview) ui.Row {
	ctx := r.Context()
	row := ui.Row{Text: i18n.Enum(ctx, "step", s.Topic), Sub: i18n.Enum(ctx, "step_asks", s.Topic),
		Tag: ui.Tag{Text: i18n.T(ctx, "steps.next", "Day", i18n.ShortDay(ctx, s.Due)), Tone: ui.Plain}}
	if s.Asks(r.Today()) {
		row.Tag = ui.Tag{Text: i18n.T(ctx, "steps.now"), Tone: ui.Waiting}
	}
	if s.Looked != "" {
		row.Sub += " " + i18n.T(ctx, "steps.looked", "Day", i18n.DateOf(ctx, s.Looked))
	}
	return row
}

func (p Pages) reviewStep(r *page.Request) error {
	next, fault := r.Day("next")
	if fault != nil {
		r.Faulty(fault)
		return p.steps(r)
	}
	err := p.Support.ReviewStep(r.Context(), r.By(), support.ReviewStep{Topic: page.Choice(r, "topic", support.Topics()), Next: next})
	if done, err := r.Done("", err, page.To("/steps")); done {
		return err
	}
	return p.steps(r)
}

// Reminders is one quiet line, the last on the first page, for everything that was not looked at for a year.
func Reminders(s *support.Service) page.Today { return Pages{s}.stepRows }

func (p Pages) stepRows(r *page.Request) ([]ui.Row, error) {
	b, err := p.Support.Steps(r.Context(), r.By())
	if err != nil || !b.May {
		return nil, err
	}
	var due []support.StepReview
	for _, s := range b.Reviews {
		if s.Asks(r.Today()) {
			due = append(due, s)
		}
	}
	return reminder(r.Context(), due), nil
}

func reminder(ctx context.Context, due []support.StepReview) []ui.Row {
	switch len(due) {
	case 0:
		return nil
	case 1:
		return []ui.Row{{Href: "/steps", Text: i18n.T(ctx, "steps.today_one", "Step", i18n.Enum(ctx, "step", due[0].Topic))}}
	}
	return []ui.Row{{Href: "/steps", Text: i18n.T(ctx, "steps.today_many", "Count", len(due))}}
}

// whoSits shows which kinds of service sit at the table, for which kind of case.
func (p Pages) whoSits(r *page.Request) error {
	m, err := p.Support.WhoSits(r.Context(), r.By())
	if err != nil {
		return err
	}
	ctx := r.Context()
	v := makeupPage{Heads: []string{i18n.T(ctx, "who_sits.service")}, Hidden: m.Hidden}
	for _, age := range m.Ages {
		v.Heads = append(v.Heads, i18n.Enum(ctx, "age_band", age))
	}
	v.Heads = append(v.Heads, i18n.T(ctx, "who_sits.all"))
	for i, c := range m.Categories {
		v.Rows = append(v.Rows, append([]string{categoryName(c, r.Frame.Lang)}, figures(ctx, m.Talks[i])...))
	}
	return r.Show(i18n.T(ctx, "who_sits.title"), whoSitsView(v, page.Help(r, law.CoordinatorBounds, law.SmallNumbers)))
}

// makeupPage is a table of published numbers.
type makeupPage struct {
	Heads  []string
	Rows   [][]string
	Hidden bool
}

func figures(ctx context.Context, row []law.Figure) (cells []string) {
	for _, f := range row {
		if f.Shown {
			cells = append(cells, strconv.Itoa(f.Count))
		} else {
			cells = append(cells, i18n.T(ctx, "who_sits.hidden"))
		}
	}
	return cells
}

func categoryName(category string, lang livc.Language) string {
	if s, ok := law.FindService(law.Category(category)); ok {
		return law.NameIn(s.Name, lang)
	}
	return category
}
