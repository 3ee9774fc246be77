package ui

import (
	"net/url"

	"beraad.eu/livc"
)

// The gallery shows every component in its states, with a town, people and cases that do not exist.
// It is a page of the practice hall and of whoever works on the look.

// GalleryFrame is the frame of the sample pages.
func GalleryFrame(theme Theme) Frame {
	return Frame{
		Theme: theme, Title: "Dinsdag 24 november", SignedIn: true, Who: "Nele Verzonnen", For: "stad Demerrode",
		Capacity: livc.Coordinator, Framework: livc.RegimeMunicipal, Practice: true, CivilDay: "2026-11-24",
		Menu: galleryMenu, Path: "/", Token: "sample",
	}
}

var galleryMenu = []MenuItem{
	{"#vandaag", "gallery.menu.today", true}, {"#casussen", "gallery.menu.cases", false},
	{"#vergadering", "gallery.menu.meeting", false}, {"#netwerk", "gallery.menu.network", false},
	{"#protocol", "gallery.menu.protocol", false}, {"#jaarbeeld", "gallery.menu.year", false},
}

var galleryRows = []Row{
	{"#", "Vraag om een gesprek, CLB", "Gisteren om 16.10 uur. Bel terug voor woensdag.", Tag{"Nieuw", Fresh}},
	{"#", "Kwarts-41: wie is nodig aan tafel?", "Op de lijst sinds 20 november. Nog geen vraag voor het CAW.", Tag{"Begonnen, er ontbreekt iets", Going}},
	{"#", "Verslag van 12 november", "De voorzitter leest het donderdag voor.", Tag{"Wacht op iemand anders", Waiting}},
}

var galleryPromises = []Row{
	{"#", "Mica-63: gesprek met de ouders", "CLB, 18 november", Tag{"Gedaan", Settled}},
	{"#", "Mica-63: plaats in de jeugdwerking zoeken", "Jeugddienst. De tafel rekent op een antwoord op 2 december.", Tag{"Loopt", Going}},
}

var gallerySources = []Cite{{"Decreet LIVC R, art. 8", "#"}, {"wet 30 juli 2018, art. 3 §2", ""}}

var galleryForm = Form{
	Action: "#", Token: "sample", Revision: "3",
	Errors: Errors{
		{Field: "seen", Text: "Vul minstens één feit in. Een gevoel mag ook, maar zet het dan bij “Wat denk ik”."},
		{Field: "secrecy", Text: "Kies één antwoord."},
	},
	Typed: TypedIn(url.Values{"when": {"vorige week, twee keer"}, "knows": {"no"}, "uses": {"table", "report"}, "seen": {""}}),
}

var galleryYesNo = []Choice{
	{Value: "yes", Label: "Ja"},
	{Value: "no", Label: "Nee", Hint: "Dat mag. We vragen straks waarom niet.", Reveal: TextInput(Field{Name: "why", Label: "Waarom nog niet?"})},
	{Value: "unknown", Label: "Dat weten we nog niet"},
}

var galleryUses = []Choice{
	{Value: "table", Label: "Alleen voor de tafel"}, {Value: "report", Label: "Verslag, in algemene woorden"},
	{Value: "action", Label: "Een afspraak"}, {Value: "ltf", Label: "LTF, alleen als iedereen akkoord is"},
}

var galleryAnswers = []Choice{
	{Value: "come", Label: "Ik kom"}, {Value: "stay", Label: "Ik kom niet"}, {Value: "call", Label: "Ik wil eerst bellen"},
}

var galleryPhases = []Phase{
	{"Wissel", StepDone}, {"Waarover", StepDone}, {"Wat gaat goed", StepDone}, {"Wat baart zorgen", StepDone},
	{"Wat weten we niet", StepNow}, {"Andere verklaring", StepNext}, {"Weging", StepNext}, {"Afspraken", StepNext},
	{"Terugkoppeling", StepNext}, {"Verslag", StepNext},
}

var gallerySeats = []Seat{
	{"burgemeester", true}, {"information officer", true}, {"coördinator", true}, {"CLB", true}, {"CAW", true},
	{"OCMW", true}, {"jeugd", true}, {"VDAB", false},
}

