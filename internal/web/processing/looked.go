package processing

import (
	"strconv"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// lookedPage is who looked at one own dossier.
type lookedPage struct {
	Back, Title, Older string
	Rows               [][]string
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

// lookRow is one line: when, who, what, the answer, and on which norm.
func lookRow(r *page.Request, l processing.Look) []string {
	ctx, answer := r.Context(), "view_log.allowed"
	if l.Refused() {
		answer = "view_log.refused"
	}
	return []string{i18n.Moment(ctx, l.Entry.At), whoLooked(r, l), i18n.Enum(ctx, "action", l.Entry.Action), i18n.T(ctx, answer), cited(r, l.Entry.Norms)}
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
