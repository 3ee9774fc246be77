package discussion_test

import (
	"testing"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R4.1.1-e
func TestInvariant15_AnAgreedReportHoldsNothingThatPointsToAPerson(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		report := func(text string, change ...func(*discussion.AgreeReport)) error {
			in := discussion.AgreeReport{Item: e.Item, Text: livc.NewSecret(text), ReadAloud: true, Agreed: true}
			for _, c := range change {
				c(&in)
			}
			_, err := e.Table.AgreeReport(e.Context(), e.Coordinator, in)
			return err
		}
		t.Run("there is no report before a decision", func(t *testing.T) {
			answers(t, report("Iets."), livc.DeniedKind, "denied.decide_first")
		})
		e.Decided(livc.OutcomeRegular)
		for name, text := range map[string]string{
			"the first name of the person":  "We spraken over milan en de school.",
			"the family name of the person": "De familie verbeke vraagt hulp.",
			"the name of who was there":     "Lotte Claes volgt op.",
			"a national number":             "Nummer 85.07.30-033.28 staat erbij.",
			"an address":                    "Hij woont in de Kerkstraat 12.",
			"a mail address":                "Schrijf naar jan@voorbeeld.be vandaag.",
			"a birth date":                  "Geboren op 3 mei 2010.",
			"a telephone number":            "Bel 0470 12 34 56 voor meer.",
		} {
			t.Run(name+" cannot stay, whatever is ticked", func(t *testing.T) {
				answers(t, report(text), livc.InvalidKind, "agree_report.never")
				marks, _ := e.Table.AgreeReport(e.Context(), e.Coordinator, discussion.AgreeReport{Item: e.Item, Text: livc.NewSecret(text), ReadAloud: true, Agreed: true})
				var left []string
				for _, m := range marks {
					left = append(left, discussion.MarkKey(m))
				}
				answers(t, report(text, func(r *discussion.AgreeReport) { r.Left = left }), livc.InvalidKind, "agree_report.never")
			})
		}
		t.Run("what makes somebody recognisable is looked at by the table", func(t *testing.T) {
			text := "Hij is de enige keeper van de club."
			answers(t, report(text), livc.InvalidKind, "agree_report.look")
		})
		t.Run("it is read aloud and agreed", func(t *testing.T) {
			answers(t, report("Gewone hulp volstaat.", func(r *discussion.AgreeReport) { r.ReadAloud = false }), livc.InvalidKind, "agree_report.read")
			answers(t, report("Gewone hulp volstaat.", func(r *discussion.AgreeReport) { r.Agreed = false }), livc.InvalidKind, "agree_report.agreed")
			answers(t, report(" "), livc.InvalidKind, "agree_report.text")
		})
		t.Run("then it is frozen under four words", func(t *testing.T) {
			e.Must(report("Casus " + e.Case.Code + ". Gewone hulp volstaat."))
			d := e.Desk()
			if len(d.Words) != 4 || d.Report.Text.Reveal() != "Casus "+e.Case.Code+". Gewone hulp volstaat." {
				t.Fatalf("%v, %q", d.Words, d.Report.Text.Reveal())
			}
			answers(t, report("Anders."), livc.ConflictKind, "conflict.report_agreed")
		})
	})
}
