package ui

import (
	"fmt"
	"strings"
	"testing"
)

// The list says every word of the drawing, and the drawing holds no text of its own: who hears the page
// learns as much as who sees it (product D1).
func TestTheLivingHousesSayInWordsWhatTheyDraw(t *testing.T) {
	h := Homes{Title: "Waar de gegevens zijn", Table: "De tafel is leeg.", Shut: 4, Behind: Home{Name: "De andere huizen", Note: "Hier beslissen ze zelf."},
		Houses: []Home{{Name: "CLB Demer", Own: true, Open: true, Holds: []Stack{{"here", "eigen dossier"}, {"plan", "eigen kopie"}}}}}
	got := write(t, t.Context(), LivingHouses(h))
	drawing := got[strings.Index(got, "<svg"):strings.Index(got, "</svg>")]
	wants(t, got, "CLB Demer", "eigen dossier", "eigen kopie", "De andere huizen", "Hier beslissen ze zelf.", "De tafel is leeg.")
	if strings.Contains(drawing, "<text") || !strings.Contains(drawing, `aria-hidden="true"`) {
		t.Error("the drawing says something that the list does not")
	}
	if n := strings.Count(drawing, "house-wall"); n != 5 {
		t.Errorf("%d houses", n)
	}
	if n := strings.Count(drawing, "home-open"); n != 1 {
		t.Errorf("%d houses stand open", n)
	}
	if strings.Contains(got, "<script") || strings.Contains(got, "style=") {
		t.Error("the picture needs more than a page may hold")
	}
}

// However many organisations there are, every house and its papers stand inside the drawing.
func TestEveryHouseStandsInTheDrawing(t *testing.T) {
	for others := range 9 {
		h := Homes{Houses: []Home{{Own: true, Holds: make([]Stack, 6)}}, Shut: others}
		if len(h.placed()) != others+1 {
			t.Fatalf("%d houses of %d", len(h.placed()), others+1)
		}
		for _, p := range h.placed() {
			var x, y, scale float64
			if _, err := fmt.Sscanf(p.At, "translate(%f %f) scale(%f)", &x, &y, &scale); err != nil {
				t.Fatal(err)
			}
			if x-34*scale < 0 || x+34*scale > 400 || y-32*scale < 0 || y+34*scale > 326 {
				t.Errorf("with %d others a house stands at %s", others, p.At)
			}
			for _, s := range p.Signs {
				if _, err := fmt.Sscanf(s, "translate(%f %f)", &x, &y); err != nil || x < 0 || x > 378 || y > 300 {
					t.Errorf("with %d others papers lie at %s", others, s)
				}
			}
		}
	}
}
