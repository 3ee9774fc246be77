package table_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/live"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/table"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// screen is an evening with the coordinator's browser.
type screen struct {
	*storetest.Evening
	site *webtest.Site
	nele *webtest.Person
}

func onScreen(t *testing.T, f func(t *testing.T, s screen)) {
	t.Helper()
	storetest.Each(t, func(t *testing.T, db *store.DB) { f(t, newScreen(t, db)) })
}

func newScreen(t *testing.T, db *store.DB) screen {
	t.Helper()
	e := storetest.NewEvening(storetest.NewTown(t, db))
	site := webtest.New(e.Town, table.Routes(e.Table, live.New(), "https://beraad.example"))
	return screen{e, site, site.As(e.Coordinator)}
}

func (s screen) at() string     { return "/meetings/" + string(s.Meeting) }
func (s screen) itemAt() string { return "/items/" + string(s.Item) }

// there are the fields of a check-in of these people.
func (s screen) there(people ...deed.By) url.Values {
	v := url.Values{}
	for _, p := range people {
		v.Add("present", string(s.Who(p)))
		v.Add("acknowledged", string(s.Who(p)))
	}
	return v
}

// doors are the fields that let everybody in.
func (s screen) doors() url.Values {
	v := url.Values{}
	for _, id := range s.Everybody() {
		v.Set("door."+string(id), "in")
	}
	return v
}

// weighed are the fields of the three sheets.
func weighed() url.Values {
	v := url.Values{"asked_protects": {"yes"}, "asked_concerns": {"yes"}, "protects.home": {"3"}, "concerns.friends": {"2"}, "unknown": {"online"}}
	for _, d := range discussion.Domains() {
		if d != "home" && d != "friends" && d != "online" {
			v.Add("not_applicable", d)
		}
	}
	return v
}

func decided(outcome string) url.Values {
	v := url.Values{"outcome": {outcome}, "agreement": {"consensus"}, "signals": {"yes"}, "table": {"yes"}, "enough": {"yes"}, "proportionate": {"yes"}, "repercussions": {"unknown"}}
	for _, c := range []string{"knows", "wants", "parents", "interest"} {
		v.Set("child."+c, "unknown")
	}
	return v
}

