package discussion

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Table does the deeds of a meeting that sits: spoken, with one screen on, or entered from paper
// afterwards. It knows who is inside an item, what was asked and what was decided. It has no field for
// what somebody said about a person: that stays with who said it (architecture 5, 7). Dutch: tafel.
type Table struct {
	Gate *deed.Gate
	Book TableBook
}

// TableBook is what the table asks of the database. Every method works inside the deed's transaction.
// Dutch: boek van de tafel.
type TableBook interface {
	people
	sittings
	weighings
	agreements
	sheets
	rooms
	guests
}

// people are who sits, for whom, and under which protocol.
type people interface {
	Municipality(ctx context.Context, tx *deed.Tx, id livc.ID) (support.Municipality, error)
	Municipalities(ctx context.Context, tx *deed.Tx) ([]support.Municipality, error)
	Organisations(ctx context.Context, tx *deed.Tx) ([]support.Organisation, error)
	Hats(ctx context.Context, tx *deed.Tx) ([]support.Hat, error)
	// InForce gives the version of the protocol in force with its settings; version 0 is none.
	InForce(ctx context.Context, tx *deed.Tx) (version int, s protocol.Settings, err error)
	// Criteria lists the criteria of the protocol for a purpose: threshold, closing or weighing.
	Criteria(ctx context.Context, tx *deed.Tx, list string) ([]Criterion, error)
	// WeighingOf lists what a version of the protocol always asks when the table weighs.
	WeighingOf(ctx context.Context, tx *deed.Tx, version int) ([]Criterion, error)
	Attendees(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]Attendee, error)
	// Awaited gives the people who may be checked in without an attendance row yet: the three seats, and
	// who was invited. Their ID is empty.
	Awaited(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]Attendee, error)
	PutAttendee(ctx context.Context, tx *deed.Tx, meeting livc.ID, a Attendee) error
	// ScreenOf gives the screen of a meeting; NotFound without one. DropScreen forgets it.
	ScreenOf(ctx context.Context, tx *deed.Tx, meeting livc.ID) (deed.Screen, error)
	PutScreen(ctx context.Context, tx *deed.Tx, s deed.Screen) error
	DropScreen(ctx context.Context, tx *deed.Tx, meeting livc.ID) error
	// OpenScreens lists the screens whose code can still be typed, in every LIVC R: with fewer wrong tries
	// than this. CountTry counts one against each.
	OpenScreens(ctx context.Context, tx *deed.Tx, tries int) ([]deed.Screen, error)
	CountTry(ctx context.Context, tx *deed.Tx) error
	// Questioned lists the invitations for a case of a meeting; the question to each stands under its id.
	Questioned(ctx context.Context, tx *deed.Tx, meeting, caseID livc.ID) ([]livc.ID, error)
	// InvitedTo lists the hats that the chair invited for a case of a meeting and that did not decline.
	InvitedTo(ctx context.Context, tx *deed.Tx, meeting, caseID livc.ID) ([]livc.ID, error)
}

// sittings are the meeting, its items and who is inside.
type sittings interface {
	Sitting(ctx context.Context, tx *deed.Tx, meeting livc.ID) (Sitting, error)
	// SittingsNow gives the meetings that are open, and those on paper whose sheets can be copied since a
	// day.
	SittingsNow(ctx context.Context, tx *deed.Tx, since livc.Day) ([]Sitting, error)
	SetSitting(ctx context.Context, tx *deed.Tx, s Sitting) error
	TableItem(ctx context.Context, tx *deed.Tx, item livc.ID) (TableItem, error)
	TableItems(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]TableItem, error)
	// ItemToTell gives the item in which was decided that the person hears of the talk, without a result yet.
	ItemToTell(ctx context.Context, tx *deed.Tx, caseID livc.ID) (TableItem, error)
	SetTableItem(ctx context.Context, tx *deed.Tx, i TableItem) error
	Presences(ctx context.Context, tx *deed.Tx, item livc.ID) ([]Presence, error)
	PutPresence(ctx context.Context, tx *deed.Tx, item livc.ID, p Presence) error
	// ForgetPresences takes back who was entered as inside an item, when a sheet from paper is corrected.
	ForgetPresences(ctx context.Context, tx *deed.Tx, item livc.ID) error
	TableCase(ctx context.Context, tx *deed.Tx, id livc.ID) (Case, error)
	SetTableCase(ctx context.Context, tx *deed.Tx, c Case) error
	// Held tells whether the information officer asked to wait.
	Held(ctx context.Context, tx *deed.Tx, caseID livc.ID) (bool, error)
}

// weighings are what was asked: counts of perspectives and open questions, never what was answered.
type weighings interface {
	Weighed(ctx context.Context, tx *deed.Tx, item livc.ID) ([]DomainWeighed, error)
	PutWeighed(ctx context.Context, tx *deed.Tx, item livc.ID, d DomainWeighed) error
	OpenQuestions(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]OpenQuestion, error)
	InsertQuestion(ctx context.Context, tx *deed.Tx, q OpenQuestion) error
	InsertCard(ctx context.Context, tx *deed.Tx, id, meeting livc.ID, whole bool) error
	CardsShown(ctx context.Context, tx *deed.Tx, meeting livc.ID) (int, error)
}

