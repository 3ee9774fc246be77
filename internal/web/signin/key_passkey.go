package signin

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
)

func (p Pages) offerPasskey(r *page.Request, k *identity.Kit) error {
	known, err := p.has(r, k)
	if err != nil {
		return err
	}
	c, err := k.OfferPasskey(r.Context(), known, r.Now)
	return ceremony(r, c, err)
}

// makePasskey takes a new passkey. Many platforms say the output of its function only at a second
// touch, which the next page asks (W4).
func (p Pages) makePasskey(r *page.Request, k *identity.Kit) error {
	made, err := k.AcceptPasskey(r.Context(), r.Text("ceremony"), []byte(r.PostForm.Get("answer")), prf(r), r.Now)
	return p.madePasskey(r, k, made, err)
}

func (p Pages) askPRF(r *page.Request, k *identity.Kit) error {
	c, err := k.AskPRF(r.Context(), r.Now)
	return ceremony(r, c, err)
}

func (p Pages) readPRF(r *page.Request, k *identity.Kit) error {
	made, err := k.AcceptPRF(r.Context(), r.Text("ceremony"), []byte(r.PostForm.Get("answer")), prf(r), r.Now)
	return p.madePasskey(r, k, made, err)
}

func (p Pages) madePasskey(r *page.Request, k *identity.Kit, made identity.PasskeyMade, err error) error {
	err = saved(r, k, err)
	forget(r, "answer", "prf", "ceremony")
	if err == nil && made != identity.PasskeyOpens {
		return r.Show(i18n.T(r.Context(), "passkey."+string(made)+".title"),
			passkeyView(string(made), r.Form("/keys/passkey/read"), page.Help(r, "gdpr-32")))
	}
	if done, err := r.Done("", err, page.To("/keys")); done {
		return err
	}
	return p.keys(r, k)
}

// unread asks for the second touch again, for somebody who left that page.
func (p Pages) unread(r *page.Request, k *identity.Kit) error {
	if !k.Unread() {
		return r.Go("/keys")
	}
	return r.Show(i18n.T(r.Context(), "passkey.unread.title"),
		passkeyView(string(identity.PasskeyUnread), r.Form("/keys/passkey/read"), page.Help(r, "gdpr-32")))
}
