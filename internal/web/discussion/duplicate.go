package discussion

import (
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// duplicatePage is the comparison of an open referral with the list.
type duplicatePage struct {
	Back, Same string // addresses
	Compare    ui.Form
	Done       bool
	TooLittle  bool
	Hits       []hitLine
	Judged     string // the code of the case that it was judged to be
	Token      string
}

type hitLine struct {
	Case      livc.ID
	Row       ui.Row
	Form      ui.Form
	CanChoose bool
}

func (p Before) duplicate(r *page.Request) error {
	d, err := p.look(r)
	if err != nil {
		return err
	}
	v := newDuplicatePage(r, d.Referral.ID)
	v.Judged = d.Same.Code
	return p.showDuplicate(r, v)
}

func newDuplicatePage(r *page.Request, id livc.ID) duplicatePage {
	path := deskPath(id)
	return duplicatePage{Back: path, Same: path + "/same", Compare: r.Form(path + "/duplicate"), Token: r.Tokens.New(r.Actor.Hat)}
}

func (p Before) showDuplicate(r *page.Request, v duplicatePage) error {
	return r.Show(i18n.T(r.Context(), "check_duplicate.title"), duplicateView(v, page.Help(r, "livc-3-2-list")))
}

// checkDuplicate shows its answer at once and keeps it nowhere.
func (p Before) checkDuplicate(r *page.Request) error {
	id, err := p.referral(r)
	if err != nil {
		return err
	}
	c, err := p.Referrals.CheckDuplicate(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	v := newDuplicatePage(r, id)
	v.Done, v.TooLittle = true, c.TooLittle
	for _, h := range c.Hits {
		v.Hits = append(v.Hits, hitRow(r, v, h))
	}
	return p.showDuplicate(r, v)
}

func hitRow(r *page.Request, v duplicatePage, h discussion.Hit) hitLine {
	ctx := r.Context()
	var why []string
	for _, reason := range h.Reasons {
		why = append(why, i18n.T(ctx, reason.Key()))
	}
	sub := strings.Join(why, " · ")
	if h.Case.LastDiscussed != "" {
		sub += " · " + i18n.T(ctx, "check_duplicate.discussed", "Day", i18n.Day(ctx, h.Case.LastDiscussed))
	}
	return hitLine{Case: h.Case.ID, CanChoose: h.Case.State.Open(), Form: ui.Form{Action: v.Same, Token: r.Tokens.New(r.Actor.Hat)},
		Row: ui.Row{Text: i18n.T(ctx, "check_duplicate.hit", "Code", h.Case.Code), Sub: sub}}
}

func (p Before) judgeDuplicate(r *page.Request) error {
	id, err := p.referral(r)
	if err != nil {
		return err
	}
	_, err = r.Done("", p.Referrals.JudgeDuplicate(r.Context(), r.By(), id, r.Ref("case")), page.To(deskPath(id)))
	return err
}
