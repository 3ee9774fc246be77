package seal

import (
	"crypto/hpke"
	"fmt"

	"beraad.eu/livc"
)

// Intake is the key pair of a container that many may write to and few may read: everyone who refers
// seals to the public half, the private half is a record of the list. Dutch: aanmeldbus.
type Intake struct {
	mute
	seed    []byte
	private hpke.PrivateKey
}

// NewIntake draws a key pair.
func NewIntake() (*Intake, error) { return IntakeFrom(random(keySize)) }

// IntakeFrom takes the 32 bytes that Private gave.
func IntakeFrom(seed []byte) (*Intake, error) {
	s, err := exactKey("intake key", seed)
	if err != nil {
		return nil, err
	}
	private, err := hpke.MLKEM768X25519().NewPrivateKey(s)
	if err != nil {
		return nil, fmt.Errorf("read intake key: %w", err)
	}
	return &Intake{seed: s, private: private}, nil
}

// Private is the private half, to be sealed as a record of those who may read; clear it afterwards.
func (i *Intake) Private() []byte { return append([]byte(nil), i.seed...) }

// Public is the half that everyone who refers may know: 1216 bytes.
func (i *Intake) Public() []byte { return i.private.PublicKey().Bytes() }

// intakeDomain keeps signatures on intake keys apart from all others.
const intakeDomain = "intake"

func intakeStatement(b Base, container livc.ID, version int, public []byte) []byte {
	return b.context("intake", string(container), decimal(version), string(public))
}

// SignIntake signs the public half as a holder of the container. Without it, whoever writes to the
// database could put an own key in its place and read what is referred from then on (C7).
func SignIntake(b Base, container livc.ID, version int, public []byte, holder *Hat) []byte {
	return holder.Sign(intakeDomain, intakeStatement(b, container, version, public))
}

// CheckIntake tells whether the holder signed this public half; ask before sealing to it.
func CheckIntake(b Base, container livc.ID, version int, public, signature, holderSig []byte) error {
	if !Verify(holderSig, intakeDomain, intakeStatement(b, container, version, public), signature) {
		return ErrSignature
	}
	return nil
}

// SealToIntake seals a record that its author cannot open again. The body has the form of any other
// record; only the wrapping of its data key differs.
func SealToIntake(b Base, ref Ref, intakePublic, plain []byte) (wrapped, body []byte, err error) {
	if err := ref.check(b, ref.KeyVersion); err != nil {
		return nil, nil, fmt.Errorf("seal %w", err)
	}
	dataKey, body, err := sealBody(b, ref, plain)
	if err != nil {
		return nil, nil, err
	}
	defer clear(dataKey)
	if wrapped, err = sealTo(intakePublic, ref.keyContext(b), dataKey); err != nil {
		return nil, nil, err
	}
	return wrapped, body, nil
}

// Open opens what SealToIntake sealed at the same place.
func (i *Intake) Open(b Base, ref Ref, wrapped, body []byte) ([]byte, error) {
	if err := ref.check(b, ref.KeyVersion); err != nil {
		return nil, fmt.Errorf("open %w", err)
	}
	dataKey, err := openWith(i.private, ref.keyContext(b), wrapped)
	if err != nil {
		return nil, err
	}
	defer clear(dataKey)
	return openBody(b, ref, dataKey, body)
}

// Rewrap wraps the data key of a record for the public half of the next version of its intake; ref
// carries the old version, and the body stays as it is.
func (i *Intake) Rewrap(b Base, ref Ref, nextPublic []byte, next int, wrapped []byte) ([]byte, error) {
	if err := ref.check(b, ref.KeyVersion); err != nil {
		return nil, fmt.Errorf("rewrap %w", err)
	}
	dataKey, err := openWith(i.private, ref.keyContext(b), wrapped)
	if err != nil {
		return nil, err
	}
	defer clear(dataKey)
	ref.KeyVersion = next
	return sealTo(nextPublic, ref.keyContext(b), dataKey)
}
