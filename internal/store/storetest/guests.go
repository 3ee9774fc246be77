package storetest

import (
	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/livc"
)

// OnScreens lets everybody at the table have a screen, which a guest needs.
func (e *Evening) OnScreens() *Evening {
	e.T.Helper()
	e.Exec(`UPDATE meeting SET mode = 'screens' WHERE livc = $1 AND id = $2`, e.Livc, e.Meeting)
	return e
}

// TwoPoints is an evening on screens with two cases on its agenda, and the meeting open.
func TwoPoints(w *Town) (e *Evening, other livc.ID) {
	w.T.Helper()
	w.ProtocolInForce(protocol.Basic())
	first, second := ListedCase(w), w.Listed(Story("Jonas", "Peeters", "2009"))
	e = &Evening{Town: w, Table: w.Tables(), Case: first, Meeting: PlannedMeeting(w, first.ID, second.ID)}
	w.Days(21)
	for _, p := range e.View().Points {
		switch p.Case {
		case first.ID:
			e.Item = p.ID
		case second.ID:
			other = p.ID
		}
	}
	e.OnScreens()
	seats := []livc.ID{e.Who(e.Mayor), e.Who(e.Officer), e.Who(e.Coordinator)}
	w.Must(e.Table.CheckIn(w.Context(), w.Coordinator, discussion.CheckIn{Meeting: e.Meeting, Present: seats, Acknowledged: seats}))
	w.Must(e.Table.OpenMeeting(w.Context(), w.Coordinator, discussion.OpenMeeting{Meeting: e.Meeting, Chair: e.Who(e.Mayor), SecrecyRead: true}))
	return e, other
}

// PassFor is a pass for a service that is not in the network, with everything in order.
func (e *Evening) PassFor(item livc.ID, name string) discussion.PassGuest {
	return discussion.PassGuest{Meeting: e.Meeting, Item: item, Name: livc.NewContact(name), Service: "Sportclub " + name, Category: "sport",
		Secrecy: []livc.Secrecy{livc.Discretion}, Confirmed: true, Invited: true, Briefed: true}
}

// Passed makes a pass.
func (e *Evening) Passed(item livc.ID, name string) discussion.Pass {
	e.T.Helper()
	p, err := e.Table.PassGuest(e.Context(), e.Coordinator, e.PassFor(item, name))
	e.Must(err)
	return p
}

// ComesIn types the words of a pass in a browser of its own.
func (e *Evening) ComesIn(p discussion.Pass) (by deed.By, err error) {
	e.T.Helper()
	pass, err := e.Table.GuessWords(e.Context(), p.Link, p.Words)
	if err != nil {
		return by, err
	}
	master := seal.NewMaster()
	e.Masters[pass.Hat] = master.Bytes()
	hat, err := master.Hat(e.Gate.Base(e.Livc), pass.Organisation, pass.Hat)
	e.Must(err)
	person, keys := e.ID(), KeysOf(hat)
	by = deed.By{Actor: livc.Actor{Livc: pass.Livc, Person: person, Hat: pass.Hat, Controller: pass.Organisation, Function: livc.Guest}, Keys: keys}
	return by, e.Table.LetGuestIn(e.Context(), pass, p.Words, person, keys)
}

// Guest is somebody with a pass for a point who is there and confirmed the secrecy.
func (e *Evening) Guest(item livc.ID, name string) deed.By {
	e.T.Helper()
	by, err := e.ComesIn(e.Passed(item, name))
	e.Must(err)
	_, err = e.Table.ConfirmSecrecy(e.Context(), by)
	e.Must(err)
	return by
}

// SeatOf gives the seat of a guest.
func (e *Evening) SeatOf(by deed.By) (a discussion.Attendee) {
	e.T.Helper()
	for _, p := range e.View().People {
		if p.Hat == by.Hat {
			return p
		}
	}
	e.T.Fatalf("%s has no seat", by.Hat)
	return a
}
