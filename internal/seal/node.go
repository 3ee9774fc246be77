package seal

import (
	"crypto/ed25519"
	"path/filepath"
)

// Node is the signing key of an installation: it signs erasure certificates and checkpoints, and
// opens nothing. Dutch: sleutel van de installatie.
type Node struct {
	mute
	sign ed25519.PrivateKey
}

// NewNode draws a node key.
func NewNode() *Node { return &Node{sign: ed25519.NewKeyFromSeed(random(keySize))} }

// LoadNode reads the node key from the keys folder.
func LoadNode(dir string) (*Node, error) {
	seed, err := ReadKeyFile(filepath.Join(dir, NodeFile))
	if err != nil {
		return nil, err
	}
	defer clear(seed)
	return &Node{sign: ed25519.NewKeyFromSeed(seed)}, nil
}

// Seed is the private half, for its key file and for signed notes, which have a signing form of
// their own; clear it afterwards.
func (n *Node) Seed() []byte { return n.sign.Seed() }

// Public is the key that others verify with: 32 bytes.
func (n *Node) Public() []byte { return append([]byte(nil), n.sign[ed25519.SeedSize:]...) }

// Sign signs msg for one domain; Verify verifies it.
func (n *Node) Sign(domain string, msg []byte) []byte {
	return ed25519.Sign(n.sign, signed(domain, msg))
}
