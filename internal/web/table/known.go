package table

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// known tells the chair that one knows the person of a point privately, or takes it back.
func (p Pages) known(r *page.Request) error {
	return p.onMine(r, func(meeting, item livc.ID) error {
		if r.Text("do") == "take_back" {
			return p.Table.TakeBackKnowing(r.Context(), r.By(), meeting, item)
		}
		return p.Table.KnowPrivately(r.Context(), r.By(), meeting, item)
	})
}

// knownAt is where one says to know the person of a point.
func knownAt(v minePage, item livc.ID) string {
	return v.At + "/items/" + string(item) + "/known"
}

// here is the point inside which the actor is, on the own list.
func (v minePage) here() (list []discussion.Listed) {
	for _, l := range v.M.Listed {
		if l.Item == v.M.Item.ID {
			list = append(list, l)
		}
	}
	return list
}

// knowing are the notes to the chair: inside a point those about it, outside those about every other one.
func (v minePage) knowing() (list []discussion.Knowing) {
	for _, k := range v.M.Knowing {
		if v.M.Item.ID == "" || k.Item == v.M.Item.ID {
			list = append(list, k)
		}
	}
	return list
}

// knower is who knows somebody, as a screen names people.
func knower(ctx context.Context, k discussion.Knowing) string {
	t := k.Text
	return role(ctx, discussion.Attendee{Seat: discussion.Seat(t.Seat.Reveal()), Function: livc.Function(t.Function.Reveal()), Service: t.Service.Reveal()})
}

// pointOf is what a point of the agenda is called for who does not know its code.
func pointOf(ctx context.Context, v minePage, at int) string {
	return i18n.T(ctx, "desk.point", "At", at, "Of", v.M.Of)
}

// doorOf is where the chair lets people in and out of a point, or opens it.
func doorOf(v minePage, k discussion.Knowing) string {
	if k.Open {
		return deskAt(k.Item) + "/people"
	}
	return v.At + "/items/" + string(k.Item) + "/open"
}

// doorWord says what the chair does there.
func doorWord(ctx context.Context, k discussion.Knowing) string {
	if k.Open {
		return i18n.Enum(ctx, "door_kind", discussion.DoorPeople)
	}
	return i18n.T(ctx, "know_privately.at_opening")
}
