package practice

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// enter lets the visitor in as one of the people: the ordinary unlock, with the secret that stands in
// the practice folder (settled 26). Whoever was signed in in this browser is out. Without a role it is the
// unlock that a weighty step asks of who is signed in.
func (p Pages) enter(r *page.Request) error {
	role, ok := p.role(r)
	if !ok {
		return livc.NotFound()
	}
	s, err := p.unlock(r, role)
	if err != nil {
		return err
	}
	r.SetCookie(page.SessionCookie, s.Cookie(), 0)
	if err := s.Show(r.Context(), r.Frame.Lang, string(r.Frame.Theme)); err != nil {
		return err
	}
	err = p.Book.Read(r.Context(), func(tx identity.Tx) error {
		return p.Door.ChooseHat(r.Context(), tx, s, role.Livc, role.Hat)
	})
	if err != nil {
		return err
	}
	if to := r.Text("to"); to != "" {
		return r.Go(page.Local(to))
	}
	return r.Go(p.address(r.Text("stop")))
}

func (p Pages) role(r *page.Request) (Role, bool) {
	if stem := r.Text("role"); stem != "" {
		return p.Hall.Cast().Role(stem)
	}
	return p.Hall.Cast().Of(r.Who.Actor.Hat)
}

func (p Pages) unlock(r *page.Request, role Role) (s *identity.Session, err error) {
	var c identity.Candidate
	err = p.Book.Read(r.Context(), func(tx identity.Tx) error {
		c, err = p.Door.LookPractice(r.Context(), tx, role.Person)
		return err
	})
	if err != nil {
		return nil, err
	}
	proof, err := p.Door.ProvePractice(c, r.Now)
	if err != nil {
		return nil, err
	}
	var e identity.Entry
	by := deed.By{Actor: livc.Actor{Livc: livc.Installation, Person: proof.Person(), Function: livc.System}}
	err = p.Gate.Do(r.Context(), by, access.SignIn, access.Whole(livc.Installation), func(tx *deed.Tx) error {
		e, err = p.Door.Enter(tx.Context(), tx.Handle(), proof, r.Now)
		return err
	})
	if err != nil {
		proof.Drop()
		return nil, err
	}
	return p.Door.Begin(r.Context(), e, r.CookieValue(page.SessionCookie), r.Now)
}