// proves R0.1-d, R2.3-b, R4.3-a, R4.1.1-e: the whole of an evening by pressing its buttons
func TestAnEveningOnTheCoordinatorsScreen(t *testing.T) {
	onScreen(t, func(t *testing.T, s screen) {
		s.nele.Get(s.at()+"/table").Is(http.StatusOK).Says("Wie is er", "Karim Haddad", "Wat we hier horen, blijft hier", "Er is nog geen voorzitter").Never(s.Case.Code)
		s.nele.Send(s.at()+"/table", s.at()+"/check-in", s.there(s.Mayor, s.Coordinator, s.CLB)).Is(http.StatusSeeOther)
		s.nele.Get(s.at()+"/table").Says("De lokale politie ontbreekt.", "Open zonder casussen")
		s.nele.Send(s.at()+"/table", s.at()+"/check-in", s.there(s.Mayor, s.Coordinator, s.Officer, s.CLB, s.CAW)).Is(http.StatusSeeOther)
		opening := url.Values{"chair": {string(s.Who(s.Mayor))}, "read": {"yes"}}
		s.nele.Send(s.at()+"/table", s.at()+"/open", opening).Is(http.StatusSeeOther)
		s.nele.Get(s.at()+"/table").Says(s.Case.Code, s.at()+"/items/"+string(s.Item)+"/open")

		door := s.at() + "/items/" + string(s.Item) + "/open"
		s.nele.Send(door, door, url.Values{}).Is(http.StatusUnprocessableEntity).Says("Zeg voor iedereen die er is: binnen of buiten.")
		if p := s.nele.Send(door, door, s.doors()).Is(http.StatusSeeOther); p.To != s.itemAt() {
			t.Fatalf("it leads to %s", p.To)
		}
		s.nele.Get(s.itemAt()).Is(http.StatusOK).Says(s.Case.Code, "CLB Demer", "Waarover gaat het", "112").Never("Milan", "Verbeke", "Lotte")
		s.nele.Send(s.itemAt(), s.itemAt()+"/phase", url.Values{"phase": {"6"}}).Is(http.StatusUnprocessableEntity).Says("Stel eerst de drie vaste vragen.")
		s.nele.Send(s.itemAt(), s.itemAt()+"/phase", url.Values{"phase": {"2"}}).Is(http.StatusSeeOther)
		s.nele.Get(s.itemAt()).Says("Welke vraag leg je voor?", "Dit weten we niet")
		s.nele.Send(s.itemAt(), s.itemAt()+"/guide", url.Values{"guide": {"home.0"}}).Is(http.StatusSeeOther)
		s.nele.Get(s.itemAt()).Says("Wie thuis of in de ruime familie kan echt met hem of haar praten?")
		s.nele.Send(s.itemAt(), s.itemAt()+"/weigh", weighed()).Is(http.StatusSeeOther)
		s.nele.Send(s.itemAt(), s.itemAt()+"/question", url.Values{"text": {""}, "domain": {"online"}}).Is(http.StatusUnprocessableEntity).
			Says("Schrijf de vraag in algemene woorden.")
		s.nele.Send(s.itemAt(), s.itemAt()+"/question", url.Values{"text": {"Hoe gaat het thuis?"}, "domain": {"online"}, "holder": {string(s.Who(s.CLB))}, "due": {"2027-01-10"}}).Is(http.StatusSeeOther)
		s.nele.Send(s.itemAt(), s.itemAt()+"/stops", url.Values{"stops": discussion.Stops()}).Is(http.StatusSeeOther)
		s.nele.Send(s.itemAt(), s.itemAt()+"/phase", url.Values{"phase": {"6"}}).Is(http.StatusSeeOther)
		s.nele.Get(s.itemAt()).Says("Twintig seconden stilte", "van 3 plaatsen", "Hoe gaat het thuis?").Never(`type="radio" value="regular" checked`)
		s.nele.Send(s.itemAt(), s.itemAt()+"/decide", url.Values{"outcome": {"regular"}}).Is(http.StatusUnprocessableEntity).Says("Zeg of jullie het eens waren.")
		s.nele.Send(s.itemAt(), s.itemAt()+"/decide", decided("regular")).Is(http.StatusSeeOther)
		s.finish(t)
	})
}

// proves settled 21: one unlock at the opening covers what the meeting decides; a table without cases opens no key
func TestAMeetingIsNotOpenedFromAScreenThatWasLeftOpen(t *testing.T) {
	onScreen(t, func(t *testing.T, s screen) {
		s.nele.Send(s.at()+"/table", s.at()+"/check-in", s.there(s.Mayor, s.Coordinator, s.Officer, s.CLB, s.CAW)).Is(http.StatusSeeOther)
		away := s.site.LeftOpen(s.Coordinator)
		opening := url.Values{"chair": {string(s.Who(s.Mayor))}, "read": {"yes"}}
		if to := away.Send(s.at()+"/table", s.at()+"/open", opening).Is(http.StatusSeeOther).To; !strings.HasPrefix(to, "/step-up") {
			t.Fatalf("it leads to %s", to)
		}
		if to := s.site.As(s.Coordinator).Get("/again").Is(http.StatusSeeOther).To; to != s.at()+"/table?again" {
			t.Fatalf("the form comes back at %s", to)
		}
		back := s.nele.Get(s.at() + "/table?again").Is(http.StatusOK).Says("Open de vergadering")
		empty := s.nele.Get(s.at() + "/table")
		if n := strings.Count(back.Body, " checked") - strings.Count(empty.Body, " checked"); n != 2 {
			t.Errorf("of chair and secrecy %d stand there again", n)
		}
		away = s.site.LeftOpen(s.Coordinator)
		opening.Set("do", "without")
		if to := away.Send(s.at()+"/table", s.at()+"/open", opening).Is(http.StatusSeeOther).To; to != s.at()+"/table" {
			t.Fatalf("it leads to %s", to)
		}
	})
}

