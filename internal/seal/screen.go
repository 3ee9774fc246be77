package seal

import (
	"crypto/hpke"
	"fmt"

	"beraad.eu/livc"
)

// Screen is the key pair of a screen in the room. Its private half lives in the cookie of that screen and
// nowhere else, so that what hangs on the wall opens on that wall only (settled 24). Dutch: zaalscherm.
type Screen struct {
	mute
	seed    []byte
	private hpke.PrivateKey
}

// NewScreen draws a key pair.
func NewScreen() (*Screen, error) { return ScreenFrom(random(keySize)) }

// ScreenFrom takes the 32 bytes that Private gave.
func ScreenFrom(seed []byte) (*Screen, error) {
	s, err := exactKey("screen key", seed)
	if err != nil {
		return nil, err
	}
	private, err := hpke.MLKEM768X25519().NewPrivateKey(s)
	if err != nil {
		return nil, fmt.Errorf("read screen key: %w", err)
	}
	return &Screen{seed: s, private: private}, nil
}

// Private is the half for the cookie.
func (s *Screen) Private() []byte { return append([]byte(nil), s.seed...) }

// Public is the half to which a key is sealed: 1216 bytes.
func (s *Screen) Public() []byte { return s.private.PublicKey().Bytes() }

func screenContext(b Base, screen, container livc.ID, version int) []byte {
	return b.context("screen", string(screen), string(container), decimal(version))
}

// SealToScreen seals the key of the frames of one meeting to a screen that the desk let in.
func SealToScreen(b Base, screen, container livc.ID, k *Key, public []byte) ([]byte, error) {
	return sealTo(public, screenContext(b, screen, container, k.version), k.key)
}

// Open opens what SealToScreen sealed for this screen and container.
func (s *Screen) Open(b Base, screen, container livc.ID, version int, sealed []byte) (*Key, error) {
	key, err := openWith(s.private, screenContext(b, screen, container, version), sealed)
	if err != nil {
		return nil, err
	}
	if len(key) != keySize {
		return nil, ErrBroken
	}
	return keyOf(version, key), nil
}
