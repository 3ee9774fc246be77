package invitation

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// Today gives what waits in this step: invitations to answer, proposals to send, people to call, an
// agenda to make ready.
func Today(s *invitation.Service) page.Today {
	return func(r *page.Request) ([]ui.Row, error) {
		w, err := s.Today(r.Context(), r.Actor)
		if err != nil {
			return nil, err
		}
		ctx := r.Context()
		var rows []ui.Row
		for _, i := range w.Own {
			rows = append(rows, ui.TaskRow(ctx, invitationAddress(i.ID), i18n.T(ctx, "invitation.waits"), "", ui.TaskWaiting))
		}
		for _, p := range w.Send {
			if w.Chair && p.Code != "" {
				rows = append(rows, ui.TaskRow(ctx, caseAddress(w.Meeting.ID, p.Case), i18n.T(ctx, "send_invitations.waits", "Code", p.Code), "", ui.TaskWaiting))
			}
		}
		for _, i := range w.Call {
			rows = append(rows, ui.TaskRow(ctx, answerAddress(w.Meeting.ID, i.ID), i18n.T(ctx, "answers.call"), "", ui.TaskWaiting))
		}
		if w.Meeting.State == livc.MeetingPlanned {
			rows = append(rows, ui.TaskRow(ctx, meetingAddress(w.Meeting.ID), i18n.T(ctx, "agenda.waits", "Day", i18n.Day(ctx, w.Meeting.Day)), "", ui.TaskBegun))
		}
		return rows, nil
	}
}
