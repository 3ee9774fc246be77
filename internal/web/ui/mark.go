package ui

// houseTurns place the five houses of the name mark round its table, a fifth of a turn apart.
var houseTurns = []string{
	"rotate(0 20 20)", "rotate(72 20 20)", "rotate(144 20 20)", "rotate(216 20 20)", "rotate(288 20 20)",
}

// housePlaces place the five houses of the drawing, the far ones first and smaller.
var housePlaces = []string{
	"translate(200 74) scale(.86)",
	"translate(72 118) scale(.95)", "translate(328 118) scale(.95)",
	"translate(116 228) scale(1.12)", "translate(284 228) scale(1.12)",
}