var galleryWords = map[Side][]Word{
	Protects: {{"Thuis en familie", "2 perspectieven"}, {"School", "1 perspectief"}},
	Concerns: {{"Onrecht en verlies", "2 perspectieven"}, {"Online leven", "1 perspectief"}},
	Unknown:  {{"Wie ziet hem elke week?", "CLB zoekt dit uit tegen 10 december"}},
}

var galleryInside = []string{"burgemeester", "information officer", "coördinator", "CLB", "CAW", "OCMW", "jeugd"}

var gallerySecrecy = []string{
	"Wat we hier horen, blijft hier. Dat geldt voor iedereen aan tafel.",
	"Je mag spreken. Je moet niet spreken.",
	"Deel alleen wat nodig is om te helpen en geweld te voorkomen.",
	"Wie iets deelt, bepaalt mee wat ermee gebeurt.",
}

// GalleryRooms are the sample screens for the room: a question, the secrecy text, the three sheets.
func GalleryRooms(theme Theme) []Room {
	f := Frame{Theme: theme, Practice: true}
	return []Room{
		{Frame: f, Point: "Punt 3 van 5", Clock: "10.42 uur", Code: "Kwarts-41", Question: "Wat weten we nog niet?", Inside: galleryInside, Refresh: 15},
		{Frame: f, Point: "Opening", Clock: "10.00 uur", Code: "Voor we beginnen", Lines: gallerySecrecy, Inside: galleryInside},
		{Frame: f, Point: "Punt 3 van 5", Clock: "10.44 uur", Code: "Kwarts-41", Question: "Hebben we de ouders gehoord, of raden we?", Words: galleryWords, Inside: galleryInside},
	}
}

var galleryAgenda = []AgendaLine{
	{"1", "10.00", "Opening en geheimhouding", "", "", "5 min"},
	{"2", "10.05", "Afspraken en open vragen", "Wat is gedaan, en waar is hulp nodig?", "", "10 min"},
	{"3", "10.15", "Mica-63", "Kan de jeugdwerking een vaste plaats geven?", "burgemeester, information officer, coördinator, CLB, jeugd", "15 min"},
	{"4", "10.30", "Kwarts-41", "Wie ziet de jongere elke week, en wat gaat goed?", "burgemeester, information officer, coördinator, CLB, CAW, OCMW, jeugd", "20 min"},
	{"5", "10.50", "Rondvraag en volgende keer", "", "", "10 min"},
}

var galleryWeighing = []PaperSheet{
	{Protects, []PaperRow{{"Thuis", []string{""}}, {"School en werk", []string{""}}}, "Aan iedereen gevraagd?"},
	{Concerns, []PaperRow{{"Thuis", []string{""}}, {"School en werk", []string{""}}}, "Aan iedereen gevraagd?"},
	{Unknown, []PaperRow{{"Thuis", []string{"?", "past niet"}}, {"School en werk", []string{"?", "past niet"}}}, ""},
}

var gallerySlips = []Slip{
	{"Kwarts-41", nil, []SlipLine{{"Wat", "De jongere uitnodigen voor een gesprek"}, {"Wie", "CLB"}, {"Tegen wanneer", "2 december 2026"}, {"Wie spreekt de ouders aan", ""}}},
	{"Kwarts-41", nil, []SlipLine{{"Wat", ""}, {"Wie", ""}, {"Tegen wanneer", ""}, {"Wie spreekt de ouders aan", ""}}},
	{"Kwarts-41", nil, []SlipLine{{"Wat", ""}, {"Wie", ""}, {"Tegen wanneer", ""}, {"Wie spreekt de ouders aan", ""}}},
}

// GalleryPaper is the frame of the sample papers.
func GalleryPaper(title string) Paper {
	return Paper{
		Frame: Frame{Title: title, Practice: true}, Sub: "Donderdag 3 december 2026, 10.00 uur, stadhuis Demerrode",
		Copies: 9, Words: []string{"kiezel", "rivier", "lamp", "noord"}, Back: "#",
	}
}
