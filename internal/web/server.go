package web

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// Doors is what the server needs to know who is signed in. Package store implements the reading of
// the frame; package identity the sessions.
type Doors interface {
	// Resume gives the session of a cookie and who acts in it.
	Resume(ctx context.Context, cookie string, now time.Time) (page.Who, error)
	// Stands gives who acts under a cookie now; it opens no key and is no press.
	Stands(ctx context.Context, cookie string, now time.Time) (livc.Actor, error)
	// Press notes that the person did something.
	Press(ctx context.Context, w page.Who, now time.Time) error
	// KeepDraft seals a form that came in after its session had ended.
	KeepDraft(ctx context.Context, ended string, form []byte, now time.Time) (string, error)
	// TakeDraft gives back a form that came in after its session had ended, to the same person.
	TakeDraft(ctx context.Context, cookie string, w page.Who, now time.Time) ([]byte, error)
}

// Config is what a server is made of.
type Config struct {
	Doors    Doors
	Clock    *deed.Clock
	Log      *slog.Logger
	Routes   []page.Route
	Menu     func(page.Me, livc.Function) []page.MenuEntry
	Origin   string // https://..., or http://localhost:8080 in practice
	Practice bool
	Roles    bool // practice with roles to take
	Ready    func(context.Context) error
	// PublicKey signs the tokens of forms on public pages; the same on every node.
	PublicKey []byte
	// Remote tells where a request comes from; nil takes the other end of the connection.
	Remote func(*http.Request) string
	Beat   time.Duration // of streams; 0 is the usual
	// Answered is told of every answer, by the template of its route; nil tells nobody.
	Answered func(route string, status int, took time.Duration)
}

// Server answers requests.
type Server struct {
	Config
	mux    *http.ServeMux
	guard  *http.CrossOriginProtection
	secure bool
	sent   *answered
	// uploads are the patterns of addresses that take a file.
	uploads map[string]bool
}

// maxBody is the largest form that is read.
const maxBody = 256 << 10

// New makes a server.
func New(c Config) *Server {
	s := &Server{Config: c, mux: http.NewServeMux(), guard: http.NewCrossOriginProtection(), secure: isHTTPS(c.Origin), sent: newAnswered(), uploads: map[string]bool{}}
	if s.Remote == nil {
		s.Remote = Proxies(nil).Remote
	}
	for _, r := range c.Routes {
		s.mux.Handle(r.Pattern, s.route(r))
		s.uploads[r.Pattern] = r.Upload
	}
	s.plain()
	return s
}

// ServeHTTP guards every answer with the same headers and every change against other sites.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if s.Answered == nil {
		s.serve(w, r)
		return
	}
	c, begun := &counted{ResponseWriter: w}, s.Clock.Wall()
	s.serve(c, r)
	s.Answered(r.Pattern, c.code(), s.Clock.Wall().Sub(begun))
}

func (s *Server) serve(w http.ResponseWriter, r *http.Request) {
	s.headers(w.Header())
	r.Body = http.MaxBytesReader(w, r.Body, s.most(r))
	if r.Host != hostOf(s.Origin) && s.Practice && isLoopback(r.Host) {
		http.Redirect(w, r, s.Origin+r.URL.Path, http.StatusTemporaryRedirect)
		return
	}
	if err := s.guard.Check(r); err != nil {
		s.fail(s.public(w, r), livc.Denied("denied.other_site"))
		return
	}
	s.mux.ServeHTTP(w, r)
}

// most is how much of a request is read: more where a file may come in, which is read by who is signed in only.
func (s *Server) most(r *http.Request) int64 {
	if r.Method == http.MethodPost {
		if _, pattern := s.mux.Handler(r); s.uploads[pattern] {
			return page.MaxUpload
		}
	}
	return maxBody
}

// route wraps a page: who acts, the token of the form, the error page.
func (s *Server) route(rt page.Route) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q, err := s.request(w, r, rt)
		if err == nil && s.pressed(q, rt) {
			return
		}
		if err == nil {
			if err = rt.Handle(q); livc.KindOf(err) == livc.LockedKind {
				err = s.keepForm(q, err)
			}
		}
		if err != nil {
			s.fail(q, err)
		}
	})
}

// Actions lists the action of every address, for the test that asks each for a permit.
func (s *Server) Actions() map[string]access.Action {
	m := map[string]access.Action{}
	for _, r := range s.Routes {
		m[r.Pattern] = r.Action
	}
	return m
}
