package ui

// Step is where a phase of an item stands.
type Step string

// The places of a phase on the rail.
const (
	StepDone Step = "done"
	StepNow  Step = "now"
	StepNext Step = "next"
)

// Phase is one phase of an item on the rail.
type Phase struct {
	Text string
	Step Step
}

// Side is one of the three sheets on which the table lays what it hears. They weigh alike and are
// never added up. Dutch: blad.
type Side string

// The three sheets.
const (
	Protects Side = "protects" // beschermt
	Concerns Side = "concerns" // baart zorgen
	Unknown  Side = "unknown"  // weten we niet
)

// Sides lists the sheets in the order in which one speaks: the good first.
func Sides() []Side { return []Side{Protects, Concerns, Unknown} }

// Word is one thing that was laid on a sheet, in general words, with a note such as how many saw it
// from their own place.
type Word struct{ Text, Note string }

// Seat is a role at the table, inside or outside the item. A seat has no name of a person.
type Seat struct {
	Text   string
	Inside bool
}

// RoomLines is how many lines a room screen has below its question at its full size: with code and question nine.
// More are set smaller, and then in two columns: what people agree to is never cut off.
const RoomLines = 7

// Room is what the screen in the room shows: never a name, never a fact.
type Room struct {
	Frame    Frame
	Point    string   // punt 3 van 5
	Clock    string   // 10.42 uur
	Code     string   // the code of the case, or a word of welcome
	Question string   // the one question to the table
	Lines    []string // what is read aloud
	Words    map[Side][]Word
	Note     string   // one more sentence, such as that somebody objects
	Inside   []string // roles
	Refresh  int      // seconds between refreshes without a script; 0 never
}

// fits says how the lines, or the longest of the sheets, fit on a screen.
func (r Room) fits() string {
	most := len(r.Lines)
	for _, words := range r.Words {
		most = max(most, 2*len(words)) // with a note below each
	}
	switch {
	case most <= RoomLines:
		return "room-few"
	case most <= 2*RoomLines:
		return "room-many"
	}
	return "room-most"
}
