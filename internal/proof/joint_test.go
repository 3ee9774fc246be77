package proof

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/canary"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// ofParticipants are the pages that tell who takes part in one LIVC R, and which services it knows: its
// people know each other, and sit at one table. No text about a person discussed stands there.
var ofParticipants = regexp.MustCompile(`^GET (/people|/network|/technicians|/meetings/\{meeting\}/table$)`)

// see looks at every page that the story gives an address for, as somebody, and gives what was shown of
// the texts of the story.
func see(x *world, s *webtest.Site, by deed.By) (words []string, codes int) {
	x.T.Helper()
	code := string(bytesOf(x.Town, `SELECT code FROM casus WHERE livc = $1 AND id = $2`, x.Livc, x.objects["case"]))
	var known []string
	p := s.As(by)
	for _, r := range routes(x.Town) {
		for _, ids := range x.choices(r.Pattern) {
			path, _, ok := address(r.Pattern, http.MethodGet, ids)
			if !ok {
				continue
			}
			page := p.Get(path)
			for _, f := range x.flock.In(r.Pattern, []byte(page.Body)) {
				words = append(words, f.Word)
				if ofParticipants.MatchString(r.Pattern) {
					known = append(known, f.Word)
				}
			}
			if strings.Contains(page.Body, code) {
				codes++
			}
		}
	}
	return slices.DeleteFunc(words, func(word string) bool { return slices.Contains(known, word) }), codes
}

// A LIVC R of two municipalities: each mayor and coordinator sees the own list, and of the other one not a
// word, no name and no code, on any page. Who coordinates for both has a hat for each, and what the one
// hat sees the other does not.
//
// proves X-L-b, R4.1-e, settled 2
func TestZ6_InAJointLivcNothingCrosses(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		x := newWorld(storetest.NewTown(t, db), canary.New())
		n := x.Joint()
		s := site(x.Town)
		own, ownCodes := see(x, s, x.Coordinator)
		if len(own) < 10 || ownCodes == 0 {
			t.Fatalf("the coordinator sees %d texts and %d codes: the test has no teeth", len(own), ownCodes)
		}
		both := secondHat(x, n)
		for name, by := range map[string]deed.By{"the mayor of the neighbour": n.Mayor, "the coordinator of the neighbour": n.Coordinator, "who coordinates for both, under the other hat": both} {
			words, codes := see(x, s, by)
			if len(words) > 0 || codes > 0 {
				t.Errorf("%s sees %v, and %d pages with the code of a case of the other town", name, words, codes)
			}
			s.As(by).Get("/list/" + string(x.objects["case"])).Is(http.StatusNotFound)
			s.As(by).Get("/referrals/" + string(x.objects["referral"])).Is(http.StatusNotFound)
		}
		s.As(x.Coordinator).Get("/list").Is(http.StatusOK).Says(canary.Stem)
	})
}

// secondHat makes the coordinator the coordinator of the neighbour too, with a hat of its own.
func secondHat(x *world, n storetest.Neighbour) deed.By {
	x.T.Helper()
	town, ctx := n.Municipality.Organisation, x.Context()
	hat, err := x.Support.EnterPerson(ctx, n.Mayor, support.EnterPerson{Organisation: town, Function: livc.Coordinator, Name: livc.NewContact("Nele Baert"),
		Mail: livc.NewContact("nele@lindewal.example"), SpeaksFor: "organisation", Secrecy: []livc.Secrecy{livc.ProfessionalSecrecy}, Mandate: support.Mandate{Text: "voor beide"}, Confirmed: true})
	x.Must(err)
	by := storetest.Enrol(x.Town, hat, town, livc.Coordinator, x.Coordinator.Person)
	x.Must(x.Support.ConfirmPerson(ctx, n.Mayor, hat))
	x.Must(x.Support.AppointForList(ctx, n.Mayor, hat))
	return by
}

// The same person in two LIVC R's of one installation: each hat opens what is its own, and nothing crosses.
//
// proves settled 2, settled 3, settled 4
func TestZ6_HatsInTwoLivcRsShareNothing(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		f := canary.New()
		x := newWorld(storetest.NewTown(t, db), f)
		planted := len(f.Words())
		other := x.Neighbour()
		other.Coordinator.Person = x.Coordinator.Person
		y := newWorld(other, f)
		said := map[*world][]string{x: f.Words()[:planted], y: f.Words()[planted:]}
		for name, c := range map[string]struct {
			see *world
			by  deed.By
		}{"the hat of the one in the other": {y, x.Coordinator}, "the hat of the other in the one": {x, y.Coordinator}} {
			s := site(c.see.Town)
			words, codes := see(c.see, s, c.by)
			words = slices.DeleteFunc(words, func(word string) bool { return !slices.Contains(said[c.see], word) }) // both towns were told with one flock
			if len(words) > 0 || codes > 0 {
				t.Errorf("%s sees %v, and %d codes", name, words, codes)
			}
			if words, _ := see(c.see, s, c.see.Coordinator); len(words) < 10 {
				t.Errorf("in its own place a hat sees %d texts: the test has no teeth", len(words))
			}
		}
	})
}
