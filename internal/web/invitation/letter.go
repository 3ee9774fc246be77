package invitation

import (
	"context"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// letterPage is an invitation as the invited person reads it.
type letterPage struct {
	Title, Lead  string
	Facts        []ui.Fact
	Secrecy      []string // the text to read first
	Read         bool
	Question     livc.Secret
	Motivation   livc.Secret
	Who          string // first and last name; empty: at the table
	Others       string
	Rights       []string
	Hints        []string // before one shares something; they never block
	Answers      []ui.Choice
	State        string // after answering
	Form, Notice ui.Form
	Mandate      *mandatePage
	Houses       *ui.Homes // once the secrecy was read, of a case; nil: none
	Decree       bool      // the framework asks that purpose and legal reference stand in the invitation (X-F-e)
}

// mandatePage is what a fixed representative notes about the talks with the keeper of the secret.
type mandatePage struct {
	Holder              string
	Submitted, Reported string
	Form                ui.Form
}

func (p Pages) letter(r *page.Request) error {
	got, err := ids(r, "invitation")
	if err != nil {
		return err
	}
	return p.showLetter(r, got[0])
}

func (p Pages) showLetter(r *page.Request, id livc.ID) error {
	l, err := p.Service.Invitation(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	ctx := r.Context()
	v := letterPage{Title: i18n.T(ctx, "invitation.title"), Lead: i18n.T(ctx, "invitation.lead"), Read: l.SecrecyRead(), Question: l.Told.Question,
		Motivation: l.Told.Motivation, Who: strings.TrimSpace(l.Told.First.Reveal() + " " + l.Told.Last.Reveal()), Others: strings.Join(l.Others, ", "),
		Decree: l.Framework.Regime == livc.RegimeFrench, Form: r.Form(invitationAddress(id)), Notice: r.Form(invitationAddress(id) + "/secrecy")}
	v.Facts = []ui.Fact{{Term: i18n.T(ctx, "invitation.when"), Value: i18n.Day(ctx, l.Meeting.Day)},
		{Term: i18n.T(ctx, "invitation.hour"), Value: hour(ctx, l.Clock)}, {Term: i18n.T(ctx, "invitation.place"), Value: l.Meeting.Place}}
	if who := contact(l.Contact); who != "" {
		v.Facts = append(v.Facts, ui.Fact{Term: i18n.T(ctx, "invitation.contact"), Value: who})
	}
	for _, d := range append(law.DutiesOf(l.Me.Secrecy), law.OpeningTexts()...) {
		v.Secrecy = append(v.Secrecy, i18n.T(ctx, d.Key))
	}
	for _, d := range law.InvitationRights() {
		v.Rights = append(v.Rights, i18n.T(ctx, d.Key))
	}
	for _, d := range law.SharingHints() {
		v.Hints = append(v.Hints, i18n.T(ctx, d.Key))
	}
	if v.Houses, err = p.houses(r, l); err != nil {
		return err
	}
	v.answers(ctx, l)
	if l.Invitation.Holder != "" && v.Read {
		v.Mandate = &mandatePage{Holder: l.Holder.Name.Reveal(), Submitted: string(l.Invitation.Submitted), Reported: string(l.Invitation.Reported),
			Form: r.Form(invitationAddress(id) + "/mandate")}
	}
	return r.Show(v.Title, letterView(v, page.Help(r, "vl-free", "livc-3-1-invites", "sw-458ter-1")))
}

// houses shows an invited person the own house, and those of who else was asked shut (product D1). Who
// declined has nothing to see.
func (p Pages) houses(r *page.Request, l invitation.Letter) (*ui.Homes, error) {
	if l.Invitation.Case == "" || !l.SecrecyRead() || !l.Invitation.State.Open() {
		return nil, nil
	}
	h, err := p.Houses.Houses(r.Context(), r.Actor, l.Invitation.Case)
	if err != nil {
		return nil, err
	}
	v := page.OwnHouses(r.Context(), h, l.Others...)
	return &v, nil
}

// contact is whom one can call: name and phone.
func contact(h support.Hat) string {
	return strings.TrimSpace(h.Name.Reveal() + " " + h.Phone.Reveal())
}

// answers offers the replies of the framework, all of the same size, or says what was answered.
func (v *letterPage) answers(ctx context.Context, l invitation.Letter) {
	if l.Invitation.State != invitation.Sent {
		v.State = i18n.Enum(ctx, "invitation_said", l.Invitation.State)
		if l.Invitation.State == invitation.Accepted {
			v.State = i18n.T(ctx, "answer_invitation.expected", "Clock", hour(ctx, l.Clock))
		}
	}
	if !l.Open() {
		return
	}
	for _, reply := range law.RepliesFor(l.Framework) {
		v.Answers = append(v.Answers, ui.Choice{Value: string(reply), Label: i18n.Enum(ctx, "reply", reply)})
	}
}

func (p Pages) readSecrecy(r *page.Request) error {
	got, err := ids(r, "invitation")
	if err != nil {
		return err
	}
	_, err = r.Done(got[0], p.Service.ReadSecrecy(r.Context(), r.By(), got[0]), page.To(invitationAddress(got[0])))
	return err
}

// reply takes one of the equal answers; not coming has a page of its own for the reason.
func (p Pages) reply(r *page.Request) error {
	got, err := ids(r, "invitation")
	if err != nil {
		return err
	}
	answer := law.Reply(r.Text("answer"))
	if answer == law.DoesNotCome {
		return r.Go(invitationAddress(got[0]) + "/not")
	}
	err = p.Service.AnswerInvitation(r.Context(), r.By(), invitation.AnswerInvitation{Invitation: got[0], Reply: answer})
	if done, err := r.Done(got[0], err, page.To(invitationAddress(got[0]))); done {
		return err
	}
	return p.showLetter(r, got[0])
}

func (p Pages) mandate(r *page.Request) error {
	got, err := ids(r, "invitation")
	if err != nil {
		return err
	}
	submitted, f1 := r.Day("submitted")
	reported, f2 := r.Day("reported")
	var faults livc.Faults
	faults.Add(f1)
	faults.Add(f2)
	if err = faults.Err(); err == nil {
		err = p.Service.NoteMandate(r.Context(), r.By(), invitation.NoteMandate{Invitation: got[0], Submitted: submitted, Reported: reported, Acknowledged: r.Yes("acknowledged")})
	}
	if done, err := r.Done(got[0], err, page.To(invitationAddress(got[0]))); done {
		return err
	}
	return p.showLetter(r, got[0])
}
