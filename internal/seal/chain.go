package seal

import "beraad.eu/livc"

// SignedManifest is a manifest with the signature of the list manager before it.
type SignedManifest struct {
	Manifest
	Signature []byte
}

// VerifyChain verifies every version of one controller's manifest, from the first on. root is the
// signing key of the first list manager, confirmed face to face by its eight words. Each later
// version must be signed by the list manager whom the version before names: that is how the task is
// handed over. ErrSignature or ErrManifest: do not use any of it.
func VerifyChain(root []byte, chain []SignedManifest) error {
	if len(chain) == 0 || chain[0].Version != 1 {
		return ErrManifest
	}
	if err := chain[0].signedBy(root); err != nil {
		return err
	}
	if manager, _ := chain[0].Member(chain[0].ListManager); string(manager.Sig) != string(root) {
		return ErrManifest
	}
	return verifyFrom(chain)
}

// verifyFrom verifies every step of a chain whose first manifest is trusted already.
func verifyFrom(chain []SignedManifest) error {
	for i := 1; i < len(chain); i++ {
		if err := chain[i].follows(chain[i-1].Manifest); err != nil {
			return err
		}
	}
	return nil
}

func (s SignedManifest) signedBy(sig []byte) error {
	if err := s.check(); err != nil {
		return err
	}
	if !Verify(sig, manifestDomain, s.Bytes(), s.Signature) {
		return ErrSignature
	}
	return nil
}

func (s SignedManifest) follows(before Manifest) error {
	if s.Livc != before.Livc || s.Controller != before.Controller || s.Version != before.Version+1 || s.Previous != before.Hash() {
		return ErrManifest
	}
	manager, ok := before.Member(before.ListManager)
	if !ok {
		return ErrManifest
	}
	return s.signedBy(manager.Sig)
}

// Pin is what a member remembers of a controller's manifest: the root confirmed face to face, and
// the newest version seen. A database that shows an older one is refused.
type Pin struct {
	Livc, Controller livc.ID
	Root             []byte
	Version          int // 0 until a manifest was seen
	Hash             [32]byte
}

// Check verifies a chain against the pin and gives the pin to remember next. The chain begins at
// version 1 or at the pinned version. ErrRolledBack: it ends before the pinned version.
func (p Pin) Check(chain []SignedManifest) (Pin, error) {
	if len(chain) == 0 || chain[len(chain)-1].Version < p.Version {
		return p, ErrRolledBack
	}
	if chain[0].Livc != p.Livc || chain[0].Controller != p.Controller {
		return p, ErrMisplaced
	}
	if err := p.verify(chain); err != nil {
		return p, err
	}
	last := chain[len(chain)-1].Manifest
	p.Version, p.Hash = last.Version, last.Hash()
	return p, nil
}

// verify verifies a chain from version 1 whole. A chain that begins later begins with the pinned
// manifest, which was verified when it was pinned.
func (p Pin) verify(chain []SignedManifest) error {
	at := p.Version - chain[0].Version
	if p.Version > 0 && (at < 0 || at >= len(chain) || chain[at].Hash() != p.Hash) {
		return ErrManifest
	}
	if p.Version > 1 && at == 0 {
		return verifyFrom(chain)
	}
	return VerifyChain(p.Root, chain)
}
