package practice_test

import (
	"errors"
	"net/url"
	"strings"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/plain"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/practice"
	"beraad.eu/livc"
)

// proves settled 26
func TestNoRealInstallationPlaysForAVisitor(t *testing.T) {
	for _, r := range (practice.Pages{Gate: deed.New(deed.Parts{Practice: false})}).Routes() {
		if strings.Contains(r.Pattern, "/practice/") {
			t.Errorf("a real installation serves %s", r.Pattern)
		}
	}
}

func TestTheWalkKeepsItsPlace(t *testing.T) {
	_, p := visit(t)
	p.Get("/practice/walk").Is(200).Says("Begin bij het begin", "Een zorg zonder naam", "Een jaar later", "En nu jullie")
	p.Get("/practice/walk/card").Is(200).Says("Waarom dit telt:", "Ga als Karim, burgemeester", "Vorige stap", "Volgende stap")
	p.Get("/practice/walk").Says("Ga verder: stap 2 van 10")
	p.Get("/practice/walk/nowhere").Is(404)
}

func TestAWorryThatPointsToOnePersonComesBackMarked(t *testing.T) {
	h, p := visit(t)
	p.Get("/practice/walk/worry").Is(200).Says("Schrijf als Lotte", "de enige keeper van de ploeg")
	p.Send("/practice/walk/worry", "/practice/walk/worry", url.Values{"saw": {"Hij is de enige keeper van de ploeg."}}).Is(422).
		Says("Dit wijst naar één persoon", "<mark>de enige keeper", "maakt herkenbaar", "Een jongere.")
	if to := p.Send("/practice/walk/worry", "/practice/walk/worry", url.Values{"saw": {"Een jongere."}}).Is(303).To; to != "/practice/walk/worry?sent=yes" {
		t.Errorf("it leads to %s", to)
	}
	if h.thought != "Een jongere." {
		t.Errorf("%q was asked", h.thought)
	}
	p.Get("/practice/walk/worry?sent=yes").Says("De vraag is vertrokken")
}

func TestAPressPlaysOneActAndShowsIt(t *testing.T) {
	h, p := visit(t)
	p.Get("/practice/walk/table").Is(200).Says("Laat iedereen binnenkomen").Never("Telefoon van Ruben, alleen")
	if to := p.Send("/practice/walk/table", "/practice/play/gather", nil).Is(303).To; to != "/practice/walk/table#seen" {
		t.Errorf("it leads to %s", to)
	}
	if len(h.played) != 1 || h.played[0] != practice.Gather {
		t.Errorf("%v", h.played)
	}
	p.Send("/practice/walk/table", "/practice/play/dance", nil).Is(404)
	p.Send("/practice/walk/table", "/practice/walk/table/name", nil).Is(200).Says("Milan")
}

func TestTheReportAndTheYearSayWhatHappened(t *testing.T) {
	h, p := visit(t)
	text := "Milan komt."
	h.scene = practice.Scene{Played: []practice.Act{practice.Gather, practice.Draft}, Draft: livc.NewSecret(text), Marks: []plain.Mark{{To: 5, Kind: plain.Name}}}
	p.Get("/practice/walk/report").Is(200).Says("Eén plaats wijst naar iemand", "<mark>Milan", "Leg algemene woorden voor")
	h.scene = practice.Scene{Played: practice.Acts(), Ended: &practice.Ended{Code: "wilg-42", From: "2026-12-03", To: "2027-12-04",
		Gone: []practice.Trace{{Stem: "name", Gone: true}, {Stem: "dossier"}}, Proofs: []processing.Proof{{ID: "abcd1234efgh", Kind: "case", Day: "2027-12-04"}}}}
	p.Get("/practice/walk/year").Is(200).Says("wilg-42, van 3 december 2026", "gewist", "staat er nog", "abcd-1234")
	p.Get("/practice/walk/table").Says("Wat hier gedeeld werd, is gewist.")
}

func TestATownThatWentAnotherWaySaysSo(t *testing.T) {
	h, p := visit(t)
	p.Get("/practice/walk/table").Is(200)
	h.astray = livc.Conflict("conflict.meeting_not_open")
	p.Send("/practice/walk/table", "/practice/play/gather", nil).Is(409).Says("Deze zaal ging een andere weg", "Speel de zaal opnieuw")
	p.Get("/practice/walk/table").Is(409)
	h.astray = errors.New("the disk is full")
	p.Get("/practice/walk/table").Is(503) // a fault of ours is never told as another way
}

func TestTheLastStopsLeadOn(t *testing.T) {
	_, p := visit(t)
	p.Get("/practice/walk/houses").Is(200).Says("Waar elk gegeven woonde", "Nergens: niet iedereen was akkoord")
	p.Get("/practice/walk/own").Is(200).Says("Druk het rollenspel af", "./beraad init", "Lees het protocol")
	p.Get("/practice/role-play").Is(200).Says("een tafel van 45 minuten", "Information officer", "Nabespreken")
}
