package identity

import (
	"context"

	"beraad.eu/livc"
)

// Face is what the pages say of a seat: who works, for whom, in which LIVC R. Dutch: wie hier werkt.
type Face struct {
	Name         livc.Contact
	Organisation string
	LivcName     string
	Regime       livc.Regime
	ListHolder   bool // holds a list
	Municipal    bool // sits for a municipality
	// New hats have no keys yet: the first session gives them. Waiting ones have keys and wait for
	// the list manager.
	New, Waiting bool
}

// Faces reads faces.
type Faces interface {
	Face(ctx context.Context, tx Tx, livc, hat livc.ID) (Face, error)
}
