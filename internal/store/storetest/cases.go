package storetest

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/livc"
)

// Referrals does the deeds before the table in this town.
func (w *Town) Referrals() *discussion.Referrals {
	return &discussion.Referrals{Gate: w.Gate, Book: store.Referrals{}}
}

// Story is what somebody tells about an invented young person.
func Story(first, last, year string) discussion.Told {
	return discussion.Told{First: livc.NewSecret(first), Last: livc.NewSecret(last), BirthYear: livc.NewSecret(year), Town: livc.NewSecret("Demerrode"),
		GoesWell:   livc.NewSecret("De trainer kent hem goed."),
		Facts:      []discussion.Fact{{What: livc.NewSecret("Prees een aanslag in de klas."), When: livc.NewSecret("vorige week"), Source: livc.NewSecret("seen")}},
		Indication: livc.NewSecret("Zegt dat ze het allemaal zullen zien.")}
}

// Referred is a referral that the coordinator heard in a conversation.
func (w *Town) Referred(t discussion.Told) (referral livc.ID) {
	w.T.Helper()
	referral, err := w.Referrals().Listen(w.Context(), w.Coordinator, discussion.Listen{Told: t, Sector: discussion.Education})
	w.Must(err)
	return referral
}

// Proposed is a referral that was weighed and that the officer looked into: the mayor can decide.
func (w *Town) Proposed(t discussion.Told) (referral livc.ID) {
	w.T.Helper()
	referral = w.Referred(t)
	w.Propose(referral)
	return referral
}

// Propose weighs a referral and lets the officer look into it.
func (w *Town) Propose(referral livc.ID) {
	w.T.Helper()
	s := w.Referrals()
	w.Must(s.WeighThreshold(w.Context(), w.Coordinator, discussion.WeighThreshold{Referral: referral, Direction: discussion.ToMayor,
		Weight: discussion.Weight{Grounds: livc.NewSecret("Hij praat goed over een aanslag.")}}))
	w.Must(s.HandToOfficer(w.Context(), w.Coordinator, discussion.HandToOfficer{Referral: referral, Officer: w.Officer.Hat}))
	w.Must(s.AnswerCheck(w.Context(), w.Officer, referral, law.MayGoOnAgenda))
}

// Listed is a case that the mayor put on the list.
func (w *Town) Listed(t discussion.Told) discussion.Case {
	w.T.Helper()
	referral := w.Proposed(t)
	id, err := w.Referrals().DecideList(w.Context(), w.Mayor, discussion.DecideList{Referral: referral, Verdict: discussion.OnList,
		Ground: livc.NewSecret("Aanwijzingen van een proces.")})
	w.Must(err)
	return w.Case(id)
}

// ListedCase is a case on the mayor's list, heard, weighed and checked, all through the gate.
func ListedCase(w *Town) discussion.Case {
	w.T.Helper()
	return w.Listed(Story("Milan", "Verbeke", "2010"))
}

// Case reads the row of a case.
func (w *Town) Case(id livc.ID) (c discussion.Case) {
	w.T.Helper()
	w.look(func(tx *deed.Tx) (err error) { c, err = store.Referrals{}.Case(w.Context(), tx, id); return err })
	return c
}

// Referral reads the row of a referral.
func (w *Town) Referral(id livc.ID) (r discussion.Referral) {
	w.T.Helper()
	w.look(func(tx *deed.Tx) (err error) { r, err = store.Referrals{}.Referral(w.Context(), tx, id); return err })
	return r
}

// look reads rows as the mayor, whatever the permits of the steps.
func (w *Town) look(f func(*deed.Tx) error) {
	w.T.Helper()
	w.Must(w.Gate.Look(w.Context(), w.Mayor, access.ViewToday, access.Whole(w.Livc), f))
}

// Neighbour is a second municipality of the same LIVC R with its own mayor, coordinator and list (X-L-b).
type Neighbour struct {
	Municipality       support.Municipality
	Mayor, Coordinator deed.By
}

// Joint makes the LIVC R one of two municipalities.
func (w *Town) Joint() (n Neighbour) {
	w.T.Helper()
	n.Municipality = support.Municipality{ID: w.ID(), Name: "gemeente Lindewal", Region: livc.Flanders, Organisation: w.ID()}
	w.Must(w.Gate.Do(w.Context(), deed.By{Actor: livc.TheSystem(w.Livc)}, access.FoundLivc, access.Whole(w.Livc), func(tx *deed.Tx) error {
		if err := (store.Support{}).InsertMunicipality(w.Context(), tx, n.Municipality); err != nil {
			return err
		}
		return store.Support{}.InsertOrganisation(w.Context(), tx, support.Organisation{ID: n.Municipality.Organisation, Name: n.Municipality.Name,
			Category: "municipality", Regime: livc.RegimeMunicipal, Municipality: n.Municipality.ID, State: "participant"})
	}))
	n.Mayor = w.Person(w.Founder, n.Municipality.Organisation, livc.Mayor, "Ilse Nys")
	w.Must(w.Support.MintList(w.Context(), n.Mayor))
	n.Coordinator = w.Person(n.Mayor, n.Municipality.Organisation, livc.Coordinator, "Wim Jans")
	w.Must(w.Support.AppointForList(w.Context(), n.Mayor, n.Coordinator.Hat))
	return n
}

// OwnFileOn lets the DPO of a partner switch own files on; manager keeps its list of authorised persons.
func (w *Town) OwnFileOn(partner string, manager deed.By) {
	w.T.Helper()
	id := w.Organisation[partner]
	dpo := w.Person(w.Founder, id, livc.DPO, "Tine Smet")
	w.Must(w.Support.ConfirmPerson(w.Context(), manager, dpo.Hat))
	w.Must(w.Gate.Do(w.Context(), dpo, access.SwitchOwnFile, access.Object{Kind: access.OfOrganisation, ID: id}, func(tx *deed.Tx) error {
		return store.Support{}.SetOwnFile(w.Context(), tx, id, true)
	}))
}
