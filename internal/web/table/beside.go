package table

import (
	"github.com/a-h/templ"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
)

// Beside lays what hangs in the room beside what one person has on the own screen, for the guided path of the
// practice hall: the same words from the same looks. peek is where the name is asked for.
func Beside(r *page.Request, wall discussion.Room, own discussion.MyScreen, peek string) templ.Component {
	return besideView(roomOf(r, wall), newMine(r, own), peek)
}

// Peeked is the page of a name, with the way back.
func Peeked(back string, who discussion.Identity) templ.Component { return nameView(back, who) }
