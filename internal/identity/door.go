package identity

import (
	"crypto/rand"
	"fmt"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Setting is what an installation fixes once.
type Setting struct {
	// Base names the installation and its kind; its Livc is ignored, people stand under "0".
	Base       seal.Base
	Ring       *seal.Ring
	ServiceKey []byte
	// Origin is the one address of the installation, such as https://beraad.example.be.
	Origin string
	Cores  int
	Argon  seal.Params
	// PracticeFolder holds the practice secrets; only a practice installation may name one.
	PracticeFolder string
}

// Door lets people in. One Door serves one node; it is safe for concurrent use. Dutch: deur.
type Door struct {
	base      seal.Base
	ring      *seal.Ring
	book      Book
	sessions  Sessions
	once      Once
	lock      *locker
	passkeys  *passkeys
	admission *Admission
	limits    *limits
	keyrings  *keyrings
	argon     seal.Params
	practice  string
	decoy     Unlocker
}

// NewDoor builds the door. Nothing is derived yet, so that a program starts at once.
func NewDoor(s Setting, book Book, sessions Sessions, once Once) (*Door, error) {
	s.Base.Livc = livc.Installation
	if s.PracticeFolder != "" && !s.Base.Practice {
		return nil, fmt.Errorf("identity: a real installation has no practice folder")
	}
	lock, err := newLocker(s.Base, s.ServiceKey)
	if err != nil {
		return nil, err
	}
	keys, err := newPasskeys(s.Origin, s.Base.Installation, lock, once)
	if err != nil {
		return nil, err
	}
	d := &Door{base: s.Base, ring: s.Ring, book: book, sessions: sessions, once: once, lock: lock, passkeys: keys,
		admission: NewAdmission(s.Cores), limits: newLimits(), keyrings: newKeyrings(), argon: s.Argon, practice: s.PracticeFolder}
	d.decoy, err = d.newDecoy()
	return d, err
}

// newDecoy is a passphrase of nobody: an unknown account costs the same derivation as a known one (W7).
func (d *Door) newDecoy() (Unlocker, error) {
	id, err := livc.NewID(rand.Reader)
	if err != nil {
		return Unlocker{}, err
	}
	return Unlocker{ID: id, Person: "decoy", Kind: Passphrase, Wrapped: d.ring.Wrap(d.base, UnlockerTable, string(id), seal.Decoy(d.argon))}, nil
}
