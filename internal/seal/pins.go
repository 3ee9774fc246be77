package seal

import (
	"strconv"

	"beraad.eu/livc"
)

// pinFields is how many fields one pin has when written down.
const pinFields = 5

// SealPins seals what somebody has pinned under a hat, with a key that only the master key gives: who
// writes to the database can take the pins away, but can neither read nor make them.
func (h *Hat) SealPins(pins []Pin) []byte {
	return sealInner(h.pins, h.pinned, pad(writePins(pins)))
}

func writePins(pins []Pin) (plain []byte) {
	for _, p := range pins {
		plain = appendFields(plain, string(p.Livc), string(p.Controller), string(p.Root), decimal(p.Version), string(p.Hash[:]))
	}
	return plain
}

// OpenPins opens what SealPins sealed under the same hat.
func (h *Hat) OpenPins(sealed []byte) ([]Pin, error) {
	padded, err := openInner(h.pins, h.pinned, sealed)
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

// SealPin seals what somebody with keys vouched for, for a row of somebody who has none: who writes to the
// database can neither make it nor move it to another row.
func (s *Service) SealPin(b Base, table, row string, p Pin) []byte {
	return sealBy(s.aead, head(suiteAEAD, noEpoch), b.context("pin", table, row), pad(writePins([]Pin{p})))
}

// OpenPin opens what SealPin sealed for the same row.
func (s *Service) OpenPin(b Base, table, row string, sealed []byte) (Pin, error) {
	rest, err := innerRest(sealed, suiteAEAD)
	if err != nil {
		return Pin{}, err
	}
	padded, err := openBy(s.aead, sealed[:headSize], b.context("pin", table, row), rest)
	if err != nil {
		return Pin{}, err
	}
	plain, err := unpad(padded)
	if err != nil {
		return Pin{}, err
	}
	pins, err := readPins(plain)
	if err != nil || len(pins) != 1 {
		return Pin{}, ErrBroken
	}
	return pins[0], nil
}
