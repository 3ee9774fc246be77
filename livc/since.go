package livc

import "time"

// Since is what happened to a thing between the moment somebody opened a form and the moment it was sent:
// by whom, as a function and never as a name, when, and how the thing stands now. Dutch: intussen.
type Since struct {
	At       time.Time // civil time
	Function Function
	Mine     bool   // it was the same hat: a second tab
	Deed     string // the stem of what was done: enum.action.<stem>
	State    string // how it stands now: a key of the language files, "" for what has no states
}
