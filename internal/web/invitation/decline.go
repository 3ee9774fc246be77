package invitation

import (
	"context"
	"errors"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// declinePage asks the reason that the mayor hears, where the framework expects one.
type declinePage struct {
	Back       string
	AsksReason bool
	Drafts     []ui.Choice
	Rights     []string
	Form       ui.Form
}

// decline takes "ik kom niet". The copy of what was written shows once, in the answer to this form.
func (p Pages) decline(r *page.Request) error {
	got, err := ids(r, "invitation")
	if err != nil {
		return err
	}
	if r.Posted() {
		reason := declineReason(r)
		err := p.Service.AnswerInvitation(r.Context(), r.By(), invitation.AnswerInvitation{Invitation: got[0], Reply: law.DoesNotCome, Reason: reason})
		var again *deed.Repeated
		if err == nil || errors.As(err, &again) {
			return r.Show(i18n.T(r.Context(), "answer_invitation.not_title"), declinedView(reason, invitationAddress(got[0])))
		}
		if done, err := r.Done(got[0], err, page.To(invitationAddress(got[0]))); done {
			return err
		}
	}
	l, err := p.Service.Invitation(r.Context(), r.Actor, got[0])
	if err != nil {
		return err
	}
	if !l.Open() || !l.SecrecyRead() {
		return r.Go(invitationAddress(got[0]))
	}
	v := declinePage{Back: invitationAddress(got[0]), AsksReason: !l.Framework.ReasonStaysInside, Drafts: drafts(r.Context()), Form: r.Form(invitationAddress(got[0]) + "/not")}
	for _, d := range law.InvitationRights()[2:] {
		v.Rights = append(v.Rights, i18n.T(r.Context(), d.Key))
	}
	return r.Show(i18n.T(r.Context(), "answer_invitation.not_title"), declineView(v, page.Help(r, "vl-free")))
}

// draftKeys are sentences that one may send as they are.
var draftKeys = []string{"answer_invitation.draft.nothing", "answer_invitation.draft.trust", "answer_invitation.draft.rules", "answer_invitation.draft.time"}

func drafts(ctx context.Context) (list []ui.Choice) {
	for _, key := range draftKeys {
		list = append(list, ui.Choice{Value: key, Label: i18n.T(ctx, key)})
	}
	return list
}

// declineReason is what was written; who wrote nothing sends the draft that was chosen.
func declineReason(r *page.Request) livc.Secret {
	if own := r.Secret("reason"); !own.Empty() {
		return own
	}
	for _, key := range draftKeys {
		if r.Text("draft") == key {
			return livc.NewSecret(i18n.T(r.Context(), key))
		}
	}
	return livc.Secret{}
}
