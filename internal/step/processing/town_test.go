package processing_test

import (
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func TestMain(m *testing.M) { storetest.Main(m) }

// place is a town in which one case was discussed by the CLB, the CAW and the coordinator.
type place struct {
	*storetest.Town
	*processing.Service
	Case discussion.Case
	Item livc.ID
}

func newPlace(t *testing.T, db *store.DB) *place {
	w := storetest.NewTown(t, db)
	p := &place{Town: w, Service: &processing.Service{Gate: w.Gate, Book: store.Processing{}, Wipe: db.Wipe}, Case: storetest.ListedCase(w)}
	p.Exec(`UPDATE organisation SET own_file = TRUE WHERE livc = $1`, p.Livc)
	p.Item = p.Discussed(p.Case, p.CLB, p.CAW, p.Coordinator)
	return p
}

func note(own string) processing.EntryText {
	return processing.EntryText{OwnWords: livc.NewSecret(own), Why: livc.NewSecret("Om de begeleiding op te volgen.")}
}

// keeps registers here and gives the dossier.
func (p *place) keeps(by deed.By, own string) livc.ID {
	p.T.Helper()
	id, err := p.Register(p.Context(), by, p.Case.ID, processing.Register{Item: p.Item, Manner: processing.KeptHere, Note: note(own), KeepsOn: true})
	p.Must(err)
	return id
}

// passTo moves the civil clock to 10.00 on a day and lets the practice sign it, as a moved clock does.
func (p *place) passTo(day livc.Day) {
	p.T.Helper()
	p.Days(p.Today().Until(day))
	p.Must(p.Town.Gate.SignCheckpoint(p.Context(), p.Livc))
}

func (p *place) run() processing.Report {
	p.T.Helper()
	r, err := p.Service.RunClocks(p.Context(), p.Livc)
	p.Must(err)
	return r
}

func (p *place) reads(by deed.By, id livc.ID) (string, error) {
	o, err := p.OwnDossier(p.Context(), by, id)
	if err != nil || len(o.Entries) == 0 {
		return "", err
	}
	return o.Entries[0].Text.OwnWords.Reveal(), nil
}

func is(t *testing.T, err error, kind livc.Kind) {
	t.Helper()
	if livc.KindOf(err) != kind {
		t.Fatalf("the answer is %v, not %s", err, kind)
	}
}
