package storetest

import (
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// OpenOnScreens opens the meeting, and the item of the case as a table on screens with everybody inside, in
// the chair's own request.
func (e *Evening) OpenOnScreens() {
	e.T.Helper()
	e.Arrive()
	e.Must(e.Table.OpenMeeting(e.Context(), e.Coordinator, discussion.OpenMeeting{Meeting: e.Meeting, Chair: e.Who(e.Mayor), SecrecyRead: true}))
	e.Must(e.Table.OpenItem(e.Context(), e.Mayor, discussion.OpenItem{Item: e.Item, Inside: e.Everybody(), KnowsBest: e.Who(e.CLB), Mode: livc.Screens}))
}

// AtWeighing brings an item that is open on screens to the phase in which the table weighs.
func (e *Evening) AtWeighing() {
	e.T.Helper()
	e.Weighed()
	e.Must(e.Table.MovePhase(e.Context(), e.Coordinator, e.Item, discussion.PhaseWeighing))
}

// Mine is the own screen of somebody.
func (e *Evening) Mine(by deed.By) discussion.MyScreen {
	e.T.Helper()
	m, err := e.Table.Mine(e.Context(), by, e.Meeting)
	e.Must(err)
	return m
}

// Shares lets somebody share a fact.
func (e *Evening) Shares(by deed.By, in discussion.ShareFact) livc.ID {
	e.T.Helper()
	in.Item = e.Item
	id, err := e.Table.ShareFact(e.Context(), by, in)
	e.Must(err)
	return id
}

// Says is a fact with these words and nothing else.
func Says(words string) discussion.ShareFact {
	return discussion.ShareFact{Text: discussion.FactText{What: livc.NewSecret(words)}}
}

// Agrees lets somebody agree to everything that waits on the own screen.
func (e *Evening) Agrees(all ...deed.By) {
	e.T.Helper()
	for _, by := range all {
		for _, p := range e.Mine(by).Room.Motions {
			if p.State != discussion.MotionOpen || p.MyYes {
				continue
			}
			e.Must(e.Table.AnswerAtTable(e.Context(), by, discussion.AnswerAtTable{Item: e.Item, Motion: p.ID, Reply: discussion.ReplyYes, Seen: p.Hash}))
		}
	}
}

// Inside are the people of the evening, who have a screen of their own: the chair first.
func (e *Evening) Inside() []deed.By {
	seats := []deed.By{e.Mayor, e.Officer, e.Coordinator}
	if e.Services == nil {
		return append(seats, e.CLB, e.CAW)
	}
	return append(seats, e.Services...)
}

// OwnFiles lets every service keep own dossiers here.
func (w *Town) OwnFiles() {
	w.T.Helper()
	w.Exec(`UPDATE organisation SET own_file = TRUE WHERE livc = $1`, w.Livc)
}
