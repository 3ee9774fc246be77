package seal

import (
	"strconv"

	"beraad.eu/livc"
)

// pinFields is how many fields one pin has when written down.
const pinFields = 5

// SealPins seals what a person has pinned, under a key that only the master key gives.
func (m *Master) SealPins(b Base, person livc.ID, pins []Pin) []byte {
	var plain []byte
	for _, p := range pins {
		plain = appendFields(plain, string(p.Livc), string(p.Controller), string(p.Root), decimal(p.Version), string(p.Hash[:]))
	}
	key, context := m.pinsKey(b, person)
	defer clear(key)
	return sealInner(key, context, pad(plain))
}

// OpenPins opens what SealPins sealed for the same person.
func (m *Master) OpenPins(b Base, person livc.ID, sealed []byte) ([]Pin, error) {
	key, context := m.pinsKey(b, person)
	defer clear(key)
	padded, err := openInner(key, context, sealed)
	if err != nil {
		return nil, err
	}
	plain, err := unpad(padded)
	if err != nil {
		return nil, err
	}
	return readPins(plain)
}

func readPins(plain []byte) ([]Pin, error) {
	f, ok := splitFields(plain)
	if !ok || len(f)%pinFields != 0 {
		return nil, ErrBroken
	}
	var pins []Pin
	for ; len(f) > 0; f = f[pinFields:] {
		version, err := strconv.Atoi(f[3])
		if err != nil || len(f[4]) != 32 {
			return nil, ErrBroken
		}
		pins = append(pins, Pin{Livc: livc.ID(f[0]), Controller: livc.ID(f[1]), Root: []byte(f[2]),
			Version: version, Hash: [32]byte([]byte(f[4]))})
	}
	return pins, nil
}

func (m *Master) pinsKey(b Base, person livc.ID) (key, context []byte) {
	context = b.context("pins", string(person))
	return derive(m.key, nil, context, keySize), context
}
