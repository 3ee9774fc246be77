package discussion

import (
	"cmp"
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// TableView is a meeting on the coordinator's screen: who is there, what misses, which points wait.
// Dutch: overzicht van de tafel.
type TableView struct {
	Sitting  Sitting
	Points   []Point
	People   []Attendee // with a row
	Awaited  []Attendee // without one yet
	Missing  []law.MissingSeat
	Protocol int  // version in force; 0 is none
	Hung     Hung // of the screen in the room
	Door     bool // the actor opens, admits and closes at a table on screens
	Services []Partner
}

// OnScreens tells whether people sit at this table with a screen of their own: at every point, or at one of them.
func (v TableView) OnScreens() bool {
	return v.Sitting.Mode == livc.Screens || slices.ContainsFunc(v.Points, func(p Point) bool { return p.InRoom() })
}

// Point is an item with its code. Before the secrecy was confirmed it has none (R0.1-d, invariant 5).
// Dutch: punt.
type Point struct {
	TableItem
	Code    string
	Ages    livc.AgeBand
	Invited []livc.ID // the hats that the chair invited for it and that did not decline
}

// Partner is an organisation in a list to choose from. Dutch: organisatie in een keuzelijst.
type Partner struct {
	ID   livc.ID
	Name string
}

// View shows a meeting to the desk: only who works for the municipality, and codes only to who
// confirmed the secrecy of the table in this meeting.
func (t *Table) View(ctx context.Context, by deed.By, meeting livc.ID) (v TableView, err error) {
	err = t.Gate.Look(ctx, by, access.ViewMeeting, ofMeeting(meeting), func(tx *deed.Tx) error {
		v = TableView{}
		if tx.Facts.Municipal != access.Yes {
			return livc.NotFound()
		}
		var err error
		if v.Sitting, err = t.Book.Sitting(ctx, tx, meeting); err != nil {
			return err
		}
		if v.Hung, err = t.hung(ctx, tx, meeting); err != nil {
			return err
		}
		v.Door = by.Hat == v.Sitting.Chair || by.Hat == v.Sitting.Delegate
		if v.Protocol, _, err = t.Book.InForce(ctx, tx); err != nil {
			return err
		}
		if err := t.viewPeople(ctx, tx, &v); err != nil {
			return err
		}
		return t.viewPoints(ctx, tx, &v)
	})
	return v, err
}

func (t *Table) viewPeople(ctx context.Context, tx *deed.Tx, v *TableView) (err error) {
	if v.People, err = t.Book.Attendees(ctx, tx, v.Sitting.ID); err != nil {
		return err
	}
	if v.Awaited, err = t.Book.Awaited(ctx, tx, v.Sitting.ID); err != nil {
		return err
	}
	v.Missing = Missing(present(v.People), tx.Today)
	services, err := t.Book.Organisations(ctx, tx)
	for _, o := range services {
		v.Services = append(v.Services, Partner{o.ID, o.Name})
	}
	return err
}

func (t *Table) viewPoints(ctx context.Context, tx *deed.Tx, v *TableView) error {
	items, err := t.Book.TableItems(ctx, tx, v.Sitting.ID)
	if err != nil {
		return err
	}
	for _, i := range items {
		p := Point{TableItem: i}
		if i.OfCase() && bound(v.People, tx.By.Hat) {
			c, err := t.Book.TableCase(ctx, tx, i.Case)
			if err != nil {
				return err
			}
			p.Code, p.Ages = c.Code, c.Ages
			if p.Invited, err = t.Book.InvitedTo(ctx, tx, v.Sitting.ID, i.Case); err != nil {
				return err
			}
		}
		v.Points = append(v.Points, p)
	}
	return nil
}

// bound tells whether a hat has confirmed the secrecy of the table in this meeting.
func bound(list []Attendee, hat livc.ID) bool {
	for _, a := range list {
		if a.Hat == hat && !a.Acknowledged.IsZero() {
			return true
		}
	}
	return false
}

// Here gives who is present now.
func (v TableView) Here() []Attendee { return present(v.People) }

// Listed gives everybody whom a check-in can name.
func (v TableView) Listed() []Attendee {
	return append(append([]Attendee{}, v.People...), v.Awaited...)
}

// Door is where the page proposes that somebody is when an item opens: who was invited for it inside, who
// was not outside. Of the seats of the law the first is inside; for a second one nothing is proposed, the
// chair says (R0.3-b). Dutch: voorstel voor de deur.
type Door string

// The proposals.
const (
	Inside   Door = "in"
	Outside  Door = "out"
	Unspoken Door = ""
)

// Doors proposes, for everybody who is there, inside or outside of a point.
func (v TableView) Doors(p Point) map[livc.ID]Door {
	doors, taken := map[livc.ID]Door{}, map[Seat]bool{}
	here := InOrder(v.Here(), "")
	slices.SortStableFunc(here, func(a, b Attendee) int { return cmp.Compare(a.deputy(), b.deputy()) })
	for _, a := range here {
		switch {
		case a.Seat.Required() && taken[a.Seat]:
			doors[a.ID] = Unspoken
		case a.Seat.Required() || known(p.Invited, a.Hat) || a.OnlyItem == p.ID:
			doors[a.ID] = Inside
		default:
			doors[a.ID] = Outside
		}
		taken[a.Seat] = true
	}
	return doors
}
