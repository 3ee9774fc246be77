package bench

import (
	"os"
	"path/filepath"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// sitting is a meeting with a case at a table on screens. Of the people inside, the first chairs.
type sitting struct {
	Meeting, Item livc.ID
	People        []seated
}

// seated is somebody inside, with a hat, keys and a session of the own.
type seated struct {
	Hat, Attendance livc.ID
	Cookie          string
}

// Meetings at the same moment, and people with a screen at each (architecture 6).
const (
	mostMeetings = 16
	people       = 30
)

// practiceFolder is made beforehand: who sits at a meeting signs in without a derivation.
func (f *filling) practiceFolder() {
	must(os.MkdirAll(filepath.Join(f.house.Config.Data, "practice"), 0o700))
}

// sit lets as many meetings sit as there are LIVC R's beside the largest, each with thirty people. Each has
// its own evening, of today.
func (f *filling) sit() {
	towns := f.towns[1:]
	towns = towns[:min(mostMeetings, len(towns))]
	for i, w := range towns {
		f.house.Clock.SetOffset(-21 * 24 * time.Hour) // an evening is planned three weeks before
		e := storetest.EveningWith(w, f.services(w)...)
		e.OpenOnScreens()
		f.into.Sittings = append(f.into.Sittings, f.seats(e))
		f.progress("meetings that sit", i+1, len(towns))
	}
	f.house.Clock.SetOffset(0)
}

// services are the people beside the three seats of the law, each of a service of the own.
func (f *filling) services(w *storetest.Town) []deed.By {
	list := []deed.By{w.CLB, w.CAW, w.OCMW}
	for len(list) < people-3 {
		id, err := w.Support.AddPartner(w.Context(), w.Founder, support.AddPartner{Name: "Dienst aan tafel", Category: "caw", Domain: "home"})
		must(err)
		list = append(list, w.Person(w.Founder, id, livc.Participant, "Iemand"))
	}
	return list
}

// seats gives everybody inside a session.
func (f *filling) seats(e *storetest.Evening) sitting {
	s := sitting{Meeting: e.Meeting, Item: e.Item}
	inside := e.Everybody()
	for i, by := range e.Inside() {
		s.People = append(s.People, seated{Hat: by.Hat, Attendance: inside[i], Cookie: f.session(by)})
	}
	return s
}
