package practice

import (
	"slices"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// stop is one step of the guided path: what is looked at, who goes where, which acts are played there. Its
// texts stand under walk.<stem>.
type stop struct {
	stem    string
	role    string // whose screen it is
	address string // of that screen
	acts    []Act
}

// stops are the five minutes of product 8, from a worry to a case that is forgotten. {meeting}, {card} and
// {invited} are those of the town.
var stops = []stop{
	{stem: "worry"},
	{stem: "card", role: "mayor", address: "/referrals/{card}/decide"},
	{stem: "invitation", role: "youth", address: "/invitations/{invited}"},
	{stem: "table", role: "caw", address: "/meetings/{meeting}/mine", acts: []Act{Gather}},
	{stem: "fact", role: "clb", address: "/meetings/{meeting}/mine", acts: []Act{Share, Refuse}},
	{stem: "objection", role: "mayor", address: "/meetings/{meeting}/mine", acts: []Act{Object}},
	{stem: "report", role: "coordinator", address: "/meetings/{meeting}/table", acts: []Act{Draft, Agree}},
	{stem: "year", role: "coordinator", address: "/terms", acts: []Act{Year}},
	{stem: "houses"},
	{stem: "own", role: "coordinator", address: "/protocol"},
}

const (
	walkAt = ui.PracticeWalkPath
	// walkSeconds is how long a browser remembers where somebody was.
	walkSeconds = 30 * 24 * 3600
)

func stopAt(stem string) string { return walkAt + "/" + stem }

func place(stem string) int {
	return slices.IndexFunc(stops, func(s stop) bool { return s.stem == stem })
}

// stopOf is the stop at which an act is played.
func stopOf(a Act) string {
	i := slices.IndexFunc(stops, func(s stop) bool { return slices.Contains(s.acts, a) })
	if i < 0 {
		return ""
	}
	return stops[i].stem
}

// address is where a stop leads; without one, to the first page of the work.
func (p Pages) address(stem string) string {
	i := place(stem)
	if i < 0 || stops[i].address == "" {
		return "/today"
	}
	c := p.Hall.Cast()
	return strings.NewReplacer("{meeting}", string(c.Meeting), "{card}", string(c.Card), "{invited}", string(c.Invited)).Replace(stops[i].address)
}

// walkLine is a stop in the overview.
type walkLine struct {
	Href, Minute, Title, Text string
	Here                      bool
}

// walk shows the whole path, and where one was.
func (p Pages) walk(r *page.Request) error {
	here := max(0, place(r.CookieValue(page.WalkCookie)))
	var list []walkLine
	for i, s := range stops {
		key := "walk." + s.stem
		list = append(list, walkLine{Href: stopAt(s.stem), Minute: i18n.T(r.Context(), key+".minute"), Title: i18n.T(r.Context(), key+".title"),
			Text: i18n.T(r.Context(), key+".look"), Here: i == here})
	}
	return r.Show(i18n.T(r.Context(), "walk.title"), walkView(list, list[here], here+1, len(list)))
}

// stopPage is one stop.
type stopPage struct {
	Stem, Title, Look, Why string
	At, Of                 int
	Before, After          string // addresses
	Role, As               string
	Token                  string
	Play                   []playButton
	Done                   bool // what there is to do here was done
	Begun                  bool // there is a table to look at
	Form                   ui.Form
	Worry                  Worry
	Pieces                 []piece // what was written, or drafted, with what points to somebody
	Sent                   bool
	Scene                  Scene
	Refused                refusal
	Proofs                 []ui.Row
}

// playButton is an act that can be played now.
type playButton struct {
	Act        Act
	Text, Does string
}

func (p Pages) stop(r *page.Request) error {
	i := place(r.PathValue("stop"))
	if i < 0 {
		return livc.NotFound()
	}
	r.SetCookie(page.WalkCookie, stops[i].stem, walkSeconds)
	v := p.newStop(r, i)
	if len(stops[i].acts) > 0 {
		var err error
		if v.Scene, err = p.Hall.Scene(r.Context()); err != nil {
			return p.astray(r, err)
		}
		v.scene(r, stops[i])
	}
	return r.Show(v.Title, stopView(r, v))
}

func (p Pages) newStop(r *page.Request, i int) stopPage {
	ctx, s := r.Context(), stops[i]
	key := "walk." + s.stem
	v := stopPage{Stem: s.stem, Title: i18n.T(ctx, key+".title"), Look: i18n.T(ctx, key+".look"), Why: i18n.T(ctx, key+".why"), At: i + 1, Of: len(stops),
		Token: r.Form("/practice/as").Token, Form: r.Form(stopAt(s.stem)), Worry: p.Hall.Worry(), Sent: r.URL.Query().Get("sent") == "yes"}
	v.Done = v.Sent || v.Stem == "houses"
	if i > 0 {
		v.Before = stopAt(stops[i-1].stem)
	}
	if i < len(stops)-1 {
		v.After = stopAt(stops[i+1].stem)
	}
	if x, ok := p.Hall.Cast().Role(s.role); ok {
		v.Role, v.As = x.Stem, i18n.T(ctx, "walk.as", "Who", p.button(r, x).Text)
	}
	return v
}

// scene lays out what the town played: which act is next here, and what there is to see.
func (v *stopPage) scene(r *page.Request, s stop) {
	ctx := r.Context()
	v.Begun = v.Scene.Has(Gather) && v.Scene.Phone.Item.InRoom()
	v.Done = true
	for _, a := range s.acts {
		if !v.Scene.Has(a) {
			v.Done = false
			v.Play = append(v.Play, playButton{Act: a, Text: i18n.T(ctx, "walk.play."+string(a)), Does: i18n.T(ctx, "walk.does."+string(a))})
			break
		}
	}
	v.Pieces = pieces(r, v.Scene.Draft, v.Scene.Marks)
	v.Refused = refusalOf(r, v.Scene.Refused)
	if v.Scene.Ended != nil {
		for _, x := range v.Scene.Ended.Proofs {
			v.Proofs = append(v.Proofs, ui.Row{Text: i18n.T(ctx, "terms.proof", "Number", x.Number()), Sub: i18n.DateOf(ctx, x.Day)})
		}
	}
}

// worry lets Lotte ask to think along without a name. What points to one person comes back, marked.
func (p Pages) worry(r *page.Request) error {
	text := r.Secret("saw")
	done, err := r.Done("", p.Hall.Think(r.Context(), text), page.To(stopAt("worry")+"?sent=yes"))
	if done {
		return err
	}
	v := p.newStop(r, place("worry"))
	v.Pieces = pieces(r, text, pointing(r, text))
	return r.Show(v.Title, stopView(r, v))
}

// play lets the town play an act, and shows it.
func (p Pages) play(r *page.Request) error {
	a := Act(r.PathValue("act"))
	if !slices.Contains(Acts(), a) {
		return livc.NotFound()
	}
	if err := p.Hall.Perform(r.Context(), a); err != nil {
		return p.astray(r, err)
	}
	return r.Go(stopAt(stopOf(a)) + "#seen")
}

// astray says that this town went another way, such as after somebody closed the meeting; any other fault is
// one of ours.
func (p Pages) astray(r *page.Request, err error) error {
	switch livc.KindOf(err) {
	case livc.NotFoundKind, livc.ConflictKind, livc.DeniedKind, livc.InvalidKind:
		return r.State(409, i18n.T(r.Context(), "walk.astray.title"), astrayView())
	}
	return err
}

// name shows who it is about, as Ruben.
func (p Pages) name(r *page.Request) error {
	who, err := p.Hall.Name(r.Context())
	if err != nil {
		return p.astray(r, err)
	}
	return r.Show(i18n.T(r.Context(), "show_name.title"), peeked(who))
}
