package today

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

const hourPath = "/stand-in-hour"

// wayOf is what lies behind an address, in the order of urgency, and about how many minutes it takes to see
// what is needed there. The first that fits counts.
type wayOf struct {
	begins, holds string
	minutes       int
}

var ways = []wayOf{
	{"/meetings/", "/table", 5}, // a table that sits now
	{"/waiting-keys", "", 2},    // somebody cannot go on
	{"", "", 2},                 // a key that one waits for oneself
	{"/listen/to/", "", 5},
	{"/referrals/", "", 5},
	{"/meetings/", "", 5},
	{"/invitations/", "", 5},
	{"/people/", "", 3},
	{"/actions", "", 2},
	{"/plans/", "", 3},
	{"/cases/", "", 3},
	{"/extensions", "", 3},
	{"/terms", "", 3},
	{"/dossiers", "", 2},
}

// otherMinutes is for what is not named.
const otherMinutes = 3

// urgency is the place of an address in that order, and its minutes.
func urgency(href string) (place, minutes int) {
	for i, w := range ways {
		fits := strings.HasPrefix(href, w.begins) && strings.Contains(href, w.holds)
		if w.begins == "" {
			fits = href == ""
		}
		if fits {
			return i, w.minutes
		}
	}
	return len(ways), otherMinutes
}

// hourPage is the way through for a stand-in.
type hourPage struct {
	On    bool
	Lead  string
	Total string
	Stops []hourStop
	Ask   []ui.Fact
}

// hourStop is one sentence on the way, with the button that ticks it.
type hourStop struct {
	Row  ui.Row
	Mark string
	Done bool
	Form ui.Form
}

// hour leads a stand-in through what is open: exactly what this person would find on the first page, in the
// order of urgency, with who can be asked (D12).
func (p Pages) hour(r *page.Request) error {
	if r.Posted() {
		err := p.Support.TickStandIn(r.Context(), r.By(), r.Text("mark"), r.Text("do") == "tick")
		if done, err := r.Done("", err, page.To(hourPath)); done {
			return err
		}
	}
	h, err := p.Support.StandInHour(r.Context(), r.By())
	if err != nil {
		return err
	}
	v := hourPage{On: h.StandIn.ID != ""}
	if v.On {
		if err := p.stops(r, h, &v); err != nil {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "stand_in_hour.title"), hourView(v, page.Help(r, law.CoordinatorBounds, law.AuthorisedOnly)))
}

func (p Pages) stops(r *page.Request, h support.StandInHour, v *hourPage) error {
	d, err := p.Support.Today(r.Context(), r.By())
	if err != nil {
		return err
	}
	rows, err := p.rows(r)
	if err != nil {
		return err
	}
	ctx, left := r.Context(), 0
	for _, row := range withDesk(r, rows, d) {
		_, minutes := urgency(row.Href)
		s := hourStop{Row: row, Mark: mark(r.Today(), row), Form: r.Form(hourPath)}
		if s.Done = h.Ticked[s.Mark]; s.Done {
			s.Row.Tag = ui.Tag{Text: i18n.T(ctx, "stand_in_hour.done"), Tone: ui.Settled}
		} else {
			left += minutes
		}
		s.Row.Sub = i18n.T(ctx, "stand_in_hour.minutes", "Count", minutes)
		if row.Sub != "" {
			s.Row.Sub = row.Sub + " · " + s.Row.Sub
		}
		v.Stops = append(v.Stops, s)
	}
	v.Lead = i18n.T(ctx, "stand_in_hour.lead", "Day", i18n.Day(ctx, h.StandIn.Until))
	v.Total = i18n.T(ctx, "stand_in_hour.total", "Count", left)
	for _, one := range h.Ask {
		v.Ask = append(v.Ask, ui.Fact{Term: i18n.Enum(ctx, "function", one.Function), Values: reach(one)})
	}
	return nil
}

