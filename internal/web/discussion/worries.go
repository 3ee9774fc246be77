package discussion

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// worriesPage is somebody's own list of worries.
type worriesPage struct {
	Off    bool
	Form   ui.Form
	Danger bool
	List   []worryLine
}

type worryLine struct {
	Title string
	Facts []ui.Fact
	Until string
	Erase ui.Form
}

func (p Before) worries(r *page.Request) error {
	v := worriesPage{}
	if r.Posted() {
		in := discussion.KeepWorry{Danger: r.Yes("danger"), Worry: discussion.Worry{Nickname: r.Secret("nickname"), What: r.Secret("what"),
			From: r.Secret("from"), When: r.Secret("when"), Done: r.Secret("done"), GoesWell: r.Secret("goes_well"), Think: r.Secret("think")}}
		if v.Danger = in.Danger; !v.Danger {
			made, err := p.Referrals.KeepWorry(r.Context(), r.By(), in)
			if done, err := r.Done(made, err, page.To("/worries")); done {
				return err
			}
		}
	}
	list, off, err := p.Referrals.Worries(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	v.Off, v.Form = off, r.Form("/worries")
	if v.Danger {
		v.Form = r.Again("/worries")
	}
	for _, w := range list {
		v.List = append(v.List, worryOf(r, w))
	}
	return r.Show(i18n.T(r.Context(), "worries.title"), worriesView(v, page.Help(r, "p-referral-gates", "vl-oral-referral")))
}

func worryOf(r *page.Request, w discussion.OwnWorry) worryLine {
	ctx := r.Context()
	l := worryLine{Title: w.Worry.Nickname.Reveal(), Until: i18n.Day(ctx, w.Item.EraseOn),
		Erase: ui.Form{Action: "/worries/" + string(w.Item.ID) + "/erase", Token: r.Tokens.New(r.Actor.Hat)}}
	if l.Title == "" {
		l.Title = i18n.Day(ctx, w.Item.Kept)
	}
	for _, f := range []ui.Fact{
		{Term: i18n.T(ctx, "worries.field.what"), Value: w.Worry.What.Reveal()}, {Term: i18n.T(ctx, "worries.field.from"), Value: w.Worry.From.Reveal()},
		{Term: i18n.T(ctx, "listen.field.when"), Value: w.Worry.When.Reveal()}, {Term: i18n.T(ctx, "worries.field.done"), Value: w.Worry.Done.Reveal()},
		{Term: i18n.T(ctx, "listen.field.goes_well"), Value: w.Worry.GoesWell.Reveal()}, {Term: i18n.T(ctx, "worries.field.think"), Value: w.Worry.Think.Reveal()},
	} {
		if f.Value != "" {
			l.Facts = append(l.Facts, f)
		}
	}
	return l
}

func (p Before) eraseWorry(r *page.Request) error {
	id, err := r.ID("worry")
	if err != nil {
		return err
	}
	_, err = r.Done("", p.Referrals.EraseWorry(r.Context(), r.By(), id), page.To("/worries"))
	return err
}
