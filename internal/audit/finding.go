package audit

import "fmt"

// Fault is what is wrong with a log. Dutch: afwijking.
type Fault string

// The faults that Verify finds.
const (
	IndexFault      Fault = "index"      // a leaf is missing, doubled or out of order
	CommitmentFault Fault = "commitment" // payload or nonce is not what was committed
	PayloadFault    Fault = "payload"    // the payload is not in a form this program writes
	NonceFault      Fault = "nonce"      // a nonce outlived its payload, so the payload can be guessed
	AboutFault      Fault = "about"      // the index leads to the leaf from another object, or not at all
	GoneFault       Fault = "gone"       // a payload was deleted before its time
	TimeFault       Fault = "time"       // a leaf is older than the one before it
	HeadFault       Fault = "head"       // the head row does not fit the leaves
	CheckpointFault Fault = "checkpoint" // the leaves do not lead to a checkpoint that was signed
	ShortFault      Fault = "short"      // the log ends before a checkpoint that was signed
	OriginFault     Fault = "origin"     // a checkpoint speaks of another log than the others
	ManyFault       Fault = "many"       // more faults than a report holds
)

// Faults lists the faults, for the words in every language.
func Faults() []Fault {
	return []Fault{IndexFault, CommitmentFault, PayloadFault, NonceFault, AboutFault, GoneFault, TimeFault, HeadFault,
		CheckpointFault, ShortFault, OriginFault, ManyFault}
}

// Finding is one fault and where it stands.
type Finding struct {
	Fault Fault
	Index int64 // the leaf; for a head or a checkpoint, its size
}

// String is the finding for the log and for `beraad verify`.
func (f Finding) String() string { return fmt.Sprintf("%s at %d", f.Fault, f.Index) }

// most is the number of findings kept: a log that is wrong throughout needs no list of a million.
const most = 1000

type findings []Finding

func (l *findings) add(f Fault, index int64) {
	switch {
	case len(*l) < most:
		*l = append(*l, Finding{f, index})
	case len(*l) == most:
		*l = append(*l, Finding{ManyFault, index})
	}
}
