package discussion

import (
	"net/url"
	"strconv"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// tellMore shows the guide again, filled with what was told.
func (p Before) tellMore(r *page.Request) error {
	id, err := p.referral(r)
	if err != nil {
		return err
	}
	if r.Posted() {
		in := heard(r, "")
		err := p.Referrals.TellMore(r.Context(), r.By(), discussion.TellMore{Referral: id, Revision: r.Number("revision"), Told: in.Told,
			Ages: in.Ages, Sector: in.Sector, Consent: in.Consent})
		if done, err := r.Done("", err, page.To(deskPath(id))); done {
			return err
		}
	}
	d, err := p.look(r)
	if err != nil {
		return err
	}
	v := listenPage{More: true, Numbers: factNumbers(), Form: r.Form(deskPath(id) + "/more")}
	for _, n := range v.Numbers {
		v.Typed = append(v.Typed, n < len(d.Told.Facts))
	}
	v.Form.Revision = strconv.Itoa(d.Referral.Revision)
	if !r.Posted() {
		v.Form.Typed = ui.TypedIn(valuesOf(d))
	}
	return r.Show(i18n.T(r.Context(), "tell_more.title"), listenView(v, page.Help(r, "vl-oral-referral", "livc-3-2-list")))
}

// valuesOf is what was told as the guide holds it.
func valuesOf(d discussion.ReferralDesk) url.Values {
	t, ref := d.Told, d.Referral
	v := url.Values{"danger": {"no"}, "referrer": {t.Referrer.Reveal()}, "first": {t.First.Reveal()}, "last": {t.Last.Reveal()}, "birth_year": {t.BirthYear.Reveal()},
		"town": {t.Town.Reveal()}, "goes_well": {t.GoesWell.Reveal()}, "indication": {t.Indication.Reveal()}, "tried": {t.Tried.Reveal()},
		"asked": {t.Asked.Reveal()}, "wanted": {t.Wanted.Reveal()}, "child": {t.Child.Reveal()},
		"sector": {string(ref.Sector)}, "ages": {string(ref.Ages)}, "consent": {string(ref.Consent)}}
	for i, f := range t.Facts {
		name := discussion.FactField(i)
		v.Set(name, f.What.Reveal())
		v.Set(name+"_when", f.When.Reveal())
		v.Set(name+"_source", f.Source.Reveal())
	}
	return v
}
