package invitation

import (
	"context"
	"slices"
	"strings"
	"sync"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// neededPage shows the network by life domain, and who was chosen with which question.
type neededPage struct {
	Title, Lead, Back string
	Chosen            []ui.Row
	Domains           []domainRows
	Many              bool
	Prepare           []string // services that first talk with the person (X-F)
	MaySend           bool
	Waiting           int // proposals to send
	Send              ui.Form
}

type domainRows struct {
	Name string
	Rows []ui.Row
}

func (p Pages) needed(r *page.Request) error {
	got, err := ids(r, "meeting", "case")
	if err != nil {
		return err
	}
	return p.showNeeded(r, got[0], got[1])
}

func (p Pages) showNeeded(r *page.Request, meeting, c livc.ID) error {
	n, err := p.Service.WhoIsNeeded(r.Context(), r.Actor, meeting, c)
	if err != nil {
		return err
	}
	ctx := r.Context()
	v := neededPage{Title: i18n.T(ctx, "who_is_needed.title"), Lead: i18n.T(ctx, "who_is_needed.for", "Code", n.Case.Code), Back: itemAddress(meeting, n.On.ID),
		MaySend: r.Actor.Function.Chairs(), Send: r.Form(caseAddress(meeting, c)), Domains: byDomain(r, n)}
	for _, i := range n.Chosen {
		if i.State == invitation.Withdrawn {
			continue
		}
		v.Chosen = append(v.Chosen, chosenRow(ctx, n, i))
		if i.State == invitation.Proposed {
			v.Waiting++
			v.Prepare = append(v.Prepare, preparing(n, i.Hat)...)
		}
	}
	v.Many = len(v.Chosen) > invitation.ManyPeople
	return r.Show(v.Title, neededView(v, page.Help(r, "livc-3-1-invites", "vl-need-to-know")))
}

// preparing names the service of a person when its framework asks to prepare with the one concerned: the
// chair knows so before anything leaves.
func preparing(n invitation.Needed, hat livc.ID) []string {
	for _, p := range n.Network {
		if p.Hat.ID == hat && p.Framework.PreparesWithPerson {
			return []string{p.Organisation.Name}
		}
	}
	return nil
}

func chosenRow(ctx context.Context, n invitation.Needed, i invitation.Invitation) ui.Row {
	row := ui.Row{Text: n.People[i.Hat].Name.Reveal() + " · " + n.Organisation(i.Hat), Tag: tag(ctx, i.State)}
	if a := n.Asked[i.ID]; a != nil {
		row.Sub = a.Question.Reveal()
	}
	if i.State == invitation.Proposed {
		row.Href = hatAddress(n.Meeting.ID, n.Case.ID, i.Hat)
	} else {
		row.Href = answerAddress(n.Meeting.ID, i.ID)
	}
	return row
}

// byDomain groups who is not chosen yet by life domain, in the order of the guide for weighing.
func byDomain(r *page.Request, n invitation.Needed) (list []domainRows) {
	ctx := r.Context()
	i18n.SortBy(ctx, n.Network, func(p invitation.Partner) string { return p.Organisation.Name + p.Hat.Name.Reveal() })
	rows := map[string][]ui.Row{}
	for _, p := range n.Network {
		if _, chosen := n.Chose(p.Hat.ID); !chosen {
			stem := domainOf(p.Organisation.Domain, p.Organisation.Category)
			rows[stem] = append(rows[stem], partnerRow(r, n, p))
		}
	}
	for _, d := range start().Weighing.Domains {
		if len(rows[d.Stem]) > 0 {
			list = append(list, domainRows{d.Name.In(r.Frame.Lang), rows[d.Stem]})
		}
	}
	if len(rows[""]) > 0 {
		list = append(list, domainRows{i18n.T(ctx, "who_is_needed.other"), rows[""]})
	}
	return list
}

// start is what an LIVC R begins with; the file is part of the program and was tested with it.
var start = sync.OnceValue(func() seed.Start {
	s, err := seed.Load()
	if err != nil {
		panic(err)
	}
	return s
})

// domainOf is the life domain of a partner: the one that was noted, or else the first for its kind.
func domainOf(noted, category string) string {
	for _, d := range start().Network.Domains {
		if d.Stem == noted || noted == "" && slices.Contains(d.Categories, category) {
			return d.Stem
		}
	}
	return ""
}

// partnerRow says who somebody is and by which secrecy bound; a framework that is not in force leads
// nowhere (R2.3-d).
func partnerRow(r *page.Request, n invitation.Needed, p invitation.Partner) ui.Row {
	ctx := r.Context()
	var about []string
	for _, s := range p.Hat.Secrecy {
		about = append(about, i18n.Enum(ctx, "secrecy", s))
	}
	if p.Hat.Mandate.Text != "" {
		about = append(about, p.Hat.Mandate.Text)
	}
	if p.LastInvited != "" {
		about = append(about, i18n.T(ctx, "who_is_needed.last", "Day", i18n.DateOf(ctx, p.LastInvited)))
	}
	row := ui.Row{Text: p.Organisation.Name + " · " + p.Hat.Name.Reveal(), Sub: strings.Join(about, " · ")}
	if why := mayCome(p); why != nil {
		row.Sub = i18n.Fault(ctx, why)
		return row
	}
	row.Href = hatAddress(n.Meeting.ID, n.Case.ID, p.Hat.ID)
	return row
}

// mayCome gives the reason why a partner cannot be invited at all.
func mayCome(p invitation.Partner) *livc.Error {
	if err := law.MayInviteCategory(law.Category(p.Organisation.Category)); err != nil {
		return asError(err)
	}
	return asError(p.Framework.MayTakePart())
}