func (s screen) finish(t *testing.T) {
	t.Helper()
	action := s.itemAt() + "/action"
	fields := url.Values{"what": {"Eens samen zitten"}, "why": {"Band houden"}, "kind": {"talk"}, "holder": {string(s.Who(s.CLB))}, "due": {"2027-01-12"}, "enough": {"nodig"},
		"proportionate": {"ja"}, "repercussions": {"weinig"}, "source": {"yes"}, "parents": {"unknown"}, "own_yes": {"yes"}}
	s.nele.Send(action, action, fields).Is(http.StatusUnprocessableEntity).Says("Deze afspraak kan verraden wie iets vertelde.", "Eens samen zitten")
	fields.Set("source", "yes_changed")
	s.nele.Send(action, action, fields).Is(http.StatusSeeOther)
	report := s.itemAt() + "/report"
	page := s.nele.Get(report).Is(http.StatusOK).Says("Casus "+s.Case.Code, "Uitkomst: Gewone hulp volstaat (eensgezind).", "Afspraak: CLB Demer, met de persoon spreken, tegen")
	text := between(page.Body, "<textarea", "</textarea>")
	text = text[strings.Index(text, ">")+1:]
	s.nele.Send(report, report, url.Values{"text": {text + "\nMilan Verbeke was er."}, "read": {"yes"}, "agreed": {"yes"}}).Is(http.StatusUnprocessableEntity).
		Says("Vervang dit", "Hier staat iets dat naar een persoon wijst.")
	agreed := url.Values{"text": {text}, "read": {"yes"}, "agreed": {"yes"}}
	marked := s.nele.Send(report, report, agreed).Is(http.StatusUnprocessableEntity).Says("Mag dit blijven staan?", "rol, daad en dag samen")
	agreed["left"] = leaves.FindStringSubmatch(marked.Body)[1:]
	s.nele.Send(report, report, agreed).Is(http.StatusSeeOther)
	s.nele.Send(s.itemAt(), s.itemAt()+"/phase", url.Values{"phase": {"9"}}).Is(http.StatusSeeOther)
	s.nele.Get(s.itemAt()).Says(strings.Join(s.Desk().Words, "-"))
	end := s.itemAt() + "/close"
	if p := s.nele.Send(end, end, url.Values{"substantive": {"yes"}}).Is(http.StatusSeeOther); p.To != s.at()+"/table" {
		t.Fatalf("it leads to %s", p.To)
	}
	s.nele.Get(s.itemAt()).Is(http.StatusNotFound)
	s.nele.Send(s.at()+"/table", s.at()+"/close", nil).Is(http.StatusSeeOther)
	s.nele.Get(s.at() + "/table").Is(http.StatusOK).Says("Dit overleg is afgelopen.")
}

var leaves = regexp.MustCompile(`name="left" type="checkbox" value="([^"]+)"`)

func between(s, from, to string) string {
	i := strings.Index(s, from)
	j := strings.Index(s[max(i, 0):], to)
	if i < 0 || j < 0 {
		return ""
	}
	return s[i : i+j]
}

// opened is a screen with the item at the table.
func opened(t *testing.T) screen {
	t.Helper()
	s := newScreen(t, storetest.SQLite(t))
	s.Open()
	return s
}

// proves R0.3-b, Z6: who is not inside finds nothing
func TestWhoIsNotInsideSeesNoItem(t *testing.T) {
	s := opened(t)
	for name, by := range map[string]deed.By{"the representative, who is outside": s.Representative, "a service that was not invited": s.OCMW,
		"a service that is inside without a screen": s.CLB, "the data protection officer": s.DPO} {
		t.Run(name, func(t *testing.T) {
			other := s.site.As(by)
			for _, path := range []string{"", "/people", "/path", "/action", "/inform", "/feedback", "/card", "/report", "/close"} {
				other.Get(s.itemAt() + path).Is(http.StatusNotFound).Never(s.Case.Code)
			}
			other.Send(s.itemAt(), s.itemAt()+"/decide", decided("regular")).Is(http.StatusNotFound)
		})
	}
	t.Run("a service finds no desk, no room screen and opens nothing", func(t *testing.T) {
		clb := s.site.As(s.CLB)
		clb.Get(s.at() + "/table").Is(http.StatusNotFound)
		clb.Get(s.at() + "/room").Is(http.StatusNotFound)
		clb.Send(s.at()+"/table", s.at()+"/check-in", s.there(s.CLB)).Is(http.StatusNotFound)
		clb.Send(s.at()+"/table", s.at()+"/close", nil).Is(http.StatusNotFound)
	})
}

