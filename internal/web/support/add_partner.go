package support

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

func (p Pages) addPartner(r *page.Request) error {
	if r.Posted() {
		made, err := p.Support.AddPartner(r.Context(), r.By(), support.AddPartner{
			Name: r.Text("name"), Category: r.Text("category"), Domain: r.Text("domain")})
		if done, err := r.Done(made, err, page.To("/network")); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "add_partner.title"),
		addPartnerView(r.Form("/network/partner"), categories(r), page.Help(r, "vl-services", "memo-excluded")))
}

// categories are the kinds of service that may be invited; the excluded bodies stand in the list too,
// so that choosing one tells why it cannot be (R2.3-e).
func categories(r *page.Request) []ui.Choice {
	list := []ui.Choice{{Value: "", Label: i18n.T(r.Context(), "form.choose")}}
	for _, s := range law.Services() {
		if s.Regime != livc.RegimeMunicipal || s.Category != "municipality" {
			list = append(list, ui.Choice{Value: string(s.Category), Label: law.NameIn(s.Name, r.Frame.Lang)})
		}
	}
	for _, x := range law.Exclusions() {
		list = append(list, ui.Choice{Value: string(x.Category), Label: law.NameIn(x.Name, r.Frame.Lang)})
	}
	return list
}
