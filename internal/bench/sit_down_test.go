package bench

import (
	"net/http"
	"net/url"

	"beraad.eu/livc"
)

// mine is the own screen of somebody at a meeting; item is where its forms are sent.
func (m sitting) mine() string { return "/meetings/" + string(m.Meeting) + "/mine" }
func (m sitting) item() string { return "/meetings/" + string(m.Meeting) + "/items/" + string(m.Item) }

// visitors are the people of a meeting, each in a browser of the own.
func (m sitting) visitors(from func(n int) *visitor) (list []*visitor) {
	for n, p := range m.People {
		v := from(n)
		v.cookie, v.hat = p.Cookie, p.Hat
		list = append(list, v)
	}
	return list
}

// seats are the addresses from which they come; two meetings share them, as people at one table do.
func (s *server) seats(n int) *visitor { return s.visitor(700 + n) }

// sitDown opens the own screen of everybody, which brings the key of the room, and its stream; fetching
// screens renew their page as its script does.
func (s *server) sitDown(m sitting, fetching bool) *room {
	r, all := &room{}, m.visitors(s.seats)
	for _, v := range all {
		r.leave = append(r.leave, v.client.CloseIdleConnections)
		must(v.get(m.mine()))
		var fetch func() (string, error)
		if fetching {
			fetch = func() (string, error) { return v.renew(m.mine()) }
		}
		stream := *v
		stream.client = &http.Client{Transport: v.client.Transport} // a stream has no end to wait for
		r.listen(&stream, "/meetings/"+string(m.Meeting)+"/live", fetch)
	}
	r.change = func(n int, mark string) error { return all[n%len(all)].share(m, mark) }
	return r
}

// share brings a fact into the room, by the form of the own screen.
func (v *visitor) share(m sitting, mark string) error {
	return v.press(m.item()+"/share", url.Values{"do": {"share"}, "side": {"concerns"}, "domain": {"school_work"}, "how": {"seen"},
		"what": {"Hij komt sinds een maand niet meer naar de training, en wil met niemand nog spreken over wat er is gebeurd. " + mark}, "when": {"vorige week"}})
}

// empty lets the chair put the item off and open it again. The room goes, with its key and its facts, and
// another one begins: a page never shows more facts than one measurement shares.
func (m sitting) empty(chair *visitor) {
	defer chair.client.CloseIdleConnections()
	must(chair.press("/items/"+string(m.Item)+"/close", url.Values{"postponed": {"yes"}}))
	door := url.Values{"mode": {string(livc.Screens)}}
	for _, p := range m.People {
		door.Set("door."+string(p.Attendance), "in")
	}
	must(chair.press(m.item()+"/open", door))
}
