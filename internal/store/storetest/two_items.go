package storetest

import (
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/livc"
)

// TwoItems is an evening with two cases, to which CLB and CAW are invited for both, that is open with
// everybody there; no item is open yet.
func TwoItems(w *Town) (e *Evening, items [2]livc.ID) {
	w.T.Helper()
	w.ProtocolInForce(protocol.Basic())
	e = &Evening{Town: w, Table: w.Tables(), Case: ListedCase(w)}
	cases := []livc.ID{e.Case.ID, w.Listed(Story("Yara", "Peeters", "2009")).ID}
	e.Meeting = PlannedMeeting(w, cases...)
	s := w.Invitations()
	for _, c := range cases {
		for _, hat := range []livc.ID{w.CLB.Hat, w.CAW.Hat} {
			_, err := s.ChooseParticipants(w.Context(), w.Coordinator, invitation.ChooseParticipants{Meeting: e.Meeting, Case: c, Hat: hat,
				Asked: invitation.Asked{Question: livc.NewSecret("Wat gaat goed?")}})
			w.Must(err)
		}
		_, err := s.SendInvitations(w.Context(), w.Mayor, e.Meeting, c)
		w.Must(err)
	}
	w.Days(21)
	n := 0
	for _, p := range e.View().Points {
		if p.OfCase() {
			items[n], n = p.ID, n+1
		}
	}
	e.Item = items[0]
	e.Arrive()
	e.Must(e.Table.OpenMeeting(e.Context(), e.Coordinator, discussion.OpenMeeting{Meeting: e.Meeting, Chair: e.Who(e.Mayor), SecrecyRead: true}))
	return e, items
}

// OpenWith opens the item of the evening on screens, with these people outside.
func (e *Evening) OpenWith(outside ...deed.By) error {
	e.T.Helper()
	in := discussion.OpenItem{Item: e.Item, KnowsBest: e.Who(e.Coordinator), Mode: livc.Screens}
	for _, id := range e.Everybody() {
		out := false
		for _, by := range outside {
			out = out || e.Who(by) == id
		}
		if out {
			in.Outside = append(in.Outside, id)
		} else {
			in.Inside = append(in.Inside, id)
		}
	}
	return e.Table.OpenItem(e.Context(), e.Mayor, in)
}
