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

// proves R6.2-a, R6.2-b, R6.2-g, invariant 7
func TestInvariant7_OnlyTheKeeperReadsADossier(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		id := p.keeps(p.CLB, "Hij komt weer naar de les.")
		t.Run("the keeper reads it, in a new session too", func(t *testing.T) {
			p.CLB.Keys.(*storetest.Keys).Forget()
			if got, err := p.reads(p.CLB, id); err != nil || got != "Hij komt weer naar de les." {
				t.Errorf("%q, %v", got, err)
			}
		})
		colleague := p.Person(p.Founder, p.Organisation["CLB"], livc.Participant, "Wim Peeters")
		p.Must(p.Support.ConfirmPerson(p.Context(), p.CLB, colleague.Hat))
		for name, by := range map[string]deed.By{"the mayor": p.Mayor, "the coordinator": p.Coordinator, "another service": p.CAW, "a colleague": colleague} {
			t.Run(name+" does not know that it exists", func(t *testing.T) {
				_, err := p.reads(by, id)
				is(t, err, livc.NotFoundKind)
			})
		}
		t.Run("and nobody else holds its key", func(t *testing.T) {
			if n := p.Count(`SELECT count(*) FROM key_grant g JOIN container c ON c.livc = g.livc AND c.id = g.container WHERE c.kind = 'dossier'`); n != 1 {
				t.Errorf("%d keys", n)
			}
		})
	})
}

// proves R6.2-a, R6.2-b, R6.2-c, R6.2-i
func TestRegister(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		t.Run("nothing is a full answer and leaves nothing", func(t *testing.T) {
			id, err := p.Register(p.Context(), p.CAW, p.Case.ID, processing.Register{Item: p.Item, Manner: processing.KeptNothing})
			p.Must(err)
			if id != "" || p.Count(`SELECT count(*) FROM dossier`) != 0 {
				t.Error("something was kept")
			}
		})
		t.Run("a second answer to the same question is refused", func(t *testing.T) {
			_, err := p.Register(p.Context(), p.CAW, p.Case.ID, processing.Register{Item: p.Item, Manner: processing.KeptOutside})
			is(t, err, livc.ConflictKind)
		})
		t.Run("a note without the reason why it is needed comes back", func(t *testing.T) {
			_, err := p.Register(p.Context(), p.CLB, p.Case.ID, processing.Register{Item: p.Item, Manner: processing.KeptHere})
			is(t, err, livc.InvalidKind)
		})
		t.Run("what another told needs the condition he set", func(t *testing.T) {
			n := note("x")
			n.Heard = livc.NewSecret("De school zag hem vaker.")
			_, err := p.Register(p.Context(), p.CLB, p.Case.ID, processing.Register{Item: p.Item, Manner: processing.KeptHere, Note: n})
			is(t, err, livc.InvalidKind)
		})
		t.Run("somebody who was not there does not know the case", func(t *testing.T) {
			_, err := p.Register(p.Context(), p.OCMW, p.Case.ID, processing.Register{Item: p.Item, Manner: processing.KeptNothing})
			is(t, err, livc.NotFoundKind)
		})
		t.Run("a service whose data protection officer has it switched off keeps nothing here", func(t *testing.T) {
			p.Exec(`UPDATE organisation SET own_file = FALSE WHERE livc = $1 AND id = $2`, p.Livc, p.CLB.Controller)
			_, err := p.Register(p.Context(), p.CLB, p.Case.ID, processing.Register{Item: p.Item, Manner: processing.KeptHere, Note: note("x")})
			is(t, err, livc.DeniedKind)
		})
		t.Run("but may note that it keeps something outside", func(t *testing.T) {
			_, err := p.Register(p.Context(), p.CLB, p.Case.ID, processing.Register{Item: p.Item, Manner: processing.KeptOutside})
			p.Must(err)
		})
		t.Run("after five working days the question is gone", func(t *testing.T) {
			p.Days(8)
			_, err := p.Register(p.Context(), p.Coordinator, p.Case.ID, processing.Register{Item: p.Item, Manner: processing.KeptOutside})
			is(t, err, livc.ConflictKind)
		})
	})
}

// proves X-F-m
func TestAFrenchServiceKeepsOnlyTheNineKindsOfData(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		p.Exec(`UPDATE organisation SET regime = 'fwb' WHERE livc = $1 AND id = $2`, p.Livc, p.CAW.Controller)
		in := processing.Register{Item: p.Item, Manner: processing.KeptHere, Note: note("Hij zoekt werk.")}
		t.Run("without a kind and a source it is refused", func(t *testing.T) {
			_, err := p.Register(p.Context(), p.CAW, p.Case.ID, in)
			is(t, err, livc.InvalidKind)
		})
		in.French.Category, in.Note.Source = law.WorkAndSchool, livc.NewSecret("Hij vertelde het zelf.")
		t.Run("about relations of the person it is refused", func(t *testing.T) {
			other := in
			other.French.AboutOthers = true
			_, err := p.Register(p.Context(), p.CAW, p.Case.ID, other)
			is(t, err, livc.InvalidKind)
		})
		t.Run("with both it is kept", func(t *testing.T) {
			_, err := p.Register(p.Context(), p.CAW, p.Case.ID, in)
			p.Must(err)
		})
	})
}

// proves R6.2-g
func TestADeputyOfTheSameServiceMayHoldTheKey(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		deputy := p.Person(p.Founder, p.Organisation["CLB"], livc.Participant, "Wim Peeters")
		p.Must(p.Support.ConfirmPerson(p.Context(), p.CLB, deputy.Hat))
		in := processing.Register{Item: p.Item, Manner: processing.KeptHere, Note: note("Gesprek gehad."), Deputy: p.CAW.Hat}
		t.Run("somebody of another service may not", func(t *testing.T) {
			_, err := p.Register(p.Context(), p.CLB, p.Case.ID, in)
			is(t, err, livc.InvalidKind)
		})
		in.Deputy = deputy.Hat
		id, err := p.Register(p.Context(), p.CLB, p.Case.ID, in)
		p.Must(err)
		t.Run("the deputy reads it", func(t *testing.T) {
			if got, err := p.reads(deputy, id); err != nil || got != "Gesprek gehad." {
				t.Errorf("%q, %v", got, err)
			}
		})
	})
}

// proves R6.2-q, R6.2-t
func TestTheDataProtectionOfficerSeesWhatIsKeptWithoutACase(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		p.keeps(p.Coordinator, "Afspraak met de jeugddienst.")
		p.keeps(p.CLB, "Hij komt weer naar de les.")
		f, err := p.OwnFile(p.Context(), p.DPO)
		p.Must(err)
		if len(f.Kept) != 1 || f.Kept[0].Organisation != p.DPO.Controller {
			t.Errorf("%+v", f.Kept)
		}
		_, err = p.OwnFile(p.Context(), p.Coordinator)
		is(t, err, livc.NotFoundKind)
	})
}

// proves R6.2-v
func TestTheLastHolderOfADossierCannotBeRemoved(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		p := newPlace(t, db)
		wim := p.second("Wim Peeters", p.CLB)
		p.Item = p.Discussed(p.Case, wim)
		id := p.keeps(wim, "Hij komt weer naar de les.")
		is(t, p.Support.RemovePerson(p.Context(), p.CLB, wim.Hat), livc.DeniedKind)
		_, err := p.EraseNow(p.Context(), wim, id)
		p.Must(err)
		p.Must(p.Support.RemovePerson(p.Context(), p.CLB, wim.Hat))
	})
}
