package identity

import (
	"context"
	"crypto/rand"
	"sync"
	"time"

	"beraad.eu/livc"
)

// onceLife is how long a challenge waits for its answer.
const onceLife = 5 * time.Minute

// Once keeps small values that may be taken one time: challenges of passkeys, and the proof that a
// passkey was shown while the passphrase is still to come. Several nodes need a shared one.
type Once interface {
	Put(ctx context.Context, key string, value []byte, until time.Time) error
	// Take returns the value and forgets it; livc.NotFoundKind when it is gone, taken or too old.
	Take(ctx context.Context, key string, now time.Time) ([]byte, error)
}

// MemoryOnce is Once in memory, for one node. It holds at most Size values; a full one refuses, so
// that a flood cannot push out what somebody is waiting for.
type MemoryOnce struct {
	Size int

	mu   sync.Mutex
	held map[string]waiting
}

type waiting struct {
	value []byte
	until time.Time
}

// Put keeps value under key until then.
func (m *MemoryOnce) Put(_ context.Context, key string, value []byte, until time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.held == nil {
		m.held = map[string]waiting{}
	}
	if len(m.held) >= m.Size {
		m.sweep(until.Add(-onceLife))
	}
	if len(m.held) >= m.Size {
		return busy("signin.busy", onceLife)
	}
	m.held[key] = waiting{value, until}
	return nil
}

// Take returns the value of key and forgets it.
func (m *MemoryOnce) Take(_ context.Context, key string, now time.Time) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	w, ok := m.held[key]
	delete(m.held, key)
	if !ok || now.After(w.until) {
		return nil, livc.NotFound()
	}
	return w.value, nil
}

func (m *MemoryOnce) sweep(now time.Time) {
	for k, w := range m.held {
		if now.After(w.until) {
			delete(m.held, k)
		}
	}
}

// putOnce keeps value under a fresh token.
func putOnce(ctx context.Context, o Once, value []byte, now time.Time) (string, error) {
	id, err := livc.NewID(rand.Reader)
	if err != nil {
		return "", err
	}
	return string(id), o.Put(ctx, string(id), value, now.Add(onceLife))
}
