package ui

// Paper is a sheet to print: A4, codes and roles, never names, and a word that it is to be destroyed.
type Paper struct {
	Frame   Frame
	Sub     string   // when and where
	Copies  int      // number of copies that the server counted; 0 prints no number
	Words   []string // fingerprint of an agreed text; empty has none
	Back    string   // where the page on the screen leads back to
	Dossier bool     // a person's own dossier: no word about destroying
}

// AgendaLine is one item on a printed agenda.
type AgendaLine struct {
	Number  string
	Clock   string
	Text    string // code, or the words of a fixed point
	Sub     string // question to the table
	Inside  string // roles inside
	Minutes string
}

// Slip is one decision or agreement on a slip of paper, to be filled in by hand or handed over.
type Slip struct {
	Title string
	Ticks []string // equal words, each with a box to tick; one is chosen
	Lines []SlipLine
}

// SlipLine is one line of a slip: its word, and what is filled in already.
type SlipLine struct{ Term, Value string }

// PaperSheet is one of the three sheets of the weighing: a row for each life domain, and whether
// everybody was asked.
type PaperSheet struct {
	Side  Side
	Rows  []PaperRow
	Asked string // empty: nothing to tick
}

// PaperRow is one domain with its boxes: a word beside each, or nothing beside the box for a number.
type PaperRow struct {
	Text  string
	Boxes []string
}

// ruled gives n empty lines to range over.
func ruled(n int) []struct{} { return make([]struct{}, n) }
