package discussion_test

import (
	"testing"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// onPaper is an evening on which nothing was on.
func onPaper(e *storetest.Evening) {
	e.T.Helper()
	_, err := e.DB.Pools()[0].Exec(`UPDATE meeting SET mode = 'paper' WHERE livc = $1 AND id = $2`, e.Livc, e.Meeting)
	e.Must(err)
}

func sheet(e *storetest.Evening) discussion.EnterPaper {
	in := discussion.EnterPaper{Meeting: e.Meeting, Item: e.Item, Inside: e.Everybody(), Stops: discussion.Stops(), AskedProtects: true, AskedConcerns: true,
		Decision: e.Decision(livc.OutcomeMore), Substantive: true}
	for _, d := range discussion.Domains() {
		in.Domains = append(in.Domains, discussion.DomainWeighed{Domain: d, Protects: 1})
	}
	return in
}

// proves R0.1-a, R0.1-d, R2.3-b, R4.3-a, R6.2-m: paper has the same rules and the same effect
func TestAnEveningOnPaper(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		onPaper(e)
		e.Days(3)
		e.Arrive()
		enter := func(in discussion.EnterPaper) error { return e.Table.EnterPaper(e.Context(), e.Coordinator, in) }
		attest := func(by deed.By, read, same bool) error {
			return e.Table.AttestPaper(e.Context(), by, discussion.AttestPaper{Meeting: e.Meeting, SecrecyRead: read, True: same})
		}
		t.Run("it is not opened on the screen", func(t *testing.T) {
			answers(t, open(e, e.Who(e.Mayor), true, false), livc.DeniedKind, "denied.paper_meeting")
		})
		t.Run("the seats, the three questions and the weighing are asked as at the table", func(t *testing.T) {
			in := sheet(e)
			in.Inside = without(in.Inside, e.Who(e.Officer))
			answers(t, enter(in), livc.DeniedKind, "law.seat.missing_police")
			in = sheet(e)
			in.Stops = nil
			answers(t, enter(in), livc.InvalidKind, "law.weighing.stop")
			in = sheet(e)
			in.Domains = in.Domains[1:]
			answers(t, enter(in), livc.InvalidKind, "law.weighing.domains")
		})
		t.Run("what is entered has no effect yet", func(t *testing.T) {
			e.Must(enter(sheet(e)))
			e.Must(enter(sheet(e)))
			if c := e.Town.Case(e.Case.ID); c.State != livc.CaseListed || c.LastDiscussed != "" {
				t.Fatalf("the case moved: %+v", c)
			}
			if d := e.Desk(); len(d.Circle) != 5 || d.Item.State != livc.ItemPlanned {
				t.Fatalf("%d in the circle, %s", len(d.Circle), d.Item.State)
			}
		})
		t.Run("actions are entered on the same page", func(t *testing.T) {
			in := action(e, e.Who(e.CLB))
			in.Due = "2026-12-16"
			_, err := e.Table.AgreeAction(e.Context(), e.Coordinator, in)
			e.Must(err)
		})
		t.Run("the report comes first", func(t *testing.T) {
			answers(t, attest(e.Mayor, true, true), livc.DeniedKind, "denied.report_first")
			e.Reported()
		})
		t.Run("the chair alone attests, and says that the secrecy was read", func(t *testing.T) {
			answers(t, attest(e.Coordinator, true, true), livc.NotFoundKind, "")
			answers(t, attest(e.Officer, true, true), livc.NotFoundKind, "")
			answers(t, attest(e.Mayor, false, true), livc.DeniedKind, "law.meeting.secrecy_not_read")
			answers(t, attest(e.Mayor, true, false), livc.InvalidKind, "attest_paper.true")
		})
		t.Run("then it counts on the day of the meeting", func(t *testing.T) {
			e.Must(attest(e.Mayor, true, true))
			c := e.Town.Case(e.Case.ID)
			if c.State != livc.CaseDiscussed || c.LastDiscussed != "2026-12-15" || c.Due != "2027-12-15" {
				t.Fatalf("the case stands at %+v", c)
			}
			s := e.View().Sitting
			if s.State != livc.MeetingClosed || s.PaperAttestedBy != e.Mayor.Hat || s.Basis != "livc-5" {
				t.Fatalf("the meeting stands at %+v", s)
			}
			answers(t, attest(e.Mayor, true, true), livc.ConflictKind, "conflict.not_on_paper")
		})
	})
}

// proves architecture 5: seven days, and no longer
func TestPaperIsEnteredWithinSevenDays(t *testing.T) {
	quick(t, func(t *testing.T, e *storetest.Evening) {
		t.Run("a spoken meeting has no sheets to copy", func(t *testing.T) {
			answers(t, e.Table.EnterPaper(e.Context(), e.Coordinator, sheet(e)), livc.ConflictKind, "conflict.not_on_paper")
		})
		onPaper(e)
		e.Arrive()
		in := sheet(e)
		e.Days(7)
		e.Must(e.Table.EnterPaper(e.Context(), e.Coordinator, in))
		t.Run("an item of another meeting is not entered here", func(t *testing.T) {
			other := in
			other.Meeting = storetest.PlannedMeeting(e.Town)
			answers(t, e.Table.EnterPaper(e.Context(), e.Coordinator, other), livc.NotFoundKind, "")
		})
		e.Days(1)
		answers(t, e.Table.EnterPaper(e.Context(), e.Coordinator, in), livc.DeniedKind, "denied.paper_late")
		answers(t, e.Table.AttestPaper(e.Context(), e.Mayor, discussion.AttestPaper{Meeting: e.Meeting, SecrecyRead: true, True: true}), livc.DeniedKind, "denied.paper_late")
	})
}
