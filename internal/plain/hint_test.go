package plain

import (
	"slices"
	"testing"

	"beraad.eu/livc"
)

// product.md 7.3, D6.
func TestTheWordGuideOffersAnotherWord(t *testing.T) {
	for _, c := range []struct{ lang, text, word, found string }{
		{"nl", "Deze target komt opnieuw.", "target", "target"},
		{"nl", "Het geval is ernstig.", "target", "geval"},
		{"nl", "Dat is een red flag voor ons.", "alarm", "red flag"},
		{"nl", "De risicofactoren zijn gekend.", "risk", "risicofactoren"},
		{"nl", "Hij is geradicaliseerd.", "label", "geradicaliseerd"},
		{"nl", "We willen hem deradicaliseren.", "deradicalise", "deradicaliseren"},
		{"nl", "De casus is clean.", "verdict", "clean"},
		{"nl", "Het was vals alarm.", "false_alarm", "vals alarm"},
		{"nl", "Hij is agressief in de klas.", "judgement", "agressief"},
		{"nl", "Hij is erg gesloten.", "closed", "gesloten"},
		{"nl", "Hij komt uit een moeilijk milieu.", "milieu", "milieu"},
		{"nl", "Hij draagt een baard.", "looks", "baard"},
		{"nl", "De ouders weigeren een gesprek.", "refuse", "weigeren"},
		{"nl", "We kiezen een maatregel.", "measure", "maatregel"},
		{"nl", "Hij staat in de databank.", "databank", "in de databank"},
		{"nl", "We kunnen dit archiveren.", "keep", "archiveren"},
		{"nl", "Hij is een jihadi.", "slang", "jihadi"},
		{"fr", "Il est radicalisé.", "label", "radicalisé"},
		{"fr", "Elle est agressive en classe.", "judgement", "agressive"},
		{"en", "He is aggressive at school.", "judgement", "aggressive"},
		{"de", "Er ist aggressiv.", "judgement", "aggressiv"},
		{"", "De verdachte kwam.", "target", "verdachte"},
	} {
		t.Run(c.word+": "+c.text, func(t *testing.T) {
			hints := Words(livc.NewSecret(c.text), c.lang)
			if len(hints) != 1 || hints[0].Word != c.word || string([]rune(c.text)[hints[0].From:hints[0].To]) != c.found {
				t.Fatalf("%v", hints)
			}
			if hints[0].Use != "word."+c.word+".use" || hints[0].Why != "word."+c.word+".why" {
				t.Errorf("%v", hints[0])
			}
		})
	}
}

func TestAWordInItsPlaceIsLeftAlone(t *testing.T) {
	for _, s := range []string{"In dit geval wachten we.", "In geval van nood bel je 112.", "De deur is gesloten.", "De burgemeester nam een maatregel.",
		"Hij zorgt voor het leefmilieu.", "De baardmannetjes vliegen.", "Iedereen mag nee zeggen.", "Dit past op lokaal niveau.", "Een red.\nFlag is een woord."} {
		if h := Words(livc.NewSecret(s), "nl"); len(h) != 0 {
			t.Errorf("%q: %v", s, h)
		}
	}
	if h := Words(livc.NewSecret("target"), "pl"); len(h) != 0 {
		t.Errorf("a language without a guide: %v", h)
	}
}

func TestTheWordGuideIsOneInEveryLanguage(t *testing.T) {
	ids := GuideWords()
	slices.Sort(ids)
	if len(slices.Compact(ids)) != len(guide) {
		t.Error("an entry stands twice")
	}
	for _, e := range guide {
		for _, lang := range []string{"nl", "fr", "en", "de"} {
			if len(e.forms[lang]) == 0 && e.id != "closed" {
				t.Errorf("%s has no words in %s", e.id, lang)
			}
		}
	}
}

// R7: the guide is measured on the same clean sentences as the marks.
func TestTheGuideIsQuietOnOrdinarySentences(t *testing.T) {
	clean, hints := lines(t, "testdata/clean.txt"), 0
	for _, s := range clean {
		for _, h := range Words(livc.NewSecret(s), "nl") {
			hints++
			t.Logf("%q: %s", s, h.Word)
		}
	}
	t.Logf("%d hints in %d sentences", hints, len(clean))
	if hints > 2 {
		t.Errorf("%d hints in %d sentences", hints, len(clean))
	}
}

// architecture 17, 19 and 22: outside words are neutral.
func TestATextForOutsideDoesNotBetrayTheConference(t *testing.T) {
	for _, s := range []string{"LIVC R", "livc-r", "L.I.V.C. R", "l i v c r", "ＬＩＶＣ", "het LIVC-overleg", "de livcr", "CSIL-R", "OCAD", "kaart van het OCAM",
		"OCAD-kaart", "verslag LTF", "Lokale Integrale Veiligheidscel", "radicalisering", "gedeRadicaliseerd", "tegen terrorisme", "gemeenschappelijke gegevensbank",
		"banque de données commune", "Sûreté de l'État", "informatiekaart", "agenda/livc.ics", "overleg/ocad"} {
		if !LIVC(s) {
			t.Errorf("%q passes", s)
		}
	}
	for _, s := range []string{"", "Overleg op dinsdag om 14 uur", "Een avocado en een advocaat", "De school belt je op", "Rendez-vous mardi", "Lokaal overleg, zaal 3"} {
		if LIVC(s) {
			t.Errorf("%q is held back", s)
		}
	}
}
