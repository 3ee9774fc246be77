package ui

import (
	"fmt"
	"math"
	"slices"
)

// Home is one house of the living picture: an organisation and what the reader may know that it keeps.
type Home struct {
	Name  string
	Own   bool    // drawn in front
	Open  bool    // its door stands open: the reader may look inside
	Holds []Stack // sorts of papers in sight
	Note  string  // a sentence below it; empty: none
}

// Stack is a sort of papers: its sign in the drawing and its name in the list.
type Stack struct{ Sign, Text string }

// Homes is the living picture "five houses and an empty table" of one case (product D1). The list below the
// drawing says the same in words, for everybody.
type Homes struct {
	Title   string
	Houses  []Home // the reader's own first
	Shut    int    // houses more, of which the reader may see the outside only
	Behind  Home   // the one line that stands for them in the list
	Busy    bool   // it is talked about now
	Table   string // what lies on the table, in words
	Caption string
}

// signs draw a sort of papers in a box of 20 by 22: a shape and the lines in it. A sort without a sign of
// its own is a sheet of paper.
var signs = map[string]struct{ shape, lines string }{
	"listing":  {"M3 1h14v20H3z", "M6 6h8M6 10h8M6 14h5"},
	"referral": {"M1 4h18v14H1z", "M1 4l9 7 9-7"},
	"sheet":    {"M1 4h7l2 2h9v13H1z", "M6 12l3 3 5-6"},
	"here":     {"M1 4h7l2 2h9v13H1z", "M7 12h6v4H7zM8 12v-1.500a2 2 0 0 1 4 0V12"},
	"outside":  {"M2 8h11v12H2z", "M9 12l8-9M11 3h6v6"},
	"plan":     {"M3 1h14v20H3z", "M6 6h1M9 6h5M6 11h1M9 11h5M6 16h1M9 16h5"},
	"action":   {"M3 5h14v15H3z", "M10 1v7M6 12h8M6 16h5"},
}

func shapeOf(sign string) string { return signOf(sign).shape }
func linesOf(sign string) string { return signOf(sign).lines }

func signOf(sign string) struct{ shape, lines string } {
	s, ok := signs[sign]
	if !ok {
		s = signs["listing"]
	}
	return s
}

// The drawing is 400 wide and 326 high: the own house in front, the others in an arc behind the table.
const (
	homesWide, tableHigh = 200.0, 152.0 // the middle of the table
	arcWide, arcHigh     = 152.0, 74.0
	ownHigh, ownScale    = 240.0, 1.25
	signWide             = 25.0 // of one sign with the room beside it, at scale 1
)

// placed is a house with its place in the drawing.
type placed struct {
	Home
	At    string // transform of the house
	Signs []string
}

// placed sets the houses round the table, those behind first.
func (h Homes) placed() (list []placed) {
	all, others := slices.Concat(h.Houses, make([]Home, h.Shut)), 0
	for _, x := range all {
		if !x.Own {
			others++
		}
	}
	n, front := 0, []placed{}
	for _, x := range all {
		if x.Own {
			front = append(front, set(x, homesWide, ownHigh, ownScale))
			continue
		}
		angle := math.Pi / 2
		if others > 1 {
			wide := min(0.36*float64(others-1), 1.16) // few stand together behind the table
			angle = math.Pi * (0.5 + wide/2 - wide*float64(n)/float64(others-1))
		}
		n++
		depth := math.Sin(angle) // 1 is farthest
		list = append(list, set(x, homesWide+arcWide*math.Cos(angle), tableHigh-18-arcHigh*depth, 0.94-0.12*max(depth, 0)-0.03*float64(max(others-5, 0))))
	}
	return append(list, front...)
}

// set places one house, with its papers in a row below it.
func set(h Home, x, y, scale float64) placed {
	p := placed{Home: h, At: fmt.Sprintf("translate(%.1f %.1f) scale(%.2f)", x, y, scale)}
	wide := signWide * scale
	below, left := y+34*scale+5, x-wide*float64(len(h.Holds))/2+(wide-20*scale)/2
	for i := range h.Holds {
		p.Signs = append(p.Signs, fmt.Sprintf("translate(%.1f %.1f) scale(%.2f)", left+wide*float64(i), below, scale))
	}
	return p
}
