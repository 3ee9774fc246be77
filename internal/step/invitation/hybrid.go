package invitation

import (
	"slices"

	"beraad.eu/livc"
)

// HybridCheck is what is asked once when a meeting opens at which some sit behind a screen elsewhere
// (product 4.1). Dutch: afspraak bij een hybride vergadering.
type HybridCheck string

// The checks, in the order in which they are read aloud.
const (
	NobodyRecords  HybridCheck = "nobody_records"
	CamerasOn      HybridCheck = "cameras_on"       // at roll-call
	OnlyRoomScreen HybridCheck = "only_room_screen" // is shared, no other window
	WhoIsThere     HybridCheck = "who_is_there"     // was asked of who sits elsewhere
)

// HybridChecks lists the checks.
func HybridChecks() []HybridCheck {
	return []HybridCheck{NobodyRecords, CamerasOn, OnlyRoomScreen, WhoIsThere}
}

// MayOpenHybrid refuses to open a hybrid meeting before every check was asked: who listens along unseen was
// not invited (R3.0-a, R0.1-d).
func MayOpenHybrid(asked []HybridCheck) error {
	for _, c := range HybridChecks() {
		if !slices.Contains(asked, c) {
			return livc.Invalid("open_meeting.hybrid", "sw-458ter-1").At("hybrid")
		}
	}
	return nil
}
