package law

import "beraad.eu/livc"

// CardShown is all that is kept of an information card: which meeting, by which officer, whole or part.
// There is no field for a text, an image or a person, and there may not be one (X-T-d, R4.1.3-d). The
// link with a case is sealed to chair and officer only. Dutch: informatiekaart getoond.
type CardShown struct {
	Meeting livc.ID
	Officer livc.ID
	On      livc.Day
	Whole   bool
}

// Card is what the officer has weighed before a card is shown. The page shows it as a reminder
// (X-T-j).
type Card struct {
	By                livc.Function
	OnList            bool // the person stands on the mayor's list
	Contributes       bool // what the card adds was weighed
	UseWeighed        bool // so was what the others will do with it
	Vulnerability     bool // and how vulnerable the person is
	Minor             bool
	MinorityWeighed   bool
	Proportionate     bool
	ProsecutorOpposes bool
}

// MayShowCard refuses a card that is not shown by the police seat, about somebody who is not on the
// list (X-L-g, R4.1.3-d), against the prosecutor, or without the weighing that the law asks, minority
// included (X-T-j).
func MayShowCard(c Card) error {
	switch {
	case c.By != livc.Officer:
		return livc.Denied("law.card.officer_only", CardsOfListedOnly)
	case !c.OnList:
		return livc.Denied("law.card.not_on_list", CardsOfListedOnly)
	case c.ProsecutorOpposes:
		return livc.Denied("law.card.opposed", CardWeighed)
	}
	var f livc.Faults
	f.Check(c.Contributes, "contributes", "law.card.weigh", CardWeighed)
	f.Check(c.UseWeighed, "use", "law.card.weigh", CardWeighed)
	f.Check(c.Vulnerability, "vulnerability", "law.card.weigh", CardWeighed)
	f.Check(!c.Minor || c.MinorityWeighed, "minority", "law.card.weigh_minor", CardWeighed)
	f.Check(c.Proportionate, "proportionate", "law.card.weigh", CardWeighed)
	return f.Err()
}
