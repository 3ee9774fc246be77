package support

import "beraad.eu/livc"

// Organisation is a partner of the network, and one controller within one LIVC R. It never holds a
// word like "refused": declining has no consequence (R3.0-e). Dutch: organisatie, partner.
type Organisation struct {
	ID           livc.ID
	Name         string
	Category     string // of package law: decides framework, usual secrecy and exclusions
	Regime       livc.Regime
	Municipality livc.ID // of a municipality's own organisation
	Domain       string  // life domain in the network (R1.1-a)
	OwnFile      bool    // own dossiers may be kept here: the DPO switched it on
	Guest        bool    // the one-person controller of a guest: no partner, in no list of the network
	Checked      livc.Day
	State        string
}

// Municipality of a LIVC R, with its own list (X-L-b). Dutch: gemeente.
type Municipality struct {
	ID           livc.ID
	Name         string
	Region       livc.Region
	Organisation livc.ID
	List, Office livc.ID // containers; empty until the mayor's first session
	Intake       livc.ID
	ListAlone    livc.Day // the mayor was asked and appoints no coordinator for the list
}

// Founding is what beraad init asks for.
type Founding struct {
	Name           string // of the LIVC R
	Municipalities []NewMunicipality
	PoliceZone     string
	Founder        livc.Contact // name
	FounderMail    livc.Contact
}

// RegionOf is the region whose rules hold for an organisation: of its own municipality, or of the towns
// together when they share one. Where they do not, nothing is sure and the answer is empty: then nothing
// may be kept that only one region allows (R0.3-e, X-L-l).
func RegionOf(o Organisation, towns []Municipality) livc.Region {
	shared := map[livc.Region]bool{}
	for _, m := range towns {
		if m.ID == o.Municipality {
			return m.Region
		}
		shared[m.Region] = true
	}
	if len(shared) != 1 {
		return ""
	}
	return towns[0].Region
}

// NewMunicipality is a municipality in a founding.
type NewMunicipality struct {
	Name   string
	Region livc.Region
}
