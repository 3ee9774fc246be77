package table

import (
	"slices"

	"beraad.eu/internal/step/discussion"
)

// doorNow is where somebody stands already; at the opening nobody is anywhere.
func doorNow(a discussion.Attendee, now []discussion.Attendee) string {
	if now == nil {
		return ""
	}
	if slices.ContainsFunc(now, func(x discussion.Attendee) bool { return x.ID == a.ID }) {
		return "in"
	}
	return "out"
}

// guests are those who may need the chair's word: not the seats of the law.
func guests(list []discussion.Attendee) (out []discussion.Attendee) {
	for _, a := range list {
		if !a.Seat.Required() {
			out = append(out, a)
		}
	}
	return out
}

// presentIn are those who are at the meeting now, in the order of speaking.
func presentIn(d discussion.Desk) (out []discussion.Attendee) {
	for _, a := range discussion.InOrder(d.People, d.Item.FirstSpeaker) {
		if a.State == discussion.Present {
			out = append(out, a)
		}
	}
	return out
}
