package discussion

import (
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// minePage is what the page shows.
type minePage struct {
	Form  ui.Form
	Towns []ui.Choice // in a joint LIVC R
	Mine  discussion.Mine
	Lines []mineLine
}

type mineLine struct {
	Row      ui.Row
	Withdraw string // address; empty: nothing to withdraw
	Token    string
}

func (p Before) mine(r *page.Request) error { return p.showMine(r) }

func (p Before) showMine(r *page.Request) error {
	m, err := p.Referrals.Mine(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	v := minePage{Form: r.Form("/refer/conversation"), Mine: m, Towns: towns(r, m)}
	for _, one := range m.Referrals {
		v.Lines = append(v.Lines, mineRow(r, one))
	}
	return r.Show(i18n.T(r.Context(), "my_referrals.title"), mineView(v, page.Help(r, "vl-oral-referral", "vl-referral", "p-contributors-say")))
}

// towns is the choice of a municipality; a LIVC R of one has none.
func towns(r *page.Request, m discussion.Mine) []ui.Choice {
	if len(m.Municipalities) < 2 {
		return nil
	}
	list := []ui.Choice{{Value: "", Label: i18n.T(r.Context(), "form.choose")}}
	for _, t := range m.Municipalities {
		list = append(list, ui.Choice{Value: string(t.ID), Label: t.Name})
	}
	return list
}

func mineRow(r *page.Request, m discussion.MyReferral) mineLine {
	ctx := r.Context()
	l := mineLine{Row: ui.Row{Text: i18n.T(ctx, "my_referrals.asked", "Day", i18n.Day(ctx, m.Received)), Tag: ui.Tag{Text: i18n.T(ctx, "my_referrals.tag.asked"), Tone: ui.Waiting}}}
	if m.Told {
		l.Row.Text, l.Row.Tag = i18n.T(ctx, "my_referrals.told", "Day", i18n.Day(ctx, m.Received)), ui.Tag{Text: i18n.T(ctx, "my_referrals.tag.told"), Tone: ui.Settled}
	}
	if m.Answered != "" {
		l.Row.Sub = strings.Join(sentences(r, m.Answer), " ")
	}
	if m.Withdrawn {
		l.Row.Tag = ui.Tag{Text: i18n.T(ctx, "my_referrals.tag.withdrawn"), Tone: ui.Plain}
		return l
	}
	l.Withdraw, l.Token = "/refer/withdraw/"+string(m.ID), r.Tokens.New(r.Actor.Hat)
	return l
}

func (p Before) askConversation(r *page.Request) error {
	made, err := p.Referrals.AskConversation(r.Context(), r.By(), r.Ref("municipality"))
	if done, err := r.Done(made, err, page.To("/refer/asked")); done {
		return err
	}
	return p.showMine(r)
}

func (p Before) askedConversation(r *page.Request) error {
	return r.Show(i18n.T(r.Context(), "ask_conversation.title"), askedView())
}

func (p Before) withdraw(r *page.Request) error {
	id, err := p.referral(r)
	if err != nil {
		return err
	}
	_, err = r.Done("", p.Referrals.WithdrawReferral(r.Context(), r.By(), id), page.To("/refer"))
	return err
}

// sentences are the fixed sentences with these stems, in the reader's language.
func sentences(r *page.Request, stems []string) (list []string) {
	for _, stem := range stems {
		for _, n := range discussion.ReferrerSentences() {
			if n.Stem == stem {
				list = append(list, n.Text.In(r.Frame.Lang))
			}
		}
	}
	return list
}

func (p Before) conversations(r *page.Request) error {
	list, err := p.Referrals.Conversations(r.Context(), r.By())
	if err != nil {
		return err
	}
	var rows []ui.Row
	for _, c := range list {
		rows = append(rows, conversationRow(r, c))
	}
	return r.Show(i18n.T(r.Context(), "conversations.title"), conversationsView(rows, page.Help(r, "vl-oral-referral")))
}

func conversationRow(r *page.Request, c discussion.Conversation) ui.Row {
	return ui.Row{Href: "/listen/to/" + string(c.Referral.ID), Text: i18n.T(r.Context(), "conversations.asks", "Who", c.Asks.Name.Reveal()),
		Sub: i18n.Day(r.Context(), c.Referral.Received), Tag: ui.Tag{Text: i18n.Enum(r.Context(), "referral_state", livc.ConversationAsked), Tone: ui.Fresh}}
}
