package proof

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/live"
	"beraad.eu/internal/step/closing"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	webclosing "beraad.eu/internal/web/closing"
	"beraad.eu/internal/web/contact"
	webdiscussion "beraad.eu/internal/web/discussion"
	webfollowup "beraad.eu/internal/web/followup"
	webinvitation "beraad.eu/internal/web/invitation"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/practice"
	webprocessing "beraad.eu/internal/web/processing"
	webprotocol "beraad.eu/internal/web/protocol"
	"beraad.eu/internal/web/signin"
	websupport "beraad.eu/internal/web/support"
	webtable "beraad.eu/internal/web/table"
	"beraad.eu/internal/web/today"
	"beraad.eu/internal/web/transfer"
	"beraad.eu/internal/web/webtest"
	"beraad.eu/livc"
)

// working gives the addresses on which people work, once signed in, by the folder of their pages.
func working(w *storetest.Town) map[string][]page.Route {
	before, table, follows, keeps := w.Referrals(), w.Tables(), follow(w), keeping(w)
	rules := &protocol.Service{Gate: w.Gate, Book: store.Protocol{}, Network: store.Support{}}
	return map[string][]page.Route{
		"support": websupport.Routes(w.Support),
		"today": today.Routes(w.Support, websupport.Today(w.Support), webprotocol.Today(rules), webinvitation.Today(w.Invitations()),
			webdiscussion.TodayBefore(before), webtable.Today(table), webfollowup.Today(follows), webprocessing.Today(keeps), websupport.Reminders(w.Support)),
		"discussion": webdiscussion.RoutesBefore(before, "https://beraad.example"),
		"transfer":   transfer.Routes(before),
		"table":      webtable.Routes(table, live.New(), "https://beraad.example"),
		"protocol":   webprotocol.Routes(rules),
		"invitation": webinvitation.Routes(w.Invitations(), keeps),
		"followup":   webfollowup.Routes(follows, keeps),
		"processing": webprocessing.Routes(keeps),
		"closing":    webclosing.Routes(&closing.Service{Gate: w.Gate, Book: store.Closing{}, Processing: keeps}),
	}
}

// doors gives the addresses before the work: nobody needs to be signed in for most of them. They are
// looked at here and pressed in the tests of their own folders.
func doors(w *storetest.Town) map[string][]page.Route {
	return map[string][]page.Route{
		"signin":     signin.Pages{Gate: w.Gate, Support: w.Support}.Routes(),
		"contact":    contact.Routes(nil),
		"discussion": webdiscussion.RoutesByLink(w.Referrals()),
		"table":      webtable.Wall(&discussion.Table{Gate: w.Gate, Book: store.Table{}}, live.New()),
		"practice":   practice.Pages{Gate: w.Gate, Hall: played{}}.Routes(),
	}
}

// played is a hall whose town was played, for its addresses only.
type played struct{ practice.Hall }

func (played) Cast() practice.Cast { return practice.Cast{Roles: make([]practice.Role, 1)} }

// routes gives all addresses on which people work; what ends something comes last.
func routes(w *storetest.Town) (list []page.Route) {
	all := working(w)
	for _, folder := range names(all) {
		list = append(list, all[folder]...)
	}
	slices.SortStableFunc(list, func(a, b page.Route) int { return last(a) - last(b) })
	return list
}

// endings end what other addresses are about, in the order in which they are tried.
var endings = []access.Action{access.StopDanger, access.LeaveScreens, access.CloseItem, access.StepInOut, access.CheckIn, access.CloseMeeting, access.EraseNow, access.RemovePerson}

func last(r page.Route) int { return slices.Index(endings, r.Action) }

// site serves the pages on which people work.
func site(w *storetest.Town) *webtest.Site { return webtest.New(w, routes(w)) }

// Every folder of pages is looked at here.
func TestZ2_NoFolderOfPagesIsForgotten(t *testing.T) {
	w := storetest.NewTown(t, storetest.SQLite(t))
	known := map[string]bool{}
	for _, m := range []map[string][]page.Route{working(w), doors(w)} {
		for folder := range m {
			known[folder] = true
		}
	}
	files, err := filepath.Glob("../web/*/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		folder := filepath.Base(filepath.Dir(f))
		if regexp.MustCompile(`(?m)^func .*\) Routes\(|^func Routes`).Match(text) && !known[folder] {
			t.Errorf("internal/web/%s has addresses that site_test.go does not know", folder)
		}
	}
}

// everybody are the people of a town, by what they are called in a message of a test.
func everybody(w *storetest.Town) map[string]deed.By {
	return map[string]deed.By{"mayor": w.Mayor, "representative": w.Representative, "coordinator": w.Coordinator, "officer": w.Officer,
		"clb": w.CLB, "caw": w.CAW, "ocmw": w.OCMW, "dpo": w.DPO, "founder": w.Founder}
}

var part = regexp.MustCompile(`\{([a-z]+)\}`)

// address fills the parts of a pattern, such as "GET /cases/{case}"; ok is false for another method.
func address(pattern, method string, ids map[string]livc.ID) (path string, parts []string, ok bool) {
	path, ok = strings.CutPrefix(pattern, method+" ")
	for _, m := range part.FindAllStringSubmatch(path, -1) {
		parts = append(parts, m[1])
	}
	return part.ReplaceAllStringFunc(path, func(p string) string { return string(ids[strings.Trim(p, "{}")]) }), parts, ok
}
