// Package contact holds the public page of the contact point: what a LIVC R is in this town, where somebody
// who worries can go, and whom to call in danger. It takes nothing: it has no form, asks for no data, knows
// nobody, and writes no line in a log. It reads names of towns and of offices only.
package contact

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// Book is what it reads.
type Book interface {
	Read(ctx context.Context, f func(tx identity.Tx) error) error
	// PublicLivcs gives the name of every LIVC R.
	PublicLivcs(ctx context.Context, tx identity.Tx) ([]support.PublicLivc, error)
	// PublicLivc gives one with its towns; NotFound when there is none.
	PublicLivc(ctx context.Context, tx identity.Tx, id livc.ID) (support.PublicLivc, error)
}

// Pages are the public pages.
type Pages struct{ Book Book }

// Routes are their addresses. They stand in the list of what is not recorded (settled 34): who looks at
// them is nobody we know, and there is nothing to know.
func Routes(b Book) []page.Route {
	p := Pages{b}
	return []page.Route{
		{Pattern: "GET /contact", Public: true, Free: true, Handle: p.all},
		{Pattern: "GET /contact/{livc}", Public: true, Free: true, Handle: p.one},
	}
}

// all leads to the one LIVC R that is here, or lets choose.
func (p Pages) all(r *page.Request) (err error) {
	var list []support.PublicLivc
	err = p.Book.Read(r.Context(), func(tx identity.Tx) error {
		list, err = p.Book.PublicLivcs(r.Context(), tx)
		return err
	})
	if err != nil {
		return err
	}
	if len(list) == 1 {
		return p.show(r, list[0].ID)
	}
	var rows []ui.Row
	for _, l := range list {
		rows = append(rows, ui.Row{Href: "/contact/" + string(l.ID), Text: l.Name})
	}
	i18n.SortBy(r.Context(), rows, func(row ui.Row) string { return row.Text })
	return r.Show(i18n.T(r.Context(), "contact.title"), allView(rows))
}

func (p Pages) one(r *page.Request) error {
	id, err := r.ID("livc")
	if err != nil {
		return err
	}
	return p.show(r, id)
}

// view is what the page of one LIVC R shows.
type view struct {
	Name   string
	Places []place
}

// place is one town with its office.
type place struct {
	Town, Service       string
	Phone, Call         string // as text, and as an address to call
	Mail, Where, Opened string
}

func (p Pages) show(r *page.Request, id livc.ID) (err error) {
	var l support.PublicLivc
	err = p.Book.Read(r.Context(), func(tx identity.Tx) error {
		l, err = p.Book.PublicLivc(r.Context(), tx, id)
		return err
	})
	if err != nil {
		return err
	}
	v := view{Name: l.Name}
	for _, t := range l.Towns {
		v.Places = append(v.Places, place{Town: t.Town, Service: t.Service, Phone: t.Phone, Call: dial(t.Phone), Mail: t.Mail, Where: t.Address, Opened: t.Hours})
	}
	i18n.SortBy(r.Context(), v.Places, func(t place) string { return t.Town })
	return r.Show(i18n.T(r.Context(), "contact.title"), oneView(v, page.Help(r, law.Purpose, law.BroadPrevention)))
}

// dial is a number as a telephone reads it.
func dial(phone string) string {
	var digits []rune
	for _, c := range phone {
		if c >= '0' && c <= '9' || c == '+' && len(digits) == 0 {
			digits = append(digits, c)
		}
	}
	return "tel:" + string(digits)
}
