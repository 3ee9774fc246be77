package transfer

import (
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// receivePage asks for a file of another town.
type receivePage struct {
	Made bool // the list has an address: without one no file can be for it
	Form ui.Form
}

func (p Pages) receive(r *page.Request) error {
	if r.Posted() {
		made, err := p.Referrals.ReceiveCase(r.Context(), r.By(), r.File())
		if done, err := r.Done(made, err, receivedAt); done {
			return err
		}
	}
	a, err := p.Referrals.Address(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	v := receivePage{Made: a.Made(), Form: r.Form("/receive")}
	v.Form.Upload = true
	return r.Show(i18n.T(r.Context(), "receive_case.title"), receiveView(v, page.Help(r, law.MayorToMayor, law.MayorsList)))
}

func receivedAt(referral livc.ID) string { return "/referrals/" + string(referral) + "/received" }

// receivedPage says which words to say back, and that the gates begin now.
type receivedPage struct {
	Words []string
	Both  bool
	Desk  string
}

func (p Pages) received(r *page.Request) error {
	id, err := r.ID("referral")
	if err != nil {
		return err
	}
	a, err := p.Referrals.Arrival(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	v := receivedPage{Words: strings.Fields(a.Words), Both: a.Both, Desk: "/referrals/" + string(id)}
	return r.Show(i18n.T(r.Context(), "received.title"), receivedView(v, page.Help(r, law.MayorToMayor)))
}
