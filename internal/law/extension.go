package law

import (
	"slices"

	"beraad.eu/livc"
)

// Criterion is one of the three objective reasons for keeping longer (R6.2-o). Dutch: objectief criterium.
type Criterion string

// The three criteria; each only in so far as it concerns the prevention of terrorism or violent
// radicalisation.
const (
	SeriousFacts      Criterion = "serious_facts"      // ernst van de feiten
	EarlierArrest     Criterion = "earlier_arrest"     // eerdere aanhouding
	SeriousSuspicions Criterion = "serious_suspicions" // ernst van de verdenkingen
)

// Criteria lists the three criteria.
func Criteria() []Criterion { return []Criterion{SeriousFacts, EarlierArrest, SeriousSuspicions} }

// Extension is a decision to keep one dossier longer than a year. Dutch: verlenging.
type Extension struct {
	Criteria   []Criterion
	Motivation livc.Secret // the serious indications
	Link       livc.Secret // the link with preventing terrorism or violent radicalisation
	Author     livc.ID     // the hat that keeps the dossier
	Until      livc.Day    // first day on which it must be gone
	Decided    livc.Day
	AtTable    livc.Day // the day on which the table discussed it; "" = not discussed
	Confirmed  livc.Day // the last yearly confirmation; at first the day of the decision
}

// LatestEnd is the first day on which no extension reaches: five years after the last discussion (R6.2-n).
func LatestEnd(lastDiscussed livc.Day) livc.Day { return lastDiscussed.Add(5, 0, 0) }

// ConfirmBy is the day by which the motivation must be confirmed anew; without it the extension lapses.
func (e Extension) ConfirmBy() livc.Day { return e.Confirmed.Add(1, 0, 0) }

func (e Extension) runsUntil() livc.Day {
	if e.Until == "" || e.Confirmed == "" {
		return ""
	}
	return min(e.Until, e.ConfirmBy())
}

// MayExtend refuses to keep a dossier longer without a criterion, a motivation, the link with
// prevention and an author, past five years, or once the year is over (R6.2-n, R6.2-o). Where the
// framework asks it, the table discussed it beforehand (R6.2-p, X-F-n).
func MayExtend(c Clock, e Extension, f Framework) error {
	var faults livc.Faults
	norm := extensionNorm(f)
	faults.Check(len(e.Criteria) > 0 && known(e.Criteria), "criteria", "law.extension.criterion", norm)
	faults.Check(!e.Motivation.Empty(), "motivation", "law.extension.motivation", norm)
	faults.Check(!e.Link.Empty(), "link", "law.extension.link", norm)
	faults.Check(e.Author != "", "author", "law.extension.author", norm)
	faults.Check(c.LastDiscussed != "" && !c.Due(e.Decided), "until", "law.extension.too_late", RetentionYear)
	faults.Check(e.Until > RetentionEnd(c.LastDiscussed), "until", "law.extension.not_longer", norm)
	faults.Check(e.Until <= LatestEnd(c.LastDiscussed), "until", "law.extension.five_years", norm)
	if f.ExtensionAtTable {
		discussed := e.AtTable != "" && e.AtTable <= e.Decided
		faults.Check(discussed, "at_table", "law.extension.discuss_first", FrenchRetention)
	}
	return faults.Err()
}

func extensionNorm(f Framework) livc.NormID {
	if f.Regime == livc.RegimeFrench {
		return FrenchRetention
	}
	return RetentionExtended
}

func known(list []Criterion) bool {
	for _, c := range list {
		if !slices.Contains(Criteria(), c) {
			return false
		}
	}
	return true
}

// AdviseTable tells whether the page advises to discuss the extension at the table first, where the
// framework does not ask it (R6.2-p).
func AdviseTable(e Extension, f Framework) bool { return !f.ExtensionAtTable && e.AtTable == "" }

// MayConfirm refuses a yearly confirmation that comes too late or without a fresh motivation (R6.2-o).
func MayConfirm(e Extension, motivation livc.Secret, on livc.Day) error {
	var faults livc.Faults
	faults.Check(on < e.ConfirmBy(), "confirmed", "law.extension.lapsed", RetentionExtended)
	faults.Check(!motivation.Empty(), "motivation", "law.extension.motivation", RetentionExtended)
	return faults.Err()
}
