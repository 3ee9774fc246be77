package discussion

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// TodayBefore says what waits for somebody before the table: conversations for the coordinator,
// referrals for the list holders, checks for the officer, questions for a service.
func TodayBefore(s *discussion.Referrals) page.Today {
	return func(r *page.Request) ([]ui.Row, error) {
		if r.Actor.Function == livc.Officer {
			return checksToday(s, r)
		}
		if r.Actor.Function == livc.Participant {
			return questionsToday(s, r)
		}
		if !r.Me.Municipal || r.Actor.Function == livc.DPO || r.Actor.Function == livc.Founder {
			return nil, nil
		}
		rows, err := conversationsToday(s, r)
		if err != nil || !r.Me.ListHolder {
			return rows, err
		}
		more, err := referralsToday(s, r)
		return append(rows, more...), err
	}
}

// A person without a valid clearance, or without keys yet, simply has nothing waiting.
func quiet(err error) error {
	if k := livc.KindOf(err); k == livc.DeniedKind || k == livc.NotFoundKind {
		return nil
	}
	return err
}

func checksToday(s *discussion.Referrals, r *page.Request) (rows []ui.Row, err error) {
	d, err := s.OfficerChecks(r.Context(), r.Actor)
	for _, a := range d.List {
		rows = append(rows, checkRow(r, a))
	}
	return rows, quiet(err)
}

// questionsToday names the mayor's questions without a word of them.
func questionsToday(s *discussion.Referrals, r *page.Request) (rows []ui.Row, err error) {
	list, err := s.QuestionsForMe(r.Context(), r.Actor)
	for _, q := range list {
		rows = append(rows, ui.Row{Href: "/questions", Text: i18n.T(r.Context(), "service_question.waits"), Sub: i18n.Day(r.Context(), q.Asked),
			Tag: ui.Tag{Text: i18n.Enum(r.Context(), "question_state", q.State), Tone: ui.Fresh}})
	}
	return rows, quiet(err)
}

func conversationsToday(s *discussion.Referrals, r *page.Request) (rows []ui.Row, err error) {
	list, err := s.Conversations(r.Context(), r.Actor)
	for _, c := range list {
		rows = append(rows, conversationRow(r, c))
	}
	return rows, quiet(err)
}

// referralsToday names no referral twice: those the officer has to look at wait for him.
func referralsToday(s *discussion.Referrals, r *page.Request) (rows []ui.Row, err error) {
	list, err := s.Waiting(r.Context(), r.Actor)
	for _, ref := range list {
		if ref.State == livc.Proposed && !r.Actor.Function.Chairs() {
			continue // with the mayor
		}
		rows = append(rows, ui.Row{Href: deskPath(ref.ID), Text: i18n.T(r.Context(), "list.new", "Day", i18n.Day(r.Context(), ref.Received)),
			Tag: ui.Tag{Text: i18n.Enum(r.Context(), "referral_state", ref.State), Tone: ui.Fresh}})
	}
	return rows, quiet(err)
}
