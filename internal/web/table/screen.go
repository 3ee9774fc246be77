package table

import (
	"encoding/base64"
	"errors"
	"strconv"
	"strings"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// screenPage is what the desk sees of the screen in the room.
type screenPage struct {
	Back, At string
	Screen   deed.Screen
	Code     string // shown once
	Address  string
	Words    string
	Form     func() ui.Form
}

// screen lets the desk offer a screen, let it in, and take it away (settled 24). It may stay off: nothing
// of a meeting needs it.
func (p Pages) screen(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	at := tableAt(meeting)
	at = strings.TrimSuffix(at, "/table") + "/screen"
	code := ""
	if r.Posted() {
		code, err = p.pressed(r, meeting)
		var again *deed.Repeated
		switch {
		case errors.As(err, &again) || err == nil && code == "":
			return r.Go(at)
		case err != nil:
			return err
		}
	}
	x, err := p.Table.Screen(r.Context(), r.Actor, meeting)
	if err != nil {
		return err
	}
	v := screenPage{Back: tableAt(meeting), At: at, Screen: x, Code: spaced(code), Address: p.Origin + "/screen", Words: strings.Join(x.Words(), " - "),
		Form: func() ui.Form { return r.Form(at) }}
	return r.Show(i18n.T(r.Context(), "pair_screen.title"), screenView(v, page.Help(r, "sw-458ter-1")))
}

func (p Pages) pressed(r *page.Request, meeting livc.ID) (code string, err error) {
	switch r.Text("do") {
	case "offer":
		return p.Table.OfferScreen(r.Context(), r.By(), meeting)
	case "let_in":
		return "", p.Table.LetScreenIn(r.Context(), r.By(), meeting)
	}
	return "", p.Table.DropScreen(r.Context(), r.By(), meeting)
}

// spaced sets a code in two groups, as people read it aloud.
func spaced(code string) string {
	if len(code) != 6 {
		return ""
	}
	return code[:3] + " " + code[3:]
}

// wall is the page of the screen itself: a code to type, four words while it asks, and then what the desk
// hangs there. Nobody is signed in on it; what it may show opens with its own cookie only.
func (p Pages) wall(r *page.Request) error {
	if r.Posted() {
		id, private, err := p.ask(r)
		if err == nil {
			r.SetCookie(page.ScreenCookie, string(id)+"."+base64.RawURLEncoding.EncodeToString(private), 0)
		}
		if done, err := r.Done(id, err, page.To("/screen")); done {
			return err
		}
	}
	if id, private, ok := screenCookie(r); ok && !r.Posted() {
		w, err := p.Table.Wall(r.Context(), id, private)
		if err == nil {
			v := p.hung(r, w)
			v.Frame.Live = screenLive
			return r.Write(200, ui.RoomScreen(v))
		}
		if livc.KindOf(err) != livc.NotFoundKind {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "ask_screen.title"), wallView(r.Form("/screen")))
}

func (p Pages) ask(r *page.Request) (id livc.ID, private []byte, err error) {
	if err := p.Guesses.Allow(r.Address, r.Now); err != nil {
		return "", nil, err
	}
	private, public, err := deed.NewScreen()
	if err != nil {
		return "", nil, err
	}
	digits := strings.Join(strings.Fields(r.Text("code")), "")
	id, err = p.Table.AskScreen(r.Context(), digits, public)
	return id, private, err
}

func screenCookie(r *page.Request) (id livc.ID, private []byte, ok bool) {
	first, rest, _ := strings.Cut(r.CookieValue(page.ScreenCookie), ".")
	id, err := livc.ParseID(first)
	if err != nil {
		return "", nil, false
	}
	private, err = base64.RawURLEncoding.DecodeString(rest)
	return id, private, err == nil
}

// hung is the wall as a page.
func (p Pages) hung(r *page.Request, w discussion.Wall) ui.Room {
	if len(w.Words) > 0 {
		v := empty(r)
		v.Code, v.Question = strings.Join(w.Words, " - "), i18n.T(r.Context(), "ask_screen.words")
		return v
	}
	if w.Blind {
		v := empty(r)
		v.Code = i18n.T(r.Context(), "room.blind")
		return v
	}
	return roomOf(r, roomFrom(w.Frame))
}

// blind darkens the screen in the room, or lets it see again, and goes back to where the key was pressed.
func (p Pages) blind(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	back := tableAt(meeting)
	if to := r.Text("back"); to != "" {
		back = page.Local(to)
	}
	if done, err := r.Done(meeting, p.Table.BlindScreen(r.Context(), r.By(), meeting, r.Text("do") != "see"), page.To(back)); done {
		return err
	}
	return r.Go(back)
}

// roomFrom is what hangs on the wall as the desk would see it; an empty frame is an empty room.
func roomFrom(f discussion.Frame) discussion.Room {
	number := func(s livc.Secret) int {
		n, _ := strconv.Atoi(s.Reveal()) // written as a number, or nothing
		return n
	}
	r := discussion.Room{Point: number(f.Point), Points: number(f.Points), Code: f.Code.Reveal(), Phase: discussion.Phase(number(f.Phase)),
		Guide: f.Guide.Reveal(), Question: f.Question.Reveal(), Silent: !f.Silent.Empty(), Objection: !f.Objection.Empty(), Report: discussion.ReportText{Text: f.Report}}
	for _, q := range f.Questions {
		r.Questions = append(r.Questions, discussion.QuestionText{Text: q})
	}
	for _, l := range f.Lines {
		r.Lines = append(r.Lines, law.Result(l.Reveal()))
	}
	for _, d := range f.Weighed {
		r.Weighed = append(r.Weighed, discussion.DomainWeighed{Domain: d.Domain.Reveal(), Protects: number(d.Protects), Concerns: number(d.Concerns), Unknown: !d.Unknown.Empty()})
	}
	for _, s := range f.Stops {
		r.Stops = append(r.Stops, s.Reveal())
	}
	for _, o := range f.Outcomes {
		r.Outcomes = append(r.Outcomes, livc.Outcome(o.Reveal()))
	}
	for _, s := range f.Inside {
		r.Inside = append(r.Inside, discussion.Attendee{Seat: discussion.Seat(s.Seat.Reveal()), Service: s.Service.Reveal(), Function: livc.Function(s.Function.Reveal())})
	}
	return r
}
