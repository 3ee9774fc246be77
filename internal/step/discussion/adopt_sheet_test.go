package discussion_test

import (
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func line(e *storetest.Evening) discussion.AddLine {
	return discussion.AddLine{Item: e.Item, Text: livc.NewSecret("Gaat weer naar de training."), Side: "protects", Source: law.Seen, Declared: true}
}

func begin(e *storetest.Evening) {
	e.T.Helper()
	_, err := e.Table.ChooseFeedback(e.Context(), e.Coordinator, e.Item, true)
	e.Must(err)
	e.Must(e.Table.AddLine(e.Context(), e.Coordinator, line(e)))
	e.Must(e.Table.AskedBothSides(e.Context(), e.Coordinator, e.Item, true, true, livc.NewSecret("De opvolging loopt.")))
}

func adopt(e *storetest.Evening, yes ...livc.ID) error {
	return e.Table.AdoptSheet(e.Context(), e.Coordinator, discussion.AdoptSheet{Item: e.Item, ReadAloud: true, Agreed: yes})
}

// proves R6.1-e, R6.1-f, X-L-h
func TestInvariant10_ASheetNeedsTheYesOfEverybodyWhoWasInside(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		e.Open()
		e.Decided(livc.OutcomeLTF)
		begin(e)
		all := e.Everybody()
		t.Run("one answer that is missing keeps it waiting", func(t *testing.T) {
			e.Must(adopt(e, all[1:]...))
			if s := e.Desk().Sheet; s.State != discussion.SheetDraft || s.LTFSheet.Agreed != 4 || s.Circle != 5 {
				t.Fatalf("it stands as %+v", s.LTFSheet)
			}
		})
		t.Run("nobody is sent out once a line stands", func(t *testing.T) {
			err := e.Table.StepInOut(e.Context(), e.Coordinator, discussion.StepInOut{Item: e.Item, Out: all[:1], SentOut: true})
			answers(t, err, livc.DeniedKind, "law.circle.nobody_out")
		})
		t.Run("who left belongs to the circle, and without an answer the sheet waits", func(t *testing.T) {
			e.Must(e.Table.StepInOut(e.Context(), e.Coordinator, discussion.StepInOut{Item: e.Item, Out: []livc.ID{e.Who(e.CAW)}}))
			e.Must(e.Table.AddLine(e.Context(), e.Coordinator, line(e)))
			e.Must(adopt(e, without(all, e.Who(e.CAW))...))
			if s := e.Desk().Sheet; s.State != discussion.SheetDraft {
				t.Fatalf("adopted without who left: %+v", s.LTFSheet)
			}
		})
		t.Run("the yes of all adopts it, with a number, a proof and the count", func(t *testing.T) {
			e.Must(adopt(e, e.Who(e.CAW)))
			s := e.Desk().Sheet
			if s.State != discussion.SheetAdopted || s.Number != "2026-01" || s.LTFSheet.Agreed != 5 || s.Circle != 5 || len(s.Hash) != 32 {
				t.Fatalf("it stands as %+v", s.LTFSheet)
			}
		})
		t.Run("a newcomer voids the agreement", func(t *testing.T) {
			late, err := e.Table.StandIn(e.Context(), e.Coordinator, discussion.StandIn{Meeting: e.Meeting, Organisation: e.Organisation["OCMW"], Seat: discussion.ParticipantSeat,
				Name: livc.NewContact("Jan Smet"), Appointed: true, Acknowledged: true})
			e.Must(err)
			e.Must(e.Table.StepInOut(e.Context(), e.Coordinator, discussion.StepInOut{Item: e.Item, In: []livc.ID{late}, ChairInvites: []livc.ID{late}}))
			s := e.Desk().Sheet
			if s.State != discussion.SheetDraft || len(s.Agreed) != 0 || len(s.Hash) != 0 {
				t.Fatalf("it stands as %+v", s.LTFSheet)
			}
			e.Must(adopt(e, all...))
			if s := e.Desk().Sheet; s.State != discussion.SheetDraft {
				t.Fatal("the newcomer was not asked")
			}
			e.Must(adopt(e, append(all, late)...))
		})
		t.Run("only who was inside has a voice", func(t *testing.T) {
			e.Must(e.Table.StepInOut(e.Context(), e.Coordinator, discussion.StepInOut{Item: e.Item, In: []livc.ID{e.Who(e.CAW)}}))
			_, err := e.Table.ChooseFeedback(e.Context(), e.Coordinator, e.Item, true)
			answers(t, err, livc.ConflictKind, "conflict.sheet_begun")
		})
		t.Run("a sheet that comes back from nobody is not opened by a service", func(t *testing.T) {
			answers(t, e.Table.AdoptSheet(e.Context(), e.CLB, discussion.AdoptSheet{Item: e.Item, ReadAloud: true}), livc.NotFoundKind, "")
		})
		e.Verify()
	})
}

