package invitation

import (
	"slices"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ItemKind is what an agenda item is. Dutch: soort agendapunt.
type ItemKind string

// The kinds of item.
const (
	OpeningItem   ItemKind = "opening"      // welkom en geheimhouding
	ActionsItem   ItemKind = "actions"      // afspraken van vorige keer, openstaande vragen
	FollowUpItem  ItemKind = "follow_up"    // opvolging
	ExtensionItem ItemKind = "extension"    // verlenging van een bewaartermijn
	NewCaseItem   ItemKind = "new_case"     // nieuwe casus
	ClosingItem   ItemKind = "closing_case" // af te sluiten casus
	PracticeItem  ItemKind = "practice"     // oefenen zonder casus
	GeneralItem   ItemKind = "general"      // een vast onderwerp van het strategisch overleg
	FeedbackItem  ItemKind = "feedback"     // van en naar de LTF
	RoundUpItem   ItemKind = "round_up"     // afronding
)

// ItemKinds lists the kinds of item.
func ItemKinds() []ItemKind {
	return []ItemKind{OpeningItem, ActionsItem, FollowUpItem, ExtensionItem, NewCaseItem, ClosingItem, PracticeItem, GeneralItem, FeedbackItem, RoundUpItem}
}

// parts say in which part of the agenda a kind of item stands.
var parts = map[ItemKind]law.AgendaPart{
	OpeningItem: law.OpeningPart, ActionsItem: law.EarlierPart, FollowUpItem: law.RunningPart, ExtensionItem: law.RunningPart,
	NewCaseItem: law.NewPart, PracticeItem: law.NewPart, GeneralItem: law.NewPart, ClosingItem: law.ClosingPart,
	FeedbackItem: law.FeedbackPart, RoundUpItem: law.RoundUpPart,
}

// usual are the minutes an item gets at first: the coordinator changes them.
var usual = map[ItemKind]int{
	OpeningItem: 3, ActionsItem: 10, FollowUpItem: 10, ExtensionItem: 10, NewCaseItem: 20, ClosingItem: 10,
	PracticeItem: 40, GeneralItem: 15, FeedbackItem: 7, RoundUpItem: 4,
}

// Part is the part of the agenda in which the item stands.
func (k ItemKind) Part() law.AgendaPart { return parts[k] }

// AboutCase tells whether the item is about a case.
func (k ItemKind) AboutCase() bool {
	return slices.Contains([]ItemKind{FollowUpItem, ExtensionItem, NewCaseItem, ClosingItem}, k)
}

// Topic is what a general item is about: one of a fixed list, so that no title
// can point at a person (invariant 16). Dutch: onderwerp.
type Topic string

// The topics of a strategic meeting (R2.2-a).
const (
	TopicNetwork    Topic = "network"    // netwerk en vorming
	TopicProtocol   Topic = "protocol"   // samenwerkingsprotocol
	TopicFigures    Topic = "figures"    // jaarbeeld zonder personen
	TopicPrevention Topic = "prevention" // preventie in het algemeen
	TopicEvaluation Topic = "evaluation" // zelfevaluatie
)

// Topics lists the topics.
func Topics() []Topic {
	return []Topic{TopicNetwork, TopicProtocol, TopicFigures, TopicPrevention, TopicEvaluation}
}

// Item is one point of an agenda. Of a case it knows code and age band only. Dutch: agendapunt.
type Item struct {
	ID, Meeting livc.ID
	Place       int
	Kind        ItemKind
	Topic       Topic
	Case        livc.ID
	Code        string
	Ages        livc.AgeBand
	Minutes     int
	State       livc.ItemState
}

// Case is what planning needs to know of a case. Dutch: casus.
type Case struct {
	ID, Municipality, Sheet livc.ID
	Code                    string
	State                   livc.CaseState
	Ages                    livc.AgeBand
}

// itemKind is where a case stands on the agenda: never discussed is new, in aftercare is closing.
func (c Case) itemKind() ItemKind {
	switch c.State {
	case livc.CaseListed:
		return NewCaseItem
	case livc.CaseAftercare:
		return ClosingItem
	}
	return FollowUpItem
}
