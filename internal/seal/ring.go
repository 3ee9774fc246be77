package seal

import (
	"crypto/cipher"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Ring holds the epoch keys: one, or two while an epoch turns. Every row that holds a wrapped key
// lies under one of them, so that destroying an epoch key makes what was erased unreadable in every
// backup as well (settled 10). Dutch: tijdvaksleutels.
type Ring struct {
	mute
	current uint32
	keys    map[uint32]cipher.AEAD
}

// NewEpochKey draws the key of a new epoch: 32 bytes.
func NewEpochKey() []byte { return random(keySize) }

// NewRing makes a ring of one or two epoch keys; epochs count from 1, and current is one of them.
func NewRing(current uint32, keys map[uint32][]byte) (*Ring, error) {
	if len(keys) > 2 {
		return nil, fmt.Errorf("ring of %d epochs: at most two live at once", len(keys))
	}
	if _, ok := keys[current]; !ok || current == noEpoch {
		return nil, fmt.Errorf("ring at epoch %d: %w", current, ErrUnknown)
	}
	r := &Ring{current: current, keys: map[uint32]cipher.AEAD{}}
	for n, k := range keys {
		key, err := exactKey("epoch key", k)
		if err != nil || n == noEpoch {
			return nil, fmt.Errorf("epoch %d: %w", n, ErrWeak)
		}
		r.keys[n] = gcm(key)
		clear(key)
	}
	return r, nil
}

// LoadRing reads the files epoch-0001 and so on (see CreateKeyFile) from dir; the highest number is
// the current epoch. Other files in dir are left alone.
func LoadRing(dir string) (*Ring, error) {
	files, err := os.ReadDir(dir)
	if err != nil {
		return nil, fmt.Errorf("load epoch keys: %w", err)
	}
	keys, highest := map[uint32][]byte{}, noEpoch
	for _, f := range files {
		n, ok := epochNumber(f.Name())
		if !ok {
			continue
		}
		if keys[n], err = ReadKeyFile(filepath.Join(dir, f.Name())); err != nil {
			return nil, fmt.Errorf("load epoch keys: %w", err)
		}
		highest = max(highest, n)
	}
	return NewRing(highest, keys)
}

// epochNumber reads the number from a name that EpochFile gives, and no other spelling of it.
func epochNumber(name string) (uint32, bool) {
	n, err := strconv.ParseUint(strings.TrimPrefix(name, epochPrefix), 10, 32)
	return uint32(n), err == nil && EpochFile(uint32(n)) == name
}

// Current is the epoch under which new rows are wrapped.
func (r *Ring) Current() uint32 { return r.current }

// Wrap puts the outer layer around a wrapped key row of table; key is its primary key as text.
func (r *Ring) Wrap(b Base, table, key string, inner []byte) []byte {
	return sealBy(r.keys[r.current], head(suiteAEAD, r.current), outerContext(b, table, key, r.current), inner)
}

// Unwrap takes the outer layer off. ErrUnknown: the row lies under an epoch that is not in the ring,
// which is how erased rows in old backups end. ErrBroken: not this row, or changed.
func (r *Ring) Unwrap(b Base, table, key string, outer []byte) ([]byte, error) {
	k, epoch, err := r.over(outer)
	if err != nil {
		return nil, err
	}
	return openBy(k, outer[:headSize], outerContext(b, table, key, epoch), outer[headSize:])
}

// over gives the epoch key that an outer layer lies under.
func (r *Ring) over(outer []byte) (cipher.AEAD, uint32, error) {
	epoch, err := EpochOf(outer)
	if err != nil {
		return nil, 0, err
	}
	k, ok := r.keys[epoch]
	if !ok {
		return nil, 0, ErrUnknown
	}
	return k, epoch, nil
}

func outerContext(b Base, table, key string, epoch uint32) []byte {
	return appendOuter(make([]byte, 0, 256), b, table, []byte(key), epoch)
}

func appendOuter(to []byte, b Base, table string, key []byte, epoch uint32) []byte {
	return appendFields(b.appendContext(to, "epoch", strconv.FormatUint(uint64(epoch), 10), table), key)
}
