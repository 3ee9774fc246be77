package signin

import (
	"context"
	"net/url"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
)

// stepUp asks somebody who is signed in to unlock again before a weighty step, and leads back.
func (p Pages) stepUp(r *page.Request) error {
	if r.Posted() {
		err := p.again(r)
		forget(r, "passphrase", "code", "shown")
		if done, err := r.Done("", err, page.To(page.Local(r.FormValue("to")))); done {
			return err
		}
	}
	return p.showStepUp(r)
}

// showStepUp asks for the keys of who is signed in; somebody who plays a role has them one press away.
func (p Pages) showStepUp(r *page.Request) error {
	back := page.Local(r.FormValue("to"))
	if r.Frame.Roles {
		return r.Show(i18n.T(r.Context(), "step_up.title"), roleStepUpView(r.Form("/practice/as"), back))
	}
	to := "?to=" + url.QueryEscape(back)
	return r.Show(i18n.T(r.Context(), "step_up.title"),
		stepUpView(r.Form("/step-up"+to), r.Form("/step-up/passkey"+to), page.Help(r, "gdpr-32")))
}

// again proves with passphrase and second factor; the budget is that of the session, not of the account.
func (p Pages) again(r *page.Request) error {
	c, err := p.look(r, func(ctx context.Context, tx identity.Tx) (identity.Candidate, error) {
		if shown := r.Text("shown"); shown != "" {
			return p.Door.LookShown(ctx, tx, shown, r.Now)
		}
		return p.Door.LookAgain(ctx, tx, r.Who.Session)
	})
	if err != nil {
		return err
	}
	proof, err := p.Door.ProvePassphrase(r.Context(), c, r.PostForm.Get("passphrase"), r.Text("code"), from(r), r.Now)
	if err != nil {
		return p.refuse(r, c, err)
	}
	return p.renew(r, c, proof)
}

// renew gives the session a new cookie.
func (p Pages) renew(r *page.Request, c identity.Candidate, proof *identity.Proof) error {
	e, err := p.enter(r, proof)
	if err != nil {
		return p.refuse(r, c, err)
	}
	s, err := p.Door.Renew(r.Context(), e, r.Who.Session, r.Now)
	if err != nil {
		return p.refuse(r, c, err)
	}
	r.SetCookie(page.SessionCookie, s.Cookie(), 0)
	return nil
}

func (p Pages) stepUpPasskey(r *page.Request) error {
	c, proof, shown, err := p.provePasskey(r, from(r))
	forget(r, "answer", "prf", "ceremony")
	to := page.Local(r.FormValue("to"))
	if err == nil && shown != "" {
		f := r.Form("/step-up?to=" + url.QueryEscape(to))
		return r.Show(i18n.T(r.Context(), "step_up.title"), shownView(f, shown, page.Help(r, "gdpr-32")))
	}
	if err == nil {
		err = p.renew(r, c, proof)
	}
	if done, err := r.Done("", err, page.To(to)); done {
		return err
	}
	return p.showStepUp(r)
}
