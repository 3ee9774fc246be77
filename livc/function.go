package livc

// Function is the seat a hat sits in: what a person does in one LIVC R for one organisation.
// Dutch: functie.
type Function string

// The functions. Excluded bodies (OCAD, VSSE, ADIV, public prosecutor, other police, lawyers) have
// none, so they cannot be made a participant (R2.3-e, X-C-e).
const (
	Mayor          Function = "mayor"          // burgemeester
	Representative Function = "representative" // vertegenwoordiger door de burgemeester aangesteld
	Officer        Function = "officer"        // information officer: the police seat
	Coordinator    Function = "coordinator"    // gemeenteambtenaar preventie
	Participant    Function = "participant"    // deelnemer
	DPO            Function = "dpo"            // functionaris gegevensbescherming
	Founder        Function = "founder"        // oprichter: list manager until the mayor has enrolled
	Guest          Function = "guest"          // gast: one point of one meeting, without an account
	System         Function = "system"         // the clock's own deeds; never a person
)

// Functions lists the functions a person can have, in the order in which pages name them.
func Functions() []Function {
	return []Function{Mayor, Representative, Coordinator, Officer, Participant, DPO, Founder, Guest}
}

// Chairs tells whether the function may chair and convene: only the mayor or the appointed
// representative (R2.3.1-b).
func (f Function) Chairs() bool { return f == Mayor || f == Representative }

// Visits tells whether who has this function came for one point of one meeting: keys in one browser only,
// no account, and nothing afterwards (settled 23).
func (f Function) Visits() bool { return f == Guest }

// Regime is the legal framework that a participant's organisation stands in: it decides whether data
// may be registered, and what an invitation asks. It belongs to the participant, not to the LIVC R.
// Dutch: juridisch kader.
type Regime string

// The regimes. Which of them is in force, and since when, is data in package law.
const (
	RegimeFlemish   Regime = "vl"     // decreet van 21 mei 2021
	RegimeFrench    Regime = "fwb"    // décret du 8 juin 2023
	RegimeWalloon   Regime = "wal"    // not in force
	RegimeBrussels  Regime = "bru"    // not in force
	RegimeGerman    Regime = "dg"     // not in force
	RegimeMunicipal Regime = "mun"    // municipality, by region
	RegimePolice    Regime = "police" // police function act; no own dossier here
)

// Regimes lists every legal framework Beraad knows.
func Regimes() []Regime {
	return []Regime{RegimeFlemish, RegimeMunicipal, RegimePolice, RegimeFrench, RegimeWalloon, RegimeBrussels, RegimeGerman}
}

// Region of a municipality. Dutch: gewest.
type Region string

// The three regions.
const (
	Flanders Region = "flanders"
	Wallonia Region = "wallonia"
	Brussel  Region = "brussels"
)

// Regions lists the three regions.
func Regions() []Region { return []Region{Flanders, Wallonia, Brussel} }

// Secrecy is the kind of secrecy that binds a person by profession, beside the secrecy of the table
// that binds everyone (R0.1-d). One person can be bound by several. Dutch: geheimhouding.
type Secrecy string

// The kinds of secrecy.
const (
	ProfessionalSecrecy Secrecy = "professional" // beroepsgeheim
	OfficialSecrecy     Secrecy = "official"     // ambtsgeheim
	Discretion          Secrecy = "discretion"   // discretieplicht
	TableSecrecy        Secrecy = "table"        // only the secrecy of the table itself
)

// Secrecies lists the kinds of secrecy.
func Secrecies() []Secrecy {
	return []Secrecy{ProfessionalSecrecy, OfficialSecrecy, Discretion, TableSecrecy}
}

// Language of the interface.
type Language string

// The languages; Dutch is the source.
const (
	Dutch   Language = "nl"
	French  Language = "fr"
	German  Language = "de"
	English Language = "en"
)

// Actor is who acts: a person under one hat. System has neither person nor hat. Facts about the hat
// are read anew inside every deed; this says only who claims to act. Dutch: wie handelt.
type Actor struct {
	Livc, Person, Hat, Controller ID
	Function                      Function
}

// TheSystem is the actor of jobs in one LIVC R: it sees plain dates and states, never texts.
func TheSystem(livc ID) Actor { return Actor{Livc: livc, Function: System} }
