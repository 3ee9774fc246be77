package law

import (
	"slices"

	"beraad.eu/livc"
)

// ActionKind is what an agreed action does. Dutch: soort afspraak.
type ActionKind string

// The kinds of action. The last four cannot be made: help is no sanction and no check.
const (
	TalkWithPerson ActionKind = "talk"        // met de persoon spreken
	FamilySupport  ActionKind = "family"      // het gezin steunen
	CareAction     ActionKind = "care"        // hulp opstarten
	SchoolOrWork   ActionKind = "school_work" // school, werk, opleiding
	LeisureAction  ActionKind = "leisure"     // vrije tijd, groep
	PracticalHelp  ActionKind = "practical"   // dak, geld, papieren: een recht opnemen
	AskInformation ActionKind = "ask"         // een vraag uitzoeken
	OtherHelp      ActionKind = "other"       // andere hulp
	Sanction       ActionKind = "sanction"    // refused
	BenefitCheck   ActionKind = "benefit"     // refused
	HousingCheck   ActionKind = "housing"     // refused
	ResidenceCheck ActionKind = "residence"   // refused
)

// ActionKinds lists the kinds that can be chosen (R2.4-b, R2.3.5-g).
func ActionKinds() []ActionKind {
	return []ActionKind{TalkWithPerson, FamilySupport, CareAction, SchoolOrWork, LeisureAction, PracticalHelp, AskInformation, OtherHelp}
}

// RefusedKinds lists what no action may be, so that the page can say so.
func RefusedKinds() []ActionKind {
	return []ActionKind{Sanction, BenefitCheck, HousingCheck, ResidenceCheck}
}

// Proportion is the answers to the three questions before an action, and to the source check. Answers
// are texts in general words; "not known yet" is a full answer. Dutch: evenredigheid en brontoets.
type Proportion struct {
	EnoughKnown   livc.Secret // enough information, or more needed?
	Proportionate livc.Secret // in proportion to what we really know?
	Repercussions livc.Secret // what may go wrong for the person or the family?
	SourceCheck   livc.Secret // could it betray who spoke?
	Betrays       bool        // the source check found that it could
}

// Action is an agreed action, as the rules see it. Dutch: afspraak.
type Action struct {
	Kind           ActionKind
	DecidedAtTable bool
	HolderInside   bool // the holder (trekker) was inside the item
	HolderAccepts  Answer
	Proportion     Proportion
	UsesFacts      []Fact // facts of others on which it rests
	ThirdParty     bool   // somebody outside carries it out; the holder stays answerable
	ThirdPartyText string // the task, checked for source and for the name of the conference
	TextChecked    bool
}

// MayProposeAction refuses an action that does not come from a decision of the table (R2.5.3-d), that
// punishes or checks benefits, housing or residence (X-W-a), that skips one of the questions (R2.5.3-m), that
// could betray who spoke (R2.5.3-d), or rests on a fact whose contributor did not allow it (R2.5.3-i).
func MayProposeAction(a Action) error {
	if !slices.Contains(ActionKinds(), a.Kind) {
		return livc.Denied("law.action.refused_kind", NoSideUse).At("kind")
	}
	if !a.DecidedAtTable {
		return livc.Denied("law.action.decide_first", NobodyActsAlone)
	}
	for _, fact := range a.UsesFacts {
		if !fact.Allows(UseAction) {
			return livc.Denied("law.use.not_allowed", ContributorsSay)
		}
	}
	return proportionFaults(a)
}

func proportionFaults(a Action) error {
	var f livc.Faults
	p := a.Proportion
	f.Check(!p.EnoughKnown.Empty(), "enough", "law.action.enough", Proportionality)
	f.Check(!p.Proportionate.Empty(), "proportionate", "law.action.proportionate", Proportionality)
	f.Check(!p.Repercussions.Empty(), "repercussions", "law.action.repercussions", Proportionality)
	f.Check(!p.SourceCheck.Empty(), "source", "law.action.source", NobodyActsAlone)
	f.Check(!p.Betrays, "source", "law.action.betrays", NobodyActsAlone)
	if a.ThirdParty {
		f.Check(a.ThirdPartyText != "" && a.TextChecked, "task", "law.action.task_text", NobodyActsAlone)
	}
	return f.Err()
}

// Binds refuses to call it an agreed action before its holder, who was inside, has said yes; until then
// it is a question. No reason is asked for a no (R1.2-b, R5.2-b, R5.2-c).
func Binds(a Action) error {
	if a.HolderInside && a.HolderAccepts == Yes {
		return nil
	}
	return livc.Denied("law.action.needs_yes", OwnMission)
}

// ReviewMonths are the months after the start at which a path is looked at again; the LIVC R may choose
// others (R2.3.5-j).
func ReviewMonths() []int { return []int{1, 6} }

// Reviews are the days on which a path that began on a day is looked at again (R2.3.5-j, R5.2-d).
func Reviews(start livc.Day, months []int) []livc.Day {
	var days []livc.Day
	for _, m := range months {
		days = append(days, start.Add(0, m, 0))
	}
	return days
}
