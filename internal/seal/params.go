package seal

import (
	"encoding/binary"

	"golang.org/x/crypto/argon2"
)

// Params say how dear guessing a passphrase is made by Argon2id: Memory in KiB, Time in passes,
// Threads in lanes.
type Params struct {
	Memory, Time uint32
	Threads      uint8
}

// DefaultParams take 64 MiB, three passes and one lane: about 150 ms on the machine we measured.
func DefaultParams() Params { return Params{Memory: 64 << 10, Time: 3, Threads: 1} }

// The most that a stored row may ask for: whoever can write the database must not be able to exhaust
// the memory of the server with one number.
const (
	maxMemory  uint32 = 256 << 10
	maxTime    uint32 = 10
	maxThreads uint8  = 8
)

const paramsSize = 9

func (p Params) bounded() bool {
	return p.Threads >= 1 && p.Threads <= maxThreads && p.Time >= 1 && p.Time <= maxTime &&
		p.Memory >= 8*uint32(p.Threads) && p.Memory <= maxMemory
}

// append writes the params as they stand in the front of a blob.
func (p Params) append(to []byte) []byte {
	to = binary.BigEndian.AppendUint32(to, p.Memory)
	to = binary.BigEndian.AppendUint32(to, p.Time)
	return append(to, p.Threads)
}

func readParams(b []byte) (Params, error) {
	if len(b) < paramsSize {
		return Params{}, ErrUnknown
	}
	p := Params{Memory: binary.BigEndian.Uint32(b), Time: binary.BigEndian.Uint32(b[4:]), Threads: b[8]}
	if !p.bounded() {
		return Params{}, ErrUnknown
	}
	return p, nil
}

// stretch makes a strong secret out of a passphrase, at the price that p names.
func (p Params) stretch(passphrase, salt []byte) []byte {
	return argon2.IDKey(passphrase, salt, p.Time, p.Memory, p.Threads, keySize)
}

// ParamsOf tells what a passphrase row was made with, so that it can be made anew with higher
// params after the person has unlocked.
func ParamsOf(wrapped []byte) (Params, error) {
	rest, err := innerRest(wrapped, suiteArgon)
	if err != nil {
		return Params{}, err
	}
	return readParams(rest)
}
