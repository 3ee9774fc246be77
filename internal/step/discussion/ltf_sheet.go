package discussion

import (
	"fmt"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// SheetState is where a sheet for the LTF stands. Dutch: staat van een fiche.
type SheetState string

// The states of a sheet.
const (
	SheetDraft      SheetState = "draft"
	SheetAdopted    SheetState = "adopted"
	SheetRejected   SheetState = "rejected"
	SheetHandedOver SheetState = "handed_over"
	SheetVoid       SheetState = "void"
)

// SheetStates lists the states of a sheet.
func SheetStates() []SheetState {
	return []SheetState{SheetDraft, SheetAdopted, SheetRejected, SheetHandedOver, SheetVoid}
}

// LTFSheet is what may go to the LTF when everybody agrees. Its lines are sealed on the casusblad until
// the officer has handed it over; the proof stays (R6.1-e, X-L-h). Dutch: fiche.
type LTFSheet struct {
	ID, Case, Item, Record livc.ID
	Number                 string // 2026-03
	State                  SheetState
	Positive, Negative     bool // both sides were asked
	Lines, Circle, Agreed  int
	Hash                   []byte
	Adopted                time.Time
}

// open tells whether the sheet is still talked about.
func (s LTFSheet) open() bool { return s.State == SheetDraft }

// Line names a line of the sheet by its place.
func (s LTFSheet) Line(n int) livc.ID { return s.ID + "." + livc.ID(fmt.Sprintf("%02d", n)) }

// SheetRevisions name the parts of a sheet that a form replaces, as they stand: its lines, both sides with how
// the follow-up goes, and the whole of it. What one adds does not make the form of another stale.
// Dutch: versie van een fiche.
type SheetRevisions struct{ Lines, Sides, All string }

func (s LTFSheet) revisions(text SheetText) SheetRevisions {
	of := func(part SheetText) string {
		part.Seal = text.Seal
		hash, err := deed.Fingerprint(part)
		if err != nil {
			return "" // a text that cannot be packed was never kept
		}
		return fmt.Sprintf("%x", hash)
	}
	return SheetRevisions{Lines: of(SheetText{Lines: text.Lines}), All: of(text),
		Sides: fmt.Sprintf("%s.%t.%t", of(SheetText{Evaluation: text.Evaluation}), s.Positive, s.Negative)}
}

// SheetText is the sealed content of a sheet. Seal makes its fingerprint unguessable once the text is
// gone. Dutch: tekst van een fiche.
type SheetText struct {
	Lines      []SheetLine
	Evaluation livc.Secret
	Seal       livc.Secret
}

// SheetLine is one line: a fact or an event. Dutch: lijn van een fiche.
type SheetLine struct{ Text, Side, Source livc.Secret }
