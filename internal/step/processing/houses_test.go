package processing_test

import (
	"slices"
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// givenPlanAndAction plants that the CLB manages the case with a copy of the plan, and that the CAW took on an action.
func (p *place) givenPlanAndAction() {
	p.Exec(`INSERT INTO plan_copy (livc, case_id, hat, container, given) VALUES ($1, $2, $3, 'plan', '2026-11-24')`, p.Livc, p.Case.ID, p.CLB.Hat)
	p.Exec(`INSERT INTO action (livc, id, case_id, item, hat, organisation, record, note_container, kind, due, state, at)
		VALUES ($1, 'a1', $2, $3, $4, $5, '', 'note', 'talk', '2027-01-01', 'accepted', 1)`, p.Livc, p.Case.ID, p.Item, p.CAW.Hat, p.CAW.Controller)
}

// proves R4.0-b, R6.2-g: product D1
func TestEachReaderSeesTheOwnHouseAndNobodysDossier(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		p.givenPlanAndAction()
		see := func(by deed.By) processing.Houses {
			t.Helper()
			h, err := p.Houses(p.Context(), by, p.Case.ID)
			p.Must(err)
			return h
		}
		holds := func(name string, h processing.House, want ...processing.Holding) {
			t.Helper()
			if !slices.Equal(h.Holds, want) {
				t.Errorf("%s: %s holds %v, not %v", name, h.Name, h.Holds, want)
			}
		}
		before := see(p.Coordinator)
		dossier := p.keeps(p.CLB, "Hij komt weer.")
		_, err := p.Register(p.Context(), p.CAW, p.Case.ID, processing.Register{Item: p.Item, Manner: processing.KeptOutside})
		p.Must(err)
		t.Run("the municipality sees its own sorts, and what it gave to others", func(t *testing.T) {
			h := see(p.Coordinator)
			holds("the town hall", h.Own, processing.HoldsListing, processing.HoldsSheet)
			if len(h.Others) != 2 {
				t.Fatalf("it sees %d other houses", len(h.Others))
			}
			for _, o := range h.Others {
				want := map[livc.ID]processing.Holding{p.CLB.Controller: processing.HoldsPlan, p.CAW.Controller: processing.HoldsAction}[o.Organisation]
				holds("another house", o, want)
			}
		})
		t.Run("whether another keeps a dossier changes nothing in what the municipality sees", func(t *testing.T) {
			after := see(p.Coordinator)
			if !slices.EqualFunc(before.Others, after.Others, func(a, b processing.House) bool {
				return a.Organisation == b.Organisation && slices.Equal(a.Holds, b.Holds)
			}) {
				t.Errorf("before %v, after %v", before.Others, after.Others)
			}
		})
		t.Run("who was invited sees the own house, and no other", func(t *testing.T) {
			clb, caw := see(p.CLB), see(p.CAW)
			holds("the CLB", clb.Own, processing.HoldsHere, processing.HoldsPlan)
			holds("the CAW", caw.Own, processing.HoldsOutside, processing.HoldsAction)
			if clb.Own.Name != "CLB Demer" || len(clb.Others)+len(caw.Others) != 0 || clb.AtTable {
				t.Errorf("the CLB sees %v", clb)
			}
		})
		t.Run("mayor and coordinator are one house and see each their own dossier only", func(t *testing.T) {
			p.keeps(p.Coordinator, "Nagevraagd.")
			holds("the coordinator", see(p.Coordinator).Own, processing.HoldsListing, processing.HoldsSheet, processing.HoldsHere)
			holds("the mayor", see(p.Mayor).Own, processing.HoldsListing, processing.HoldsSheet)
		})
		t.Run("a referral about the same person that waits stands in the town hall", func(t *testing.T) {
			r := p.Proposed(storetest.Story("Milan", "Verbeke", "2010"))
			p.Exec(`UPDATE referral SET same_as = $2 WHERE livc = $1 AND id = $3`, p.Livc, p.Case.ID, r)
			holds("the mayor", see(p.Mayor).Own, processing.HoldsListing, processing.HoldsReferral, processing.HoldsSheet)
		})
		t.Run("while it is talked about, only the desk is told", func(t *testing.T) {
			p.Exec(`UPDATE item SET state = 'open' WHERE livc = $1 AND id = $2`, p.Livc, p.Item)
			if !see(p.Coordinator).AtTable || see(p.CLB).AtTable {
				t.Error("the table is not where it should be")
			}
			p.Exec(`UPDATE item SET state = 'closed' WHERE livc = $1 AND id = $2`, p.Livc, p.Item)
		})
		t.Run("who has nothing to do with it finds nothing", func(t *testing.T) {
			for name, by := range map[string]deed.By{"a service that was not there": p.OCMW, "the DPO": p.DPO, "the founder": p.Founder, "the police, not invited": p.Officer} {
				if _, err := p.Houses(p.Context(), by, p.Case.ID); livc.KindOf(err) != livc.NotFoundKind {
					t.Errorf("%s is answered %v", name, err)
				}
			}
			_, err := p.Houses(p.Context(), p.Mayor, p.ID())
			is(t, err, livc.NotFoundKind)
		})
		t.Run("beside the own dossier, also when the case was forgotten", func(t *testing.T) {
			o, err := p.OwnDossier(p.Context(), p.CLB, dossier)
			p.Must(err)
			holds("the dossier", o.Houses.Own, processing.HoldsHere, processing.HoldsPlan)
			_, err = p.EraseMistake(p.Context(), p.Mayor, p.Case.ID)
			p.Must(err)
			o, err = p.OwnDossier(p.Context(), p.CLB, dossier)
			p.Must(err)
			holds("the dossier alone", o.Houses.Own, processing.HoldsHere)
			_, err = p.Houses(p.Context(), p.Coordinator, p.Case.ID)
			is(t, err, livc.NotFoundKind)
		})
	})
}
