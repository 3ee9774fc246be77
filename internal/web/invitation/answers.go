package invitation

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// answersPage shows who comes, by person. It counts nothing.
type answersPage struct {
	Title, Lead string
	Tabs        []ui.Link
	Seats, Rows []ui.Row
}

func (p Pages) answers(r *page.Request) error {
	got, err := ids(r, "meeting")
	if err != nil {
		return err
	}
	b, err := p.Service.Answers(r.Context(), r.By(), got[0])
	if err != nil {
		return err
	}
	ctx := r.Context()
	v := answersPage{Title: i18n.T(ctx, "answers.title"), Lead: when(ctx, b.Meeting), Tabs: tabs(ctx, b.Meeting, 1)}
	for _, e := range b.InOrder() {
		if e.Seat != invitation.ParticipantSeat && e.Seat != invitation.AdHocSeat {
			v.Seats = append(v.Seats, ui.Row{Text: i18n.Enum(ctx, "function", b.People[e.Hat].Function), Sub: b.People[e.Hat].Name.Reveal()})
		}
	}
	for _, i := range b.Invitations {
		if i.State != invitation.Proposed {
			v.Rows = append(v.Rows, answerRow(ctx, b, i))
		}
	}
	return r.Show(v.Title, answersView(v, page.Help(r, "vl-free", "livc-3-1-seats")))
}

func answerRow(ctx context.Context, b invitation.Board, i invitation.Invitation) ui.Row {
	row := ui.Row{Href: answerAddress(b.Meeting.ID, i.ID), Text: b.Organisation(i.Hat) + " · " + b.People[i.Hat].Name.Reveal(), Tag: tag(ctx, i.State)}
	if p, ok := b.Point(i.Case); ok {
		row.Sub = i18n.T(ctx, "answers.point", "Number", p.Number, "Clock", hour(ctx, p.Clock))
	}
	if i.AdHoc && i.Briefed == "" && i.State.Open() {
		row.Sub += " · " + i18n.T(ctx, "answers.brief_first")
	}
	return row
}

// answerPage is one answer: what can be noted about it.
type answerPage struct {
	Title, Lead, Back   string
	Facts               []ui.Fact
	Motive              livc.Secret
	HasMotive, MaySee   bool
	Replies             []ui.Choice
	Spoken, Brief, Talk ui.Form
	AsksBrief, AsksTalk bool
	Today               string
}

func (p Pages) answer(r *page.Request) error {
	got, err := ids(r, "meeting", "invitation")
	if err != nil {
		return err
	}
	return p.showAnswer(r, got[0], got[1])
}

func (p Pages) showAnswer(r *page.Request, meeting, id livc.ID) error {
	a, err := p.Service.Answer(r.Context(), r.Actor, meeting, id)
	if err != nil {
		return err
	}
	ctx, i, at := r.Context(), a.Invitation, answerAddress(meeting, id)
	v := answerPage{Title: i18n.T(ctx, "answers.one_title"), Lead: a.Organisation(i.Hat), Back: answersAddress(meeting), Facts: answerFacts(ctx, a), Motive: a.Motive.Reason,
		HasMotive: i.Motive != "", MaySee: a.MaySee, Spoken: r.Form(at + "/spoken"), Brief: r.Form(at + "/briefed"), Talk: r.Form(at + "/talk"),
		AsksBrief: i.AdHoc && i.State.Open(), AsksTalk: r.Actor.Function.Chairs() && (i.State == invitation.Declined || i.State == invitation.NotInCare), Today: string(r.Today())}
	if i.State != invitation.Withdrawn && a.Meeting.Editable() {
		for _, reply := range law.RepliesFor(a.Framework) {
			v.Replies = append(v.Replies, ui.Choice{Value: string(reply), Label: i18n.Enum(ctx, "reply_spoken", reply)})
		}
	}
	return r.Show(v.Title, answerView(v, page.Help(r, "vl-free", "vl-representative")))
}

func answerFacts(ctx context.Context, a invitation.Refusal) []ui.Fact {
	i, who := a.Invitation, a.People[a.Invitation.Hat]
	facts := []ui.Fact{{Term: i18n.T(ctx, "choose_participants.who"), Value: who.Name.Reveal()}}
	add := func(key, value string) {
		if value != "" {
			facts = append(facts, ui.Fact{Term: i18n.T(ctx, key), Value: value})
		}
	}
	add("answers.phone", who.Phone.Reveal())
	add("answers.state", i18n.Enum(ctx, "invitation_state", i.State))
	add("answers.holder", a.People[i.Holder].Name.Reveal())
	add("answers.sent", i18n.DateOf(ctx, i.Sent))
	add("answers.answered", i18n.DateOf(ctx, i.Answered))
	add("answers.briefed", i18n.DateOf(ctx, i.Briefed))
	add("answers.talked", i18n.DateOf(ctx, i.Talked))
	add("answers.motive_until", i18n.DateOf(ctx, i.MotiveUntil))
	return facts
}

// onAnswer notes one thing about an answer and shows it again.
func (p Pages) onAnswer(r *page.Request, note func(id livc.ID) error) error {
	got, err := ids(r, "meeting", "invitation")
	if err != nil {
		return err
	}
	if done, err := r.Done(got[1], note(got[1]), page.To(answerAddress(got[0], got[1]))); done {
		return err
	}
	return p.showAnswer(r, got[0], got[1])
}

func (p Pages) spoken(r *page.Request) error {
	return p.onAnswer(r, func(id livc.ID) error {
		return p.Service.RecordSpoken(r.Context(), r.By(), id, law.Reply(r.Text("reply")))
	})
}

// noteDay notes a day; the deed says what it means.
func (p Pages) noteDay(r *page.Request, field string, note func(id livc.ID, on livc.Day) error) error {
	return p.onAnswer(r, func(id livc.ID) error {
		on, fault := r.Day(field)
		if fault != nil {
			return fault
		}
		return note(id, on)
	})
}

func (p Pages) briefed(r *page.Request) error {
	return p.noteDay(r, "day", func(id livc.ID, on livc.Day) error { return p.Service.Brief(r.Context(), r.By(), id, on) })
}

func (p Pages) talk(r *page.Request) error {
	return p.noteDay(r, "day", func(id livc.ID, on livc.Day) error { return p.Service.NoteRefusalTalk(r.Context(), r.By(), id, on) })
}
