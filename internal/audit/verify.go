package audit

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"time"

	"beraad.eu/livc"
)

// Row is a stored leaf as the store streams it.
type Row struct {
	Index      int64
	Nonce      []byte // 16 bytes; nil when expired
	Payload    []byte // nil when expired
	Commitment [32]byte
	About      livc.ID // where it stands in the index: see Entry.About; empty when expired
}

// PayloadKept is how long a payload stays at least: it goes a year after its dossier was erased at the
// earliest. A payload that is gone sooner was not forgotten but removed.
const PayloadKept = 365 * 24 * time.Hour

// Verify re-hashes the log in one pass over rows, in order of index. It compares indices, commitments
// with their payloads, times, the head, and the root at the size of every checkpoint, of which older ones
// prove most (L4). No findings means: nothing that these checkpoints cover was changed. An error means
// that the log could not be read to its end and nothing is proved.
//
// total is the expected number of leaves, for progress alone, which is called about a hundred times;
// progress may be nil.
func Verify(rows iter.Seq2[Row, error], head Frontier, checkpoints []Checkpoint, total int64, progress func(done, total int64)) ([]Finding, error) {
	v := newVerification(checkpoints)
	step := max(1, total/100)
	for row, err := range rows {
		if err != nil {
			return nil, fmt.Errorf("verify the log at leaf %d: %w", v.tree.Size, err)
		}
		v.take(row)
		if progress != nil && v.tree.Size%step == 0 {
			progress(v.tree.Size, total)
		}
	}
	v.finish(head)
	return v.found, nil
}

// verification is a log while it is being read.
type verification struct {
	tree        Frontier
	ahead       []Checkpoint // not reached yet, the smallest first
	next        int64        // the index that should come
	newest      time.Time    // time of the last leaf that still has a payload
	gone        int64        // last leaf without a payload, -1 for none
	goneNoOlder time.Time    // and the time before which it cannot have been written
	found       findings
}

func newVerification(checkpoints []Checkpoint) *verification {
	v := &verification{gone: -1, ahead: slices.SortedFunc(slices.Values(checkpoints), func(a, b Checkpoint) int {
		return cmp.Or(cmp.Compare(a.Size, b.Size), a.At.Compare(b.At))
	})}
	for i, c := range v.ahead[min(1, len(v.ahead)):] {
		if c.Origin != v.ahead[i].Origin {
			v.found.add(OriginFault, c.Size)
		}
		if c.At.Before(v.ahead[i].At) {
			v.found.add(TimeFault, c.Size)
		}
	}
	v.pass()
	return v
}

// take reads one leaf.
func (v *verification) take(row Row) {
	if row.Index != v.next {
		v.found.add(IndexFault, row.Index)
	}
	v.next = row.Index + 1
	if row.Payload == nil {
		v.takeExpired(row)
	} else {
		v.takePayload(row)
	}
	v.tree.push(row.Commitment)
	v.pass()
}

func (v *verification) takeExpired(row Row) {
	if row.Nonce != nil {
		v.found.add(NonceFault, row.Index)
	}
	if row.About != "" {
		v.found.add(AboutFault, row.Index)
	}
	v.gone, v.goneNoOlder = row.Index, v.newest
}

func (v *verification) takePayload(row Row) {
	if len(row.Nonce) != 16 || Commitment([16]byte(row.Nonce), row.Payload) != row.Commitment {
		v.found.add(CommitmentFault, row.Index)
		return
	}
	at, about, err := glance(row.Payload)
	if err != nil {
		v.found.add(PayloadFault, row.Index)
		return
	}
	if string(about) != string(row.About) {
		v.found.add(AboutFault, row.Index)
	}
	if at.Before(v.newest) {
		v.found.add(TimeFault, row.Index)
	}
	v.newest = at
}

// pass compares every checkpoint that was signed at the present size.
func (v *verification) pass() {
	for len(v.ahead) > 0 && v.ahead[0].Size == v.tree.Size {
		if v.ahead[0].Root != v.tree.Root() {
			v.found.add(CheckpointFault, v.ahead[0].Size)
		}
		v.ahead = v.ahead[1:]
	}
}

func (v *verification) finish(head Frontier) {
	for _, c := range v.ahead {
		v.found.add(ShortFault, c.Size)
	}
	if head.Size != v.tree.Size || !slices.Equal(head.Hashes, v.tree.Hashes) {
		v.found.add(HeadFault, head.Size)
	}
	// Times never go back, so only the last deleted payload can be too young; its lower bound is the
	// leaf before it. Without such a leaf it may be as old as time itself, and passes.
	if v.gone >= 0 && v.newest.Sub(v.goneNoOlder) < PayloadKept {
		v.found.add(GoneFault, v.gone)
	}
}
