package protocol

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Page is the protocol as everybody in the LIVC R may read it. Dutch: protocolpagina.
type Page struct {
	Version
	All      []Version // every version, the newest first, without its text
	Partners []support.Organisation
	Edits    bool // the reader may change a draft
	Forces   bool // the reader may put it in force
	Own      bool // the reader may answer for the own organisation
}

// InForce gives the number of the version in force, or 0 (R2.0-a: a warning, never a block).
func (p Page) InForce() int {
	for _, v := range p.All {
		if v.State == InForce {
			return v.Number
		}
	}
	return 0
}

// HasDraft tells whether a version is being worked on.
func (p Page) HasDraft() bool {
	return slices.ContainsFunc(p.All, func(v Version) bool { return v.State == Draft })
}

// Protocol shows a version; 0 is the one in force, or the newest when none is. It is open to everybody
// in the network: roles and agreements are known to all (R2.3.3-f).
func (s *Service) Protocol(ctx context.Context, by deed.By, number int) (p Page, err error) {
	err = s.Gate.Look(ctx, by, access.ViewProtocol, access.Whole(by.Livc), func(tx *deed.Tx) error {
		if p.All, err = s.Book.Versions(ctx, tx); err != nil {
			return err
		}
		if number == 0 {
			number = p.current()
		}
		if p.Version, err = s.Book.Version(ctx, tx, number); err != nil {
			return err
		}
		p.Edits = access.Decide(access.EditProtocol, by.Function, tx.Facts).Answer == access.Allow
		p.Forces = access.Decide(access.PutInForce, by.Function, tx.Facts).Answer == access.Allow
		p.Own = by.Function != livc.DPO && by.Function != livc.Founder
		p.Partners, err = s.Network.Organisations(ctx, tx)
		return err
	})
	return p, err
}

func (p Page) current() int {
	if n := p.InForce(); n > 0 || len(p.All) == 0 {
		return n
	}
	return p.All[0].Number
}