// proves R6.1-b, R6.1-d, R6.1-e, R6.1-g, X-L-j
func TestASheetThatIsNotAgreedIsGone(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		choose := func(sheet bool) error {
			_, err := e.Table.ChooseFeedback(e.Context(), e.Coordinator, e.Item, sheet)
			return err
		}
		t.Run("there is no sheet before a decision", func(t *testing.T) {
			answers(t, choose(true), livc.DeniedKind, "law.feedback.decide_first")
		})
		e.Decided(livc.OutcomeLTF)
		begin(e)
		all := e.Everybody()
		t.Run("it is read aloud first", func(t *testing.T) {
			err := e.Table.AdoptSheet(e.Context(), e.Coordinator, discussion.AdoptSheet{Item: e.Item, Agreed: all})
			answers(t, err, livc.InvalidKind, "adopt_sheet.read")
		})
		t.Run("somebody from outside has no voice", func(t *testing.T) {
			answers(t, adopt(e, append(all, e.Who(e.Representative))...), livc.NotFoundKind, "")
		})
		t.Run("both sides were asked, and how the follow-up goes", func(t *testing.T) {
			e.Must(e.Table.AskedBothSides(e.Context(), e.Coordinator, e.Item, true, false, livc.Secret{}))
			answers(t, adopt(e, all...), livc.InvalidKind, "law.feedback.ask_negative")
			answers(t, adopt(e, all...), livc.InvalidKind, "law.feedback.evaluation")
		})
		t.Run("one objection ends it, its text is forgotten and nobody's name stays", func(t *testing.T) {
			record := e.Desk().Sheet.Record
			e.Must(e.Table.AdoptSheet(e.Context(), e.Coordinator, discussion.AdoptSheet{Item: e.Item, Objection: true}))
			s := e.Desk().Sheet
			if s.State != discussion.SheetRejected || s.LTFSheet.Lines != 0 || count(e, `SELECT count(*) FROM record WHERE livc = $1 AND id = $2`, record) != 0 {
				t.Fatalf("it stands as %+v", s.LTFSheet)
			}
			if count(e, `SELECT count(*) FROM ltf_answer WHERE livc = $1 AND sheet = $2`, s.ID) != 0 {
				t.Error("answers stayed")
			}
		})
		t.Run("choosing nothing forgets what was begun", func(t *testing.T) {
			begin(e)
			if n := e.Desk().Sheet.Number; n != "2026-02" {
				t.Errorf("the second sheet is number %s", n)
			}
			e.Must(choose(false))
			if s := e.Desk().Sheet; s.State != discussion.SheetVoid {
				t.Fatalf("it stands as %+v", s.LTFSheet)
			}
		})
		t.Run("a sheet that is not agreed in the sitting ends with it", func(t *testing.T) {
			begin(e)
			record := e.Desk().Sheet.Record
			e.Reported()
			e.Must(e.Table.CloseItem(e.Context(), e.Coordinator, discussion.CloseItem{Item: e.Item}))
			if count(e, `SELECT count(*) FROM record WHERE livc = $1 AND id = $2`, record) != 0 {
				t.Error("its text stayed")
			}
		})
	})
}

func count(e *storetest.Evening, q string, args ...any) (n int) {
	e.T.Helper()
	e.Must(e.DB.Pools()[0].QueryRow(q, append([]any{e.Livc}, args...)...).Scan(&n))
	return n
}

