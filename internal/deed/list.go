package deed

import (
	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Manifest and Member are the signed list of authorised persons, as the steps handle it: they may not
// import seal.
type (
	Manifest = seal.Manifest
	Member   = seal.Member
)

// NextManifest gives the version after last, with the same members; nil last begins a list.
func NextManifest(id, organisation livc.ID, last []byte) (Manifest, error) {
	if last == nil {
		return Manifest{Livc: id, Controller: organisation, Version: 1}, nil
	}
	m, err := seal.ParseManifest(last)
	if err != nil {
		return Manifest{}, err
	}
	m.Previous = m.Hash()
	m.Version++
	return m, nil
}
