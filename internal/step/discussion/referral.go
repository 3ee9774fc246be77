package discussion

import (
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Referral is what stands in clear about a referral; what was told lies sealed in the intake of the
// municipality, under the id of the referral. Dutch: aanmelding.
type Referral struct {
	ID, Municipality livc.ID
	State            livc.ReferralState
	Manner           Manner
	By               livc.ID // hat of the member who asked or wrote; empty for somebody from outside
	Sector           Sector
	Ages             livc.AgeBand
	Member           bool
	Container        livc.ID // where the text lies; empty while only a conversation was asked
	Consent          Consent
	SameAs           livc.ID  // the case of the same person, as a list holder judged
	Checked          livc.Day // compared with the list
	Officer          livc.ID  // hat that was asked to check
	OfficerNote      livc.ID  // container of the note with the name
	OfficerNoteUntil livc.Day
	OfficerOn        livc.Day // the officer answered; which answer stands nowhere here
	Weighed          livc.Day // third gate
	Reason           Reason
	Decided          livc.Day
	DecidedBy        livc.ID
	OnPaper          livc.Day // day of the signed sheet, when it was decided on paper
	Answered         livc.Day // the referrer had an answer
	Answer           string
	Case             livc.ID
	Received         livc.Day
	EraseOn          livc.Day
	Revision         int
}

// Open tells whether a decision is still to be taken.
func (r Referral) Open() bool {
	switch r.State {
	case livc.ConversationAsked, livc.Received, livc.Proposed, livc.MoreNeeded:
		return true
	}
	return false
}

// Told tells whether something was told already.
func (r Referral) Told() bool { return r.Container != "" }

// clocked sets the day on which the referral must be gone (R6.2-k).
func (r *Referral) clocked(t law.Terms, holds []Hold, today livc.Day) {
	c := law.ReferralClock{State: r.State, Received: r.Received, Decided: r.Decided}
	for _, h := range holds {
		until := h.Until
		if h.Lifted != "" {
			until = h.Lifted
		}
		c.Holds = append(c.Holds, law.Hold{From: h.From, Until: until})
	}
	r.EraseOn = c.End(t, today)
}

// Hold is the officer's word that a case has to wait: no reason, no content. Only the chair and the
// officer know of it (R2.3.2-c). Dutch: wachten.
type Hold struct {
	ID, Referral, Case, By livc.ID
	From, Until, Lifted    livc.Day
}

// Running tells whether the hold stands on a day.
func (h Hold) Running(on livc.Day) bool { return h.Lifted == "" && on < h.Until }

func running(holds []Hold, on livc.Day) bool {
	for _, h := range holds {
		if h.Running(on) {
			return true
		}
	}
	return false
}
