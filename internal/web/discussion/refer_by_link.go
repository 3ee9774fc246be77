package discussion

import (
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// ByLink are the pages of a professional who is no member and got a link. Nobody is signed in on them.
type ByLink struct {
	Referrals *discussion.Referrals
	// Guesses bounds the codes that one address types; Sends the forms it sends.
	Guesses, Sends *identity.Limiter
}

// What one address may do on the pages of a link in a quarter of an hour (settled 38).
const (
	linkGuesses = 10
	linkSends   = 60
	linkWindow  = 15 * time.Minute
	linkGuests  = 4096
)

// RoutesByLink are the addresses of a link.
func RoutesByLink(s *discussion.Referrals) []page.Route {
	limit := func(n int) *identity.Limiter { return &identity.Limiter{Max: n, Window: linkWindow, Size: linkGuests} }
	p := ByLink{s, limit(linkGuesses), limit(linkSends)}
	return []page.Route{
		{Pattern: "GET /refer-once/{link}", Action: access.OpenLink, Public: true, Handle: p.code},
		{Pattern: "POST /refer-once/{link}", Action: access.OpenLink, Public: true, Handle: p.code},
		{Pattern: "GET /refer-once/{link}/tell", Action: access.OpenLink, Public: true, Handle: p.tell},
		{Pattern: "POST /refer-once/{link}/tell", Action: access.ReferByLink, Public: true, Handle: p.tell},
		{Pattern: "GET /refer-once/sent", Action: access.ReferByLink, Public: true, Handle: p.sent},
		{Pattern: "GET /refer-once/stopped", Action: access.ReferByLink, Public: true, Handle: p.stopped},
	}
}

func oncePath(link livc.ID) string { return "/refer-once/" + string(link) }
func tellPath(link livc.ID) string { return oncePath(link) + "/tell" }

// code asks for the six digits that were said by phone. The page is the same for every link, also for one
// that never was: looking tells nothing.
func (p ByLink) code(r *page.Request) error {
	id, err := r.ID("link")
	if err != nil {
		return err
	}
	if r.Posted() {
		pass, err := p.open(r, id)
		if err == nil {
			r.SetCookie(page.LinkCookie, strings.Join([]string{string(pass.Livc), string(pass.Link), pass.Proof}, "."), 0)
		}
		if done, err := r.Done("", err, page.To(tellPath(id))); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "refer_by_link.title"), codeView(r.Form(oncePath(id))))
}

func (p ByLink) open(r *page.Request, id livc.ID) (discussion.LinkPass, error) {
	if err := p.Guesses.Allow(r.Address, r.Now); err != nil {
		return discussion.LinkPass{}, err
	}
	return p.Referrals.OpenLink(r.Context(), id, strings.Join(strings.Fields(r.Text("code")), ""))
}

// tellPage is the form of a professional.
type tellPage struct {
	Form    ui.Form
	Ask     discussion.LinkAsk
	Lead    string
	Duty    string
	Until   string
	Danger  bool
	Numbers []int
	Typed   []bool
	Check   []ui.Fact // what was written, before it is sent
	Kept    []keptField
}

// keptField is one field on its way from the form to the page on which it is looked at.
type keptField struct{ Name, Value string }

// tell shows the questions, lets what was written be looked at, and sends it. Until then it is kept nowhere
// but on the page itself; after that the writer cannot read it again.
func (p ByLink) tell(r *page.Request) error {
	id, err := r.ID("link")
	if err != nil {
		return err
	}
	in := written(r, passOf(r, id))
	do := r.Text("do")
	switch {
	case !r.Posted():
		return p.ask(r, in, tellPage{Form: r.Form(tellPath(id))})
	case do == "wipe":
		return p.wipe(r)
	}
	if err := p.Sends.Allow(r.Address, r.Now); err != nil {
		return err
	}
	v := tellPage{Danger: in.Danger}
	switch {
	case in.Danger:
	case do == "send":
		err := p.Referrals.ReferByLink(r.Context(), r.By().Token, in)
		if closed(err) {
			return p.closed(r, in)
		}
		if done, err := r.Done("", err, page.To("/refer-once/sent")); done {
			return err
		}
	case do == "check":
		if err := in.Check(); err != nil {
			r.Faulty(err)
		} else {
			v.Check, v.Kept = again(r, in), keptFields(r)
		}
	}
	v.Form = r.Again(tellPath(id))
	return p.ask(r, in, v)
}

