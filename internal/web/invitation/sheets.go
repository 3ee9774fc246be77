package invitation

import (
	"context"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// The sheets of a case ask, word for word and in this order, what is entered afterwards (architecture 5).

// weighingSheets are the three sheets: from how many places something was said, never what (R4.3-e).
func weighingSheets(ctx context.Context) []ui.PaperSheet {
	sheets := []ui.PaperSheet{{Side: ui.Protects, Asked: i18n.T(ctx, "weigh_case.asked")}, {Side: ui.Concerns, Asked: i18n.T(ctx, "weigh_case.asked")}, {Side: ui.Unknown}}
	for _, d := range start().Weighing.Domains {
		name := d.Name.In(i18n.Lang(ctx))
		for n := range sheets {
			row := ui.PaperRow{Text: name, Boxes: []string{""}}
			if sheets[n].Side == ui.Unknown {
				row.Boxes = []string{"?", i18n.T(ctx, "print_pack.not_here")}
			}
			sheets[n].Rows = append(sheets[n].Rows, row)
		}
	}
	return sheets
}

// stopQuestions are the three questions that cannot be skipped (R4.3-a).
func stopQuestions(ctx context.Context) (list []string) {
	for _, q := range law.StopQuestions() {
		list = append(list, i18n.T(ctx, string(q)))
	}
	return list
}

// hybridChecks are asked of who sits behind a screen elsewhere.
func hybridChecks(ctx context.Context) (list []string) {
	for _, c := range invitation.HybridChecks() {
		list = append(list, i18n.Enum(ctx, "hybrid_check", c))
	}
	return list
}

// decisionSlips hold one slip for each case; the outcomes stand on it as equal words (R4.3-a, R2.5.3-m).
func decisionSlips(ctx context.Context, points []invitation.Point) (list []ui.Slip) {
	for _, p := range points {
		s := ui.Slip{Title: i18n.T(ctx, "print_pack.decision", "Code", p.Code)}
		for _, o := range livc.Outcomes() {
			s.Ticks = append(s.Ticks, i18n.Enum(ctx, "outcome", o))
		}
		s.Lines = append(s.Lines, asksAll(ctx, p)...)
		s.Lines = append(s.Lines, slip(ctx, "", "print_pack.manager", "print_pack.inform", "print_pack.next").Lines...)
		s.Lines = append(s.Lines, ui.SlipLine{Term: i18n.T(ctx, "close_item.field.substantive"), Value: boxes(ctx, "known", discussion.KnownYes, discussion.KnownNo)},
			ui.SlipLine{Term: i18n.T(ctx, "print_pack.signed")})
		list = append(list, s)
	}
	return list
}

// asksAll are the questions of a decision with their answers to tick.
func asksAll(ctx context.Context, p invitation.Point) []ui.SlipLine {
	yesNo, known := boxes(ctx, "known", discussion.KnownYes, discussion.KnownNo), boxes(ctx, "known", discussion.Knowns()...)
	list := []ui.SlipLine{
		{Term: i18n.T(ctx, "decide_case.field.signals"), Value: yesNo},
		{Term: i18n.T(ctx, "decide_case.field.table"), Value: yesNo},
		{Term: i18n.T(ctx, "decide_case.field.agreement"), Value: boxes(ctx, "agreement", discussion.Agreements()...)},
		{Term: i18n.T(ctx, "decide_case.field.dissent")},
		{Term: i18n.T(ctx, "law.action.enough"), Value: known},
		{Term: i18n.T(ctx, "law.action.proportionate"), Value: known},
		{Term: i18n.T(ctx, "decide_case.field.repercussions"), Value: known},
	}
	for _, q := range law.QuestionsFor(p.Ages) {
		list = append(list, ui.SlipLine{Term: i18n.T(ctx, string(q)), Value: "☐ " + i18n.T(ctx, "decide_case.talked") + wide + "☐ " + i18n.T(ctx, "decide_case.not_known")})
	}
	return list
}

// wide keeps two answers apart.
const wide = "\u2003"

// boxes are the answers of a list, each with a box to tick.
func boxes[T ~string](ctx context.Context, enum string, answers ...T) string {
	var words []string
	for _, a := range answers {
		words = append(words, "☐ "+i18n.Enum(ctx, enum, a))
	}
	return strings.Join(words, wide)
}
