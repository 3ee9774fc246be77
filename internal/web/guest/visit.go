package guest

import (
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// visitPage is what a guest sees who waits for the point.
type visitPage struct {
	discussion.Visit
	When, Words   string
	Secrecy, Gone ui.Form
}

// visit shows a guest the secrecy of the table, and then whether the door is open.
func (p Pages) visit(r *page.Request) error {
	v, err := p.Table.Visit(r.Context(), r.By())
	if err != nil {
		return err
	}
	ctx := r.Context()
	return r.Show(i18n.T(ctx, "guest.title"), visitView(visitPage{Visit: v, Words: strings.Join(v.Words, " - "),
		When:    i18n.T(ctx, "guest.when", "Day", i18n.Day(ctx, v.Day), "Clock", v.Clock, "Place", v.Place),
		Secrecy: r.Form("/guest/secrecy"), Gone: r.Form("/guest/leave")}, page.Help(r, "sw-458ter-1", "p-ad-hoc")))
}

func (p Pages) secrecy(r *page.Request) error {
	if !r.Yes("secrecy") {
		r.Faulty(livc.Invalid("guest.confirm", "sw-458ter-1").At("secrecy"))
		return p.visit(r)
	}
	meeting, err := p.Table.ConfirmSecrecy(r.Context(), r.By())
	if done, err := r.Done(meeting, err, mineAt); done {
		return err
	}
	return p.visit(r)
}

// mineAt is the own screen, a page of the table.
func mineAt(meeting livc.ID) string { return "/meetings/" + string(meeting) + "/mine" }

// leave ends the visit: afterwards this browser opens nothing any more.
func (p Pages) leave(r *page.Request) error {
	if err := p.Table.GuestLeaves(r.Context(), r.By()); err != nil {
		return err
	}
	return r.Go(ui.VisitPath)
}