// wipe forgets all that this browser holds of it. The desk does not learn that somebody stopped.
func (p ByLink) wipe(r *page.Request) error {
	r.SetCookie(page.LinkCookie, "", -1)
	r.Writer().Header().Set("Clear-Site-Data", `"cache"`) // also what the back button would show
	return r.Go("/refer-once/stopped")
}

// passOf is the pass that this browser keeps for a link; one without proof when it keeps none.
func passOf(r *page.Request, link livc.ID) discussion.LinkPass {
	parts := strings.Split(r.CookieValue(page.LinkCookie), ".")
	if len(parts) != 3 || livc.ID(parts[1]) != link {
		return discussion.LinkPass{Link: link}
	}
	return discussion.LinkPass{Livc: livc.ID(parts[0]), Link: link, Proof: parts[2]}
}

// closed tells whether an answer says that a link opens nothing, without saying why.
func closed(err error) bool {
	var e *livc.Error
	return errors.As(err, &e) && e.Key == "refer_by_link.wrong"
}

// written reads the form of a professional.
func written(r *page.Request, pass discussion.LinkPass) discussion.ReferByLink {
	in := discussion.ReferByLink{Pass: pass, Told: told(r), Ages: page.Choice(r, "ages", livc.AgeBands()), Consent: page.Choice(r, "consent", discussion.Consents()),
		SelfChecked: r.Yes("self_check"), Team: page.Choice(r, "team", []law.Answer{law.Yes, law.No}), Danger: r.Yes("danger")}
	in.Told.Referrer = livc.Secret{} // the link says who tells
	return in
}

func keptFields(r *page.Request) (list []keptField) {
	for name, values := range r.PostForm {
		if !slices.Contains([]string{"token", page.PageField, "do"}, name) && len(values) > 0 && values[0] != "" {
			list = append(list, keptField{name, values[0]})
		}
	}
	slices.SortFunc(list, func(a, b keptField) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// again is what was written, to be looked at once more.
func again(r *page.Request, in discussion.ReferByLink) []ui.Fact {
	ctx, lines := r.Context(), tellAgain(r, in.Told)
	if in.Ages != "" {
		lines = append(lines, ui.Fact{Term: i18n.T(ctx, "listen.field.ages"), Value: i18n.Enum(ctx, "age_band", in.Ages)})
	}
	if in.Consent != "" {
		lines = append(lines, ui.Fact{Term: i18n.T(ctx, "listen.field.consent"), Value: i18n.Enum(ctx, "consent", in.Consent)})
	}
	return lines
}

// ask shows the form to who typed the code right; anybody else is led to where the code is asked.
func (p ByLink) ask(r *page.Request, in discussion.ReferByLink, v tellPage) (err error) {
	v.Ask, err = p.Referrals.LinkAsk(r.Context(), in.Pass)
	switch {
	case closed(err) && r.Posted():
		return p.closed(r, in)
	case closed(err):
		return r.Go(oncePath(in.Pass.Link))
	case err != nil:
		return err
	}
	ctx := r.Context()
	v.Lead = i18n.T(ctx, "refer_by_link.asked", "Who", i18n.Enum(ctx, "function", v.Ask.By), "Town", v.Ask.Municipality, "Day", i18n.Day(ctx, v.Ask.Made))
	v.Until = i18n.T(ctx, "refer_by_link.until", "Day", i18n.Day(ctx, v.Ask.Until))
	if v.Ask.Secrecy != livc.TableSecrecy {
		v.Duty = i18n.T(ctx, dutyKeys[v.Ask.Secrecy])
	}
	v.Numbers, v.Typed = factNumbers(), typedFacts(r)
	return r.Show(i18n.T(ctx, "refer_by_link.title"), tellView(v, page.Help(r, law.TableSecrecyDuty), page.Help(r, law.FlemishReferral), page.Help(r, law.RightToSpeak)))
}

// closed answers what comes in for a link that opens nothing: one page for all of them, with what was typed.
func (p ByLink) closed(r *page.Request, in discussion.ReferByLink) error {
	return r.State(http.StatusNotFound, i18n.T(r.Context(), "refer_by_link.closed"), closedView(again(r, in)))
}

func (p ByLink) sent(r *page.Request) error {
	until := r.Today().Add(0, 0, law.LongestTerms().UndecidedDays)
	return r.Show(i18n.T(r.Context(), "refer_by_link.sent"), sentOnceView(i18n.Day(r.Context(), until)))
}

func (p ByLink) stopped(r *page.Request) error {
	return r.Show(i18n.T(r.Context(), "refer_by_link.stopped"), stoppedView())
}
