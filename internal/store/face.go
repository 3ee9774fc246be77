package store

import (
	"context"

	"beraad.eu/internal/identity"
	"beraad.eu/livc"
)

const (
	qFace = `SELECT h.name, h.state, o.name, o.regime, o.municipality FROM hat h
		JOIN organisation o ON o.livc = h.livc AND o.id = h.organisation WHERE h.livc = $1 AND h.id = $2`
	qLivcName = `SELECT name FROM livc_r WHERE livc = $1`
)

var _ identity.Faces = (*Identity)(nil)

// Face gives what the frame of a page says of a seat.
func (p *Identity) Face(ctx context.Context, tx identity.Tx, id, hat livc.ID) (f identity.Face, err error) {
	var name []byte
	var state, municipality string
	if err := in(tx).one(ctx, qFace, a(id, hat), &name, &state, &f.Organisation, &f.Regime, &municipality); err != nil {
		return f, err
	}
	if err := in(tx).one(ctx, qLivcName, a(id), &f.LivcName); err != nil {
		return f, err
	}
	var lists int
	if err := in(tx).one(ctx, qHoldsSomeList, a(id, hat), &lists); err != nil {
		return f, err
	}
	f.ListHolder, f.Municipal, f.New, f.Waiting = lists > 0, municipality != "", state == "entered", state == "enrolled"
	base := p.base
	base.Livc = id // as the hat was sealed in its own LIVC R
	f.Name, err = p.service.Open(base, "hat", string(hat), "name", name)
	return f, err
}
