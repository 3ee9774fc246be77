package law

import "beraad.eu/livc"

// InformingSentence is the key of the one sentence the person may hear: that a talk took place
// (R4.2-f). There is no other text and no field for one.
const InformingSentence = "law.informing.sentence"

// Informing is the decision whether the person hears of the discussion. Dutch: de persoon informeren.
type Informing struct {
	Everyone Circle // whether each participant knows and agrees
	Sentence string // what would be said
	Hold     bool   // the information officer asked to wait
	Safe     bool   // the officer sees no danger for an inquiry
}

// InformingQuestion is what the table asks itself first: what serves prevention best, trust between
// helper and person included (R4.2-d, R4.2-g, R4.3-i). Not asked yet is shown as such, never as a no.
const InformingQuestion = "law.informing.question"

// MayInform refuses to tell the person anything unless all three conditions hold: everyone knows and
// agrees, nothing but the fact, no danger for an inquiry (R4.2-c, R4.2-e, R4.2-f, R2.5.3-k). Nothing is
// ever told by itself.
func MayInform(i Informing) error {
	switch {
	case i.Hold || !i.Safe:
		return livc.Denied("law.informing.wait", HoldRespected)
	case i.Sentence != InformingSentence:
		return livc.Denied("law.informing.only_the_fact", InformingThePerson)
	case i.Everyone.Result() != Agreed:
		return livc.Denied("law.informing.no_consensus", InformingThePerson)
	}
	return nil
}
