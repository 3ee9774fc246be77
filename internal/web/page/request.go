package page

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/a-h/templ"
	"golang.org/x/text/unicode/norm"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// Me is what the frame of every page says about who is signed in.
type Me struct {
	Name         livc.Contact
	Organisation string
	Regime       livc.Regime
	LivcName     string
	ListHolder   bool // holds a list: the menu shows it
	Municipal    bool
	Waiting      bool // has keys, and is not on the signed list yet
}

// Who is who is signed in, as package identity says it.
type Who struct {
	Actor    livc.Actor // without a hat: a person only
	Keys     deed.Keys  // of the chosen hat; nil without one
	Me       Me
	Language livc.Language
	Theme    string
	Session  *identity.Session
	// NeedFresh refuses unless the person unlocked within five minutes.
	NeedFresh func(now time.Time) error
}

// Request is one request with who acts. It lives as long as the answer takes.
type Request struct {
	*http.Request
	w     http.ResponseWriter
	Who   Who // empty on public pages
	Actor deed.By
	Me    Me
	Now   time.Time // wall time
	Civil time.Time
	Frame ui.Frame
	// Address is where the request comes from, past the listed proxies; for limits only.
	Address string
	// Tokens signs and checks the tokens of forms.
	Tokens Tokens
	// Returned is a form that came in after its session had ended, or before the unlock it needs: the page
	// shows it filled. ReturnedTo is where it was sent; a page can have more forms than one.
	Returned   url.Values
	ReturnedTo string
	// Stands tells whether the session and its hat are still what they were when this request began, for an
	// answer that takes long. It is no press.
	Stands func(context.Context) error
	// Beat is how often a stream says that it is there; 0 is the usual.
	Beat time.Duration
	// Patience is how long one event of a stream may take to leave; 0 is the usual.
	Patience time.Duration
	// Theirs gives how the text of a form stands now, for who comes too late with an own one; nil for what has none.
	Theirs func() (livc.Secret, error)
	// Gone is told where a form that was taken leads, so that a second press leads there too.
	Gone   func(address string)
	faults error
	status int
	file   []byte
}

// New makes a request; package web fills in who acts.
func New(w http.ResponseWriter, r *http.Request) *Request {
	return &Request{Request: r, w: w, status: http.StatusOK}
}

// Writer is the raw answer, for cookies and files.
func (r *Request) Writer() http.ResponseWriter { return r.w }

// Fresh refuses unless the person unlocked within five minutes: a key, a power or a text that leaves is
// never given by a session left open (settled 21).
func (r *Request) Fresh() error { return r.Who.NeedFresh(r.Now) }

// Posted tells whether a form was sent.
func (r *Request) Posted() bool { return r.Method == http.MethodPost }

// Today is the civil day.
func (r *Request) Today() livc.Day { return livc.DayOf(r.Civil) }

// By is who acts, with the keys of the session and the token of the form.
func (r *Request) By() deed.By {
	by := r.Actor
	if r.Posted() {
		by.Token = r.PostForm.Get(tokenField)
		by.Seen = Seen(by.Token)
		by.Revision = r.PostForm.Get("revision")
	}
	return by
}

// ID reads a part of the address; anything that is no id is NotFound.
func (r *Request) ID(name string) (livc.ID, error) { return livc.ParseID(r.PathValue(name)) }

// clean makes text as it is kept everywhere: NFC, one kind of line end, no control characters.
func clean(s string) string {
	s = norm.NFC.String(strings.ReplaceAll(s, "\r\n", "\n"))
	s = strings.Map(func(c rune) rune {
		if unicode.IsControl(c) && c != '\n' && c != '\t' {
			return -1
		}
		return c
	}, s)
	return strings.TrimSpace(s)
}

// Text reads a plain field.
func (r *Request) Text(name string) string { return clean(r.PostForm.Get(name)) }

// Texts reads a field with several values, such as checkboxes.
func (r *Request) Texts(name string) []string {
	var list []string
	for _, v := range r.PostForm[name] {
		if v = clean(v); v != "" {
			list = append(list, v)
		}
	}
	return list
}

// Secret reads personal text.
func (r *Request) Secret(name string) livc.Secret { return livc.NewSecret(r.Text(name)) }

// Contact reads contact data.
func (r *Request) Contact(name string) livc.Contact { return livc.NewContact(r.Text(name)) }

// Yes reads a box that is ticked.
func (r *Request) Yes(name string) bool { return r.Text(name) == "yes" }

// Number reads a whole number; nothing or no number is 0.
func (r *Request) Number(name string) int {
	n, err := strconv.Atoi(r.Text(name))
	if err != nil {
		return 0
	}
	return n
}

// Day reads a day; what is no day comes back as a fault at the field.
func (r *Request) Day(name string) (livc.Day, *livc.Error) {
	s := r.Text(name)
	if s == "" {
		return "", nil
	}
	d, err := livc.ParseDay(s)
	if err != nil {
		return "", livc.Invalid("error.day").At(name)
	}
	return d, nil
}

