package support

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// appointForList and revokeForList are the mayor's: who may hold the list beside him, in writing and
// with a date, and back again (R1.3-b).
func (p Pages) appointForList(r *page.Request) error {
	return p.onList(r, p.Support.AppointForList, "appoint_for_list.title", "appoint_for_list.lead", "appoint_for_list.button",
		"appoint_for_list.what", "appoint_for_list.written", "appoint_for_list.back")
}

func (p Pages) revokeForList(r *page.Request) error {
	return p.onList(r, p.Support.RevokeForList, "revoke_for_list.title", "revoke_for_list.lead", "revoke_for_list.button",
		"revoke_for_list.what", "revoke_for_list.known")
}

func (p Pages) onList(r *page.Request, do func(context.Context, deed.By, livc.ID) error, title, lead, button string, points ...string) error {
	c, err := p.card(r, access.AppointForList)
	if err != nil {
		return err
	}
	ctx := r.Context()
	if r.Posted() {
		if done, err := r.Done(c.ID, do(ctx, r.By(), c.ID), page.To(personPath(c.ID))); done {
			return err
		}
	}
	a := ask{Back: toPerson(r, c.ID), Title: i18n.T(ctx, title), Lead: i18n.T(ctx, lead, "Name", c.Name.Reveal()),
		Button: i18n.T(ctx, button), Help: page.Help(r, law.MayorsList)}
	for _, k := range points {
		a.Points = append(a.Points, i18n.T(ctx, k))
	}
	return a.show(r)
}

// mintList is the mayor's first deed: the list, the referrals and the chair's office get their keys.
func (p Pages) mintList(r *page.Request) error {
	if err := r.Fresh(); err != nil {
		return err
	}
	ctx := r.Context()
	if r.Posted() {
		if done, err := r.Done("", p.Support.MintList(ctx, r.By()), page.To("/founding")); done {
			return err
		}
	}
	if err := p.guideAllows(r); err != nil {
		return err
	}
	return ask{Back: toGuide(r), Title: i18n.T(ctx, "mint_list.title"), Lead: i18n.T(ctx, "mint_list.lead"),
		Points: []string{i18n.T(ctx, "mint_list.yours"), i18n.T(ctx, "mint_list.second"), i18n.T(ctx, "mint_list.lost")},
		Button: i18n.T(ctx, "mint_list.button"), Help: page.Help(r, law.MayorsList)}.show(r)
}

// keepListAlone asks the chair whether the coordinator is appointed for the list; both answers are good.
func (p Pages) keepListAlone(r *page.Request) error {
	ctx := r.Context()
	if r.Posted() {
		if done, err := r.Done("", p.Support.KeepListAlone(ctx, r.By()), page.To("/founding")); done {
			return err
		}
	}
	g, err := p.Support.FoundingGuide(ctx, r.By())
	if err != nil {
		return err
	}
	return ask{Back: toGuide(r), Title: i18n.T(ctx, "keep_list_alone.title"), Lead: i18n.T(ctx, "keep_list_alone.lead"),
		Points: []string{i18n.T(ctx, "keep_list_alone.two")}, Other: ui.Link{Href: cardOr(g.Desk, livc.Coordinator), Text: i18n.T(ctx, "keep_list_alone.appoint")},
		Button: i18n.T(ctx, "keep_list_alone.button"), Help: page.Help(r, law.MayorsList)}.show(r)
}

// guideAllows shows these pages to who may read the guide; the deed itself decides who may press.
func (p Pages) guideAllows(r *page.Request) error {
	_, err := p.Support.FoundingGuide(r.Context(), r.By())
	return err
}

func toGuide(r *page.Request) ui.Link {
	return ui.Link{Href: "/founding", Text: i18n.T(r.Context(), "founding_guide.title")}
}
