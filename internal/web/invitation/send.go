package invitation

import (
	"errors"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// send lets what was proposed leave in the mayor's name, and says how many left.
func (p Pages) send(r *page.Request) error {
	got, err := ids(r, "meeting", "case")
	if err != nil {
		return err
	}
	n, err := p.Service.SendInvitations(r.Context(), r.By(), got[0], got[1])
	if err != nil {
		if done, err := r.Done("", err, page.To(caseAddress(got[0], got[1]))); done {
			return err
		}
		return p.showNeeded(r, got[0], got[1])
	}
	return r.Show(i18n.T(r.Context(), "send_invitations.title"), sentView(n, caseAddress(got[0], got[1])))
}

// asError takes an answer for a person out of an error; nil has none.
func asError(err error) *livc.Error {
	var e *livc.Error
	errors.As(err, &e)
	return e
}
