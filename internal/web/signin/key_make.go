package signin

import (
	"net/http"
	"strconv"

	"rsc.io/qr"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// passphrase makes a passphrase; six drawn words are offered, to take or to leave.
func (p Pages) passphrase(r *page.Request, k *identity.Kit) error {
	if r.Posted() {
		err := twice(r)
		if err == nil {
			err = k.SetPassphrase(r.Context(), r.PostForm.Get("passphrase"), r.Now)
		}
		err = saved(r, k, err)
		forget(r, "passphrase", "again")
		if done, err := r.Done("", err, page.To("/keys")); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "keys.passphrase.title"),
		passphraseView(r.Form("/keys/passphrase"), identity.NewPassphrase(), page.Help(r, "gdpr-32")))
}

func twice(r *page.Request) error {
	if r.PostForm.Get("passphrase") != r.PostForm.Get("again") {
		return livc.Invalid("passphrase.differs").At("again")
	}
	return nil
}

// newTOTP draws a second factor, to be put in an app.
func (p Pages) newTOTP(r *page.Request, k *identity.Kit) error {
	_, _, err := k.ProposeTOTP()
	if err := saved(r, k, err); err != nil {
		return err
	}
	return r.Go("/keys/totp")
}

// totp shows the second factor that was drawn and takes its first code.
func (p Pages) totp(r *page.Request, k *identity.Kit) error {
	if r.Posted() {
		err := saved(r, k, k.ProveTOTP(r.Text("code"), r.Now))
		forget(r, "code")
		if done, err := r.Done("", err, page.To("/keys")); done {
			return err
		}
	}
	secret, address, err := k.Proposed()
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "keys.totp.title"),
		totpView(r.Form("/keys/totp"), r.Form("/keys/totp/new"), spaced(secret), address, page.Help(r, "gdpr-32")))
}

// spaced writes a secret in groups of four, to be typed over.
func spaced(s string) (out string) {
	for i := 0; i < len(s); i += 4 {
		out += s[i:min(i+4, len(s))] + " "
	}
	return out
}

// totpImage is the address of the second factor as a picture to scan. It stands at an address of this
// site, bound to the session: the policy of the pages allows no picture inside a page.
func (p Pages) totpImage(r *page.Request, k *identity.Kit) error {
	_, address, err := k.Proposed()
	if err != nil {
		return err
	}
	if address == "" {
		return livc.NotFound()
	}
	c, err := qr.Encode(address, qr.M)
	if err != nil {
		return err
	}
	b := c.PNG()
	r.Writer().Header().Set("Content-Type", "image/png")
	r.Writer().Header().Set("Content-Length", strconv.Itoa(len(b)))
	r.Writer().WriteHeader(http.StatusOK)
	_, _ = r.Writer().Write(b) // a client that left misses nothing
	return nil
}

// newRecovery draws a recovery code, shown until it was typed back in part.
func (p Pages) newRecovery(r *page.Request, k *identity.Kit) error {
	_, err := k.PrintRecovery()
	if err := saved(r, k, err); err != nil {
		return err
	}
	return r.Go("/keys/recovery")
}

// recovery shows the recovery code to print, and asks two of its groups back: the paper is really there.
func (p Pages) recovery(r *page.Request, k *identity.Kit) error {
	if r.Posted() {
		err := saved(r, k, k.KeepRecovery([]string{r.Text("first"), r.Text("second")}, r.Now))
		if done, err := r.Done("", err, page.To("/keys")); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "keys.recovery.title"),
		recoveryView(r.Form("/keys/recovery"), r.Form("/keys/recovery/new"), k.Printed(), k.Asked(), page.Help(r, "gdpr-32")))
}
