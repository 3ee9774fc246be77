package invitation

import (
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// onAgenda does one change of an agenda and shows it again.
func (p Pages) onAgenda(r *page.Request, change func(meeting livc.ID) error) error {
	got, err := ids(r, "meeting")
	if err != nil {
		return err
	}
	if done, err := r.Done(got[0], change(got[0]), page.To(meetingAddress(got[0]))); done {
		return err
	}
	return p.showAgenda(r, got[0])
}

func (p Pages) putCase(r *page.Request) error {
	return p.onAgenda(r, func(m livc.ID) error {
		c := r.Ref("case")
		if c == "" {
			return livc.Invalid("agenda.case_missing").At("case")
		}
		_, err := p.Service.PutOnAgenda(r.Context(), r.By(), m, c)
		return err
	})
}

func (p Pages) putTopic(r *page.Request) error {
	return p.onAgenda(r, func(m livc.ID) error {
		_, err := p.Service.PutTopic(r.Context(), r.By(), m, page.Choice(r, "topic", invitation.Topics()))
		return err
	})
}

func (p Pages) ready(r *page.Request) error {
	return p.onAgenda(r, func(m livc.ID) error { return p.Service.AgendaReady(r.Context(), r.By(), m) })
}

func (p Pages) cancel(r *page.Request) error {
	return p.onAgenda(r, func(m livc.ID) error { return p.Service.CancelMeeting(r.Context(), r.By(), m) })
}
