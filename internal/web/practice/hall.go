package practice

import (
	"context"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// Hall is what the pages ask of the practice hall behind them. Dutch: oefenzaal.
type Hall interface {
	Cast() Cast
	// Forward moves the civil clock, as a recorded deed, and lets the clocks of every LIVC R run.
	Forward(ctx context.Context, s Stride) error
	// Moves lists how the clock was moved since the hall opened, the newest first.
	Moves() []Move
	// Mails lists what would have left by mail, the newest first.
	Mails(ctx context.Context) ([]Mail, error)
	// Anew stops the hall, throws the town away and plays it again.
	Anew()
	// Worry gives the example of a worry that points to somebody, and its general words.
	Worry() Worry
	// Think lets Lotte ask to think along.
	Think(ctx context.Context, text livc.Secret) error
	// Perform lets people of the town play an act, after those before it that were not played.
	Perform(ctx context.Context, a Act) error
	// Scene looks how things stand.
	Scene(ctx context.Context) (Scene, error)
	// Name lets Ruben look at who it is about.
	Name(ctx context.Context) (discussion.Identity, error)
}

// Stride is how far the clock goes at once; it only goes forward. Dutch: stap van de klok.
type Stride string

// The strides.
const (
	ADay   Stride = "day"
	AWeek  Stride = "week"
	AMonth Stride = "month"
	AYear  Stride = "year"
)

// Strides lists the strides.
func Strides() []Stride { return []Stride{ADay, AWeek, AMonth, AYear} }

// After is the day on which a stride from a day ends.
func (s Stride) After(d livc.Day) livc.Day {
	switch s {
	case ADay:
		return d.Add(0, 0, 1)
	case AWeek:
		return d.Add(0, 0, 7)
	case AMonth:
		return d.Add(0, 1, 0)
	}
	return d.Add(1, 0, 0)
}

// Move is one time that the clock was moved, with what followed. Dutch: sprong van de klok.
type Move struct {
	From, To  livc.Day
	Forgotten int // cases, own dossiers and referrals
	Reminded  int // messages that something nears its day
}

// Mail is a message as it would have left. Dutch: bericht.
type Mail struct {
	Day              livc.Day
	To               string // the invented person
	Subject, Content string
	Link             string // the door to an account, in the one letter that opens it
}
