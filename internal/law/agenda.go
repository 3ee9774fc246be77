package law

// AgendaPart is a part of a meeting. Dutch: deel van de agenda.
type AgendaPart string

// The parts of an agenda.
const (
	OpeningPart  AgendaPart = "opening"
	EarlierPart  AgendaPart = "earlier" // afspraken van vorige keer
	RunningPart  AgendaPart = "running" // opvolging
	NewPart      AgendaPart = "new"     // nieuwe casussen
	ClosingPart  AgendaPart = "closing" // af te sluiten
	FeedbackPart AgendaPart = "feedback"
	RoundUpPart  AgendaPart = "round_up"
)

// AgendaParts is the order of the parts: earlier agreements first, new cases only then (R4.0-a, R4.0-b, R4.0-c). A
// protocol may start with the new ones, as one city does; the opening always comes first.
func AgendaParts(newFirst bool) []AgendaPart {
	if newFirst {
		return []AgendaPart{OpeningPart, NewPart, RunningPart, ClosingPart, EarlierPart, FeedbackPart, RoundUpPart}
	}
	return []AgendaPart{OpeningPart, EarlierPart, RunningPart, NewPart, ClosingPart, FeedbackPart, RoundUpPart}
}
