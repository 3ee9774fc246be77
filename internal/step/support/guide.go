package support

import (
	"slices"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Stage is the state of one task of the guide, in the five words of every list of tasks.
// Dutch: stand van een taak.
type Stage string

// The five stages.
const (
	StageWaiting   Stage = "waiting"
	StageBegun     Stage = "begun"
	StageDone      Stage = "done"
	StageNotNeeded Stage = "not_needed"
	StageElsewhere Stage = "elsewhere"
)

// Errand is one thing to do before an LIVC R can work. Dutch: wat nog moet gebeuren.
type Errand string

// The errands of the founding guide, in their order.
const (
	MayorEnrols     Errand = "mayor_enrols"     // the mayor has an account
	ListMade        Errand = "list_made"        // the mayor made the list
	TwoHolders      Errand = "two_holders"      // two people hold the list
	CoordinatorList Errand = "coordinator_list" // appointed for the list or not: asked
	ThreeSeats      Errand = "three_seats"      // filled, the police seat with clearance
	DPONamed        Errand = "dpo_named"        // data protection officer of the municipality
	ThreePartners   Errand = "three_partners"   // services to sit with
	ContactShown    Errand = "contact_shown"    // the public page says where to go
	ProtocolInForce Errand = "protocol_in_force"
	FirstMeeting    Errand = "first_meeting" // one meeting without a case, so that each knows the role
)

// Errands lists the errands.
func Errands() []Errand {
	return []Errand{MayorEnrols, ListMade, TwoHolders, CoordinatorList, ThreeSeats, DPONamed, ThreePartners, ContactShown, ProtocolInForce, FirstMeeting}
}

// progress is what the guide looks at, for one municipality of the LIVC R.
type progress struct {
	municipality Municipality
	network      Network
	holders      int  // people who hold the list
	contact      bool // the contact point stands on the public page
	marks        Milestones
	today        livc.Day
	by           livc.Function // who reads the guide
}

// Milestones are what later steps have reached, as far as the guide asks. Dutch: mijlpalen.
type Milestones struct {
	ProtocolInForce livc.Day // "" = none in force (R2.0-a)
	MeetingPlanned  bool
	MeetingHeld     bool // any meeting was held (R1.3-c)
}

// enoughPartners is the number of services from which the guide calls the network begun well.
const enoughPartners = 3

// chairsOnly are the errands that only the chair can do: everybody else waits (R1.3-b).
var chairsOnly = []Errand{ListMade, TwoHolders, CoordinatorList}

// afterFounding are the errands that the founder leaves to who chairs or prepares the table.
var afterFounding = append(slices.Clone(chairsOnly), FirstMeeting)

// stages says how far each errand is, as the reader can act on it (R0.2-b, R0.4-c, R1.1-a, R1.3-a, R1.3-c,
// R2.0-a).
func (p progress) stages() map[Errand]Stage {
	all, others := p.all(), chairsOnly
	if p.by == livc.Founder {
		others = afterFounding
	}
	for _, e := range others {
		if !p.by.Chairs() && (all[e] == StageWaiting || all[e] == StageBegun) {
			all[e] = StageElsewhere
		}
	}
	return all
}

func (p progress) all() map[Errand]Stage {
	return map[Errand]Stage{
		MayorEnrols:     p.mayor(),
		ListMade:        p.done(p.municipality.List != "", false),
		TwoHolders:      p.done(p.holders > 1, p.holders == 1),
		CoordinatorList: p.coordinator(),
		ThreeSeats:      p.seats(),
		DPONamed:        p.done(p.has(livc.DPO), false),
		ThreePartners:   p.done(p.partners() >= enoughPartners, p.partners() > 0),
		ContactShown:    p.done(p.contact, false),
		ProtocolInForce: p.done(p.marks.ProtocolInForce != "", true),
		FirstMeeting:    p.done(p.marks.MeetingHeld, p.marks.MeetingPlanned),
	}
}

func (progress) done(whole, part bool) Stage {
	switch {
	case whole:
		return StageDone
	case part:
		return StageBegun
	}
	return StageWaiting
}

// own are the people of the municipality itself.
func (p progress) own() []Hat { return p.network.Of(Organisation{ID: p.municipality.Organisation}) }

func (p progress) has(f livc.Function) bool {
	return slices.ContainsFunc(p.own(), func(h Hat) bool { return h.Function == f })
}

func (p progress) mayor() Stage {
	for _, h := range p.own() {
		switch {
		case h.Function != livc.Mayor:
		case h.State == HatActive:
			return StageDone
		case h.State == HatEnrolled:
			return StageBegun
		default:
			return StageElsewhere
		}
	}
	return StageWaiting
}

func (p progress) coordinator() Stage {
	for _, h := range p.own() {
		if h.Function == livc.Coordinator && h.Appointed != "" {
			return StageDone
		}
	}
	if p.municipality.ListAlone != "" {
		return StageNotNeeded
	}
	return StageWaiting
}

// seats counts who is entered: a person without an account can sit at a spoken table (architecture 18).
func (p progress) seats() Stage {
	n := len(p.missing())
	return p.done(n == 0, n < len(law.SeatKinds()))
}

// missing are the seats that nobody fills; the police seat asks a clearance that is valid (X-L-d).
func (p progress) missing() []law.SeatKind {
	return slices.DeleteFunc(law.SeatKinds(), func(kind law.SeatKind) bool {
		return slices.ContainsFunc(p.network.People, func(h Hat) bool { return p.fills(h, kind) })
	})
}

func (p progress) fills(h Hat, kind law.SeatKind) bool {
	switch {
	case law.SeatOf(h.Function) != kind:
		return false
	case kind == law.PoliceSeat:
		return h.ClearedUntil != "" && h.ClearedUntil >= p.today
	}
	return h.Organisation == p.municipality.Organisation
}

func (p progress) partners() (n int) {
	for _, o := range p.network.Organisations {
		if o.Municipality == "" && o.Regime != livc.RegimePolice {
			n++
		}
	}
	return n
}
