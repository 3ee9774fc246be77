package storetest

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
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
	s, referral := w.Referrals(), w.Referred(t)
	w.Must(s.WeighThreshold(w.Context(), w.Coordinator, discussion.WeighThreshold{Referral: referral, Direction: discussion.ToMayor,
		Weight: discussion.Weight{Grounds: livc.NewSecret("Hij praat goed over een aanslag.")}}))
	w.Must(s.HandToOfficer(w.Context(), w.Coordinator, discussion.HandToOfficer{Referral: referral, Officer: w.Officer.Hat}))
	w.Must(s.AnswerCheck(w.Context(), w.Officer, referral, law.MayGoOnAgenda))
	return referral
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
