package processing_test

import (
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R6.2-x: security L7
func TestL7_TheKeeperSeesWhoLookedAtTheOwnDossier(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		own, other := p.keeps(p.CLB, "Hij komt weer."), p.keeps(p.CAW, "Zij belde.")
		looked := func() []processing.Look {
			l, err := p.WhoLooked(p.Context(), p.CLB, own, 0)
			p.Must(err)
			if l.Code == nil || l.Code.Code.Reveal() != p.Case.Code {
				t.Fatal("the report does not say of which dossier")
			}
			return l.Lines
		}
		_, err := p.reads(p.CLB, own)
		p.Must(err)
		_, err = p.reads(p.CAW, own)
		is(t, err, livc.NotFoundKind)
		_, err = p.reads(p.CAW, other)
		p.Must(err)
		p.Must(p.AddNote(p.Context(), p.CLB, own, note("Weer gezien.")))
		lines := looked()
		t.Run("each look and change, the newest first, and nothing of another dossier", func(t *testing.T) {
			var got []access.Action
			for _, l := range lines {
				got = append(got, access.Action(l.Entry.Action))
			}
			if len(got) != 3 || got[0] != access.KeepNote || got[1] != access.ViewDossier || got[2] != access.ViewDossier {
				t.Fatalf("it says %v", got)
			}
		})
		t.Run("by function and organisation, with what was refused", func(t *testing.T) {
			if l := lines[1]; l.Own || !l.Refused() || l.Service != "CAW Demer" || l.Entry.Function != livc.Participant {
				t.Errorf("who tried is %q, refused %v", l.Service, l.Refused())
			}
			if l := lines[2]; !l.Own || l.Refused() || len(l.Entry.Norms) == 0 {
				t.Errorf("the own look is %+v", l.Entry)
			}
		})
		t.Run("looking at the report is a line of the next one", func(t *testing.T) {
			if l := looked()[0]; access.Action(l.Entry.Action) != access.ViewLooks {
				t.Errorf("the newest is %s", l.Entry.Action)
			}
		})
		t.Run("nobody else sees it", func(t *testing.T) {
			for name, by := range map[string]deed.By{"another service": p.CAW, "the mayor": p.Mayor, "the coordinator": p.Coordinator, "the DPO": p.DPO} {
				if _, err := p.WhoLooked(p.Context(), by, own, 0); livc.KindOf(err) != livc.NotFoundKind {
					t.Errorf("%s is answered %v", name, err)
				}
			}
		})
		t.Run("a page holds fifty lines and the next one the rest, once each", func(t *testing.T) {
			for range 60 {
				_, err := p.reads(p.CLB, own)
				p.Must(err)
			}
			seen, pages := map[int64]bool{}, 0
			for before := int64(0); ; pages++ {
				l, err := p.WhoLooked(p.Context(), p.CLB, own, before)
				p.Must(err)
				for _, line := range l.Lines {
					if seen[line.Index] {
						t.Fatalf("line %d stands there twice", line.Index)
					}
					seen[line.Index] = true
				}
				if before = l.Older; before == 0 {
					break
				}
			}
			if pages != 1 || len(seen) < 65 {
				t.Errorf("%d lines on %d pages more", len(seen), pages)
			}
		})
		p.Verify()
	})
}
