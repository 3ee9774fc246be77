package invitation

import (
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Partner is somebody of the network who may be asked to come. Dutch: deelnemer die kan komen.
type Partner struct {
	Hat          support.Hat
	Organisation support.Organisation
	Framework    law.Framework
	LastInvited  livc.Day
}

// Addressee tells to whom the invitation is addressed (X-F-c).
func (p Partner) Addressee() law.Addressee {
	return law.AddresseeOf(p.Organisation.Regime, law.Category(p.Organisation.Category))
}

// NeedsUrgency tells whether fewer days are left than the framework asks, so that a reason is needed
// (X-F-d, invariant 21).
func (p Partner) NeedsUrgency(today, meeting livc.Day) bool {
	return today.Until(meeting) < p.Framework.InvitationDays
}

// invitation is what the law asks of an invitation. Who it is about is named in the protected
// invitation, or on request when the invited person has no account (X-F-e); the services invited are
// listed on its page.
func (p Partner) invitation(by livc.Function, m Meeting, c Case, a Asked, today livc.Day) law.Invitation {
	return law.Invitation{By: by, Category: law.Category(p.Organisation.Category), Framework: p.Framework, Sent: today, Meeting: m.Day,
		Urgency: a.Urgency, Contribution: a.Question, TimeAndPlace: m.Clock != "" && m.Place != "", PersonNamed: true, ServicesNamed: true,
		Age: c.Ages, SpecialReasons: a.Motivation}
}
