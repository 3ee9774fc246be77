package transfer

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// addressPage is where other towns send a file to the list of this one.
type addressPage struct {
	Town  string
	Words []string
	Text  string
	Form  ui.Form
}

func (p Pages) address(r *page.Request) error {
	if r.Posted() {
		if err := r.Fresh(); err != nil {
			return err
		}
		if done, err := r.Done("", p.Referrals.MakeAddress(r.Context(), r.By()), page.To("/transfer")); done {
			return err
		}
	}
	v, err := p.ownAddress(r)
	if err != nil {
		return err
	}
	v.Form = r.Form("/transfer")
	return r.Show(i18n.T(r.Context(), "transfer_address.title"), addressView(v, page.Help(r, law.MayorToMayor, law.MayorsList)))
}

// ownAddress opens the address of the own list; without one the words are empty.
func (p Pages) ownAddress(r *page.Request) (v addressPage, err error) {
	a, err := p.Referrals.Address(r.Context(), r.Actor)
	if err != nil || !a.Made() {
		return addressPage{Town: a.Municipality.Name}, err
	}
	to, err := a.Address()
	words := to.Words()
	return addressPage{Town: a.Municipality.Name, Words: words[:], Text: to.Text()}, err
}

// addressFile gives the address as a text file: it is no secret.
func (p Pages) addressFile(r *page.Request) error {
	v, err := p.ownAddress(r)
	if err == nil && v.Text == "" {
		err = livc.NotFound()
	}
	if err != nil {
		return err
	}
	return r.Leave(i18n.T(r.Context(), "transfer_address.file")+".txt", "text/plain; charset=utf-8", []byte(v.Text), "/transfer")
}

func (p Pages) printAddress(r *page.Request) error {
	v, err := p.ownAddress(r)
	if err == nil && v.Text == "" {
		err = livc.NotFound()
	}
	if err != nil {
		return err
	}
	f := r.Frame
	f.Title = i18n.T(r.Context(), "transfer_address.paper", "Town", v.Town)
	return r.Print(addressPaper(ui.Paper{Frame: f, Back: "/transfer", Dossier: true}, v))
}

// enumChoices names the values of an enumeration for radios.
func enumChoices[S ~string](ctx context.Context, typ string, values []S) (list []ui.Choice) {
	for _, v := range values {
		list = append(list, ui.Choice{Value: string(v), Label: i18n.Enum(ctx, typ, v)})
	}
	return list
}

// most is how big a file may be, as the page says it.
const most = deed.MaxTransfer >> 10
