package signin

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/law"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// enrol takes the code that was said face to face. Unknown, used, late and void links answer alike.
func (p Pages) enrol(r *page.Request) error {
	id, err := r.ID("id")
	if err != nil {
		return err
	}
	if r.Posted() {
		to, err := p.afterRules(r, id)
		if done, err := r.Done("", err, page.To(to)); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "enrol.title"), enrolView(r.Form("/enrol/"+string(id)), page.Help(r, "gdpr-29", law.TableSecrecyDuty)))
}

// afterRules asks first whether the rules of privacy and secrecy were read; the day is kept on the role
// card once the person has keys (R2.5.3-l, R6.2-u). An answer that is missing is no guess at the code.
func (p Pages) afterRules(r *page.Request, id livc.ID) (to string, err error) {
	if !r.Yes("rules") {
		return "", livc.Invalid("enrol.rules_first", law.AuthorisedOnly).At("rules")
	}
	return p.guess(r, id)
}

func (p Pages) guess(r *page.Request, id livc.ID) (to string, err error) {
	var g identity.Guess
	err = p.record(r.Context(), access.GuessCode, "", func(tx *deed.Tx) error {
		if g, err = p.Door.GuessCode(tx.Context(), tx.Handle(), id, r.Text("code"), r.Now); err != nil {
			return err
		}
		if !g.Counted() {
			return g.Refusal() // nothing was guessed at, so there is nothing to record
		}
		return nil
	})
	switch {
	case err != nil:
		return "", err
	case g.Refusal() != nil:
		return "", g.Refusal()
	case g.Known:
		return p.join(r, g)
	}
	s, err := p.Door.BeginEnrolling(r.Context(), g, r.CookieValue(page.SessionCookie), r.Now)
	if err != nil {
		return "", err
	}
	r.SetCookie(page.SessionCookie, s.Cookie(), 0)
	return "/keys", s.Show(r.Context(), r.Frame.Lang, string(r.Frame.Theme))
}

// join gives a further hat to somebody who has an account and is signed in.
func (p Pages) join(r *page.Request, g identity.Guess) (to string, err error) {
	if r.Who.Session == nil {
		return "", livc.Invalid("enrol.sign_in_first")
	}
	var out identity.Enrolled
	err = p.record(r.Context(), access.Enrol, r.Actor.Person, func(tx *deed.Tx) error {
		out, err = p.Door.Join(tx.Context(), tx.Handle(), g, r.Who.Session, r.Now)
		return err
	})
	if err != nil {
		return "", err
	}
	out.Hat.Wipe()
	return "/hats", nil
}
