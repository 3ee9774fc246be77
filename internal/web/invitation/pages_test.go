package invitation_test

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	web "beraad.eu/internal/web/invitation"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

const question = "Hoe gaat het op school met hem?"

func fields(pairs ...string) url.Values {
	v := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		v.Add(pairs[i], pairs[i+1])
	}
	return v
}

// evening is what a test of these pages begins with.
type evening struct {
	*storetest.Town
	site    *webtest.Site
	c       livc.ID
	code    string
	meeting livc.ID
}

func newEvening(t *testing.T, db *store.DB) evening {
	w := storetest.NewTown(t, db)
	e := evening{Town: w, site: webtest.New(w, web.Routes(w.Invitations(), w.Processing()))}
	listed := storetest.ListedCase(w)
	e.c, e.code = listed.ID, listed.Code
	e.meeting = storetest.PlannedMeeting(w, e.c)
	return e
}

func (e evening) at() string     { return "/meetings/" + string(e.meeting) }
func (e evening) needed() string { return e.at() + "/cases/" + string(e.c) }
func (e evening) board() (b invitation.Board) {
	e.T.Helper()
	b, err := e.Invitations().Meeting(e.Context(), e.Coordinator, e.meeting)
	e.Must(err)
	return b
}

// invite chooses and sends an invitation and gives its address.
func (e evening) invite(by deed.By) string {
	e.T.Helper()
	s := e.Invitations()
	id, err := s.ChooseParticipants(e.Context(), e.Coordinator, invitation.ChooseParticipants{Meeting: e.meeting, Case: e.c, Hat: by.Hat,
		Asked: invitation.Asked{Question: livc.NewSecret(question)}})
	e.Must(err)
	_, err = s.SendInvitations(e.Context(), e.Mayor, e.meeting, e.c)
	e.Must(err)
	return "/invitations/" + string(id)
}

// proves R1.3-b, R1.3-c, R2.2-b
func TestPlanMeetingPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		site := webtest.New(w, web.Routes(w.Invitations(), w.Processing()))
		nele := site.As(w.Coordinator)
		good := func() url.Values {
			return fields("day", "2026-12-15", "clock", "14:00", "place", "Stadhuis", "kind", "operational", "mode", "spoken")
		}
		t.Run("without a meeting the page says so and proposes to practise", func(t *testing.T) {
			nele.Get("/meetings").Is(http.StatusOK).Says("Er staat geen vergadering gepland.", "Oefen eerst één keer zonder casus")
			site.As(w.CLB).Get("/meetings").Is(http.StatusOK).Says("Er staat geen vergadering gepland.").Never("/meetings/plan")
		})
		t.Run("the coordinator plans one and sees its agenda in the fixed order", func(t *testing.T) {
			p := nele.Send("/meetings/plan", "/meetings/plan", good()).Is(http.StatusSeeOther)
			nele.Get(p.To).Is(http.StatusOK).Says("dinsdag 15 december 2026", "14.00 uur", "Er is niets te bespreken.", "Terugkoppeling van en naar de LTF")
			nele.Get("/meetings").Is(http.StatusOK).Says("dinsdag 15 december 2026", "casusoverleg", "gepland")
		})
		t.Run("a button pressed twice plans one meeting", func(t *testing.T) {
			v := good()
			v.Set("place", "Bibliotheek")
			first, again := nele.SendTwice("/meetings/plan", "/meetings/plan", v)
			if first.Is(http.StatusSeeOther).To != again.Is(http.StatusSeeOther).To {
				t.Error("the second press leads elsewhere")
			}
			if n := strings.Count(nele.Get("/meetings").Body, "Bibliotheek"); n != 1 {
				t.Errorf("%d meetings were planned", n)
			}
		})
		t.Run("a hybrid one has its four questions among the papers, and only that one", func(t *testing.T) {
			v := good()
			plain := nele.Send("/meetings/plan", "/meetings/plan", v).Is(http.StatusSeeOther).To
			v.Set("hybrid", "yes")
			hybrid := nele.Send("/meetings/plan", "/meetings/plan", v).Is(http.StatusSeeOther).To
			nele.Get(hybrid + "/papers").Says("vragen voor wie elders zit")
			nele.Get(hybrid+"/print?paper=hybrid").Says("Niemand neemt op", "Alleen het venster van het zaalscherm")
			nele.Get(plain + "/print?paper=hybrid").Never("Niemand neemt op")
			v.Set("mode", "paper")
			nele.Send("/meetings/plan", "/meetings/plan", v).Is(http.StatusUnprocessableEntity).Says("Op papier staat er geen scherm aan.")
		})
		t.Run("a table on screens is planned like the others, and what was typed is kept when something misses", func(t *testing.T) {
			v := good()
			v.Set("mode", "screens")
			nele.Send("/meetings/plan", "/meetings/plan", v).Is(http.StatusSeeOther)
			v.Del("clock")
			nele.Send("/meetings/plan", "/meetings/plan", v).Is(http.StatusUnprocessableEntity).Says(`value="Stadhuis"`)
		})
		t.Run("what is no day is said at its field", func(t *testing.T) {
			v := good()
			v.Set("day", "morgen")
			nele.Send("/meetings/plan", "/meetings/plan", v).Is(http.StatusUnprocessableEntity).Says("Dit is geen dag.")
		})
		t.Run("a participant may not", func(t *testing.T) {
			site.As(w.CLB).Send("/meetings", "/meetings/plan", good()).Is(http.StatusNotFound)
		})
	})
}

