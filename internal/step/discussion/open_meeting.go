package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/livc"
)

// OpenMeeting is the input of the use case of that name, on the spoken word of who chairs.
type OpenMeeting struct {
	Meeting      livc.ID
	Chair        livc.ID                  // the attendance of who chairs
	SecrecyRead  bool                     // the chair read the text aloud
	Hybrid       []invitation.HybridCheck // asked aloud, where some sit elsewhere
	WithoutCases bool                     // a meeting without cases, when a seat is missing
}

// OpenMeeting opens a meeting. Who may take part, why and how is fixed and recorded beforehand: basis,
// the one purpose, the version of the protocol (R0.1-a to -d, R0.2-b, R2.3-b, X-C-b, X-C-c). With cases
// the three seats of the law are filled by three people, police with a clearance valid today;
// otherwise the meeting opens without cases.
func (t *Table) OpenMeeting(ctx context.Context, by deed.By, in OpenMeeting) error {
	return t.Gate.Do(ctx, by, access.OpenMeeting, ofMeeting(in.Meeting), func(tx *deed.Tx) error {
		s, err := t.Book.Sitting(ctx, tx, in.Meeting)
		if err != nil {
			return err
		}
		if s.State != livc.MeetingPlanned && s.State != livc.MeetingReady {
			return livc.Conflict("conflict.meeting_opened")
		}
		if s.ByPaper() {
			return livc.Denied("denied.paper_meeting", law.ThreeSeats)
		}
		tx.Made(in.Meeting)
		tx.Stir(in.Meeting)
		if err := t.opens(ctx, tx, in, &s); err != nil {
			return err
		}
		return t.Book.SetSitting(ctx, tx, s)
	})
}

func (t *Table) opens(ctx context.Context, tx *deed.Tx, in OpenMeeting, s *Sitting) error {
	if s.Hybrid {
		if err := invitation.MayOpenHybrid(in.Hybrid); err != nil {
			return err
		}
	}
	people, err := t.Book.Attendees(ctx, tx, s.ID)
	if err != nil {
		return err
	}
	here := present(people)
	chair, err := need(here, in.Chair, "chair")
	if err != nil {
		return err
	}
	version, _, err := t.Book.InForce(ctx, tx)
	if err != nil {
		return err
	}
	if err := law.MayOpen(t.opening(in, *s, chair, here, version), tx.Today); err != nil {
		return err
	}
	s.State, s.Opened, s.SecrecyRead = livc.MeetingOpen, tx.At, tx.At
	s.ChairedBy, s.Chair = chair.ID, cmpOr(chair.Hat, chair.ID)
	s.Basis, s.Purpose, s.ProtocolVersion = law.ConsultationStructure, law.PreventTerrorism, version
	s.WithCases = !in.WithoutCases && s.Kind == "operational"
	return nil
}

func (t *Table) opening(in OpenMeeting, s Sitting, chair Attendee, here []Attendee, version int) law.Opening {
	o := law.Opening{By: chair.Seat.Function(), Basis: law.ConsultationStructure, Purpose: law.PreventTerrorism,
		Modalities: modalities(version), SecrecyRead: in.SecrecyRead, WithCases: !in.WithoutCases && s.Kind == "operational"}
	if chair.Seat == ParticipantSeat {
		o.By = chair.Function
	}
	for _, a := range here {
		o.Invited = append(o.Invited, a.Key())
		o.Seats = append(o.Seats, a.lawSeat())
	}
	return o
}

func cmpOr(a, b livc.ID) livc.ID {
	if a != "" {
		return a
	}
	return b
}