// Choice reads one of the allowed words; anything else is "".
func Choice[T ~string](r *Request, name string, allowed []T) T {
	v := T(r.Text(name))
	for _, a := range allowed {
		if v == a {
			return v
		}
	}
	return ""
}

// Choices reads the allowed words among several answers, such as checkboxes.
func Choices[T ~string](r *Request, name string, allowed []T) (list []T) {
	for _, v := range r.Texts(name) {
		if slices.Contains(allowed, T(v)) {
			list = append(list, T(v))
		}
	}
	return list
}

// Ref reads an id from a form; anything that is no id is "".
func (r *Request) Ref(name string) livc.ID {
	id, err := livc.ParseID(r.Text(name))
	if err != nil {
		return ""
	}
	return id
}

// Form is the guard and the state of a form on this page: its token, what was typed, its messages.
func (r *Request) Form(action string) ui.Form {
	f := ui.Form{Action: action, Token: r.Tokens.New(r.Actor.Hat), Page: r.shownAt(action), Errors: ui.ErrorsOf(r.Context(), r.faults, r.cites)}
	switch {
	case r.faults != nil:
		f.Typed = ui.TypedIn(withoutToken(r.PostForm))
	case r.Returned != nil && path(action) == r.ReturnedTo:
		f.Typed = ui.TypedIn(r.Returned)
	}
	return f
}

// shownAt is the page on which a form stands that is sent to an address of its own; empty for a form that
// is sent to its page.
func (r *Request) shownAt(action string) string {
	at := r.URL.Path
	if r.Posted() {
		at = r.PostForm.Get(PageField)
	}
	if at == "" || at == path(action) {
		return ""
	}
	return Local(at)
}

func path(address string) string {
	p, _, _ := strings.Cut(address, "?")
	return p
}

func (r *Request) cites(norms ...livc.NormID) []ui.Cite { return Cites(r, norms...) }

// Again is Form with what was typed, for a form that is shown again on purpose, such as to read it aloud.
func (r *Request) Again(action string) ui.Form {
	f := r.Form(action)
	f.Typed = ui.TypedIn(withoutToken(r.PostForm))
	return f
}

func withoutToken(v url.Values) url.Values {
	out := url.Values{}
	for k, s := range v {
		if k != tokenField && k != PageField {
			out[k] = s
		}
	}
	return out
}

// Done answers a form. When the deed happened, now or at an earlier press of the same button, it
// sends the browser to what was made. When a field is wrong, or a norm refuses what stands in it, it
// keeps the messages and gives false: the handler shows the same form again, with everything that was
// typed. Any other error is for the error page.
func (r *Request) Done(made livc.ID, err error, to func(made livc.ID) string) (bool, error) {
	var again *deed.Repeated
	switch {
	case errors.As(err, &again):
		made, err = again.Made, nil
	case livc.KindOf(err) == livc.InvalidKind:
		r.faults, r.status = err, http.StatusUnprocessableEntity
		return false, nil
	case refusedAtField(err):
		r.faults, r.status = err, http.StatusForbidden
		return false, nil
	}
	if err != nil {
		return true, err
	}
	return true, r.Go(to(made))
}

// refusedAtField tells whether a norm refuses what stands in a field, and not the deed itself.
func refusedAtField(err error) bool {
	var e *livc.Error
	return errors.As(err, &e) && e.Kind == livc.DeniedKind && e.Field != ""
}

// Faulty keeps the messages of a form that the handler itself found wrong.
func (r *Request) Faulty(err error) {
	if err != nil {
		r.faults, r.status = err, http.StatusUnprocessableEntity
	}
}

// To is an address that does not depend on what was made.
func To(address string) func(livc.ID) string { return func(livc.ID) string { return address } }

// Go sends the browser to another page.
func (r *Request) Go(address string) error {
	if r.Gone != nil {
		r.Gone(address)
	}
	http.Redirect(r.w, r.Request, address, http.StatusSeeOther)
	return nil
}

// Show answers with a page in the common frame. It is made whole before the first byte leaves, so a
// fault in a page is a clean error and never half a page. Who renews a page gets its body alone.
func (r *Request) Show(title string, body templ.Component) error {
	if r.Renews() {
		return r.Write(r.status, body)
	}
	f := r.Frame
	f.Title, f.Path, f.Faulty = title, r.URL.Path, r.faults != nil
	f.Token = r.Tokens.New(r.Actor.Hat)
	return r.Write(r.status, layout{f, body})
}

// Print answers with a page for paper.
func (r *Request) Print(c templ.Component) error { return r.Write(http.StatusOK, c) }

// layout puts a page in its frame.
type layout struct {
	frame ui.Frame
	body  templ.Component
}

// Render writes the page.
func (l layout) Render(ctx context.Context, w writer) error {
	return ui.Layout(l.frame).Render(templ.WithChildren(ctx, l.body), w)
}