// proves R4.0-a, R4.0-b, R0.3-b
func TestAgendaPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := newEvening(t, db)
		nele := e.site.As(e.Coordinator)
		point, _ := e.board().Point(e.c)
		item := e.at() + "/agenda/" + string(point.ID)

		t.Run("it shows the code, never the name", func(t *testing.T) {
			nele.Get(e.at()).Is(http.StatusOK).Says(e.code, "3.1", "14.13 uur").Never("Milan", "Verbeke")
			nele.Get(item).Is(http.StatusOK).Says(e.code, "Wie is nodig?")
		})
		t.Run("minutes change, and wrong minutes come back", func(t *testing.T) {
			nele.Send(item, item, fields("minutes", "0")).Is(http.StatusUnprocessableEntity).Says("Kies tussen 1 en 120 minuten.")
			nele.Send(item, item, fields("minutes", "25")).Is(http.StatusSeeOther)
			nele.Get(e.at()).Says("25 minuten")
			nele.Send(item, item, fields("do", "up")).Is(http.StatusUnprocessableEntity).Says("Verder schuiven kan niet")
		})
		t.Run("a case is left off without a reason and put back", func(t *testing.T) {
			nele.Send(item, item, fields("do", "off")).Is(http.StatusSeeOther)
			nele.Get(e.at()).Says("Er is niets te bespreken.")
			nele.Send(e.at(), e.at()+"/case", fields("case", "")).Is(http.StatusUnprocessableEntity).Says("Kies een casus.")
			nele.Send(e.at(), e.at()+"/case", fields("case", string(e.c))).Is(http.StatusSeeOther)
			nele.Get(e.at()).Never("Er is niets te bespreken.")
			nele.Send(e.at(), e.at()+"/topic", fields("topic", "network")).Is(http.StatusSeeOther)
			nele.Get(e.at()).Says("Netwerk en vorming")
		})
		t.Run("somebody who is not invited does not know the meeting", func(t *testing.T) {
			e.site.As(e.CLB).Get(e.at()).Is(http.StatusNotFound)
			e.site.As(e.CLB).Send("/meetings", e.at()+"/case", fields("case", string(e.c))).Is(http.StatusNotFound)
			e.site.As(e.CLB).Get(e.at() + "/print").Is(http.StatusNotFound)
		})
		t.Run("an invited person sees the own hour, no code and no other point", func(t *testing.T) {
			e.invite(e.CLB)
			e.site.As(e.CLB).Get(e.at()).Is(http.StatusOK).Says("We verwachten je om").Never(e.code, "Milan", "LTF", question)
			e.site.As(e.CLB).Get("/meetings").Is(http.StatusOK).Says(e.at())
			e.site.As(e.Officer).Get(e.at()).Is(http.StatusOK).Says("Je zit de hele vergadering mee aan tafel.").Never(e.code)
		})
		t.Run("the agenda is made ready once", func(t *testing.T) {
			nele.Send(e.at(), e.at()+"/ready", nil).Is(http.StatusSeeOther)
			nele.Get(e.at()).Says("De agenda is klaar.")
			nele.Send(e.at(), e.at()+"/ready", nil).Is(http.StatusConflict)
		})
		t.Run("who would change twice is told", func(t *testing.T) {
			two, three := e.Listed(storetest.Story("Sami", "Peeters", "1999")), e.Listed(storetest.Story("Noor", "Jans", "1998"))
			e.meeting = storetest.PlannedMeeting(e.Town, e.c, two.ID, three.ID)
			e.invite(e.OCMW)
			e.c = three.ID
			e.invite(e.OCMW)
			nele.Get(e.at()).Says("OCMW Demer is nodig bij 3.1 en bij 3.3, en wisselt dan twee keer.")
		})
		t.Run("a cancelled meeting asks nothing any more", func(t *testing.T) {
			nele.Send(e.at(), e.at()+"/cancel", nil).Is(http.StatusSeeOther)
			nele.Get(e.at()).Says("gaat niet door").Never("Agenda klaar")
			e.site.As(e.OCMW).Get(e.at()).Is(http.StatusNotFound)
		})
	})
}

