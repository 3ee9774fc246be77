package table

import (
	"context"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// first notes the own first thought about an item, or erases it.
func (p Pages) first(r *page.Request) error {
	return p.onMine(r, func(meeting, item livc.ID) error {
		if r.Text("do") == "drop" {
			return p.Table.DropFirstChoice(r.Context(), r.By(), meeting, item)
		}
		return p.Table.ChooseFirst(r.Context(), r.By(), discussion.FirstChoice{Meeting: meeting, Item: item, Outcome: page.Choice(r, "first", livc.Outcomes())})
	})
}

// onMine does a deed of the own screen that is for nobody else, and comes back to it.
func (p Pages) onMine(r *page.Request, do func(meeting, item livc.ID) error) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.afterMine(r, meeting, do(meeting, item))
}

// firstChoices are the outcomes to think of, turned as on the desk; none is chosen beforehand.
func firstChoices(ctx context.Context, v minePage) []ui.Choice {
	return enums(ctx, "outcome", v.M.Sitting.Turned())
}
