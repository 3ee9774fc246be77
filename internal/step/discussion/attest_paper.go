package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// AttestPaper is the input of the use case of that name: what the chair says about an evening on paper.
type AttestPaper struct {
	Meeting     livc.ID
	SecrecyRead bool // the text was read aloud before the first item
	True        bool // what was entered is what was signed
}

// AttestPaper gives an evening on paper its effect: the chair says that the secrecy was read and that
// what was entered is what was signed. From then on it counts as if it had been spoken with the screen
// on, on the day of the meeting (architecture 5, R0.1-a to -d, R2.3-b, R6.2-m).
func (t *Table) AttestPaper(ctx context.Context, by deed.By, in AttestPaper) error {
	return t.Gate.Do(ctx, by, access.AttestPaper, ofMeeting(in.Meeting), func(tx *deed.Tx) error {
		s, err := t.Book.Sitting(ctx, tx, in.Meeting)
		if err != nil {
			return err
		}
		if err := onPaper(s, tx.Today); err != nil {
			return err
		}
		if !in.True {
			return livc.Invalid("attest_paper.true", law.ThreeSeats).At("true")
		}
		tx.Made(in.Meeting)
		if err := t.attested(ctx, tx, in, &s); err != nil {
			return err
		}
		return t.Book.SetSitting(ctx, tx, s)
	})
}

func (t *Table) attested(ctx context.Context, tx *deed.Tx, in AttestPaper, s *Sitting) error {
	people, err := t.Book.Attendees(ctx, tx, s.ID)
	if err != nil {
		return err
	}
	version, _, err := t.Book.InForce(ctx, tx)
	if err != nil {
		return err
	}
	o := law.Opening{By: tx.By.Function, Basis: law.ConsultationStructure, Purpose: law.PreventTerrorism, Modalities: modalities(version),
		SecrecyRead: in.SecrecyRead, WithCases: true}
	for _, p := range present(people) {
		o.Invited, o.Seats = append(o.Invited, p.Key()), append(o.Seats, p.lawSeat())
	}
	if err := law.MayOpen(o, s.Day); err != nil {
		return err
	}
	if err := t.effects(ctx, tx, *s); err != nil {
		return err
	}
	if err := t.clearAgenda(ctx, tx, s.ID); err != nil {
		return err
	}
	if err := t.clearTable(ctx, tx, s.ID); err != nil {
		return err
	}
	s.Basis, s.Purpose, s.ProtocolVersion, s.WithCases = law.ConsultationStructure, law.PreventTerrorism, version, true
	s.State, s.PaperAttestedBy, s.Chair, s.SecrecyRead, s.Closed = livc.MeetingClosed, tx.By.Hat, tx.By.Hat, tx.At, tx.At
	return nil
}

// effects closes every item that was entered, on the day of the meeting.
func (t *Table) effects(ctx context.Context, tx *deed.Tx, s Sitting) error {
	items, err := t.Book.TableItems(ctx, tx, s.ID)
	if err != nil {
		return err
	}
	for _, i := range items {
		if !i.FromPaper || i.State != livc.ItemPlanned {
			continue
		}
		a, err := t.load(ctx, tx, i.ID)
		if err != nil {
			return err
		}
		if followsWithoutPath(a) {
			return livc.Denied("denied.path_first", law.ManagerAlone)
		}
		if !i.Frozen() {
			return livc.Denied("denied.report_first", law.ReportNoNames)
		}
		if err := t.closes(ctx, tx, &a, i.Substantive, s.Day); err != nil {
			return err
		}
	}
	return nil
}