// proves product 4.12 with canaries
func TestTheRoomScreenShowsNoNameAndNoFact(t *testing.T) {
	s := opened(t)
	canary := "Kanarievogel thuis"
	_, err := s.Table.AskQuestion(s.Context(), s.Coordinator, discussion.AskQuestion{Item: s.Item, Domain: "home", Text: livc.NewSecret(canary)})
	s.Must(err)
	s.Decided(livc.OutcomeRegular)
	s.Must(s.Table.ShowGuide(s.Context(), s.Coordinator, s.Item, "home.0"))
	for phase := discussion.PhaseQuestion; phase <= discussion.PhaseReport; phase++ {
		s.Must(s.Table.MovePhase(s.Context(), s.Coordinator, s.Item, phase))
		p := s.nele.Get(s.at()+"/room").Is(http.StatusOK).Says(s.Case.Code, "burgemeester", "information officer")
		p.Never(canary, "Milan", "Verbeke", "Karim", "Haddad", "Sofie", "Nele", "Lotte", "Demerrode", "2010", "akkoord", "plaatsen", "href=\"/items", "minderjarig")
	}
	t.Run("the guiding question stands there in its phase, and the outcomes are not marked", func(t *testing.T) {
		s.Must(s.Table.MovePhase(s.Context(), s.Coordinator, s.Item, discussion.PhaseProtects))
		s.nele.Get(s.at() + "/room").Says("Wie thuis of in de ruime familie kan echt met hem of haar praten?")
	})
	t.Run("an own question of the protocol stands there as it was agreed", func(t *testing.T) {
		s.Must(s.Table.ShowGuide(s.Context(), s.Coordinator, s.Item, "weigh_friends"))
		s.nele.Get(s.at() + "/room").Says("Vrienden en vrije tijd: wat zagen we zelf, en wie weet meer?")
		s.nele.Get(s.itemAt()).Says("De eerste tien vragen komen uit versie 1 van jullie protocol.")
	})
	t.Run("without an open item it only welcomes", func(t *testing.T) {
		s.Must(s.Table.StopDanger(s.Context(), s.Coordinator, s.Item))
		s.nele.Get(s.at() + "/room").Is(http.StatusOK).Says("Welkom. We beginnen zo.").Never(s.Case.Code)
	})
}

// proves R2.5.3-i
func TestTheStopButtonShowsOwnDutiesAndCalls(t *testing.T) {
	s := opened(t)
	s.nele.Send(s.itemAt(), s.itemAt()+"/stop", nil).Is(http.StatusSeeOther)
	s.nele.Get(s.itemAt()).Says("Het punt ligt stil", "Er is niets doorgestuurd", "Is een minderjarige in gevaar?", "112")
	s.nele.Send(s.itemAt(), s.itemAt()+"/resume", nil).Is(http.StatusSeeOther)
	s.nele.Get(s.itemAt()).Says("Waarover gaat het")
}

// proves R6.1-e, X-L-h, X-L-k
func TestTheSheetForTheLTFOnTheScreen(t *testing.T) {
	s := opened(t)
	s.Decided(livc.OutcomeLTF)
	at := s.itemAt() + "/feedback"
	s.nele.Get(at).Says("Er gaat niets naar de LTF, tenzij iedereen akkoord is.", `value="none" checked`)
	s.nele.Send(at, at, url.Values{"feedback": {"sheet"}}).Is(http.StatusSeeOther)
	line := url.Values{"text": {"Praat weer met de trainer."}, "side": {"protects"}, "origin": {"seen"}, "secret": {"professional"}, "declared": {"yes"}}
	s.nele.Send(at, at+"/line", line).Is(http.StatusForbidden).Says("Deze lijn komt uit beroepsgeheim en kan niet op de fiche.")
	line.Set("secret", "no")
	line.Del("declared")
	s.nele.Send(at, at+"/line", line).Is(http.StatusUnprocessableEntity).Says("Bevestig dat deze lijn geen geheim van de tafel bevat.", "Praat weer met de trainer.")
	line.Set("declared", "yes")
	s.nele.Send(at, at+"/line", line).Is(http.StatusSeeOther)
	s.nele.Send(at, at+"/sides", url.Values{"positive": {"yes"}, "negative": {"yes"}, "evaluation": {"De opvolging loopt."}}).Is(http.StatusSeeOther)
	s.nele.Get(at + "/print").Is(http.StatusNotFound)
	yes := url.Values{"read": {"yes"}}
	for _, id := range s.Everybody()[1:] {
		yes.Add("agreed", string(id))
	}
	s.nele.Send(at, at+"/adopt", yes).Is(http.StatusSeeOther)
	s.nele.Get(at).Says("Heeft iemand bezwaar?").Never("van 5 akkoord")
	yes.Add("agreed", string(s.Everybody()[0]))
	s.nele.Send(at, at+"/adopt", yes).Is(http.StatusSeeOther)
	s.nele.Get(at).Says("Fiche 2026-01: 5 van 5 akkoord.")
	if to := s.site.LeftOpen(s.Coordinator).Get(at + "/print").Is(http.StatusSeeOther).To; !strings.HasPrefix(to, "/step-up") {
		t.Fatalf("a screen that was left open prints: it leads to %s", to)
	}
	s.nele = s.site.As(s.Coordinator)
	s.nele.Get(at+"/print").Is(http.StatusOK).Says("Praat weer met de trainer.", "5 van 5 akkoord", strings.Join(s.Desk().SheetWords, "-")).Never("Milan", "Karim", "Lotte")
}

