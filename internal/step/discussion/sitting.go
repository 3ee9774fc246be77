package discussion

import (
	"slices"
	"strconv"
	"time"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Sitting is a meeting as it sits: who chairs, on which basis, under which version of the protocol.
// Dutch: zitting.
type Sitting struct {
	ID              livc.ID
	Day             livc.Day
	Clock, Place    string
	Mode            livc.TableMode
	Hybrid          bool   // some sit behind a screen elsewhere
	Kind            string // operational; the others hold no cases (R2.2-b)
	State           livc.MeetingState
	Chair           livc.ID // the hat of who chairs; the attendance when there is no account
	ChairedBy       livc.ID // the attendance of who chairs
	Delegate        livc.ID // the hat to whom the chair gave the door for this meeting (settled 22)
	ProtocolVersion int
	Basis           livc.NormID
	Purpose         law.MeetingPurpose
	WithCases       bool
	SecrecyRead     time.Time
	Opened, Closed  time.Time
	PaperAttestedBy livc.ID
	PaperUntil      livc.Day
	Revision        int
}

// modalities is the version of the protocol as the law asks it: fixed beforehand (R0.1-b).
func modalities(version int) livc.ID {
	if version == 0 {
		return ""
	}
	return livc.ID("protocol-" + strconv.Itoa(version))
}

// Turned gives the five outcomes in an order of this meeting's own, so that no outcome is always the
// first one read; none is chosen beforehand (product 4.4).
func (s Sitting) Turned() []livc.Outcome {
	list := livc.Outcomes()
	turn := 0
	for _, c := range []byte(s.ID) {
		turn += int(c)
	}
	turn %= len(list)
	return slices.Concat(list[turn:], list[:turn])
}

// Running tells whether items may open.
func (s Sitting) Running() bool { return s.State == livc.MeetingOpen }

// Over tells whether nothing happens at the table any more.
func (s Sitting) Over() bool {
	return s.State == livc.MeetingClosed || s.State == livc.MeetingCancelled
}

// ByPaper tells whether the signed sheets of the evening are entered afterwards.
func (s Sitting) ByPaper() bool { return s.Mode == livc.Paper }