// proves R0.3-b, R3.0-a, X-L-e, R2.3-d, X-F-c, X-F-d
func TestWhoIsNeededPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := newEvening(t, db)
		nele, karim := e.site.As(e.Coordinator), e.site.As(e.Mayor)
		clb := e.needed() + "/" + string(e.CLB.Hat)

		t.Run("nobody is suggested, and the seats of the law are not chosen here", func(t *testing.T) {
			nele.Get(e.needed()).Is(http.StatusOK).Says("Nog niemand gekozen.", "CLB Demer", "Lotte Claes", "beroepsgeheim").Never("Sofie Maes", "Milan")
		})
		t.Run("a question is asked for each partner; who sees it stands at the field", func(t *testing.T) {
			nele.Get(clb).Is(http.StatusOK).Says("Zichtbaar voor: de burgemeester, de coördinator en wie je uitnodigt")
			nele.Send(clb, clb, fields("ad_hoc", "yes")).Is(http.StatusUnprocessableEntity).Says("Schrijf welke vraag deze deelnemer kan beantwoorden.", "checked")
			nele.Send(clb, clb, fields("contribution", question)).Is(http.StatusSeeOther)
			nele.Get(e.needed()).Says(question, "De burgemeester ziet je voorstel").Never("Nodig uit<")
		})
		t.Run("a choice can be taken away", func(t *testing.T) {
			caw := e.needed() + "/" + string(e.CAW.Hat)
			nele.Send(caw, caw, fields("contribution", "Wie kent hem?")).Is(http.StatusSeeOther)
			nele.Send(caw, caw+"/drop", nil).Is(http.StatusSeeOther)
			nele.Get(e.needed()).Never("Wie kent hem?")
		})
		t.Run("a service of the French Community: the term, the addressee, the preparation", func(t *testing.T) {
			hat := e.entered("fwb_pms")
			at := e.needed() + "/" + string(hat)
			nele.Get(at).Is(http.StatusOK).Says("de directie", "bereidt het overleg voor met de persoon zelf").Never("14 dagen wachten")
			e.Days(10)
			nele.Get(at).Says("Waarom kan het geen 14 dagen wachten?")
			nele.Send(at, at, fields("contribution", "Hoe gaat het?")).Is(http.StatusUnprocessableEntity).Says("Er liggen minder dan 14 dagen tussen.", `value="Hoe gaat het?"`)
			nele.Send(at, at, fields("contribution", "Hoe gaat het?", "urgency", "Hij vertrekt.")).Is(http.StatusSeeOther)
			karim.Get(e.needed()).Says("Dienst Zennevallei bereidt dit voor met de persoon zelf.", "2 uitnodigingen vertrekken")
		})
		t.Run("only the mayor sends, once; the page says what left", func(t *testing.T) {
			nele.Send(e.needed(), e.needed(), nil).Is(http.StatusNotFound)
			karim.Send(e.needed(), e.needed(), nil).Is(http.StatusOK).Says("2 uitnodigingen zijn vertrokken").Never(question, "Milan")
			karim.Send(e.needed(), e.needed(), nil).Is(http.StatusUnprocessableEntity).Says("Er staat niemand klaar")
		})
		t.Run("a participant does not know these pages", func(t *testing.T) {
			e.site.As(e.CLB).Get(e.needed()).Is(http.StatusNotFound)
			e.site.As(e.CLB).Get(clb).Is(http.StatusNotFound)
		})
	})
}

// entered is somebody of a new partner of some kind, without an account.
func (e evening) entered(category string) livc.ID {
	e.T.Helper()
	o, err := e.Support.AddPartner(e.Context(), e.Coordinator, support.AddPartner{Name: "Dienst Zennevallei", Category: category})
	e.Must(err)
	hat, err := e.Support.EnterPerson(e.Context(), e.Coordinator, support.EnterPerson{Organisation: o, Function: livc.Participant,
		Name: livc.NewContact("Mia Dubois"), SpeaksFor: "organisation", Secrecy: []livc.Secrecy{livc.ProfessionalSecrecy}, Confirmed: true, Mandate: support.Mandate{Text: "de eigen opdracht"}})
	e.Must(err)
	return hat
}