// proves R4.2-f
func TestInformingOnTheScreen(t *testing.T) {
	s := opened(t)
	s.Decided(livc.OutcomeRegular)
	at := s.itemAt() + "/inform"
	s.nele.Get(at).Says("Er is over u gesproken in een overleg van de gemeente.")
	s.nele.Send(at, at, url.Values{}).Is(http.StatusUnprocessableEntity).Says("Kies wat jullie beslissen.")
	s.nele.Send(at, at, url.Values{"choice": {"inform"}, "safe": {"yes"}, "by": {string(s.Who(s.CLB))}, "offer": {"Hulp"}}).Is(http.StatusForbidden)
	s.nele.Send(at, at, url.Values{"choice": {"later"}}).Is(http.StatusSeeOther)
	after := "/cases/" + string(s.Case.ID) + "/informed"
	s.nele.Get(after).Is(http.StatusNotFound)
	all := url.Values{"choice": {"inform"}, "safe": {"yes"}, "by": {string(s.Who(s.CLB))}, "offer": {"Hulp"}}
	for _, id := range s.Everybody() {
		all.Add("agreed", string(id))
	}
	s.nele.Send(at, at, all).Is(http.StatusSeeOther)
	s.nele.Get(after).Is(http.StatusOK).Says(s.Case.Code, "Heeft de persoon het gehoord?").Never("<textarea", `type="text"`)
	s.nele.Send(after, after, url.Values{}).Is(http.StatusUnprocessableEntity).Says("Kies hoe het liep.")
	s.nele.Send(after, after, url.Values{"result": {"told"}}).Is(http.StatusSeeOther)
	s.site.As(s.CLB).Get(after).Is(http.StatusNotFound)
}

// proves X-T-d: no page has a field for what stands on a card
func TestTheCardPageHasNoFieldForText(t *testing.T) {
	s := opened(t)
	at := s.itemAt() + "/card"
	p := s.nele.Get(at).Is(http.StatusOK).Says("Niets van de kaart wordt bewaard.")
	p.Never("<textarea", `type="text"`, `type="file"`)
	s.nele.Send(at, at, url.Values{"part": {"whole"}}).Is(http.StatusUnprocessableEntity).Says("Weeg dit punt voor je de kaart toont.")
}

