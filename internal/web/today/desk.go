package today

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// view is what the first page shows.
type view struct {
	Date, Lead string
	Rows       []ui.Row
	Settled    []ui.Row // what happened today and asks nothing
	Desk       desk
	AtTable    bool // sits at the table now and then
}

// take sorts what a step says into what waits and what is done.
func (v *view) take(rows []ui.Row) {
	for _, row := range rows {
		if row.Tag.Tone == ui.Settled {
			v.Settled = append(v.Settled, row)
		} else {
			v.Rows = append(v.Rows, row)
		}
	}
}

// desk is the quiet column: the next meeting and the next erasure.
type desk struct {
	When, How, Href, Erase string
}

func deskOf(r *page.Request, d support.Desk) desk {
	out := desk{Erase: erasure(r, d.Erase)}
	if d.Next.ID == "" {
		return out
	}
	ctx := r.Context()
	out.When = capital(i18n.T(ctx, "today.meeting_when", "Day", i18n.Day(ctx, d.Next.Day), "Clock", clock(r, d.Next)))
	how := []string{capital(i18n.T(ctx, "today.meeting_mode", "Mode", i18n.Enum(ctx, "table_mode", d.Next.Mode), "Place", d.Next.Place)) + "."}
	if d.Next.Cases > 0 {
		how = append(how, i18n.T(ctx, "today.cases", "Count", d.Next.Cases))
	}
	if d.Next.Invited > 0 {
		how = append(how, i18n.T(ctx, "today.invited", "Count", d.Next.Invited))
	}
	out.How = strings.Join(how, " ")
	out.Href = "/meetings/" + string(d.Next.ID)
	return out
}

// soonDays is the time in which an erasure is called near.
const soonDays = 31

func erasure(r *page.Request, on livc.Day) string {
	ctx := r.Context()
	switch {
	case on == "":
		return i18n.T(ctx, "today.erase_none")
	case r.Today().Until(on) > soonDays:
		return i18n.T(ctx, "today.erase_later", "Day", i18n.DateOf(ctx, on))
	}
	return i18n.T(ctx, "today.erase_soon", "Day", i18n.DateOf(ctx, on))
}

// capital begins a sentence with a capital.
func capital(s string) string {
	c, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(c)) + s[n:]
}
