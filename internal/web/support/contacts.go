package support

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// contactsPage are the groups of civil society with which the municipality talks.
type contactsPage struct {
	Rows         []ui.Row
	Choices      []ui.Choice
	May          bool // the reader keeps this list
	Talked, Gone ui.Form
}

func (p Pages) contacts(r *page.Request) error {
	n, err := p.Support.Network(r.Context(), r.By())
	if err != nil {
		return err
	}
	may, err := p.keeps(r)
	if err != nil {
		return err
	}
	v := contactsPage{May: may, Rows: contactRows(r, n.Contacts), Talked: r.Form("/network/contacts/talked"), Gone: r.Form("/network/contacts/remove")}
	for _, c := range n.Contacts {
		v.Choices = append(v.Choices, ui.Choice{Value: string(c.ID), Label: c.Name})
	}
	i18n.SortBy(r.Context(), v.Choices, func(c ui.Choice) string { return c.Label })
	return r.Show(i18n.T(r.Context(), "contacts.title"), contactsView(v, page.Help(r, law.CivilSociety)))
}

// contactRows are sorted by name; whom to call stands there only for who talks with them.
func contactRows(r *page.Request, list []support.NetworkContact) (rows []ui.Row) {
	ctx := r.Context()
	for _, c := range list {
		row := ui.Row{Text: c.Name, Sub: i18n.Enum(ctx, "contact_kind", c.Kind) + " · " + i18n.Enum(ctx, "dialogue", c.Dialogue) + voice(c),
			Tag: ui.Tag{Text: i18n.T(ctx, "contacts.not_yet"), Tone: ui.Plain}}
		if c.Talked != "" {
			row.Tag.Text = i18n.T(ctx, "contacts.talked", "Day", i18n.ShortDay(ctx, c.Talked))
		}
		rows = append(rows, row)
	}
	i18n.SortBy(ctx, rows, func(row ui.Row) string { return row.Text })
	return rows
}

// voice is one of several people to call, where the reader may know.
func voice(c support.NetworkContact) (text string) {
	for _, part := range []livc.Contact{c.Person, c.Reach} {
		if !part.Empty() {
			text += " · " + part.Reveal()
		}
	}
	return text
}

func (p Pages) addContact(r *page.Request) error {
	if r.Posted() {
		made, err := p.Support.AddContact(r.Context(), r.By(), support.AddContact{Kind: page.Choice(r, "kind", support.ContactKinds()), Name: r.Text("name"),
			Dialogue: page.Choice(r, "dialogue", support.Dialogues()), Person: r.Contact("person"), Reach: r.Contact("reach")})
		if done, err := r.Done(made, err, page.To("/network/contacts")); done {
			return err
		}
	} else if may, err := p.keeps(r); err != nil || !may {
		return orHidden(err)
	}
	ctx := r.Context()
	return r.Show(i18n.T(ctx, "add_contact.title"), addContactView(r.Form("/network/contacts/new"), enumChoices(ctx, "contact_kind", support.ContactKinds()),
		enumChoices(ctx, "dialogue", support.Dialogues()), page.Help(r, law.CivilSociety)))
}

// keeps tells whether the reader is one of those who keep the network and the board of the steps; others
// are shown no form. The gate decides about the deed.
func (p Pages) keeps(r *page.Request) (bool, error) {
	b, err := p.Support.Steps(r.Context(), r.By())
	return b.May, err
}

// orHidden is what a form answers to who has no use for it.
func orHidden(err error) error {
	if err != nil {
		return err
	}
	return livc.NotFound()
}

func (p Pages) noteDialogue(r *page.Request) error {
	return p.onContact(r, "contact", p.Support.NoteDialogue)
}

func (p Pages) removeContact(r *page.Request) error {
	return p.onContact(r, "gone", p.Support.RemoveContact)
}

func (p Pages) onContact(r *page.Request, field string, do func(context.Context, deed.By, livc.ID) error) error {
	id := r.Ref(field)
	if done, err := r.Done(id, do(r.Context(), r.By(), id), page.To("/network/contacts")); done {
		return err
	}
	return p.contacts(r)
}
