package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// EnterPaper is the input of the use case of that name: the signed sheet of one item of an evening on
// which nothing was on. It has no field for a fact.
type EnterPaper struct {
	Meeting, Item livc.ID
	Inside        []livc.ID // attendances, as the attendance list was signed
	ChairInvites  []livc.ID
	Domains       []DomainWeighed
	Stops         []string
	AskedProtects bool
	AskedConcerns bool
	Motivation    livc.Secret
	Decision      DecideCase
	Substantive   bool
}

// EnterPaper enters one item of an evening on paper, by the same rules as at the table, within 7 days.
// It has no effect on a case until the chair has attested it (architecture 5, R2.3-b, R4.3-a). Actions,
// informing and the report are entered on the same pages as at the table.
func (t *Table) EnterPaper(ctx context.Context, by deed.By, in EnterPaper) error {
	return t.Gate.Do(ctx, by, access.EnterPaper, ofMeeting(in.Meeting), func(tx *deed.Tx) error {
		a, err := t.load(ctx, tx, in.Item)
		if err != nil {
			return err
		}
		if a.Item.Meeting != in.Meeting || !a.Item.OfCase() {
			return livc.NotFound()
		}
		if err := onPaper(a.Sitting, tx.Today); err != nil {
			return err
		}
		if a.Item.State != livc.ItemPlanned || a.Item.Frozen() {
			return livc.Conflict("conflict.item_opened")
		}
		tx.Made(in.Item)
		if err := t.heldBack(ctx, tx, a); err != nil {
			return err
		}
		return t.takesOver(ctx, tx, &a, in)
	})
}

// onPaper refuses a meeting that did not sit on paper, and one of longer than 7 days ago.
func onPaper(s Sitting, today livc.Day) error {
	if !s.ByPaper() || s.State == livc.MeetingClosed || s.State == livc.MeetingCancelled {
		return livc.Conflict("conflict.not_on_paper")
	}
	if today < s.Day {
		return livc.Denied("denied.paper_early", law.ThreeSeats)
	}
	if today > law.PaperBy(law.LongestTerms(), s.Day) {
		return livc.Denied("denied.paper_late", law.ThreeSeats)
	}
	return nil
}

func (t *Table) takesOver(ctx context.Context, tx *deed.Tx, a *atTable, in EnterPaper) error {
	if err := law.MayDiscussChild(a.Case.Ages, in.Motivation); err != nil {
		return err
	}
	if !in.Motivation.Empty() {
		if _, err := a.keep(tx, "motivation", MotivationText{in.Motivation}); err != nil {
			return err
		}
	}
	if err := t.Book.ForgetPresences(ctx, tx, in.Item); err != nil {
		return err
	}
	a.Stays = nil
	if err := t.enters(ctx, tx, a, only(present(a.People), in.Inside), in.ChairInvites); err != nil {
		return atDoor(err)
	}
	if err := atDoor(a.seatsFilled(a.Sitting.Day)); err != nil {
		return err
	}
	a.Item.FromPaper, a.Item.Stops = true, chosen(Stops(), in.Stops)
	a.Item.AskedProtects, a.Item.AskedConcerns = in.AskedProtects, in.AskedConcerns
	for _, d := range in.Domains {
		if err := d.check(); err != nil {
			return err
		}
		if err := t.Book.PutWeighed(ctx, tx, in.Item, d); err != nil {
			return err
		}
	}
	in.Decision.Item = in.Item
	if err := t.mayDecide(ctx, tx, *a, in.Decision); err != nil {
		return err
	}
	in.Decision.write(&a.Item)
	a.Item.Substantive = in.Substantive
	return t.Book.SetTableItem(ctx, tx, a.Item)
}
