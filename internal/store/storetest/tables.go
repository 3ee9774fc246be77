package storetest

import (
	"encoding/json"
	"slices"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/store"
	"beraad.eu/livc"
)

// Tables does the deeds of a meeting that sits in this town.
func (w *Town) Tables() *discussion.Table {
	return &discussion.Table{Gate: w.Gate, Book: store.Table{}}
}

// ProtocolInForce puts these settings in force, whatever stood before.
func (w *Town) ProtocolInForce(s protocol.Settings) {
	w.T.Helper()
	text, err := json.Marshal(s)
	w.Must(err)
	pool := w.DB.Pools()[0]
	_, err = pool.Exec(`DELETE FROM protocol WHERE livc = $1`, w.Livc)
	w.Must(err)
	_, err = pool.Exec(`INSERT INTO protocol (livc, version, state, settings, from_day, at) VALUES ($1, 1, 'in_force', $2, '2026-01-01', 0)`, w.Livc, string(text))
	w.Must(err)
}

// Evening is a spoken meeting on its day, with one case and two invited services.
type Evening struct {
	*Town
	Table   *discussion.Table
	Meeting livc.ID
	Item    livc.ID
	Case    discussion.Case
	// Services are the invited people; nil is CLB and CAW.
	Services []deed.By
}

// NewEvening plans a meeting about one case, invites CLB and CAW, and lets the day come.
func NewEvening(w *Town) *Evening {
	w.T.Helper()
	return EveningWith(w, w.CLB, w.CAW)
}

// EveningWith is NewEvening with these people invited.
func EveningWith(w *Town, services ...deed.By) *Evening {
	w.T.Helper()
	w.ProtocolInForce(protocol.Basic())
	e := &Evening{Town: w, Table: w.Tables(), Case: ListedCase(w), Services: services}
	e.Meeting = PlannedMeeting(w, e.Case.ID)
	s := w.Invitations()
	for _, by := range services {
		_, err := s.ChooseParticipants(w.Context(), w.Coordinator, invitation.ChooseParticipants{Meeting: e.Meeting, Case: e.Case.ID, Hat: by.Hat,
			Asked: invitation.Asked{Question: livc.NewSecret("Wat gaat goed?")}})
		w.Must(err)
	}
	_, err := s.SendInvitations(w.Context(), w.Mayor, e.Meeting, e.Case.ID)
	w.Must(err)
	w.Days(21)
	for _, p := range e.View().Points {
		if p.OfCase() {
			e.Item = p.ID
		}
	}
	return e
}

// View is the meeting as the coordinator sees it.
func (e *Evening) View() discussion.TableView {
	e.T.Helper()
	v, err := e.Table.View(e.Context(), e.Coordinator, e.Meeting)
	e.Must(err)
	return v
}

// Who gives the attendance of somebody, or the hat when there is none yet.
func (e *Evening) Who(by deed.By) livc.ID {
	e.T.Helper()
	return e.these(by)[0]
}

// Everybody are the people of the evening: the three seats and the invited services.
func (e *Evening) Everybody() []livc.ID {
	e.T.Helper()
	return e.these(e.Inside()...)
}

func (e *Evening) these(people ...deed.By) (ids []livc.ID) {
	e.T.Helper()
	listed := e.View().Listed()
	for _, by := range people {
		i := slices.IndexFunc(listed, func(a discussion.Attendee) bool { return a.Hat == by.Hat })
		if i < 0 {
			e.T.Fatalf("%s is not awaited", by.Function)
		}
		ids = append(ids, listed[i].Key())
	}
	return ids
}

// Arrive checks in everybody, with the secrecy confirmed.
func (e *Evening) Arrive() {
	e.T.Helper()
	all := e.Everybody()
	e.Must(e.Table.CheckIn(e.Context(), e.Coordinator, discussion.CheckIn{Meeting: e.Meeting, Present: all, Acknowledged: all}))
}

// Open opens the meeting, and the item of the case with everybody inside.
func (e *Evening) Open() {
	e.T.Helper()
	e.Arrive()
	e.Must(e.Table.OpenMeeting(e.Context(), e.Coordinator, discussion.OpenMeeting{Meeting: e.Meeting, Chair: e.Who(e.Mayor), SecrecyRead: true}))
	e.Must(e.Table.OpenItem(e.Context(), e.Coordinator, discussion.OpenItem{Item: e.Item, Inside: e.Everybody(), KnowsBest: e.Who(e.CLB)}))
}

// Weighed weighs the case: both sides asked, every domain looked at, the three fixed questions asked.
func (e *Evening) Weighed() {
	e.T.Helper()
	in := discussion.WeighCase{Item: e.Item, AskedProtects: true, AskedConcerns: true}
	for i, d := range discussion.Domains() {
		w := discussion.DomainWeighed{Domain: d, NotApplicable: i > 2}
		if i <= 2 {
			w.Protects, w.Concerns = 2, 1
		}
		in.Domains = append(in.Domains, w)
	}
	e.Must(e.Table.WeighCase(e.Context(), e.Coordinator, in))
	e.Must(e.Table.AskStops(e.Context(), e.Coordinator, e.Item, discussion.Stops()))
}

// Decision is a decision that follows all rules.
func (e *Evening) Decision(o livc.Outcome) discussion.DecideCase {
	return discussion.DecideCase{Item: e.Item, Outcome: o, Agreement: discussion.Consensus, EnoughSignals: "yes", RightTable: "yes",
		Proportion:  []discussion.Known{discussion.KnownYes, discussion.KnownYes, discussion.NotKnown},
		ChildTalked: []string{"knows", "wants", "parents", "interest", "age"}}
}

// Decided weighs and decides.
func (e *Evening) Decided(o livc.Outcome) {
	e.T.Helper()
	e.Weighed()
	e.Must(e.Table.DecideCase(e.Context(), e.Coordinator, e.Decision(o)))
}

// Desk is the item as the coordinator sees it.
func (e *Evening) Desk() discussion.Desk {
	e.T.Helper()
	d, err := e.Table.Desk(e.Context(), e.Coordinator, e.Item)
	e.Must(err)
	return d
}

// Reported reads a report aloud and lets everybody agree.
func (e *Evening) Reported() {
	e.T.Helper()
	_, err := e.Table.AgreeReport(e.Context(), e.Coordinator, discussion.AgreeReport{Item: e.Item, ReadAloud: true, Agreed: true,
		Text: livc.NewSecret("Casus " + e.Case.Code + ". Dit is het verslag. We kijken later opnieuw.")})
	e.Must(err)
}
