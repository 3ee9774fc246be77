package protocol

import (
	"strconv"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

func (p Pages) protocol(r *page.Request) error {
	n, err := version(r)
	if err != nil {
		return err
	}
	v, err := p.Protocol.Protocol(r.Context(), r.By(), n)
	if livc.KindOf(err) == livc.NotFoundKind && n == 0 {
		return r.Show(i18n.T(r.Context(), "protocol.title"), noneView(page.Help(r, law.RolesNamed)))
	}
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "protocol.title"), protocolView(show(r, v), page.Help(r, law.RolesNamed, law.StorageLimit)))
}

// shown is what the page shows.
type shown struct {
	Lead     string
	Warning  string // no protocol in force (R2.0-a)
	Example  string // how much of a draft is still the example (R0.4-b)
	Chapters []chapterShown
	Says     []string // the settings as sentences
	Criteria []criteriaShown
	Answers  []ui.Row
	Versions []ui.Row
	Links    links
	NewForm  *ui.Form
	Waits    bool // a draft that somebody else lets hold
}

// links are the ways on; an empty one is not shown.
type links struct{ Settings, Force, Answers string }

type chapterShown struct {
	Title string
	Lines []string
	Edit  string
	Note  string // still the example
}

type criteriaShown struct {
	Title string
	Rows  []ui.Row
}

func show(r *page.Request, v protocol.Page) shown {
	ctx, edits := r.Context(), v.Edits && v.State == protocol.Draft
	s := shown{Lead: lead(r, v), Says: says(r, v.Settings), Answers: answerRows(r, v)}
	if v.InForce() == 0 {
		s.Warning = i18n.T(ctx, "protocol.none_in_force")
	}
	if v.State == protocol.Draft {
		s.Example = exampleLeft(r, v.Version)
	}
	at := path(v.Number)
	for _, c := range v.Chapters {
		ch := chapterShown{Title: c.Title, Lines: strings.Split(strings.TrimSpace(c.Text), "\n")}
		if edits {
			ch.Edit = at + "/chapters/" + c.Stem
		}
		if v.State == protocol.Draft && c.Untouched() {
			ch.Note = i18n.T(ctx, "protocol.example_chapter")
		}
		s.Chapters = append(s.Chapters, ch)
	}
	for _, l := range protocol.Lists() {
		s.Criteria = append(s.Criteria, criteria(r, v, l, edits))
	}
	for _, old := range v.All {
		s.Versions = append(s.Versions, versionRow(r, old))
	}
	if edits {
		s.Links.Settings = at + "/settings"
	}
	if v.Forces && v.State == protocol.Draft {
		s.Links.Force = at + "/force"
	}
	s.Waits = edits && !v.Forces
	if v.State != protocol.Superseded && (v.Edits || v.Own) {
		s.Links.Answers = at + "/answers"
	}
	if v.Edits && !v.HasDraft() {
		f := r.Form("/protocol/new")
		s.NewForm = &f
	}
	return s
}

// exampleLeft says how much of a draft nobody changed yet; nothing when all of it is the LIVC R's own.
func exampleLeft(r *page.Request, v protocol.Version) string {
	if n := v.Untouched(); n > 0 {
		return i18n.T(r.Context(), "protocol.example_left", "Count", n)
	}
	return ""
}

func lead(r *page.Request, v protocol.Page) string {
	number := strconv.Itoa(v.Number)
	if v.State == protocol.Draft {
		return i18n.T(r.Context(), "protocol.lead_draft", "Number", number)
	}
	if v.State == protocol.InForce {
		return i18n.T(r.Context(), "protocol.lead_in_force", "Number", number, "Day", i18n.DateOf(r.Context(), v.From))
	}
	return i18n.T(r.Context(), "protocol.lead_superseded", "Number", number)
}

func criteria(r *page.Request, v protocol.Page, l protocol.List, edits bool) criteriaShown {
	out := criteriaShown{Title: i18n.Enum(r.Context(), "criteria", l)}
	for _, c := range v.Criteria {
		if c.List != l {
			continue
		}
		row := ui.Row{Text: c.Text, Sub: c.Help}
		if edits {
			row.Href = path(v.Number) + "/criteria/" + c.Stem
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}

var stateTones = map[protocol.State]ui.Tone{protocol.Draft: ui.Going, protocol.InForce: ui.Settled, protocol.Superseded: ui.Plain}

func versionRow(r *page.Request, v protocol.Version) ui.Row {
	row := ui.Row{Href: path(v.Number), Text: i18n.T(r.Context(), "protocol.version", "Number", strconv.Itoa(v.Number)),
		Tag: ui.Tag{Text: i18n.Enum(r.Context(), "protocol_state", v.State), Tone: stateTones[v.State]}}
	if v.From != "" {
		row.Sub = i18n.T(r.Context(), "protocol.since", "Day", i18n.DateOf(r.Context(), v.From))
	}
	return row
}

// answerRows show what each partner said; who said nothing yet has no tag, for silence means nothing.
func answerRows(r *page.Request, v protocol.Page) (rows []ui.Row) {
	said := map[livc.ID]protocol.Answer{}
	for _, a := range v.Answers {
		said[a.Organisation] = a
	}
	for _, o := range v.Partners {
		row := ui.Row{Text: o.Name}
		if a, ok := said[o.ID]; ok {
			row.Sub, row.Tag = i18n.DateOf(r.Context(), a.Day), ui.Tag{Text: i18n.Enum(r.Context(), "standpoint", a.Standpoint), Tone: ui.Plain}
		}
		rows = append(rows, row)
	}
	i18n.SortBy(r.Context(), rows, func(row ui.Row) string { return row.Text })
	return rows
}
