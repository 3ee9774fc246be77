package signin

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// signIn takes mail address, passphrase and code. An unknown account, a wrong passphrase and a wrong
// code get one answer, with one delay (W7).
func (p Pages) signIn(r *page.Request) error {
	if r.Posted() {
		to, err := p.byPassphrase(r)
		forget(r, "passphrase", "code", "shown")
		if done, err := r.Done("", err, page.To(to)); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "signin.title"), signInView(r.Form("/sign-in"), r.Form("/sign-in/passkey"), page.Help(r, "gdpr-32")))
}

func (p Pages) byPassphrase(r *page.Request) (to string, err error) {
	c, err := p.look(r, func(ctx context.Context, tx identity.Tx) (identity.Candidate, error) {
		if shown := r.Text("shown"); shown != "" {
			return p.Door.LookShown(ctx, tx, shown, r.Now)
		}
		return p.Door.Look(ctx, tx, r.Contact("mail"))
	})
	if err != nil {
		return "", err
	}
	proof, err := p.Door.ProvePassphrase(r.Context(), c, r.PostForm.Get("passphrase"), r.Text("code"), identity.From{Address: r.Address}, r.Now)
	if err != nil {
		return "", p.refuse(r, c, err)
	}
	return p.begin(r, c, proof)
}

// begin opens a session after a proof and says where it leads.
func (p Pages) begin(r *page.Request, c identity.Candidate, proof *identity.Proof) (to string, err error) {
	e, err := p.enter(r, proof)
	if err != nil {
		return "", p.refuse(r, c, err)
	}
	s, err := p.Door.Begin(r.Context(), e, r.CookieValue(page.SessionCookie), r.Now)
	if err != nil {
		return "", err
	}
	r.SetCookie(page.SessionCookie, s.Cookie(), 0)
	if err := s.Show(r.Context(), language(r, s), string(r.Frame.Theme)); err != nil {
		return "", err
	}
	if s.Row.Stage == identity.RenewStage {
		return "/renew", nil
	}
	return p.lead(r, s)
}

// language is what was chosen in this browser, else what the account says.
func language(r *page.Request, s *identity.Session) livc.Language {
	if r.CookieValue(page.LookCookie) != "" || s.Row.Language == "" {
		return r.Frame.Lang
	}
	return s.Row.Language
}
