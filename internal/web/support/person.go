package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

func (p Pages) person(r *page.Request) error {
	hat, err := r.ID("hat")
	if err != nil {
		return err
	}
	c, err := p.Support.Person(r.Context(), r.By(), hat)
	if err != nil {
		return err
	}
	v := personPage{Name: c.Name.Reveal(), Lead: i18n.Enum(r.Context(), "function", c.Function) + ", " + c.In.Name,
		Facts: personFacts(r, c), Duties: duties(r, c.Secrecy), TooMany: c.TooMany, Lapsed: c.Lapsed}
	v.Main, v.Ways = ways(r, c)
	return r.Show(i18n.T(r.Context(), "person.title"), personView(v, page.Help(r, law.Capacity, law.RolesNamed)))
}

// personPage is what the role card shows.
type personPage struct {
	Name, Lead string
	Facts      []ui.Fact
	Duties     []duty
	TooMany    bool
	Lapsed     bool    // the mandate does not hold today
	Main       ui.Link // the one primary way on; empty Href: none
	Ways       []ui.Link
}

// duty is one duty of secrecy with its source.
type duty struct {
	Text  string
	Cites []ui.Cite
}

func personFacts(r *page.Request, c support.RoleCard) []ui.Fact {
	ctx := r.Context()
	var bound []string
	for _, s := range c.Secrecy {
		bound = append(bound, i18n.Enum(ctx, "secrecy", s))
	}
	list := []ui.Fact{
		{Term: i18n.T(ctx, "person.organisation"), Value: c.In.Name},
		{Term: i18n.T(ctx, "person.framework"), Value: i18n.Enum(ctx, "regime", c.In.Regime)},
		{Term: i18n.T(ctx, "person.function"), Value: i18n.Enum(ctx, "function", c.Function)},
		{Term: i18n.T(ctx, "person.speaks_for"), Value: i18n.Enum(ctx, "speaks_for", c.SpeaksFor)},
		{Term: i18n.T(ctx, "person.mandate"), Value: c.Mandate.Text},
		{Term: i18n.T(ctx, "person.mandate_days"), Value: mandateDays(ctx, c.Mandate)},
		{Term: i18n.T(ctx, "person.secrecy"), Values: bound},
		{Term: i18n.T(ctx, "person.account"), Value: i18n.Enum(ctx, "hat_state", c.State)},
	}
	for _, f := range []ui.Fact{
		{Term: i18n.T(ctx, "person.mail"), Value: c.Mail.Reveal()},
		{Term: i18n.T(ctx, "person.phone"), Value: c.Phone.Reveal()},
		{Term: i18n.T(ctx, "person.cleared_until"), Value: i18n.DateOf(ctx, c.ClearedUntil)},
		{Term: i18n.T(ctx, "person.privacy_known"), Value: i18n.DateOf(ctx, c.PrivacyKnown)},
		{Term: i18n.T(ctx, "person.appointed"), Value: i18n.DateOf(ctx, c.Appointed)},
	} {
		if f.Value != "" {
			list = append(list, f)
		}
	}
	return list
}

// mandateDays says from when to when a mandate holds (R2.3.3-e).
func mandateDays(ctx context.Context, m support.Mandate) string {
	switch {
	case m.From == "" && m.Until == "":
		return i18n.T(ctx, "person.mandate_open")
	case m.Until == "":
		return i18n.T(ctx, "person.mandate_from", "From", i18n.DateOf(ctx, m.From))
	}
	return i18n.T(ctx, "person.mandate_until", "From", i18n.DateOf(ctx, m.From), "Until", i18n.DateOf(ctx, m.Until))
}

// duties are the card "my rules": what binds by profession, and the secrecy of the table that binds all.
func duties(r *page.Request, own []livc.Secrecy) (list []duty) {
	for _, d := range law.DutiesOf(own) {
		list = append(list, duty{i18n.T(r.Context(), d.Key), page.Cites(r, d.Norm)})
	}
	return list
}

// ways are the deeds that the reader may do with this card, the most pressing one first.
func ways(r *page.Request, c support.RoleCard) (main ui.Link, more []ui.Link) {
	ctx, at := r.Context(), personPath(c.ID)
	offer := func(a access.Action, when bool, l ui.Link) {
		if c.May[a] && when {
			more = append(more, l)
		}
	}
	listed := c.Function == livc.Representative || c.Function == livc.Coordinator
	offer(access.ConfirmPerson, c.State == support.HatEnrolled, ui.Link{Href: at + "/confirm", Text: i18n.T(ctx, "confirm_person.title")})
	offer(access.InvitePerson, c.State == support.HatEntered, ui.Link{Href: at + "/invite", Text: i18n.T(ctx, "invite_person.title")})
	offer(access.AppointForList, listed && c.HasAccount() && c.Appointed == "", ui.Link{Href: at + "/appoint", Text: i18n.T(ctx, "appoint_for_list.title")})
	offer(access.AppointForList, listed && c.Appointed != "", ui.Link{Href: at + "/revoke", Text: i18n.T(ctx, "revoke_for_list.title")})
	offer(access.RecordClearance, c.Function == livc.Officer, ui.Link{Href: at + "/clearance", Text: i18n.T(ctx, "record_clearance.title")})
	if len(more) > 0 {
		main, more = more[0], more[1:]
	}
	offer(access.EditPerson, true, ui.Link{Href: at + "/edit", Text: i18n.T(ctx, "edit_person.title")})
	offer(access.RemovePerson, !c.ListManager && c.ID != r.Actor.Hat, ui.Link{Href: at + "/remove", Text: i18n.T(ctx, "remove_person.title")})
	return main, more
}
