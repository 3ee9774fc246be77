package livc

// ReferralState is where a referral stands. Dutch: staat van de aanmelding.
type ReferralState string

// The life of a referral: conversation asked, received, looked at, and decided by the mayor.
const (
	ConversationAsked ReferralState = "asked"      // vraag om een gesprek
	Received          ReferralState = "received"   // aangemeld
	Proposed          ReferralState = "proposed"   // voorgelegd aan de burgemeester
	Listed            ReferralState = "listed"     // op de lijst: there is a case
	NotListed         ReferralState = "not_listed" // niet op de lijst
	Regular           ReferralState = "regular"    // gewone hulp
	MoreNeeded        ReferralState = "more"       // meer info nodig
	Withdrawn         ReferralState = "withdrawn"  // ingetrokken door de aanmelder
)

// ReferralStates lists the states of a referral.
func ReferralStates() []ReferralState {
	return []ReferralState{ConversationAsked, Received, Proposed, Listed, NotListed, Regular, MoreNeeded, Withdrawn}
}

// CaseState is where a case stands. Dutch: staat van de casus.
type CaseState string

// The life of a case, from the mayor's list to forgetting.
const (
	CaseListed    CaseState = "listed"    // op de lijst, nog niet besproken
	CaseDiscussed CaseState = "discussed" // besproken, nog geen opvolging beslist
	CaseFollowed  CaseState = "followed"  // opvolging in de LIVC R
	CaseStuck     CaseState = "stuck"     // zit vast: to the chair
	CaseAftercare CaseState = "aftercare" // nazorg
	CaseClosed    CaseState = "closed"    // afgesloten, the clock runs out
	CaseErased    CaseState = "erased"    // gewist
)

// CaseStates lists the states of a case.
func CaseStates() []CaseState {
	return []CaseState{CaseListed, CaseDiscussed, CaseFollowed, CaseStuck, CaseAftercare, CaseClosed, CaseErased}
}

// Open tells whether the case may still stand on an agenda.
func (s CaseState) Open() bool { return s != CaseClosed && s != CaseErased && s != "" }

// AgeBand is the only age kept outside sealed text. Dutch: leeftijdsgroep.
type AgeBand string

// The age bands: below 12 asks a special motivation, below 18 asks after the child's own voice.
const (
	Under12    AgeBand = "under12"
	Minor      AgeBand = "minor"
	Adult      AgeBand = "adult"
	AgeUnknown AgeBand = "unknown"
)

// AgeBands lists the age bands.
func AgeBands() []AgeBand { return []AgeBand{AgeUnknown, Under12, Minor, Adult} }

// Child tells whether the rules for minors apply; an unknown age does not switch them off silently,
// the page asks.
func (a AgeBand) Child() bool { return a == Under12 || a == Minor }

// Outcome is the qualification at the table: a direction, never a level (R4.3-a, E1).
// Dutch: kwalificatie.
type Outcome string

// The five outcomes; none is worse than another.
const (
	OutcomeNotHere  Outcome = "not_here"  // hoort niet op de LIVC R
	OutcomeRegular  Outcome = "regular"   // gewone hulp volstaat
	OutcomeMore     Outcome = "more"      // meer info nodig
	OutcomeFollowUp Outcome = "follow_up" // opvolging in de LIVC R
	OutcomeLTF      Outcome = "ltf"       // doorverwijzen naar de LTF
)

// Outcomes lists the five outcomes in a fixed order; the page turns it per meeting.
func Outcomes() []Outcome {
	return []Outcome{OutcomeNotHere, OutcomeRegular, OutcomeMore, OutcomeFollowUp, OutcomeLTF}
}

// TableMode is the way in which a meeting sits; all have the same legal effect. Dutch: soort tafel.
type TableMode string

// The ways to sit at the table.
const (
	Paper   TableMode = "paper"   // nothing is on
	Spoken  TableMode = "spoken"  // only the coordinator's screen is on
	Screens TableMode = "screens" // everyone has a screen
)

// TableModes lists the ways to sit at the table.
func TableModes() []TableMode { return []TableMode{Spoken, Paper, Screens} }

// MeetingState is where a meeting stands. Dutch: staat van de vergadering.
type MeetingState string

// The life of a meeting.
const (
	MeetingPlanned   MeetingState = "planned"
	MeetingReady     MeetingState = "ready" // agenda klaar
	MeetingOpen      MeetingState = "open"
	MeetingClosed    MeetingState = "closed"
	MeetingCancelled MeetingState = "cancelled"
)

// MeetingStates lists the states of a meeting.
func MeetingStates() []MeetingState {
	return []MeetingState{MeetingPlanned, MeetingReady, MeetingOpen, MeetingClosed, MeetingCancelled}
}

// ItemState is where an agenda item stands. Dutch: staat van het agendapunt.
type ItemState string

// The life of an agenda item; each is a sitting of its own.
const (
	ItemPlanned   ItemState = "planned"
	ItemOpen      ItemState = "open"
	ItemSuspended ItemState = "suspended" // stop, gevaar
	ItemClosed    ItemState = "closed"
	ItemPostponed ItemState = "postponed"
)

// ItemStates lists the states of an item.
func ItemStates() []ItemState {
	return []ItemState{ItemPlanned, ItemOpen, ItemSuspended, ItemClosed, ItemPostponed}
}

// ContainerKind is what a container of sealed records is. Dutch: soort bewaarplaats.
type ContainerKind string

// The kinds of container.
const (
	ListContainer    ContainerKind = "list"    // lijst van de casussen: mayor and appointed list holders
	IntakeContainer  ContainerKind = "intake"  // aanmeldingen: write for all, read by list holders
	SheetContainer   ContainerKind = "sheet"   // casusblad: the municipality's own record of one case
	AgendaContainer  ContainerKind = "agenda"  // agendamap: questions to partners and open LTF sheets, where no casusblad is allowed
	DossierContainer ContainerKind = "dossier" // eigen dossier: one seat x one case
	DrawerContainer  ContainerKind = "drawer"  // eigen lade of one hat
	NoteContainer    ContainerKind = "note"    // persoonlijke nota or offer to one hat
	ScreenContainer  ContainerKind = "screen"  // wat op de muur hangt during one meeting; dies when the item closes
	RoomContainer    ContainerKind = "room"    // de zaal: what is shared while one item is open; dies when the item closes
	OfficeContainer  ContainerKind = "office"  // kabinet van de voorzitter: refusals, holds
)

// ContainerKinds lists the kinds of container.
func ContainerKinds() []ContainerKind {
	return []ContainerKind{ListContainer, IntakeContainer, SheetContainer, AgendaContainer, DossierContainer, DrawerContainer, NoteContainer, ScreenContainer, RoomContainer, OfficeContainer}
}

// ActionState is where an agreed action stands. Dutch: staat van de afspraak.
type ActionState string

// The life of an action: it binds only after the holder's yes (R1.2-b).
const (
	ActionAsked    ActionState = "asked"    // a question, until somebody takes it on
	ActionAccepted ActionState = "accepted" // opgenomen
	ActionRunning  ActionState = "running"  // loopt
	ActionHelp     ActionState = "help"     // lukt niet, hulp nodig
	ActionDone     ActionState = "done"     // gedaan
	ActionStopped  ActionState = "stopped"  // geschrapt
	ActionDeclined ActionState = "declined" // past niet bij de opdracht; no reason asked
)

// ActionStates lists the states of an action.
func ActionStates() []ActionState {
	return []ActionState{ActionAsked, ActionAccepted, ActionRunning, ActionHelp, ActionDone, ActionStopped, ActionDeclined}
}
