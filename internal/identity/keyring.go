package identity

import (
	"sync"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// keyringLife is how long keys stay in memory after they were last used.
const keyringLife = 60 * time.Second

// Keyring holds the keys of one session under its chosen hat, in memory only, so that a page does not
// open every grant anew. Dutch: sleutelbos.
type Keyring struct {
	mu   sync.Mutex
	hat  *seal.Hat
	keys map[livc.ID]*seal.Key
	used time.Time
}

// Hat gives the pairs of the chosen hat; nil after Wipe.
func (k *Keyring) Hat() *seal.Hat {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.hat
}

// Key gives the key of a container that was opened before.
func (k *Keyring) Key(container livc.ID) (*seal.Key, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	key, ok := k.keys[container]
	return key, ok
}

// Put keeps the key of a container. A ring that was wiped meanwhile keeps nothing: it wipes the key.
func (k *Keyring) Put(container livc.ID, key *seal.Key) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.hat == nil {
		key.Wipe()
		return
	}
	k.keys[container] = key
}

// Wipe forgets everything.
func (k *Keyring) Wipe() {
	k.mu.Lock()
	defer k.mu.Unlock()
	for id, key := range k.keys {
		key.Wipe()
		delete(k.keys, id)
	}
	k.hat = nil
}

type keyrings struct {
	mu   sync.Mutex
	held map[string]*Keyring
}

func newKeyrings() *keyrings { return &keyrings{held: map[string]*Keyring{}} }

// of gives the ring of a session that was used within the minute.
func (r *keyrings) of(session string, now time.Time) (*Keyring, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	k, ok := r.held[session]
	if !ok || now.Sub(k.used) > keyringLife {
		return nil, false
	}
	k.used = now
	return k, true
}

// put keeps k, unless another request of the session was first: then that ring is the one, because
// its keys are in use.
func (r *keyrings) put(session string, k *Keyring, now time.Time) *Keyring {
	r.mu.Lock()
	defer r.mu.Unlock()
	if first, ok := r.held[session]; ok && now.Sub(first.used) <= keyringLife {
		return first
	}
	if old, ok := r.held[session]; ok {
		old.Wipe()
	}
	r.held[session] = k
	return k
}

func (r *keyrings) drop(session string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if k, ok := r.held[session]; ok {
		k.Wipe()
		delete(r.held, session)
	}
}

func (r *keyrings) sweep(now time.Time) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for id, k := range r.held {
		if now.Sub(k.used) > keyringLife {
			k.Wipe()
			delete(r.held, id)
		}
	}
}

// Keyring gives the keys of the chosen hat. The master key is opened for as long as the derivation
// takes; without a hat there are no keys.
func (s *Session) Keyring(now time.Time) (*Keyring, error) {
	if s.Row.Hat == "" {
		return nil, locked("session.choose_hat")
	}
	if k, ok := s.door.keyrings.of(s.Row.ID, now); ok {
		return k, nil
	}
	m, err := s.Master()
	if err != nil {
		return nil, err
	}
	defer m.Wipe()
	hat, err := s.door.hatOf(m, s.Row.Livc, s.Row.Controller, s.Row.Hat)
	if err != nil {
		return nil, err
	}
	k := &Keyring{hat: hat, keys: map[livc.ID]*seal.Key{}, used: now}
	return s.door.keyrings.put(s.Row.ID, k, now), nil
}

// hatOf derives the pairs of one hat, which are bound to its LIVC R and controller.
func (d *Door) hatOf(m *seal.Master, lr, controller, hat livc.ID) (*seal.Hat, error) {
	base := d.base
	base.Livc = lr
	return m.Hat(base, controller, hat)
}
