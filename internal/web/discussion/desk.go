package discussion

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// deskPage is a referral on the desk of a list holder.
type deskPage struct {
	Desk  discussion.ReferralDesk
	Lead  string
	Tasks []ui.Row
	Told  []ui.Fact
	Chair bool
	// Questions are what the mayor asked of services.
	Questions []ui.Fact
}

func (p Before) desk(r *page.Request) error {
	d, err := p.look(r)
	if err != nil {
		return err
	}
	v := deskPage{Desk: d, Chair: r.Actor.Function.Chairs(), Tasks: tasks(r, d), Told: tellAgain(r, d.Told), Questions: questionFacts(r, d.Questions)}
	v.Lead = i18n.Enum(r.Context(), "referral_state", d.Referral.State) + " · " + i18n.T(r.Context(), "referral.until", "Day", i18n.Day(r.Context(), d.Referral.EraseOn))
	return r.Show(i18n.T(r.Context(), "referral.title"), deskView(v, page.Help(r, "p-referral-gates", "livc-3-2-list", "p-referral-forgotten")))
}

// look opens the referral of the address.
func (p Before) look(r *page.Request) (discussion.ReferralDesk, error) {
	id, err := p.referral(r)
	if err != nil {
		return discussion.ReferralDesk{}, err
	}
	return p.Referrals.Desk(r.Context(), r.Actor, id)
}

// tasks are what is still to do about a referral, in the order of the gates.
func tasks(r *page.Request, d discussion.ReferralDesk) []ui.Row {
	ctx, ref, path := r.Context(), d.Referral, deskPath(d.Referral.ID)
	href := func(to string) string {
		if !ref.Open() || !ref.Told() {
			return ""
		}
		return path + to
	}
	rows := []ui.Row{
		ui.TaskRow(ctx, href("/duplicate"), i18n.T(ctx, "check_duplicate.title"), sameAs(r, d), done(ref.Checked)),
		ui.TaskRow(ctx, href("/threshold"), i18n.T(ctx, "threshold.title"), "", done(ref.Weighed)),
		ui.TaskRow(ctx, href("/officer"), i18n.T(ctx, "hand_to_officer.title"), checked(r, ref), officerTask(ref)),
		ui.TaskRow(ctx, decideHref(r, href), i18n.T(ctx, "decide_list.title"), "", decisionTask(r, ref)),
	}
	answer := ""
	if ref.Told() {
		answer = path + "/answer"
	}
	return append(rows, ui.TaskRow(ctx, answer, i18n.T(ctx, "answer_referrer.title"), "", done(ref.Answered)))
}

func done(day livc.Day) ui.Task {
	if day == "" {
		return ui.TaskWaiting
	}
	return ui.TaskDone
}

// checked is the one sentence that everybody but the chair reads, whatever the answer was.
func checked(r *page.Request, ref discussion.Referral) string {
	if ref.OfficerOn == "" {
		return ""
	}
	return i18n.T(r.Context(), law.CheckedSentence)
}

func officerTask(ref discussion.Referral) ui.Task {
	if ref.Officer != "" && ref.OfficerOn == "" {
		return ui.TaskElsewhere
	}
	return done(ref.OfficerOn)
}

// The mayor decides; on the desk of the coordinator the decision waits for somebody else.
func decideHref(r *page.Request, href func(string) string) string {
	if !r.Actor.Function.Chairs() {
		return ""
	}
	return href("/decide")
}

func decisionTask(r *page.Request, ref discussion.Referral) ui.Task {
	if ref.Decided == "" && !r.Actor.Function.Chairs() && ref.State == livc.Proposed {
		return ui.TaskElsewhere
	}
	return done(ref.Decided)
}

func sameAs(r *page.Request, d discussion.ReferralDesk) string {
	if d.Same.Code == "" {
		return ""
	}
	return i18n.T(r.Context(), "check_duplicate.same_as", "Code", d.Same.Code)
}
