package table

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// printSheet prints an adopted sheet once for the information officer, who hands it over outside Beraad
// (R6.1-a, X-L-i). A sheet that was not adopted is not printed.
func (p Pages) printSheet(r *page.Request) error {
	if err := r.Fresh(); err != nil {
		return err
	}
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	d, err := p.Table.Desk(r.Context(), r.By(), item)
	if err != nil {
		return err
	}
	if d.Sheet == nil || d.Sheet.State != discussion.SheetAdopted {
		return livc.NotFound()
	}
	f := r.Frame
	f.Title = i18n.T(r.Context(), "feedback.number", "Number", d.Sheet.Number)
	return r.Print(sheetPaper(ui.Paper{Frame: f, Sub: i18n.Day(r.Context(), d.Sitting.Day), Copies: 1, Words: d.SheetWords, Back: deskAt(item) + "/feedback"}, d))
}
