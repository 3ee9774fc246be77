package signin

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// record does a deed of the system for a person, in the log of the installation.
func (p Pages) record(ctx context.Context, a access.Action, person livc.ID, f func(*deed.Tx) error) error {
	by := deed.By{Actor: livc.Actor{Livc: livc.Installation, Person: person, Function: livc.System}}
	return p.Gate.Do(ctx, by, a, access.Whole(livc.Installation), f)
}

// enter uses up the second factor and records that somebody signed in.
func (p Pages) enter(r *page.Request, proof *identity.Proof) (e identity.Entry, err error) {
	err = p.record(r.Context(), access.SignIn, proof.Person(), func(tx *deed.Tx) error {
		e, err = p.Door.Enter(tx.Context(), tx.Handle(), proof, r.Now)
		return err
	})
	if err != nil {
		proof.Drop()
	}
	return e, err
}

// refuse records a failed unlock; the answer stays the one it was. A limit that was reached leaves no
// leaf, so that nobody fills the log (settled 15).
func (p Pages) refuse(r *page.Request, c identity.Candidate, why error) error {
	if livc.KindOf(why) != livc.InvalidKind {
		return why
	}
	err := p.record(r.Context(), access.RefuseSignIn, "", func(tx *deed.Tx) error {
		return p.Door.Fail(tx.Context(), tx.Handle(), c, r.Now)
	})
	if err != nil {
		return err
	}
	return why
}

// look reads who somebody may be.
func (p Pages) look(r *page.Request, f func(context.Context, identity.Tx) (identity.Candidate, error)) (c identity.Candidate, err error) {
	err = p.Book.Read(r.Context(), func(tx identity.Tx) error {
		c, err = f(r.Context(), tx)
		return err
	})
	return c, err
}

// forget takes what must not come back out of a form.
func forget(r *page.Request, fields ...string) {
	for _, f := range fields {
		r.PostForm.Del(f)
	}
}
