package seal

import "fmt"

// Master is the key of one person: 32 random bytes from which the key pairs of all hats are derived.
// It lies wrapped by each of the person's unlockers, and by the session while signed in; nobody else
// can make it open. Dutch: hoofdsleutel.
type Master struct {
	mute
	key []byte
}

// NewMaster draws a master key.
func NewMaster() *Master { return &Master{key: random(keySize)} }

// MasterFrom takes the 32 bytes of a master key.
func MasterFrom(key []byte) (*Master, error) {
	k, err := exactKey("master key", key)
	if err != nil {
		return nil, err
	}
	return &Master{key: k}, nil
}

// Bytes is a copy of the key, for whoever must carry it on; clear it afterwards.
func (m *Master) Bytes() []byte { return append([]byte(nil), m.key...) }

// Derive draws another key of the person, for one purpose that is no hat; clear it afterwards.
func (m *Master) Derive(purpose string) ([]byte, error) {
	if len(m.key) != keySize || purpose == "" {
		return nil, fmt.Errorf("derive from a master key: %w", ErrMisplaced)
	}
	return derive(m.key, nil, []byte(purpose), keySize), nil
}

// Wipe overwrites the key; the Master opens nothing afterwards.
func (m *Master) Wipe() {
	clear(m.key)
	m.key = nil
}