// proves R3.0-b, R3.0-c, R3.0-d, R3.0-e, R3.0-f, R0.1-d
func TestInvitationPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := newEvening(t, db)
		at := e.invite(e.CLB)
		lotte := e.site.As(e.CLB)

		t.Run("TestInvariant5_before the text on secrecy only day, hour and place show", func(t *testing.T) {
			lotte.Get(at).Is(http.StatusOK).Says("Stadhuis, zaal 2", "14.13 uur", "Nele Baert", "Ik heb dit gelezen", "Deelnemen is altijd vrij.").
				Never(question, "Milan", "Verbeke", e.code, "Ik kom niet", "Waar de gegevens zijn")
		})
		t.Run("after it the question, the person and three equal answers", func(t *testing.T) {
			lotte.Send(at, at+"/secrecy", nil).Is(http.StatusSeeOther)
			p := lotte.Get(at).Is(http.StatusOK).Says(question, "Milan Verbeke", "Ik kom", "Ik kom niet", "Ik wil eerst bellen").Never(e.code, "Wij begeleiden")
			if strings.Count(p.Body, `class="button answer"`) != 3 {
				t.Error("the answers are not of one size")
			}
			p.Says("Waar de gegevens zijn", "CLB Demer", "Je houdt hier niets bij.", "Hier beslissen ze zelf wat ze bijhouden.").Never("casusblad, zonder feiten", "regel op de lijst")
			title := p.Body[strings.Index(p.Body, "<title>"):strings.Index(p.Body, "</title>")]
			if strings.Contains(title, "Milan") || strings.Contains(at, "Milan") {
				t.Error("the name stands in a title or an address")
			}
		})
		t.Run("nobody else knows it", func(t *testing.T) {
			for _, by := range []deed.By{e.CAW, e.Coordinator, e.Mayor, e.Officer, e.DPO} {
				e.site.As(by).Get(at).Is(http.StatusNotFound)
				e.site.As(by).Send("/meetings", at, fields("answer", "comes")).Is(http.StatusNotFound)
			}
		})
		t.Run("coming and calling first are one press", func(t *testing.T) {
			lotte.Send(at, at, fields("answer", "calls_first")).Is(http.StatusSeeOther)
			lotte.Get(at).Says("De coördinator verwacht je telefoon.")
			lotte.Send(at, at, fields("answer", "comes")).Is(http.StatusSeeOther)
			lotte.Get(at).Says("We verwachten je om 14.13 uur en roepen je.")
			lotte.Send(at, at, fields("answer", "perhaps")).Is(http.StatusUnprocessableEntity)
		})
		t.Run("not coming asks one sentence, shows it once, and says that nothing follows", func(t *testing.T) {
			not := lotte.Send(at, at, fields("answer", "does_not_come")).Is(http.StatusSeeOther).To
			lotte.Get(not).Is(http.StatusOK).Says("Niet deelnemen mag.", "Zichtbaar voor: de burgemeester en wie voor de lijst is aangesteld", "toezichthouder")
			lotte.Send(not, not, fields("reason", "")).Is(http.StatusUnprocessableEntity)
			lotte.Send(not, not, fields("reason", "We kennen hem niet goed.")).Is(http.StatusOK).
				Says("Genoteerd. Dit heeft geen gevolgen.", "We kennen hem niet goed.")
			lotte.Get(at).Is(http.StatusOK).Says("Je komt niet. Dit heeft geen gevolgen.").Never("We kennen hem niet goed.", "Milan", question, "Ik wil eerst bellen")
		})
		t.Run("the chair's office reads the reason and notes the talk", func(t *testing.T) {
			answers := e.at() + "/answers"
			e.site.As(e.Mayor).Get(answers).Is(http.StatusOK).Says("CLB Demer", "komt niet").Never("We kennen hem niet goed.")
			one := answers + "/" + strings.TrimPrefix(at, "/invitations/")
			e.site.As(e.Mayor).Get(one).Is(http.StatusOK).Says("We kennen hem niet goed.", "Noteer het gesprek")
			e.site.As(e.Coordinator).Get(one).Is(http.StatusOK).Never("Noteer het gesprek")
			e.site.As(e.Mayor).Send(one, one+"/talk", fields("day", "2026-11-30")).Is(http.StatusUnprocessableEntity).Says("Kies vandaag of een vroegere dag.")
			e.site.As(e.Mayor).Send(one, one+"/talk", fields("day", "2026-11-24")).Is(http.StatusSeeOther)
			e.site.As(e.Mayor).Get(one).Says("24 december 2026")
			e.site.As(e.CAW).Get(one).Is(http.StatusNotFound)
			e.site.As(e.CAW).Get(answers).Is(http.StatusNotFound)
		})
		t.Run("no name, question or code reached the log of the machine", func(t *testing.T) {
			for _, canary := range []string{"Milan", "Verbeke", question, e.code, "We kennen hem"} {
				if strings.Contains(e.site.Log.String(), canary) {
					t.Errorf("the log holds %q", canary)
				}
			}
		})
	})
}

