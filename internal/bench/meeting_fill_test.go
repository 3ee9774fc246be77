package bench

import (
	"os"
	"path/filepath"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// sitting is a meeting with a case at the table, and the sessions of those who follow it.
type sitting struct {
	Meeting, Item, Hat livc.ID
	Cookies            []string
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

// sit lets as many meetings sit as there are LIVC R's beside the largest. Each has its own evening, of today.
func (f *filling) sit() {
	towns := f.towns[1:]
	towns = towns[:min(mostMeetings, len(towns))]
	for i, w := range towns {
		f.house.Clock.SetOffset(-21 * 24 * time.Hour) // an evening is planned three weeks before
		e := storetest.NewEvening(w)
		e.Open()
		s := sitting{Meeting: e.Meeting, Item: e.Item, Hat: w.Coordinator.Hat}
		for range people {
			s.Cookies = append(s.Cookies, f.session(w.Coordinator))
		}
		f.into.Sittings = append(f.into.Sittings, s)
		f.progress("meetings that sit", i+1, len(towns))
	}
	f.house.Clock.SetOffset(0)
}

// session signs somebody in once more, in another browser.
func (f *filling) session(by deed.By) string {
	ctx, now, h := f.b.Context(), f.house.Clock.Wall(), f.house
	var c identity.Candidate
	must(h.People.Read(ctx, func(tx identity.Tx) (err error) { c, err = h.Door.LookPractice(ctx, tx, by.Person); return err }))
	proof, err := h.Door.ProvePractice(c, now)
	must(err)
	var e identity.Entry
	system := deed.By{Actor: livc.Actor{Livc: livc.Installation, Person: by.Person, Function: livc.System}}
	must(h.Gate.Do(ctx, system, access.SignIn, access.Whole(livc.Installation), func(tx *deed.Tx) (err error) {
		e, err = h.Door.Enter(tx.Context(), tx.Handle(), proof, now)
		return err
	}))
	s, err := h.Door.Begin(ctx, e, "", now)
	must(err)
	must(h.People.Read(ctx, func(tx identity.Tx) error { return h.Door.ChooseHat(ctx, tx, s, by.Livc, by.Hat) }))
	return s.Cookie()
}
