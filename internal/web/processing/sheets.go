package processing

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// sheetRow is one adopted sheet with the form that says it was handed over.
type sheetRow struct {
	ID   livc.ID
	Text string
	Form ui.Form
}

func (p Pages) sheets(r *page.Request) error {
	list, err := p.Service.Sheets(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	var rows []sheetRow
	for _, s := range list {
		rows = append(rows, sheetRow{s.ID, i18n.T(r.Context(), "hand_over_sheet.line", "Number", s.Number, "Count", s.Circle),
			r.Form("/sheets/" + string(s.Case) + "/" + string(s.ID))})
	}
	return r.Show(i18n.T(r.Context(), "hand_over_sheet.title"), sheetsView(rows, recipients(r.Context()), page.Help(r, law.OfficerWrites, law.FeedbackByConsensus)))
}

func recipients(ctx context.Context) (list []ui.Choice) {
	for _, s := range law.FeedbackRecipients() {
		list = append(list, ui.Choice{Value: s, Label: i18n.Enum(ctx, "feedback_recipient", s)})
	}
	return list
}

func (p Pages) handOver(r *page.Request) error {
	caseID, err := r.ID("case")
	if err != nil {
		return err
	}
	sheet, err := r.ID("sheet")
	if err != nil {
		return err
	}
	on, fault := r.Day("on")
	err = nil
	if fault != nil {
		err = fault
	}
	if err == nil {
		err = p.Service.HandOverSheet(r.Context(), r.By(), caseID, processing.HandOverSheet{Sheet: sheet, On: on, Recipient: r.Text("recipient")})
	}
	if done, err := r.Done(sheet, err, page.To("/sheets")); done {
		return err
	}
	return p.sheets(r)
}
