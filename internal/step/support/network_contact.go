package support

import "beraad.eu/livc"

// ContactKind is what kind of group a contact in civil society is; it is never the faith or the origin of
// a person (R2.3.4-b, R2.3.5-f). Dutch: soort contact in het middenveld.
type ContactKind string

// The kinds.
const (
	Association    ContactKind = "association"
	Neighbourhood  ContactKind = "neighbourhood"
	FaithCommunity ContactKind = "faith_community"
	YouthGroup     ContactKind = "youth"
	CultureSport   ContactKind = "culture_sport"
	ParentGroup    ContactKind = "parents"
	OtherGroup     ContactKind = "other"
)

// ContactKinds lists the kinds.
func ContactKinds() []ContactKind {
	return []ContactKind{Association, Neighbourhood, FaithCommunity, YouthGroup, CultureSport, ParentGroup, OtherGroup}
}

// Dialogue is who of the municipality talks with a contact: both belong together (R2.3.4-b). Dutch: wie het
// gesprek voert.
type Dialogue string

// Who talks.
const (
	CouncilTalks  Dialogue = "council"
	OfficialsTalk Dialogue = "officials"
	BothTalk      Dialogue = "both"
)

// Dialogues lists who can talk.
func Dialogues() []Dialogue {
	return []Dialogue{CouncilTalks, OfficialsTalk, BothTalk}
}

// NetworkContact is a group in civil society with which the municipality talks, on equal footing. It is no
// partner: it has no seat, no key and no case, and nothing of a case can point to it (R2.3.4-b). Dutch: contact
// in het middenveld.
type NetworkContact struct {
	ID            livc.ID
	Kind          ContactKind
	Name          string // of the group
	Dialogue      Dialogue
	Person, Reach livc.Contact
	Talked        livc.Day // the last talk; "" = not yet
}
