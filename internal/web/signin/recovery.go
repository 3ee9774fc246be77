package signin

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
)

// recover signs in with the printed code. The session that follows makes a new key, and nothing else.
// The mail address alone opens nothing (W1).
func (p Pages) recover(r *page.Request) error {
	if r.Posted() {
		to, err := p.byRecovery(r)
		forget(r, "recovery")
		if done, err := r.Done("", err, page.To(to)); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "signin.recovery.title"), recoverView(r.Form("/sign-in/recovery"), page.Help(r, "gdpr-32")))
}

func (p Pages) byRecovery(r *page.Request) (to string, err error) {
	c, err := p.look(r, func(ctx context.Context, tx identity.Tx) (identity.Candidate, error) {
		return p.Door.Look(ctx, tx, r.Contact("mail"))
	})
	if err != nil {
		return "", err
	}
	proof, err := p.Door.ProveRecovery(r.Context(), c, r.PostForm.Get("recovery"), identity.From{Address: r.Address}, r.Now)
	if err != nil {
		return "", p.refuse(r, c, err)
	}
	return p.begin(r, c, proof)
}
