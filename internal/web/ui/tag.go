package ui

// Tone is how a tag looks. It adds to the word in the tag and never replaces it; no tone stands for
// a person, only for the state of work.
type Tone string

// The tones.
const (
	Plain   Tone = "plain"   // a state that asks nothing
	Fresh   Tone = "fresh"   // new, or asks something of you
	Going   Tone = "going"   // runs
	Settled Tone = "settled" // done
	Waiting Tone = "waiting" // with somebody else
)

// Tag is a state in words.
type Tag struct {
	Text string
	Tone Tone
}

// Task is the state of one task in a list of tasks. Dutch: staat van een taak.
type Task string

// The five states of a task.
const (
	TaskWaiting   Task = "waiting"    // nog niet gestart
	TaskBegun     Task = "begun"      // begonnen, er ontbreekt iets
	TaskDone      Task = "done"       // klaar
	TaskNotNeeded Task = "not_needed" // niet nodig
	TaskElsewhere Task = "elsewhere"  // wacht op iemand anders
)

// Tasks lists the states of a task.
func Tasks() []Task { return []Task{TaskWaiting, TaskBegun, TaskDone, TaskNotNeeded, TaskElsewhere} }

// taskTones give each state of a task its tone.
var taskTones = map[Task]Tone{
	TaskWaiting: Plain, TaskBegun: Going, TaskDone: Settled, TaskNotNeeded: Plain, TaskElsewhere: Waiting,
}
