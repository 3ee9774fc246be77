package processing

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// lookedPage is who looked at one own dossier.
type lookedPage struct {
	Back, Title, Older string
	Rows               []ui.Row
}

// looked shows the keeper who looked and changed, by function and organisation (L7).
func (p Pages) looked(r *page.Request) error {
	id, err := r.ID("dossier")
	if err != nil {
		return err
	}
	before, err := strconv.ParseInt(r.URL.Query().Get("before"), 10, 64)
	if err != nil || before < 0 {
		before = 0
	}
	l, err := p.Service.WhoLooked(r.Context(), r.Actor, id, before)
	if err != nil {
		return err
	}
	at := "/dossiers/" + string(id)
	v := lookedPage{Back: at, Title: i18n.T(r.Context(), "own_dossiers.outside")}
	if l.Code != nil {
		v.Title = i18n.T(r.Context(), "own_dossiers.case", "Code", l.Code.Code.Reveal())
	}
	for _, line := range l.Lines {
		v.Rows = append(v.Rows, lookRow(r, line))
	}
	if l.Older > 0 {
		v.Older = at + "/looked?before=" + strconv.FormatInt(l.Older, 10)
	}
	return r.Show(i18n.T(r.Context(), "who_looked.title"), lookedView(v, page.Help(r, law.OwnDossierClosed, "gdpr-32")))
}

// lookRow is one line: what, who and when, on which norm, and the answer.
func lookRow(r *page.Request, l processing.Look) ui.Row {
	ctx := r.Context()
	row := ui.Row{Text: capital(i18n.Enum(ctx, "action", l.Entry.Action)), Tag: ui.Tag{Text: i18n.T(ctx, "view_log.allowed"), Tone: ui.Plain},
		Sub: i18n.T(ctx, "who_looked.line", "At", i18n.Moment(ctx, l.Entry.At), "Who", whoLooked(r, l))}
	if norms := cited(r, l.Entry.Norms); norms != "" {
		row.Sub += " " + i18n.T(ctx, "who_looked.norm", "Norm", norms)
	}
	if l.Refused() {
		row.Tag = ui.Tag{Text: i18n.T(ctx, "view_log.refused"), Tone: ui.Fresh}
	}
	return row
}

// capital begins a sentence with a capital.
func capital(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}

func whoLooked(r *page.Request, l processing.Look) string {
	who := i18n.Enum(r.Context(), "function", l.Entry.Function)
	if l.Service != "" {
		who += ", " + l.Service
	}
	if l.Own {
		who = i18n.T(r.Context(), "who_looked.you", "Who", who)
	}
	return who
}

func cited(r *page.Request, norms []livc.NormID) string {
	var list []string
	for _, c := range page.Cites(r, norms...) {
		list = append(list, c.Text)
	}
	return strings.Join(list, "; ")
}
