package support

import (
	"strconv"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
)

// viewLog shows the data protection officer what the own people did: role, deed, kind, time, answer.
func (p Pages) viewLog(r *page.Request) error {
	before, err := strconv.ParseInt(r.URL.Query().Get("before"), 10, 64)
	if err != nil || before < 0 {
		before = 0
	}
	l, err := p.Support.ViewLog(r.Context(), r.By(), before)
	if err != nil {
		return err
	}
	v := logPage{Older: ""}
	for _, line := range l.Lines {
		v.Rows = append(v.Rows, logRow(r, line))
	}
	if l.Older > 0 {
		v.Older = "/log?before=" + strconv.FormatInt(l.Older, 10)
	}
	return r.Show(i18n.T(r.Context(), "view_log.title"), logView(v, page.Help(r, "gdpr-32")))
}

// logPage is what the page shows.
type logPage struct {
	Rows  [][]string
	Older string // address of the page before this one in time; empty: none
}

func logRow(r *page.Request, l support.LogLine) []string {
	ctx, answer := r.Context(), "view_log.allowed"
	if l.Refused {
		answer = "view_log.refused"
	}
	return []string{i18n.Moment(ctx, l.Entry.At), i18n.Enum(ctx, "function", l.Entry.Function),
		i18n.Enum(ctx, "action", l.Entry.Action), i18n.Enum(ctx, "object", l.Entry.Kind), i18n.T(ctx, answer)}
}
