package invitation

import (
	"regexp"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// MeetingKind is what a meeting is for. Dutch: soort vergadering.
type MeetingKind string

// The kinds of meeting; only the operational one rests on the law and may hold a case (R2.2-b).
const (
	OperationalMeeting MeetingKind = "operational" // casusoverleg
	PracticeMeeting    MeetingKind = "practice"    // oefenvergadering, everybody learns the own role (R1.3-c)
	StrategicMeeting   MeetingKind = "strategic"   // strategisch overleg, never about a person
)

// MeetingKinds lists the kinds of meeting.
func MeetingKinds() []MeetingKind {
	return []MeetingKind{OperationalMeeting, PracticeMeeting, StrategicMeeting}
}

// MayHoldCases refuses a case at every meeting but the operational one (R2.2-b, invariant 16).
func (k MeetingKind) MayHoldCases() error { return law.MayHoldCases(law.TableKind(k)) }

// Meeting is one meeting of the LIVC R. Clock is the hour at which it starts, as 14:00 in Brussels.
// Dutch: vergadering.
type Meeting struct {
	ID           livc.ID
	Day          livc.Day
	Clock, Place string
	Mode         livc.TableMode
	Hybrid       bool // some sit behind a screen elsewhere
	Kind         MeetingKind
	State        livc.MeetingState
	Municipality livc.ID // that convenes it
	Revision     int
}

// Editable tells whether agenda and invitations may still change.
func (m Meeting) Editable() bool {
	return m.State == livc.MeetingPlanned || m.State == livc.MeetingReady
}

var clockShape = regexp.MustCompile(`^([01]\d|2[0-3]):[0-5]\d$`)

// mustBeEditable refuses changes once the meeting has opened, closed or was cancelled.
func (m Meeting) mustBeEditable() error {
	if m.Editable() {
		return nil
	}
	return livc.Conflict("agenda.too_late")
}