// proves X-L-k, R2.5.3-i
func TestInvariant11_EveryLineDeclaresThatItHoldsNoSecret(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		e.Decided(livc.OutcomeLTF)
		begin(e)
		for name, c := range map[string]struct {
			kind   livc.Kind
			change func(*discussion.AddLine)
			key    string
		}{
			"without the declaration":        {livc.InvalidKind, func(l *discussion.AddLine) { l.Declared = false }, "law.feedback.declare"},
			"from professional secrecy":      {livc.DeniedKind, func(l *discussion.AddLine) { l.FromProfessionalSecrecy = true }, "law.feedback.professional_secret"},
			"told at the table as a secret":  {livc.DeniedKind, func(l *discussion.AddLine) { l.ToldAsSecret = true }, "law.feedback.told_as_secret"},
			"without words":                  {livc.InvalidKind, func(l *discussion.AddLine) { l.Text = livc.NewSecret(" ") }, "law.feedback.empty_line"},
			"without a side":                 {livc.InvalidKind, func(l *discussion.AddLine) { l.Side = "assessment" }, "add_line.side"},
			"without saying how it is known": {livc.InvalidKind, func(l *discussion.AddLine) { l.Source = "" }, "add_line.source"},
		} {
			t.Run(name+" it cannot be saved", func(t *testing.T) {
				in := line(e)
				c.change(&in)
				answers(t, e.Table.AddLine(e.Context(), e.Coordinator, in), c.kind, c.key)
			})
		}
		if n := len(e.Desk().Sheet.Text.Lines); n != 1 {
			t.Fatalf("%d lines stand", n)
		}
		t.Run("a line is dropped at a word", func(t *testing.T) {
			answers(t, e.Table.DropLine(e.Context(), e.Coordinator, e.Item, 1), livc.NotFoundKind, "")
			e.Must(e.Table.DropLine(e.Context(), e.Coordinator, e.Item, 0))
			answers(t, adopt(e, e.Everybody()...), livc.DeniedKind, "law.feedback.no_consensus")
		})
		t.Run("without the officer inside the item stops, and with it the sheet", func(t *testing.T) {
			e.Must(e.Table.StepInOut(e.Context(), e.Coordinator, discussion.StepInOut{Item: e.Item, Out: []livc.ID{e.Who(e.Officer)}}))
			answers(t, e.Table.AddLine(e.Context(), e.Coordinator, line(e)), livc.ConflictKind, "conflict.item_not_open")
		})
	})
}

// proves R4.2-c, R4.2-e, R4.2-f, R4.2-g, R2.5.3-k
func TestInvariant13_ThePersonHearsOnlyWithEverybodysYesAndWithoutAHold(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		all := e.Everybody()
		good := discussion.InformPerson{Item: e.Item, Choice: discussion.InformNow, Agreed: all, Safe: true, By: e.Who(e.CLB), Offer: livc.NewSecret("Een gesprek op school")}
		inform := func(change func(*discussion.InformPerson)) error {
			in := good
			change(&in)
			return e.Table.InformPerson(e.Context(), e.Coordinator, in)
		}
		answers(t, inform(func(i *discussion.InformPerson) { i.Agreed = all[1:] }), livc.DeniedKind, "law.informing.no_consensus")
		answers(t, inform(func(i *discussion.InformPerson) { i.Safe = false }), livc.DeniedKind, "law.informing.wait")
		answers(t, inform(func(i *discussion.InformPerson) { i.Offer = livc.Secret{} }), livc.InvalidKind, "inform_person.offer")
		answers(t, inform(func(i *discussion.InformPerson) { i.By = e.Who(e.Representative) }), livc.InvalidKind, "at_table.who")
		answers(t, inform(func(i *discussion.InformPerson) { i.Choice = "" }), livc.InvalidKind, "inform_person.choice")
		e.Must(inform(func(*discussion.InformPerson) {}))
		if i := e.Desk().Item; i.Informing != discussion.InformNow || i.InformingBy != e.Who(e.CLB) {
			t.Fatalf("it stands as %+v", i)
		}
		t.Run("afterwards it is noted that it was said, once, and by who holds the casusblad", func(t *testing.T) {
			result := func(by deed.By, r discussion.InformingResult) error {
				return e.Table.InformResult(e.Context(), by, discussion.InformResult{Case: e.Case.ID, Result: r})
			}
			answers(t, result(e.Coordinator, "he was angry"), livc.InvalidKind, "inform_result.choose")
			answers(t, result(e.CLB, discussion.PersonTold), livc.NotFoundKind, "")
			e.Must(result(e.Coordinator, discussion.PersonTold))
			answers(t, result(e.Coordinator, discussion.PersonTold), livc.NotFoundKind, "")
		})
		t.Run("a hold forbids it", func(t *testing.T) {
			hold(e)
			answers(t, inform(func(*discussion.InformPerson) {}), livc.DeniedKind, "law.informing.wait")
		})
		t.Run("saying nothing needs nobody's leave", func(t *testing.T) {
			e.Must(inform(func(i *discussion.InformPerson) {
				*i = discussion.InformPerson{Item: e.Item, Choice: discussion.InformNot}
			}))
		})
	})
}
