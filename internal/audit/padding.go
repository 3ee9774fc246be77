package audit

import (
	"time"

	"beraad.eu/livc"
)

// page is the number of leaves up to which a log is filled before a checkpoint leaves the house.
const page = 64

// FillerAction is the action of a leaf that only fills.
const FillerAction = "filler"

// Padding is the number of filler leaves to append before a checkpoint, so that its size is a multiple
// of 64 and does not tell those outside when a case moved.
func Padding(size int64) int { return int((page - size%page) % page) }

// Filler is a leaf that stands for no deed; set its Livc. In the checkpoint it cannot be told from any
// other, in the log itself it says plainly what it is.
func Filler(at time.Time) Entry {
	return Entry{At: at, Function: livc.System, Action: FillerAction, Authorised: true}
}