// agreements are what the table agreed to do, and what each may register afterwards.
type agreements interface {
	ActionsOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]AgreedAction, error)
	InsertAction(ctx context.Context, tx *deed.Tx, a AgreedAction) error
	GoalsOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]Goal, error)
	InsertGoal(ctx context.Context, tx *deed.Tx, caseID livc.ID, g Goal) error
	ClosingCriteria(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]livc.ID, error)
	PutClosingCriterion(ctx context.Context, tx *deed.Tx, caseID, criterion livc.ID) error
	// ContactMoments lists the next agreed moments of contact of a case from a day on.
	ContactMoments(ctx context.Context, tx *deed.Tx, caseID livc.ID, from livc.Day) ([]law.Contact, error)
	PutContactLine(ctx context.Context, tx *deed.Tx, caseID, id, organisation livc.ID, toward string) error
	InsertOffer(ctx context.Context, tx *deed.Tx, o PersonalOffer) error
}

// sheets are the sheets for the LTF.
type sheets interface {
	Sheet(ctx context.Context, tx *deed.Tx, id livc.ID) (LTFSheet, error)
	SheetsOf(ctx context.Context, tx *deed.Tx, item livc.ID, caseID livc.ID) ([]LTFSheet, error)
	SheetsInYear(ctx context.Context, tx *deed.Tx, year int) (int, error)
	PutSheet(ctx context.Context, tx *deed.Tx, s LTFSheet) error
	SheetAnswers(ctx context.Context, tx *deed.Tx, sheet livc.ID) ([]livc.ID, error)
	PutSheetAnswer(ctx context.Context, tx *deed.Tx, sheet, attendee livc.ID) error
	ForgetSheetAnswers(ctx context.Context, tx *deed.Tx, sheet livc.ID) error
}

// rooms are what stands in clear about a room: who brought a fact and for what it may serve, what was asked
// of everybody, and that somebody objects. All of it goes with the room.
type rooms interface {
	FactsOf(ctx context.Context, tx *deed.Tx, item livc.ID) ([]SharedFact, error)
	InsertFact(ctx context.Context, tx *deed.Tx, f SharedFact) error
	SetFact(ctx context.Context, tx *deed.Tx, f SharedFact) error
	BuiltOn(ctx context.Context, tx *deed.Tx, item livc.ID) ([]BuiltOn, error)
	PutBuiltOn(ctx context.Context, tx *deed.Tx, b BuiltOn) error
	// DropBuiltOn forgets on what a thing rests; RenameBuiltOn gives it to the thing under another name.
	DropBuiltOn(ctx context.Context, tx *deed.Tx, object livc.ID) error
	RenameBuiltOn(ctx context.Context, tx *deed.Tx, from, to livc.ID) error
	// AskActionAgain makes an agreed action a question again.
	AskActionAgain(ctx context.Context, tx *deed.Tx, action livc.ID) error
	HoldQuestion(ctx context.Context, tx *deed.Tx, q OpenQuestion) error

	MotionsOf(ctx context.Context, tx *deed.Tx, item livc.ID) ([]Motion, error)
	InsertMotion(ctx context.Context, tx *deed.Tx, p Motion) error
	// EndMotion writes how a proposal ended, and forgets who had said yes.
	EndMotion(ctx context.Context, tx *deed.Tx, p Motion) error
	DropMotion(ctx context.Context, tx *deed.Tx, id livc.ID) error
	YesesOf(ctx context.Context, tx *deed.Tx, item livc.ID) ([]Yes, error)
	PutYes(ctx context.Context, tx *deed.Tx, y Yes) error

	ObjectionsOf(ctx context.Context, tx *deed.Tx, item livc.ID) ([]Objection, error)
	InsertObjection(ctx context.Context, tx *deed.Tx, o Objection) error
	DropObjection(ctx context.Context, tx *deed.Tx, id livc.ID) error

	// AcquaintancesAt lists who knows somebody on the list of a meeting privately, in the order of the agenda;
	// AcquaintancesLeft what is left of meetings that are over, or of a day before this one.
	AcquaintancesAt(ctx context.Context, tx *deed.Tx, meeting livc.ID) ([]Acquaintance, error)
	AcquaintancesLeft(ctx context.Context, tx *deed.Tx, day livc.Day) ([]Acquaintance, error)
	InsertAcquaintance(ctx context.Context, tx *deed.Tx, x Acquaintance) error
	DropAcquaintance(ctx context.Context, tx *deed.Tx, id livc.ID) error

	DoorAsked(ctx context.Context, tx *deed.Tx, item livc.ID) (DoorAsked, error)
	PutDoorAsked(ctx context.Context, tx *deed.Tx, q DoorAsked) error
	DropDoorAsked(ctx context.Context, tx *deed.Tx, item livc.ID) error

	// Drawer gives the drawer of a hat; NotFound before its first use. What lies in it is listed, kept and
	// dropped by these.
	Drawer(ctx context.Context, tx *deed.Tx, hat livc.ID) (livc.ID, error)
	DrawerItems(ctx context.Context, tx *deed.Tx, hat livc.ID, kind DrawerKind) ([]DrawerItem, error)
	PutDrawerItem(ctx context.Context, tx *deed.Tx, i DrawerItem) error
	DropDrawerItem(ctx context.Context, tx *deed.Tx, hat, item livc.ID) error

	// ForgetRoom deletes every row about the room of an item, and what people inside kept in their own drawers
	// until it closes.
	ForgetRoom(ctx context.Context, tx *deed.Tx, item livc.ID) error
	// RoomsBefore lists items whose room is left from a meeting of an earlier day.
	RoomsBefore(ctx context.Context, tx *deed.Tx, day livc.Day) ([]TableItem, error)
}
