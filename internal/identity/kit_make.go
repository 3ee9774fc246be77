package identity

import (
	"context"
	"crypto/rand"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// SetPassphrase makes a passphrase unlocker, or says why the passphrase is refused.
func (k *Kit) SetPassphrase(ctx context.Context, text string, now time.Time) error {
	if err := CheckPassphrase(text, livc.NewContact(k.state.Name)); err != nil {
		return err
	}
	return k.door.admission.Do(ctx, func() error {
		u, err := k.door.wrap(Passphrase, k.state.Person, []byte(NormalPassphrase(text)), k.master)
		if err == nil {
			k.add(u, now)
		}
		return err
	})
}

// ProposeTOTP draws a second factor to put in an app: its secret to type, its address to scan.
func (k *Kit) ProposeTOTP() (secret, address string, err error) {
	k.state.TOTP, address, err = NewTOTP(k.state.Name)
	return k.state.TOTP, address, err
}

// ProveTOTP takes the second factor once its first code is right. That code is used up.
func (k *Kit) ProveTOTP(code string, now time.Time) error {
	step, ok := CheckTOTP(k.state.TOTP, code, now, 0)
	if k.state.TOTP == "" || !ok {
		return livc.Invalid("totp.wrong").At("code")
	}
	id, err := livc.NewID(rand.Reader)
	if err != nil {
		return err
	}
	u := Unlocker{ID: id, Person: k.state.Person, Kind: TOTP, Step: step}
	if err := k.door.sealTOTP(&u, k.master, k.state.TOTP); err != nil {
		return err
	}
	k.state.TOTP = ""
	k.add(u, now)
	return nil
}

// PrintRecovery draws a recovery code and the two groups that will be asked. It is shown once, to be
// printed; it opens nothing before KeepRecovery.
func (k *Kit) PrintRecovery() (code string, err error) {
	k.state.Recovery = seal.NewRecoveryCode()
	k.state.Asked, err = askGroups(k.state.Recovery)
	return k.state.Recovery, err
}

// Asked are the numbers, from one, of the groups of the recovery code that are asked back.
func (k *Kit) Asked() []int { return k.state.Asked }

// KeepRecovery makes the recovery unlocker once the asked groups are typed from the paper.
func (k *Kit) KeepRecovery(typed []string, now time.Time) error {
	if err := kept(k.state.Recovery, k.state.Asked, typed); err != nil {
		return err
	}
	secret, err := seal.ParseRecoveryCode(k.state.Recovery)
	if err != nil {
		return err
	}
	u, err := k.door.wrap(Recovery, k.state.Person, secret, k.master)
	if err != nil {
		return err
	}
	k.state.Recovery, k.state.Asked = "", nil
	k.add(u, now)
	return nil
}
