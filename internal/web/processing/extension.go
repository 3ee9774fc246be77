package processing

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// longerPage asks for a motivated extension.
type longerPage struct {
	Back, Lead string
	Criteria   []ui.Choice
	Latest     string
	Form       ui.Form
}

func (p Pages) longer(r *page.Request) error {
	id, err := r.ID("dossier")
	if err != nil {
		return err
	}
	back := "/dossiers/" + string(id)
	if r.Posted() {
		made, err := p.writeExtension(r, id)
		if done, err := r.Done(made, err, page.To(back)); done {
			return err
		}
	}
	o, err := p.Service.OwnDossier(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	latest := i18n.DateOf(r.Context(), law.LatestEnd(o.Retention.Clock.LastDiscussed))
	v := longerPage{Back: back, Lead: i18n.T(r.Context(), "write_extension.lead", "Day", i18n.DateOf(r.Context(), o.Retention.End())),
		Latest: i18n.T(r.Context(), "write_extension.latest", "Day", latest), Form: r.Form(back + "/longer")}
	for _, c := range law.Criteria() {
		v.Criteria = append(v.Criteria, ui.Choice{Value: string(c), Label: i18n.Enum(r.Context(), "criterion", c)})
	}
	return r.Show(i18n.T(r.Context(), "write_extension.title"), longerView(v, page.Help(r, law.RetentionExtended, law.ExtensionTalked)))
}

func (p Pages) writeExtension(r *page.Request, id livc.ID) (livc.ID, error) {
	until, fault := r.Day("until")
	if fault != nil {
		return "", fault
	}
	discussed, fault := r.Day("at_table")
	if fault != nil {
		return "", fault
	}
	return p.Service.WriteExtension(r.Context(), r.By(), id, processing.WriteExtension{Criteria: page.Choices(r, "criteria", law.Criteria()),
		Motivation: r.Secret("motivation"), Link: r.Secret("link"), Until: until, Discussed: discussed})
}

// signRow is one extension that waits for a signature: days only.
type signRow struct {
	Text string
	Form ui.Form
}

func (p Pages) extensions(r *page.Request) error {
	list, err := p.Service.ExtensionsToSign(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	var rows []signRow
	for _, e := range list {
		rows = append(rows, signRow{Form: r.Form("/extensions/" + string(e.Dossier) + "/" + string(e.ID)),
			Text: i18n.T(r.Context(), "sign_extension.line", "Written", i18n.DateOf(r.Context(), e.Written), "Until", i18n.DateOf(r.Context(), e.Until))})
	}
	return r.Show(i18n.T(r.Context(), "sign_extension.title"), signView(rows, page.Help(r, law.RetentionExtended)))
}

func (p Pages) sign(r *page.Request) error {
	if err := r.Fresh(); err != nil {
		return err
	}
	id, err := r.ID("dossier")
	if err != nil {
		return err
	}
	extension, err := r.ID("extension")
	if err != nil {
		return err
	}
	_, err = r.Done(extension, p.Service.SignExtension(r.Context(), r.By(), id, extension), page.To("/extensions"))
	return err
}
