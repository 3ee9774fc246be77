package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// DoorKind is what the coordinator asks of the chair. Dutch: wat aan de deur gevraagd wordt.
type DoorKind string

// The kinds.
const (
	DoorOpen   DoorKind = "open"
	DoorPeople DoorKind = "people"
	DoorClose  DoorKind = "close"
)

// DoorKinds lists the kinds.
func DoorKinds() []DoorKind { return []DoorKind{DoorOpen, DoorPeople, DoorClose} }

// DoorAsked is what the coordinator prepared for the chair to do in one press: at a table on screens only
// the chair, or who the chair gave the door to, opens, admits and closes (settled 22). Dutch: vraag aan de
// voorzitter.
type DoorAsked struct {
	Item                   livc.ID
	Kind                   DoorKind
	In, Out, ChairInvites  []livc.ID // attendances
	First                  livc.ID
	Mode                   livc.TableMode
	SentOut                bool
	Substantive, Postponed bool
}

// AskChair lays before the chair what to do at the door.
func (t *Table) AskChair(ctx context.Context, by deed.By, meeting livc.ID, in DoorAsked) error {
	return t.Gate.Do(ctx, by, access.AskChair, ofMeeting(meeting), func(tx *deed.Tx) error {
		a, err := t.load(ctx, tx, in.Item)
		if err != nil {
			return err
		}
		if a.Item.Meeting != meeting || !known(DoorKinds(), in.Kind) {
			return livc.NotFound()
		}
		if !a.Sitting.Running() {
			return livc.Conflict("conflict.meeting_not_open")
		}
		tx.Made(in.Item)
		tx.Stir(meeting)
		return t.Book.PutDoorAsked(ctx, tx, in)
	})
}

// GiveDoor lets the chair give opening, admitting and closing to one person for this meeting, or take it
// back; recorded, in the chair's own request (settled 22).
func (t *Table) GiveDoor(ctx context.Context, by deed.By, meeting, to livc.ID) error {
	return t.Gate.Do(ctx, by, access.GiveDoor, ofMeeting(meeting), func(tx *deed.Tx) error {
		s, err := t.Book.Sitting(ctx, tx, meeting)
		if err != nil {
			return err
		}
		if s.Chair != by.Hat {
			return livc.Denied("denied.chair_keeps_door", law.MayorInvites)
		}
		if to != "" {
			people, err := t.Book.Attendees(ctx, tx, meeting)
			if err != nil {
				return err
			}
			who, err := need(present(people), to, "to")
			if err != nil {
				return err
			}
			if !who.Municipal || !who.Lasts() {
				return livc.Invalid("give_door.municipal", law.MayorInvites).At("to")
			}
			to = who.Hat
		}
		tx.Made(meeting)
		tx.Stir(meeting)
		s.Delegate = to
		return t.Book.SetSitting(ctx, tx, s)
	})
}
