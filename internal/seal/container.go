package seal

import "crypto/cipher"

// Key is the key of one container: the list, a casusblad, one seat's dossier on one case, a drawer.
// A new version is made when a holder has left; the old records are then wrapped anew.
// Dutch: sleutel van een bewaarplaats.
type Key struct {
	mute
	version int
	key     []byte
	aead    cipher.AEAD // of the key, so that a list need not make it for every row
}

func keyOf(version int, key []byte) *Key { return &Key{version: version, key: key, aead: gcm(key)} }

// NewKey draws the key of a container; versions count from 1.
func NewKey(version int) *Key { return keyOf(version, random(keySize)) }

// Version is the version of the container's key.
func (k *Key) Version() int { return k.version }

// Wipe overwrites the key; it opens nothing afterwards.
func (k *Key) Wipe() {
	clear(k.key)
	k.key, k.aead = nil, nil
}
