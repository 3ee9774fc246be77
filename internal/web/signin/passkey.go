package signin

import (
	"context"
	"encoding/base64"
	"encoding/json"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
)

// ceremony answers the script of a page with what the browser asks its authenticator.
func ceremony(r *page.Request, c identity.Ceremony, err error) error {
	if err != nil {
		return err
	}
	r.Writer().Header().Set("Content-Type", "application/json")
	return json.NewEncoder(r.Writer()).Encode(map[string]any{"token": c.Token, "options": json.RawMessage(c.Options)})
}

// prf reads the output of the passkey's function; none is none.
func prf(r *page.Request) []byte {
	b, err := base64.RawURLEncoding.DecodeString(r.Text("prf"))
	if err != nil {
		return nil
	}
	return b
}

// from says where an attempt comes from: an open session has a budget of its own.
func from(r *page.Request) identity.From {
	return identity.From{Address: r.Address, Session: r.Who.Session}
}

func (p Pages) askPasskey(r *page.Request) error {
	c, err := p.Door.AskPasskey(r.Context(), identity.From{Address: r.Address}, r.Now)
	return ceremony(r, c, err)
}

// provePasskey checks the answer of a passkey. One that opens no keys gives shown, with which the
// passphrase page goes on.
func (p Pages) provePasskey(r *page.Request, from identity.From) (c identity.Candidate, proof *identity.Proof, shown string, err error) {
	answer := []byte(r.PostForm.Get("answer"))
	c, err = p.look(r, func(ctx context.Context, tx identity.Tx) (identity.Candidate, error) {
		return p.Door.LookPasskey(ctx, tx, answer)
	})
	if err == nil {
		proof, shown, err = p.Door.ProvePasskey(r.Context(), c, r.Text("ceremony"), answer, prf(r), from, r.Now)
	}
	if err != nil {
		err = p.refuse(r, c, err)
	}
	return c, proof, shown, err
}

// passkey signs in with a passkey whose function opens the keys, or else asks the passphrase (W4).
func (p Pages) passkey(r *page.Request) error {
	c, proof, shown, err := p.provePasskey(r, identity.From{Address: r.Address})
	forget(r, "answer", "prf", "ceremony")
	if err == nil && shown != "" {
		return r.Show(i18n.T(r.Context(), "signin.shown.title"), shownView(r.Form("/sign-in"), shown, page.Help(r, "gdpr-32")))
	}
	to := ""
	if err == nil {
		to, err = p.begin(r, c, proof)
	}
	if done, err := r.Done("", err, page.To(to)); done {
		return err
	}
	return r.Show(i18n.T(r.Context(), "signin.title"), signInView(r.Form("/sign-in"), r.Form("/sign-in/passkey"), page.Help(r, "gdpr-32")))
}
