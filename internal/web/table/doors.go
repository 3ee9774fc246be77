package table

import (
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// doorsNow is where everybody stands already in an item that is at the table.
func doorsNow(d discussion.Desk) map[livc.ID]discussion.Door {
	doors := map[livc.ID]discussion.Door{}
	for _, a := range presentIn(d) {
		doors[a.ID] = discussion.Outside
	}
	for _, a := range d.Inside {
		doors[a.ID] = discussion.Inside
	}
	return doors
}

// guests are those who come in on the chair's word only: outside, and not of the seats of the law.
func guests(list []discussion.Attendee, doors map[livc.ID]discussion.Door) (out []discussion.Attendee) {
	for _, a := range list {
		if !a.Seat.Required() && doors[a.ID] == discussion.Outside {
			out = append(out, a)
		}
	}
	return out
}

// proposedInside are those who stand on inside before anybody says otherwise.
func proposedInside(doors map[livc.ID]discussion.Door) (ids []string) {
	for id, d := range doors {
		if d == discussion.Inside {
			ids = append(ids, string(id))
		}
	}
	return ids
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
