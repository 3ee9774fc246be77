package cli

import (
	"fmt"
	"time"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// behind is how far a clock may run behind the log before that is a fault: nodes differ by less.
const behind = time.Minute

// log looks whether a log ends where its head says, whether its last checkpoint is ours and fits, and
// whether the clock runs on.
func (p *patient) log(id livc.ID) ([]check, error) {
	head, err := p.db.LogHead(p, id)
	if livc.KindOf(err) == livc.NotFoundKind {
		return nil, nil // nothing was recorded yet
	}
	if err != nil {
		return nil, err
	}
	n, err := p.db.LeavesAtEnd(p, id)
	if err != nil {
		return nil, err
	}
	list := []check{good(fmt.Sprintf("the log ends at %d leaves, as its head says", n))}
	if n != head.Frontier.Size {
		list = []check{{red, "the log does not end where its head says", "run `beraad verify`, and keep the machine as it is"}}
	}
	more, err := p.checkpoint(id, head)
	if err != nil {
		return list, err
	}
	late, err := p.clock(head)
	return append(append(list, more...), late...), err
}

// checkpoint looks at the last signed checkpoint of a log.
func (p *patient) checkpoint(id livc.ID, head deed.Head) ([]check, error) {
	kept, err := p.db.Checkpoints(p, id)
	if err != nil || len(kept) == 0 {
		return nil, err
	}
	node, err := seal.LoadNode(p.config.Keys)
	if err != nil {
		return nil, nil //nolint:nilerr // the keys are looked at elsewhere
	}
	i, err := p.db.Installation(p)
	if err != nil {
		return nil, err
	}
	verifier, err := audit.NewVerifier(audit.Origin(i.ID, id), node.Public())
	if err != nil {
		return nil, err
	}
	const do = "run `beraad verify` with a checkpoint that somebody outside kept, and keep the machine as it is"
	c, err := audit.Open([]byte(kept[len(kept)-1]), verifier)
	switch {
	case err != nil:
		return []check{{red, "the last checkpoint of the log is not signed with the node key that stands here", "put the node key back from its second place; if it is the right one, " + do}}, nil
	case c.Size > head.Frontier.Size, c.Size == head.Frontier.Size && c.Root != head.Frontier.Root():
		return []check{{red, "the log does not fit its last checkpoint", do}}, nil
	}
	return []check{good("the last checkpoint is signed here and fits the log")}, nil
}

// clock looks whether the clock stands behind the last line of the log: then every term is counted wrong.
func (p *patient) clock(head deed.Head) ([]check, error) {
	i, err := p.db.Installation(p)
	if err != nil {
		return nil, err
	}
	if now := p.time.Wall().Add(i.Offset); now.Add(behind).Before(head.LastAt) {
		return []check{{red, fmt.Sprintf("the clock stands at %s, and the log was written until %s", now.UTC().Format(time.DateTime), head.LastAt.Format(time.DateTime)),
			"set the clock of this machine right (for instance with systemd-timesyncd); nothing is erased meanwhile"}}, nil
	}
	return nil, nil
}
