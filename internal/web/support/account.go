package support

import (
	"errors"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// card reads whose page this is, after a step-up; who may not do the deed finds no page.
func (p Pages) card(r *page.Request, a access.Action) (c support.RoleCard, err error) {
	hat, err := r.ID("hat")
	if err != nil {
		return c, err
	}
	if err := r.Fresh(); err != nil {
		return c, err
	}
	c, err = p.Support.Person(r.Context(), r.By(), hat)
	if err == nil && !c.May[a] {
		err = livc.NotFound()
	}
	return c, err
}

func (p Pages) invitePerson(r *page.Request) error {
	c, err := p.card(r, access.InvitePerson)
	if err != nil {
		return err
	}
	ctx := r.Context()
	if r.Posted() {
		code, err := p.Support.InvitePerson(ctx, r.By(), c.ID)
		var again *deed.Repeated
		if errors.As(err, &again) {
			return r.Go(personPath(c.ID)) // the code was shown once; a new invitation gives a new one
		}
		if err != nil {
			return err
		}
		return r.Show(i18n.T(ctx, "invite_person.done"), codeView(toPerson(r, c.ID), c.Name.Reveal(), code))
	}
	return ask{Back: toPerson(r, c.ID), Title: i18n.T(ctx, "invite_person.title"), Lead: i18n.T(ctx, "invite_person.lead", "Name", c.Name.Reveal()),
		Points: []string{i18n.T(ctx, "invite_person.link"), i18n.T(ctx, "invite_person.code"), i18n.T(ctx, "invite_person.words")},
		Button: i18n.T(ctx, "invite_person.button"), Help: page.Help(r, "gdpr-29")}.show(r)
}

func (p Pages) confirmPerson(r *page.Request) error {
	c, err := p.card(r, access.ConfirmPerson)
	if err != nil {
		return err
	}
	if r.Posted() {
		err := p.Support.ConfirmPerson(r.Context(), r.By(), c.ID)
		if done, err := r.Done(c.ID, err, page.To(personPath(c.ID))); done {
			return err
		}
	}
	if len(c.Words) == 0 {
		return livc.Conflict("conflict.not_enrolled")
	}
	ctx := r.Context()
	return ask{Back: toPerson(r, c.ID), Title: i18n.T(ctx, "confirm_person.title"), Lead: i18n.T(ctx, "confirm_person.lead", "Name", c.Name.Reveal()),
		Points: []string{i18n.T(ctx, "confirm_person.ask"), i18n.T(ctx, "confirm_person.differ")},
		Words:  c.Words, Button: i18n.T(ctx, "confirm_person.button"), Help: page.Help(r, "gdpr-29")}.show(r)
}

func (p Pages) removePerson(r *page.Request) error {
	c, err := p.card(r, access.RemovePerson)
	if err != nil {
		return err
	}
	if r.Posted() {
		err := p.Support.RemovePerson(r.Context(), r.By(), c.ID)
		if done, err := r.Done(c.ID, err, page.To("/network")); done {
			return err
		}
	}
	ctx := r.Context()
	return ask{Back: toPerson(r, c.ID), Title: i18n.T(ctx, "remove_person.title"), Lead: i18n.T(ctx, "remove_person.lead", "Name", c.Name.Reveal()),
		Points: []string{i18n.T(ctx, "remove_person.keys"), i18n.T(ctx, "remove_person.dossiers"), i18n.T(ctx, "remove_person.secrecy"), i18n.T(ctx, "remove_person.back")},
		Button: i18n.T(ctx, "remove_person.button"), Help: page.Help(r, law.ProfessionalSecrecyDuty, "gdpr-29")}.show(r)
}

func (p Pages) recordClearance(r *page.Request) error {
	c, err := p.card(r, access.RecordClearance)
	if err != nil {
		return err
	}
	if r.Posted() {
		until, fault := r.Day("until")
		if fault != nil {
			r.Faulty(fault)
		} else {
			err := p.Support.RecordClearance(r.Context(), r.By(), c.ID, until)
			if done, err := r.Done(c.ID, err, page.To(personPath(c.ID))); done {
				return err
			}
		}
	}
	ctx := r.Context()
	return ask{Back: toPerson(r, c.ID), Title: i18n.T(ctx, "record_clearance.title"), Lead: i18n.T(ctx, "record_clearance.lead"),
		Fields: untilField(string(c.ClearedUntil)), Button: i18n.T(ctx, "record_clearance.button"), Help: page.Help(r, law.PoliceCleared)}.show(r)
}
