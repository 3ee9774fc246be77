package discussion

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// handPage is the hand-over of a name to the information officer.
type handPage struct {
	Form     ui.Form
	Back     string
	Officers []ui.Choice
	Until    string
}

func (p Before) handToOfficer(r *page.Request) error {
	id, err := p.referral(r)
	if err != nil {
		return err
	}
	if r.Posted() {
		err := p.Referrals.HandToOfficer(r.Context(), r.By(), discussion.HandToOfficer{Referral: id, Officer: r.Ref("officer"), ByMouth: r.Text("how") == "mouth"})
		if done, err := r.Done("", err, page.To(deskPath(id))); done {
			return err
		}
	}
	d, err := p.look(r)
	if err != nil {
		return err
	}
	v := handPage{Form: r.Form(deskPath(id) + "/officer"), Back: deskPath(id), Until: i18n.Day(r.Context(), r.Today().Add(0, 0, law.LongestTerms().NoteDays))}
	for _, o := range d.Officers {
		v.Officers = append(v.Officers, ui.Choice{Value: string(o.ID), Label: o.Name.Reveal()})
	}
	return r.Show(i18n.T(r.Context(), "hand_to_officer.title"), handView(v, page.Help(r, "p-officer-bridges", "p-hold")))
}

func (p Before) checks(r *page.Request) error {
	d, err := p.Referrals.OfficerChecks(r.Context(), r.By())
	if err != nil {
		return err
	}
	var rows []ui.Row
	for _, a := range d.List {
		rows = append(rows, checkRow(r, a))
	}
	return r.Show(i18n.T(r.Context(), "officer_checks.title"), checksView(rows, coming(r, d.Coming), page.Help(r, "p-officer-bridges", "livc-4-1")))
}

// coming says how many referrals are still on their way to the officer; nothing when there is none.
func coming(r *page.Request, n int) string {
	if n == 0 {
		return ""
	}
	return i18n.T(r.Context(), "officer_checks.coming", "Count", n)
}

func checkRow(r *page.Request, a discussion.ToCheck) ui.Row {
	ctx := r.Context()
	row := ui.Row{Href: "/checks/" + string(a.Referral.ID), Text: i18n.T(ctx, "officer_checks.row", "Day", i18n.Day(ctx, a.Referral.Received)),
		Tag: ui.Tag{Text: i18n.T(ctx, "officer_checks.tag.new"), Tone: ui.Fresh}}
	if a.Held {
		row.Tag = ui.Tag{Text: i18n.T(ctx, "officer_checks.tag.held"), Tone: ui.Waiting}
	}
	return row
}

// checkPage is the officer's check of one referral.
type checkPage struct {
	Form ui.Form
	Who  []ui.Fact // the name that was handed over, while it is there
	Held bool
}

func (p Before) check(r *page.Request) error {
	id, err := p.referral(r)
	if err != nil {
		return err
	}
	if r.Posted() {
		err := p.Referrals.AnswerCheck(r.Context(), r.By(), id, page.Choice(r, "answer", law.Checks()))
		if done, err := r.Done("", err, page.To("/checks")); done {
			return err
		}
	}
	a, note, err := p.Referrals.OfficerCheck(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	v := checkPage{Form: r.Form("/checks/" + string(id)), Held: a.Held, Who: noteFacts(r, note)}
	return r.Show(i18n.T(r.Context(), "officer_check.title"), checkView(v, page.Help(r, "p-officer-bridges", "p-hold", "livc-3-1-clearance")))
}

func noteFacts(r *page.Request, n discussion.OfficerNote) (list []ui.Fact) {
	ctx := r.Context()
	for _, f := range []struct {
		term string
		text livc.Secret
	}{{i18n.T(ctx, "listen.field.first"), n.First}, {i18n.T(ctx, "listen.field.last"), n.Last}, {i18n.T(ctx, "listen.field.birth_year"), n.BirthYear}} {
		if !f.text.Empty() {
			list = append(list, ui.Fact{Term: f.term, Value: f.text.Reveal()})
		}
	}
	return list
}
