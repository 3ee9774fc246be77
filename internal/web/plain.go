package web

import (
	"net/http"

	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// plain puts the addresses on the server that no deed stands behind: files, health, licences, and the
// page for everything else. With the public page of the contact point (package contact) they are the whole
// list of what is not recorded (settled 34).
func (s *Server) plain() {
	s.mux.Handle("GET /assets/", ui.Assets())
	s.mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("ok\n")) })
	s.mux.HandleFunc("GET /readyz", func(w http.ResponseWriter, r *http.Request) {
		if err := s.Ready(r.Context()); err != nil {
			http.Error(w, "not ready", http.StatusServiceUnavailable)
			return
		}
		_, _ = w.Write([]byte("ok\n"))
	})
	s.mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		q := s.public(w, r)
		if r.URL.Path == "/" && r.Method == http.MethodGet {
			_ = q.Go(s.first(q))
			return
		}
		s.NotFound(q)
	})
	s.mux.Handle("GET /again", s.route(page.Route{Open: true, Handle: s.again}))
	s.mux.Handle("GET /licences", s.route(page.Route{Public: true, Handle: func(q *page.Request) error {
		return q.Show("Licences", ui.Licences())
	}}))
}

// first is the first page of whoever asks: a guest has none but the visit.
func (s *Server) first(q *page.Request) string {
	if err := s.signedIn(q); err == nil && q.Actor.Function.Visits() {
		return ui.VisitPath
	}
	return "/today"
}