// proves R2.3.6-b, R2.5.4-b
func TestRecordSpokenPage(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := newEvening(t, db)
		hat := e.entered("vdab")
		nele := e.site.As(e.Coordinator)
		at := e.needed() + "/" + string(hat)
		nele.Send(at, at, fields("contribution", "Welk werk zoekt hij?", "ad_hoc", "yes")).Is(http.StatusSeeOther)
		e.site.As(e.Mayor).Send(e.needed(), e.needed(), nil).Is(http.StatusOK)
		one := e.at() + "/answers/" + string(e.board().Of(e.c)[0].ID)

		t.Run("a strip came back: the answer is noted, and the talk beforehand", func(t *testing.T) {
			nele.Get(e.at() + "/answers").Says("eerst een gesprek met de coördinator")
			nele.Send(one, one+"/spoken", fields("reply", "comes")).Is(http.StatusSeeOther)
			nele.Send(one, one+"/briefed", fields("day", "2026-11-24")).Is(http.StatusSeeOther)
			nele.Get(one).Says("Gesprek vooraf op", "24 november 2026")
			nele.Send(one, one+"/spoken", fields("reply", "")).Is(http.StatusUnprocessableEntity)
			e.site.As(e.CAW).Send("/meetings", one+"/spoken", fields("reply", "comes")).Is(http.StatusNotFound)
		})
	})
}

// proves R0.1-d, R4.3-f: the pack on paper holds codes and roles.
func TestPrintPack(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		e := newEvening(t, db)
		e.invite(e.CLB)
		hat := e.entered("vdab")
		nele := e.site.As(e.Coordinator)
		at := e.needed() + "/" + string(hat)
		nele.Send(at, at, fields("contribution", "Welk werk zoekt hij?")).Is(http.StatusSeeOther)
		e.site.As(e.Mayor).Send(e.needed(), e.needed(), nil).Is(http.StatusOK)

		t.Run("one chooses what to print", func(t *testing.T) {
			nele.Get(e.at()+"/papers").Is(http.StatusOK).Says("Leeg weegblad", "LTF-fiche", `value="4"`)
		})
		t.Run("the pack holds codes and roles, the copies, the word to destroy and the watermark", func(t *testing.T) {
			all := "?copies=9&paper=agenda&paper=attendance&paper=secrecy&paper=weighing&paper=decision&paper=action&paper=feedback"
			p := nele.Get(e.at() + "/print" + all).Is(http.StatusOK)
			p.Says(e.code, "9 exemplaren.", "Vernietigen na de vergadering.", "OEFENING", "Wat we hier horen, blijft hier.", "CLB Demer", "Verraadt dit wie sprak?", "Hoort niet op de LIVC R")
			p.Never("Milan", "Verbeke", question, "Lotte Claes", "Karim Haddad", "Mia Dubois")
			if main := p.Body[strings.Index(p.Body, "<main"):]; strings.Contains(main, string(e.meeting)) || strings.Contains(main, string(e.c)) {
				t.Error("an id of a meeting or a case is printed")
			}
		})
		t.Run("a letter says when and where, and that coming is free", func(t *testing.T) {
			nele.Get(e.at()+"/print?paper=letter").Is(http.StatusOK).Says("Mia Dubois", "14.13 uur", "Antwoordstrook", "Niet komen heeft geen gevolg.").
				Says("Nele Baert").
				Never("Lotte Claes", "Milan", "Welk werk", e.code, "LIVC R")
		})
		t.Run("a participant prints nothing", func(t *testing.T) {
			e.site.As(e.CLB).Get(e.at() + "/print?paper=agenda").Is(http.StatusNotFound)
			e.site.As(e.CLB).Get(e.at() + "/papers").Is(http.StatusNotFound)
		})
	})
}
