package seal

import (
	"crypto/hpke"
	"fmt"
)

// sealTo seals to a public key by HPKE in one shot. One-shot HPKE has no additional data, so head and
// context go into info, which binds just as well.
func sealTo(public, context, plain []byte) ([]byte, error) {
	to, err := hpke.MLKEM768X25519().NewPublicKey(public)
	if err != nil {
		return nil, fmt.Errorf("read public key: %w", err)
	}
	front := head(suiteHPKE, noEpoch)
	info := append(front[:headSize:headSize], context...)
	sealed, err := hpke.Seal(to, hpke.HKDFSHA256(), hpke.AES256GCM(), info, plain)
	if err != nil {
		return nil, fmt.Errorf("seal to public key: %w", err)
	}
	return append(front, sealed...), nil
}

func openWith(private hpke.PrivateKey, context, blob []byte) ([]byte, error) {
	rest, err := innerRest(blob, suiteHPKE)
	if err != nil {
		return nil, err
	}
	info := append(blob[:headSize:headSize], context...)
	plain, err := hpke.Open(private, hpke.HKDFSHA256(), hpke.AES256GCM(), info, rest)
	if err != nil {
		return nil, ErrBroken
	}
	return plain, nil
}
