package support

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
)

// contactPoint is where the municipality says where somebody who worries can go.
func (p Pages) contactPoint(r *page.Request) error {
	if r.Posted() {
		err := p.Support.SetContactPoint(r.Context(), r.By(), support.ContactPoint{Service: r.Text("service"), Phone: r.Text("phone"),
			Mail: r.Text("mail"), Address: r.Text("address"), Hours: r.Text("hours")})
		if done, err := r.Done("", err, page.To("/contact/"+string(r.Actor.Livc))); done {
			return err
		}
	}
	c, err := p.Support.ContactPoint(r.Context(), r.By())
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "contact_point.title"), contactPointView(r.Form("/contact-point"), c, page.Help(r, law.LocalChoice, law.KnowYourRules)))
}
