package processing_test

import (
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func longer(until livc.Day) processing.WriteExtension {
	return processing.WriteExtension{Criteria: []law.Criterion{law.SeriousFacts}, Motivation: livc.NewSecret("Ernstige aanwijzingen."),
		Link: livc.NewSecret("Geweld uit een ideologie."), Until: until}
}

// second adds a second person to a service, who keeps no dossier.
func (p *place) second(name string, manager deed.By) deed.By {
	p.T.Helper()
	by := p.Person(p.Founder, manager.Controller, livc.Participant, name)
	p.Must(p.Support.ConfirmPerson(p.Context(), manager, by.Hat))
	return by
}

// proves R6.2-n, R6.2-o, invariant 14: security R3
func TestR3_AnExtensionNeedsAReasonAMotivationAndTwoPeople(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		lotte := p.CLB
		wim := p.second("Wim Peeters", lotte)
		p.Item = p.Discussed(p.Case, wim)
		id := p.keeps(wim, "Hij komt weer naar de les.")
		until := p.Today().Add(3, 0, 0)
		for name, change := range map[string]func(*processing.WriteExtension){
			"without an objective reason":           func(w *processing.WriteExtension) { w.Criteria = nil },
			"without a motivation":                  func(w *processing.WriteExtension) { w.Motivation = livc.Secret{} },
			"without the link with prevention":      func(w *processing.WriteExtension) { w.Link = livc.Secret{} },
			"past five years":                       func(w *processing.WriteExtension) { w.Until = p.Today().Add(5, 0, 1) },
			"within the ordinary year":              func(w *processing.WriteExtension) { w.Until = p.Today().Add(0, 11, 0) },
			"on a day the table did not discuss it": func(w *processing.WriteExtension) { w.Discussed = p.Today().Add(0, 0, -3) },
		} {
			t.Run(name+" it is refused", func(t *testing.T) {
				in := longer(until)
				change(&in)
				_, err := p.WriteExtension(p.Context(), wim, id, in)
				is(t, err, livc.InvalidKind)
			})
		}
		t.Run("nobody but the keeper writes it", func(t *testing.T) {
			_, err := p.WriteExtension(p.Context(), p.Mayor, id, longer(until))
			is(t, err, livc.NotFoundKind)
		})
		in := longer(until)
		in.Discussed = p.Today()
		ext, err := p.WriteExtension(p.Context(), wim, id, in)
		p.Must(err)
		t.Run("written only, it moves nothing", func(t *testing.T) {
			if p.term() != law.RetentionEnd(p.Today()) {
				t.Error("it moved the day")
			}
		})
		t.Run("who wrote it cannot sign it", func(t *testing.T) {
			is(t, p.SignExtension(p.Context(), wim, id, ext), livc.DeniedKind)
		})
		t.Run("the list manager of another controller does not know it", func(t *testing.T) {
			is(t, p.SignExtension(p.Context(), p.CAW, id, ext), livc.NotFoundKind)
		})
		t.Run("the own list manager signs it without being able to open it", func(t *testing.T) {
			p.Must(p.SignExtension(p.Context(), lotte, id, ext))
			_, err := p.reads(lotte, id)
			is(t, err, livc.NotFoundKind)
		})
		t.Run("which reason it was stands sealed", func(t *testing.T) {
			o, err := p.OwnDossier(p.Context(), wim, id)
			p.Must(err)
			if o.Texts[ext].Criteria[0].Reveal() != string(law.SeriousFacts) {
				t.Error("the keeper does not read the reason")
			}
		})
		t.Run("after a year the dossier is still there, the case is not", func(t *testing.T) {
			p.passTo(law.RetentionEnd(p.Today()).Add(0, 0, -1))
			if _, err := p.reads(wim, id); err != nil {
				t.Error(err)
			}
		})
		t.Run("not confirmed within the year, it lapses and the dossier goes", func(t *testing.T) {
			p.passTo(p.Today().Add(0, 0, 2))
			_, err := p.reads(wim, id)
			is(t, err, livc.NotFoundKind)
			if r := p.run(); r.Dossiers != 1 {
				t.Errorf("%+v", r)
			}
		})
	})
}

// proves R6.2-n: security R3
func TestR3_AConfirmedExtensionRunsOnUpToFiveYears(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		wim := p.second("Wim Peeters", p.CLB)
		p.Item = p.Discussed(p.Case, wim)
		id := p.keeps(wim, "Hij komt weer naar de les.")
		discussed := p.Today()
		extend := func() {
			t.Helper()
			ext, err := p.WriteExtension(p.Context(), wim, id, longer(discussed.Add(5, 0, 0)))
			p.Must(err)
			p.Must(p.SignExtension(p.Context(), p.CLB, id, ext))
		}
		extend()
		for year := 1; year < 5; year++ {
			p.passTo(discussed.Add(year, 0, -year))
			p.run()
			if _, err := p.reads(wim, id); err != nil {
				t.Fatalf("in year %d: %v", year, err)
			}
			extend()
		}
		p.passTo(discussed.Add(5, 0, -6))
		p.run()
		if _, err := p.reads(wim, id); err == nil {
			t.Log("the last confirmation runs to", p.term())
		}
		t.Run("five years after the last discussion nothing keeps it", func(t *testing.T) {
			p.passTo(discussed.Add(5, 0, 0))
			_, err := p.reads(wim, id)
			is(t, err, livc.NotFoundKind)
			p.run()
			if p.Count(`SELECT count(*) FROM dossier`) != 0 {
				t.Error("it is still there")
			}
		})
	})
}

// proves R6.2-p, X-F-n
func TestAFrenchExtensionIsDiscussedFirst(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		p.Exec(`UPDATE organisation SET regime = 'fwb' WHERE livc = $1 AND id = $2`, p.Livc, p.CAW.Controller)
		n := note("Hij zoekt werk.")
		n.Source = livc.NewSecret("Zelf gehoord.")
		id, err := p.Register(p.Context(), p.CAW, p.Case.ID, processing.Register{Item: p.Item, Manner: processing.KeptHere, Note: n,
			French: law.FrenchNote{Category: law.WorkAndSchool}})
		p.Must(err)
		in := longer(p.Today().Add(2, 0, 0))
		_, err = p.WriteExtension(p.Context(), p.CAW, id, in)
		is(t, err, livc.InvalidKind)
		in.Discussed = p.Today()
		_, err = p.WriteExtension(p.Context(), p.CAW, id, in)
		p.Must(err)
	})
}