// withDesk adds the next meeting and the next erasure, when no row speaks of them, and sets all in order.
func withDesk(r *page.Request, rows []ui.Row, d support.Desk) []ui.Row {
	ctx := r.Context()
	if href := "/meetings/" + string(d.Next.ID); d.Next.ID != "" && !slices.ContainsFunc(rows, func(row ui.Row) bool { return row.Href == href || row.Href == href+"/table" }) {
		rows = append(rows, ui.Row{Href: href, Text: i18n.T(ctx, "stand_in_hour.meeting", "Day", i18n.Day(ctx, d.Next.Day), "Clock", clock(r, d.Next))})
	}
	if d.Erase != "" && r.Today().Until(d.Erase) <= soonDays {
		rows = append(rows, ui.Row{Href: "/terms", Text: erasure(r, d.Erase)})
	}
	slices.SortStableFunc(rows, func(a, b ui.Row) int {
		x, _ := urgency(a.Href)
		y, _ := urgency(b.Href)
		return x - y
	})
	return rows
}

// mark is the fingerprint of a sentence. One that leads to no single thing, such as all keys that wait, is
// another one the next day.
func mark(today livc.Day, row ui.Row) string {
	of := row.Href
	if strings.Count(of, "/") < 2 {
		of += "|" + row.Text + "|" + string(today)
	}
	sum := sha256.Sum256([]byte("stand-in|" + of))
	return hex.EncodeToString(sum[:16])
}

func reach(h support.Hat) []string {
	list := []string{h.Name.Reveal()}
	for _, c := range []livc.Contact{h.Phone, h.Mail} {
		if !c.Empty() {
			list = append(list, c.Reveal())
			break
		}
	}
	return list
}

// standInsPage appoints a stand-in.
type standInsPage struct {
	Candidates []ui.Choice
	Lines      []standInLine
	Form       ui.Form
	From       string
}

// standInLine is one appointment with the button that ends it.
type standInLine struct {
	Row  ui.Row
	Hat  string
	Form ui.Form
}

const standInsPath = "/stand-ins"

func (p Pages) standIns(r *page.Request) error {
	if r.Posted() {
		if done, err := r.Done("", p.appoint(r), page.To(standInsPath)); done {
			return err
		}
	}
	d, err := p.Support.StandIns(r.Context(), r.By())
	if err != nil {
		return err
	}
	ctx := r.Context()
	v := standInsPage{Form: r.Form(standInsPath), From: string(r.Today())}
	for _, h := range d.Candidates {
		v.Candidates = append(v.Candidates, ui.Choice{Value: string(h.ID), Label: h.Name.Reveal()})
	}
	i18n.SortBy(ctx, v.Candidates, func(c ui.Choice) string { return c.Label })
	for _, s := range d.StandIns {
		v.Lines = append(v.Lines, standInLine{ui.Row{Text: s.Who.Name.Reveal(), Sub: i18n.T(ctx, "stand_ins.days", "From", i18n.Day(ctx, s.From), "Until", i18n.Day(ctx, s.Until))},
			string(s.Hat), ui.Form{Action: standInsPath, Token: r.Tokens.New(r.Actor.Hat)}})
	}
	return r.Show(i18n.T(ctx, "stand_ins.title"), standInsView(v, page.Help(r, law.CoordinatorBounds, law.RolesNamed)))
}

// appoint appoints, or ends what was appointed.
func (p Pages) appoint(r *page.Request) error {
	if r.Text("do") == "end" {
		return p.Support.EndStandIn(r.Context(), r.By(), r.Ref("hat"))
	}
	from, fault := r.Day("from")
	until, other := r.Day("until")
	var f livc.Faults
	f.Add(fault)
	f.Add(other)
	if err := f.Err(); err != nil {
		return err
	}
	return p.Support.AppointStandIn(r.Context(), r.By(), support.AppointStandIn{Hat: r.Ref("hat"), From: from, Until: until})
}
