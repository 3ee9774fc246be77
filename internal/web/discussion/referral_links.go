package discussion

import (
	"context"
	"errors"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

const linksPath = "/referral-links"

// linksPage is what the desk sees of its links.
type linksPage struct {
	On            bool // the protocol opened the written way
	Address, Code string
	Form          ui.Form
	Towns         []ui.Choice
	Lines         []linkLine
}

// linkLine is one link, with the way to take it back.
type linkLine struct {
	Row    ui.Row
	Form   ui.Form
	Button string
}

// links lists the links and makes one. Its address and its code are shown once, and kept nowhere.
func (p Before) links(r *page.Request) error {
	var made discussion.NewLink
	if r.Posted() {
		var err error
		made, err = p.Referrals.MakeLink(r.Context(), r.By(), linkFrom(r))
		var again *deed.Repeated
		switch {
		case errors.As(err, &again):
			return r.Go(linksPath)
		case err != nil:
			if done, err := r.Done("", err, page.To(linksPath)); done {
				return err
			}
		}
	}
	return p.showLinks(r, made)
}

func linkFrom(r *page.Request) discussion.MakeLink {
	return discussion.MakeLink{Municipality: r.Ref("municipality"), Name: r.Contact("name"), Service: r.Contact("service"), Reach: r.Contact("reach"),
		Sector: page.Choice(r, "sector", discussion.Sectors()), Secrecy: page.Choice(r, "secrecy", livc.Secrecies()), Spoken: r.Yes("spoken")}
}

func (p Before) showLinks(r *page.Request, made discussion.NewLink) error {
	d, err := p.Referrals.Links(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	m, err := p.Referrals.Mine(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	v := linksPage{On: d.On, Form: r.Form(linksPath), Towns: towns(r, m)}
	if made.ID != "" {
		v.Address, v.Code = p.Origin+oncePath(made.ID), made.Code[:3]+" "+made.Code[3:]
	}
	for _, l := range d.Links {
		state := l.State(d.Now)
		v.Lines = append(v.Lines, linkLine{linkRow(r, l, state), r.Form(linksPath + "/" + string(l.ID) + "/take-back"), takeBack(r, state)})
	}
	return r.Show(i18n.T(r.Context(), "referral_links.title"), linksView(v, page.Help(r, "vl-oral-referral", law.FlemishReferral)))
}

// usuallyBound are the kinds of secrecy of a profession. Who sits at no table is not bound by its secrecy yet.
func usuallyBound(ctx context.Context) []ui.Choice {
	byProfession := []livc.Secrecy{livc.ProfessionalSecrecy, livc.OfficialSecrecy, livc.Discretion}
	return append(choices(ctx, "secrecy", byProfession), ui.Choice{Value: string(livc.TableSecrecy), Label: i18n.T(ctx, "make_link.no_secrecy")})
}

var linkTones = map[discussion.LinkState]ui.Tone{discussion.LinkWaits: ui.Waiting, discussion.LinkUsed: ui.Settled, discussion.LinkVoid: ui.Fresh}

func linkRow(r *page.Request, l discussion.ReferralLink, state discussion.LinkState) ui.Row {
	ctx, who := r.Context(), l.Name.Reveal()
	if !l.Service.Empty() {
		who += ", " + l.Service.Reveal()
	}
	sub := i18n.T(ctx, "referral_links.until", "At", i18n.Moment(ctx, l.Until))
	if state == discussion.LinkVoid {
		sub = i18n.T(ctx, "referral_links.call", "Reach", l.Reach.Reveal())
	}
	return ui.Row{Text: who, Sub: sub, Tag: ui.Tag{Text: i18n.Enum(ctx, "link_state", state), Tone: linkTones[state]}}
}

// takeBack is the word of the button: what opens nothing any more is only forgotten.
func takeBack(r *page.Request, state discussion.LinkState) string {
	if state == discussion.LinkWaits {
		return i18n.T(r.Context(), "take_back_link.button")
	}
	return i18n.T(r.Context(), "take_back_link.forget")
}

func (p Before) takeBackLink(r *page.Request) error {
	id, err := r.ID("link")
	if err != nil {
		return err
	}
	_, err = r.Done("", p.Referrals.TakeBackLink(r.Context(), r.By(), id), page.To(linksPath))
	return err
}
