package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/livc"
)

// Desk is the coordinator's screen at one item. Dutch: coördinatorscherm.
type Desk struct {
	Sitting    Sitting
	Item       TableItem
	Case       Case
	Settings   protocol.Settings
	People     []Attendee         // everybody at the meeting
	Services   map[livc.ID]string // names of organisations; who has an agreement may sit elsewhere today
	Inside     []Attendee         // in the order of speaking
	Circle     []Attendee         // everybody who was inside at any moment
	Weighed    []DomainWeighed
	Questions  []Asked
	Actions    []Doing
	Contacts   []law.Contact // agreed moments of contact that are still to come
	Goals      []Aim
	Criteria   []Criterion
	Own        []Criterion // the questions that the protocol in force always asks (R4.3-d, R4.3-g)
	Chosen     []livc.ID   // closing criteria of the case
	Sheet      *OpenSheet
	SheetWords []string // the four words of an adopted sheet
	Report     *ReportText
	Words      []string // the four words of the agreed report
	Duties     []OwnDuties
	Allowed    []string // words with a capital that name nobody
	Names      []livc.Secret
	Cards      int
	Points     int      // items of the meeting
	Room       RoomView // of a table on screens
	Hung       Hung     // of the screen in the room
	Door       bool     // the actor opens, admits and closes
}

// Asked is an open question with its text. Dutch: gestelde vraag.
type Asked struct {
	OpenQuestion
	Text QuestionText
}

// Doing is an agreed action with its text. Dutch: afspraak met tekst.
type Doing struct {
	AgreedAction
	Text ActionText
}

// Aim is a goal with its text. Dutch: doel met tekst.
type Aim struct {
	Goal
	Text GoalText
}

// OpenSheet is a sheet with its text and who agreed so far. Dutch: fiche aan tafel.
type OpenSheet struct {
	LTFSheet
	Text   SheetText
	Agreed []livc.ID
}

// Revisions name the parts of the sheet as it stands, for the forms that replace them.
func (s OpenSheet) Revisions() SheetRevisions { return s.LTFSheet.revisions(s.Text) }

// Desk shows an item to who is inside it, and to nobody else (invariant 4, R0.3-b).
func (t *Table) Desk(ctx context.Context, by deed.By, item livc.ID) (d Desk, err error) {
	err = t.Gate.Look(ctx, by, access.ViewItem, ofItem(item), func(tx *deed.Tx) error {
		d = Desk{}
		a, err := t.load(ctx, tx, item)
		if err != nil {
			return err
		}
		d.Sitting, d.Item, d.Case, d.People = a.Sitting, a.Item, a.Case, a.People
		d.Inside = InOrder(a.Inside(), a.Item.FirstSpeaker)
		d.Circle = InOrder(only(a.People, ever(a.Stays)), a.Item.FirstSpeaker)
		if _, d.Settings, err = t.Book.InForce(ctx, tx); err != nil {
			return err
		}
		if err := t.deskRows(ctx, tx, &d); err != nil {
			return err
		}
		if err := t.deskTexts(ctx, tx, &d); err != nil {
			return err
		}
		d.Door = a.keepsDoor(tx) == nil
		if d.Hung, err = t.hung(ctx, tx, a.Sitting.ID); err != nil {
			return err
		}
		if a.Item.InRoom() {
			if err := t.viewRoom(ctx, tx, a, &d.Room); err != nil {
				return err
			}
		}
		return t.deskPeople(ctx, tx, a, &d)
	})
	return d, err
}

func (t *Table) deskRows(ctx context.Context, tx *deed.Tx, d *Desk) (err error) {
	if d.Weighed, err = t.Book.Weighed(ctx, tx, d.Item.ID); err != nil {
		return err
	}
	if d.Criteria, err = t.Book.Criteria(ctx, tx, "closing"); err != nil {
		return err
	}
	if d.Own, err = t.ownQuestions(ctx, tx, d.Sitting); err != nil {
		return err
	}
	if d.Chosen, err = t.Book.ClosingCriteria(ctx, tx, d.Case.ID); err != nil {
		return err
	}
	if d.Contacts, err = t.Book.ContactMoments(ctx, tx, d.Case.ID, tx.Today); err != nil {
		return err
	}
	if d.Cards, err = t.Book.CardsShown(ctx, tx, d.Sitting.ID); err != nil {
		return err
	}
	items, err := t.Book.TableItems(ctx, tx, d.Sitting.ID)
	if err != nil {
		return err
	}
	d.Points, d.Services = len(items), map[livc.ID]string{}
	services, err := t.Book.Organisations(ctx, tx)
	for _, o := range services {
		d.Services[o.ID] = o.Name
	}
	return err
}