// proves architecture 5 and 10: paper has the same rules, and asks for no fact
func TestAnEveningOnPaperIsCopiedAndAttested(t *testing.T) {
	s := newScreen(t, storetest.SQLite(t))
	_, err := s.DB.Pools()[0].Exec(`UPDATE meeting SET mode = 'paper' WHERE livc = $1`, s.Livc)
	s.Must(err)
	karim := s.site.As(s.Mayor)
	s.nele.Get(s.at()+"/table").Is(http.StatusOK).Says("Neem de getekende bladen over.", "Alleen de burgemeester of de vertegenwoordiger bevestigt.")
	s.nele.Send(s.at()+"/table", s.at()+"/check-in", s.there(s.Mayor, s.Coordinator, s.Officer, s.CLB, s.CAW)).Is(http.StatusSeeOther)
	at := s.at() + "/items/" + string(s.Item) + "/paper"
	s.nele.Get(at).Is(http.StatusOK).Says(s.Case.Code, "Wie was binnen?", "Feiten typ je niet.").Never("<textarea")
	fields := weighed()
	for k, v := range decided("more") {
		fields[k] = v
	}
	fields["stops"] = discussion.Stops()
	s.nele.Send(at, at, fields).Is(http.StatusForbidden).Says("ontbreekt", "wet 30 juli 2018 (LIVC R), art. 3 § 1", `value="more" checked`)
	for _, id := range s.Everybody() {
		fields.Add("inside", string(id))
	}
	fields.Set("substantive", "yes")
	if p := s.nele.Send(at, at, fields).Is(http.StatusSeeOther); p.To != s.itemAt() {
		t.Fatalf("it leads to %s", p.To)
	}
	s.nele.Get(s.itemAt()).Is(http.StatusOK).Says("Afspraken").Never("Stop, gevaar")
	s.Reported()
	attest := url.Values{"read": {"yes"}}
	karim.Send(s.at()+"/table", s.at()+"/attest", attest).Is(http.StatusUnprocessableEntity).Says("Bevestig dat dit is wat jullie tekenden.")
	s.nele.Send(s.at()+"/table", s.at()+"/attest", url.Values{"read": {"yes"}, "true": {"yes"}}).Is(http.StatusNotFound)
	attest.Set("true", "yes")
	karim.Send(s.at()+"/table", s.at()+"/attest", attest).Is(http.StatusSeeOther)
	karim.Get(s.at() + "/table").Says("Dit overleg is afgelopen.")
}

// proves X-L-c, X-L-d
func TestSomebodyWithoutAnAccountOnTheScreen(t *testing.T) {
	s := newScreen(t, storetest.SQLite(t))
	at := s.at() + "/stand-in"
	s.nele.Get(at).Is(http.StatusOK).Says("Voor wie alleen vandaag komt, of een zetel vervangt.")
	fields := url.Values{"name": {"Tom Vermeer"}, "organisation": {string(s.Police)}, "seat": {"police"}, "appointed": {"yes"}, "acknowledged": {"yes"}}
	s.nele.Send(at, at, fields).Is(http.StatusUnprocessableEntity).Says("Vul in tot wanneer de veiligheidsmachtiging geldt.", "Tom Vermeer")
	fields.Set("cleared_until", "31 december")
	s.nele.Send(at, at, fields).Is(http.StatusUnprocessableEntity)
	fields.Set("cleared_until", "2027-12-31")
	s.nele.Send(at, at, fields).Is(http.StatusSeeOther)
	s.nele.Get(s.at()+"/table").Says("Tom Vermeer", "information officer")
}

func TestTheFirstPageTellsOfAMeetingThatSits(t *testing.T) {
	s := opened(t)
	list, err := s.Table.Today(s.Context(), s.Coordinator)
	if s.Must(err); len(list) != 1 || list[0].ID != s.Meeting {
		t.Fatalf("the desk is told of %d meetings", len(list))
	}
	if list, err = s.Table.Today(s.Context(), s.CLB); err != nil || len(list) != 0 {
		t.Fatalf("a service is told of %d meetings, %v", len(list), err)
	}
}

func TestTheScreenAsksTheFourQuestionsOfAHybridMeeting(t *testing.T) {
	s := newScreen(t, storetest.SQLite(t))
	s.Exec(`UPDATE meeting SET hybrid = TRUE WHERE livc = $1 AND id = $2`, s.Livc, s.Meeting)
	s.Arrive()
	at := s.at() + "/table"
	form := url.Values{"chair": {string(s.Who(s.Mayor))}, "read": {"yes"}, "hybrid": {"cameras_on"}}
	s.nele.Send(at, s.at()+"/open", form).Is(http.StatusUnprocessableEntity).Says("Vraag eerst alle vier", "Niemand neemt op")
	form["hybrid"] = []string{"nobody_records", "cameras_on", "only_room_screen", "who_is_there"}
	s.nele.Send(at, s.at()+"/open", form).Is(http.StatusSeeOther)
}
