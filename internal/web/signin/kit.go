package signin

import (
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
)

// kitPage is a page on which keys are being made.
type kitPage func(*page.Request, *identity.Kit) error

// withKit gives a page the keys in the making; without a session that may make any, it leads to what
// unlocks. The master key is forgotten when the page is done.
func (p Pages) withKit(f kitPage) func(*page.Request) error {
	return func(r *page.Request) (err error) {
		var k *identity.Kit
		err = p.Book.Read(r.Context(), func(tx identity.Tx) error {
			k, err = p.Door.ResumeKit(r.Context(), tx, r.CookieValue(page.SessionCookie), r.Now)
			return err
		})
		if err != nil {
			return err
		}
		defer k.Drop()
		return f(r, k)
	}
}

// saved keeps the kit for the next page, unless the step was refused.
func saved(r *page.Request, k *identity.Kit, err error) error {
	if err != nil {
		return err
	}
	return k.Save(r.Context(), r.Now)
}

// has tells which kinds of unlocker the person has, in this kit or before.
func (p Pages) has(r *page.Request, k *identity.Kit) (list []identity.Unlocker, err error) {
	if k.Enrolling() {
		return k.Made(), nil
	}
	err = p.Book.Read(r.Context(), func(tx identity.Tx) error {
		list, err = p.Door.Unlockers(r.Context(), tx, k.Session().Row.Person)
		return err
	})
	return append(list, k.Made()...), err
}