// deskTexts asks for the sealed texts of the casusblad; they are opened after the leaf is committed.
func (t *Table) deskTexts(ctx context.Context, tx *deed.Tx, d *Desk) error {
	questions, err := t.Book.OpenQuestions(ctx, tx, d.Case.ID)
	if err != nil {
		return err
	}
	d.Questions = make([]Asked, len(questions))
	for i, q := range questions {
		d.Questions[i].OpenQuestion = q
		if err := later(tx, d.Case.Sheet, q.Record, &d.Questions[i].Text); err != nil {
			return err
		}
	}
	actions, err := t.Book.ActionsOf(ctx, tx, d.Case.ID)
	if err != nil {
		return err
	}
	d.Actions = make([]Doing, len(actions))
	for i, x := range actions {
		d.Actions[i].AgreedAction = x
		if err := later(tx, d.Case.Sheet, x.Record, &d.Actions[i].Text); err != nil {
			return err
		}
	}
	return t.moreTexts(ctx, tx, d)
}

func (t *Table) moreTexts(ctx context.Context, tx *deed.Tx, d *Desk) error {
	goals, err := t.Book.GoalsOf(ctx, tx, d.Case.ID)
	if err != nil {
		return err
	}
	d.Goals = make([]Aim, len(goals))
	for i, g := range goals {
		d.Goals[i].Goal = g
		if err := later(tx, d.Case.Sheet, g.Record, &d.Goals[i].Text); err != nil {
			return err
		}
	}
	if d.Item.Frozen() {
		d.Report, d.Words = &ReportText{}, deed.FourWords(d.Item.ReportHash)
		if err := later(tx, d.Case.Sheet, d.Item.ReportRecord, d.Report); err != nil {
			return err
		}
	}
	return t.sheetText(ctx, tx, d)
}

func (t *Table) sheetText(ctx context.Context, tx *deed.Tx, d *Desk) error {
	list, err := t.Book.SheetsOf(ctx, tx, d.Item.ID, d.Case.ID)
	if err != nil || len(list) == 0 {
		return err
	}
	s := OpenSheet{LTFSheet: list[len(list)-1]}
	d.Sheet, d.SheetWords = &s, deed.FourWords(s.Hash)
	if s.Agreed, err = t.Book.SheetAnswers(ctx, tx, s.ID); err != nil {
		return err
	}
	if s.State != SheetDraft && s.State != SheetAdopted {
		return nil
	}
	place := d.Case.Sheet
	if d.Item.InRoom() && s.open() {
		place = d.Item.Room
	}
	return later(tx, place, s.Record, &s.Text)
}

// deskPeople adds the duties in danger, and the names that a report may not hold.
func (t *Table) deskPeople(ctx context.Context, tx *deed.Tx, a atTable, d *Desk) error {
	hats, err := t.Book.Hats(ctx, tx)
	if err != nil {
		return err
	}
	secrecy := map[livc.ID][]livc.Secrecy{}
	for _, h := range hats {
		secrecy[h.ID] = h.Secrecy
		d.Names = append(d.Names, h.Name.Secret())
	}
	if a.Item.State == livc.ItemSuspended {
		d.Duties = a.dutiesAt(secrecy)
	}
	d.Allowed, err = t.allowed(ctx, tx, a.Case)
	return err
}

// allowed are words with a capital that name nobody: towns, services, the code itself.
func (t *Table) allowed(ctx context.Context, tx *deed.Tx, c Case) (list []string, err error) {
	towns, err := t.Book.Municipalities(ctx, tx)
	if err != nil {
		return nil, err
	}
	services, err := t.Book.Organisations(ctx, tx)
	if err != nil {
		return nil, err
	}
	for _, m := range towns {
		list = append(list, m.Name)
	}
	for _, o := range services {
		list = append(list, o.Name)
	}
	return append(list, c.Code), nil
}

// ChildQuestions are the extra questions of a case by age (X-F-i).
func (d Desk) ChildQuestions() []law.Question { return law.QuestionsFor(d.Case.Ages) }

// Said is how far each life domain was talked about: what the desk noted, and on screens what was shared too.
func (d Desk) Said() []DomainWeighed {
	if d.Item.InRoom() {
		return d.Room.Weighed
	}
	return d.Weighed
}
