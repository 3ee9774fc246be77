package discussion

import (
	"bytes"
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// MyScreen is a meeting on the own screen of one person: outside an item no more than that one is called, inside
// it what was shared there (S15, product 4.4). Dutch: mijn scherm.
type MyScreen struct {
	Sitting  Sitting
	Me       Attendee // zero while nobody noted that I am here
	Busy     bool     // an item is at the table, and I am outside it
	At, Of   int
	Item     TableItem // of which I am inside; zero outside
	Case     Case
	Inside   []Attendee
	Circle   []Attendee
	Own      []Criterion
	Room     RoomView
	Prepared []PreparedFact
	Next     []PreparedFor      // items of this meeting for which I can prepare
	Chair    bool               // I chair this meeting
	Door     bool               // I open, admit and close
	Asked    []DoorAsked        // of me, as chair
	People   []Attendee         // for the chair: who can be given the door
	Reasons  []Reasoned         // for the chair: reasons of objections
	Services map[livc.ID]string // by name, when somebody of one finds something out

	MayChoose bool             // the table weighs: a first thought can be noted
	First     *FirstChoiceText // the own first thought about the item; nil for none
	Listed    []Listed         // whom I may know in private life
	Knowing   []Knowing        // for the chair: who knows somebody on the list
}

// RoomView is what stands in the room of an item, for who is inside. Dutch: inhoud van de zaal.
type RoomView struct {
	Facts      []FactSeen
	Motions    []MotionSeen
	Objections []ObjectionSeen
	Weighed    []DomainWeighed
	Questions  []Asked
	Actions    []Doing
	Built      []BuiltOn
	Sheet      *OpenSheet
	Report     *ReportText // put to the table, or agreed
	Words      []string    // the four words of the agreed report
	Informing  *InformingText
	Named      bool // who it is about can be looked at
}

// FactSeen is a fact with its words and the service it came from. Dutch: feit zoals men het ziet.
type FactSeen struct {
	SharedFact
	Text FactText
	From Attendee
	Mine bool
	// Readers are those who were inside at any moment since it was shared, for its contributor only: who saw
	// my words.
	Readers []Attendee
}

// MotionSeen is a proposal and how it stands; of the others nobody sees who did what. Dutch: voorstel zoals
// men het ziet.
type MotionSeen struct {
	Motion
	Stands law.Result
	MyYes  bool
}

// ObjectionSeen is an objection; only its maker knows it as the own one. Dutch: bezwaar zoals men het ziet.
type ObjectionSeen struct {
	Objection
	Mine bool
}

// Reasoned is the reason of an objection, for the chair alone. Dutch: reden voor de voorzitter.
type Reasoned struct {
	Kind ObjectionKind
	Text ReasonText
}

// Mine shows the own screen. Who was not invited does not know the meeting; what stands in a room opens only
// for who is inside it (invariant 4, R0.3-b, Z9).
func (t *Table) Mine(ctx context.Context, by deed.By, meeting livc.ID) (m MyScreen, err error) {
	err = t.Gate.Look(ctx, by, access.MyScreen, ofMeeting(meeting), func(tx *deed.Tx) error {
		m = MyScreen{}
		if m.Sitting, err = t.Book.Sitting(ctx, tx, meeting); err != nil {
			return err
		}
		m.Chair = by.Hat == m.Sitting.Chair
		m.Door = m.Chair || by.Hat == m.Sitting.Delegate
		people, err := t.Book.Attendees(ctx, tx, meeting)
		if err != nil {
			return err
		}
		m.Me = atTable{People: people}.me(by.Hat)
		if m.Chair {
			m.People = present(people)
		}
		items, err := t.Book.TableItems(ctx, tx, meeting)
		if err != nil {
			return err
		}
		if err := t.myItems(ctx, tx, &m, items, people); err != nil || by.Function.Visits() {
			return err // a guest has no drawer
		}
		mine, err := t.askedFor(ctx, tx, meeting, items)
		if err != nil {
			return err
		}
		if err := t.myPrepared(ctx, tx, &m, mine); err != nil {
			return err
		}
		return t.myList(ctx, tx, &m, items, mine, people)
	})
	return m, err
}

func (t *Table) myItems(ctx context.Context, tx *deed.Tx, m *MyScreen, items []TableItem, people []Attendee) error {
	m.Of = len(items)
	if m.Me.OnlyItem != "" { // who comes for one point does not even know how many there are (Z9)
		items = slices.DeleteFunc(items, func(i TableItem) bool { return i.ID != m.Me.OnlyItem })
		m.Of = 0
	}
	for n, i := range items {
		if m.Chair {
			if err := t.myDoor(ctx, tx, m, i.ID); err != nil {
				return err
			}
		}
		if i.State != livc.ItemOpen && i.State != livc.ItemSuspended || !i.OfCase() {
			continue
		}
		m.At = n + 1
		if err := t.myItem(ctx, tx, m, atTable{Item: i, Sitting: m.Sitting, People: people}); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) myDoor(ctx context.Context, tx *deed.Tx, m *MyScreen, item livc.ID) error {
	q, err := t.Book.DoorAsked(ctx, tx, item)
	if livc.KindOf(err) == livc.NotFoundKind {
		return nil
	}
	if err == nil {
		m.Asked = append(m.Asked, q)
	}
	return err
}

// myItem fills in the item when the actor is inside.
func (t *Table) myItem(ctx context.Context, tx *deed.Tx, m *MyScreen, a atTable) (err error) {
	if err := t.about(ctx, tx, &a); err != nil {
		return err
	}
	if m.Me.ID == "" || !known(inside(a.Stays), m.Me.ID) {
		m.Busy = true
		return nil
	}
	m.Item, m.Case = a.Item, a.Case
	m.Inside = InOrder(a.Inside(), a.Item.FirstSpeaker)
	m.Circle = InOrder(only(a.People, ever(a.Stays)), a.Item.FirstSpeaker)
	if m.Own, err = t.ownQuestions(ctx, tx, a.Sitting); err != nil {
		return err
	}
	if !a.Item.InRoom() {
		return nil
	}
	if err := t.viewRoom(ctx, tx, a, &m.Room); err != nil {
		return err
	}
	if slices.ContainsFunc(m.Room.Questions, func(q Asked) bool { return q.Organisation != "" }) {
		if m.Services, err = t.services(ctx, tx); err != nil {
			return err
		}
	}
	if err := t.myFirst(ctx, tx, m); err != nil || !m.Chair {
		return err
	}
	return t.reasons(tx, m)
}

// reasons asks for what objectors told the chair alone.
func (t *Table) reasons(tx *deed.Tx, m *MyScreen) error {
	m.Reasons = make([]Reasoned, 0, len(m.Room.Objections))
	for _, o := range m.Room.Objections {
		if o.Note == "" {
			continue
		}
		m.Reasons = append(m.Reasons, Reasoned{Kind: o.Kind})
		if err := tx.LaterAll(o.Note, "reason", func(livc.ID) any { return &m.Reasons[len(m.Reasons)-1].Text }); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) services(ctx context.Context, tx *deed.Tx) (map[livc.ID]string, error) {
	list, err := t.Book.Organisations(ctx, tx)
	m := map[livc.ID]string{}
	for _, o := range list {
		m[o.ID] = o.Name
	}
	return m, err
}

// viewRoom fills in what stands in a room; its texts are opened after the leaf.
func (t *Table) viewRoom(ctx context.Context, tx *deed.Tx, a atTable, v *RoomView) error {
	for _, part := range []func(context.Context, *deed.Tx, atTable, *RoomView) error{t.viewFacts, t.viewAsked, t.viewAgreed, t.viewSheet, t.viewDrafts} {
		if err := part(ctx, tx, a, v); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) viewFacts(ctx context.Context, tx *deed.Tx, a atTable, v *RoomView) error {
	facts, err := t.Book.FactsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	list, err := t.Book.Weighed(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	v.Weighed = withFacts(list, facts)
	v.Facts = make([]FactSeen, len(facts))
	for n, f := range facts {
		from, _ := find(a.People, f.Attendee)
		v.Facts[n] = FactSeen{SharedFact: f, From: from, Mine: f.Hat == tx.By.Hat}
		if v.Facts[n].Mine {
			v.Facts[n].Readers = a.since(f)
		}
	}
	return factWords(tx, a.Item.Room, v.Facts)
}

// factWords asks for the words of every fact that was shared, in one reading; none of them may be missing.
func factWords(tx *deed.Tx, room livc.ID, facts []FactSeen) error {
	awaited := map[livc.ID]*FactText{}
	for n, f := range facts {
		if f.State == FactShared {
			awaited[f.ID] = &facts[n].Text
		}
	}
	if len(awaited) == 0 {
		return nil
	}
	err := tx.LaterAll(room, factKind, func(fact livc.ID) any {
		text, ok := awaited[fact]
		if !ok {
			return nil
		}
		delete(awaited, fact)
		return text
	})
	if err == nil && len(awaited) > 0 {
		err = livc.NotFound()
	}
	return err
}

// since gives who was inside at any moment from a fact on, its contributor left out.
func (a atTable) since(f SharedFact) []Attendee {
	var ids []livc.ID
	for _, s := range a.Stays {
		if s.Attendee != f.Attendee && (s.Inside() || s.Left.After(f.At)) {
			ids = append(ids, s.Attendee)
		}
	}
	return InOrder(only(a.People, ids), "")
}

// viewAsked fills in what was put to everybody, and that somebody objects.
func (t *Table) viewAsked(ctx context.Context, tx *deed.Tx, a atTable, v *RoomView) error {
	list, err := t.Book.MotionsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	yes, err := t.Book.YesesOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	me := a.me(tx.By.Hat).ID
	for _, p := range list {
		s := MotionSeen{Motion: p, Stands: a.stands(p, yes)}
		for _, y := range yes {
			s.MyYes = s.MyYes || y.Motion == p.ID && y.Attendee == me
		}
		v.Motions = append(v.Motions, s)
	}
	objections, err := t.Book.ObjectionsOf(ctx, tx, a.Item.ID)
	mark := tx.OwnMark("objection", a.Item.ID)
	for _, o := range objections {
		v.Objections = append(v.Objections, ObjectionSeen{o, bytes.Equal(o.Mark, mark)})
	}
	return err
}

// viewAgreed fills in the open questions and the actions of this item.
func (t *Table) viewAgreed(ctx context.Context, tx *deed.Tx, a atTable, v *RoomView) error {
	questions, err := t.Book.OpenQuestions(ctx, tx, a.Case.ID)
	if err != nil {
		return err
	}
	for _, q := range questions {
		if q.Item == a.Item.ID {
			v.Questions = append(v.Questions, Asked{OpenQuestion: q})
		}
	}
	for n := range v.Questions {
		if err := later(tx, a.Item.Room, v.Questions[n].Record, &v.Questions[n].Text); err != nil {
			return err
		}
	}
	actions, err := t.Book.ActionsOf(ctx, tx, a.Case.ID)
	if err != nil {
		return err
	}
	for _, x := range actions {
		if x.Item == a.Item.ID {
			v.Actions = append(v.Actions, Doing{AgreedAction: x})
		}
	}
	for n := range v.Actions {
		if err := later(tx, a.Item.Room, v.Actions[n].Record, &v.Actions[n].Text); err != nil {
			return err
		}
	}
	v.Built, err = t.Book.BuiltOn(ctx, tx, a.Item.ID)
	return err
}

func (t *Table) viewSheet(ctx context.Context, tx *deed.Tx, a atTable, v *RoomView) error {
	list, err := t.Book.SheetsOf(ctx, tx, a.Item.ID, a.Case.ID)
	if err != nil || len(list) == 0 {
		return err
	}
	s := OpenSheet{LTFSheet: list[len(list)-1]}
	v.Sheet = &s
	if !s.open() {
		return nil // adopted words stand on the casusblad
	}
	return later(tx, a.Item.Room, s.Record, &s.Text)
}

// viewDrafts fills in the words of the report and of informing while they are talked about, and whether the
// name is in the room.
func (t *Table) viewDrafts(ctx context.Context, tx *deed.Tx, a atTable, v *RoomView) error {
	var err error
	if v.Named, err = tx.Has(a.Item.Room, a.Item.ID); err != nil {
		return err
	}
	if a.Item.Frozen() {
		v.Report, v.Words = &ReportText{}, deed.FourWords(a.Item.ReportHash)
		return later(tx, a.Item.Room, a.Item.ReportRecord, v.Report)
	}
	for _, p := range v.Motions {
		switch p.Kind {
		case MotionReport:
			v.Report = &ReportText{}
			if err := later(tx, a.Item.Room, p.Object, v.Report); err != nil {
				return err
			}
		case MotionInforming:
			v.Informing = &InformingText{}
			if err := later(tx, a.Item.Room, p.Object, v.Informing); err != nil {
				return err
			}
		}
	}
	return nil
}
