package web

import (
	"net/http"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// refused answers a deed that a norm refuses: every reason at once, where each stands, and what is
// possible instead. The text for that stands under the key of the reason: instead.<key>.
func (s *Server) refused(q *page.Request, e *livc.Error) {
	var texts, instead []string
	var norms []livc.NormID
	for _, reason := range append([]*livc.Error{e}, e.More...) {
		texts = append(texts, i18n.Fault(q.Context(), reason))
		norms = append(norms, reason.Norms...)
		if key := "instead." + reason.Key; i18n.Has(q.Context(), key) {
			instead = append(instead, i18n.T(q.Context(), key))
		}
	}
	var possible []ui.Link
	if again := s.openAgain(q); again != "" {
		possible = append(possible, ui.Link{Href: again, Text: i18n.T(q.Context(), "state.refused.again")})
	}
	s.answer(q, http.StatusForbidden, ui.State("refused"), ui.Refused(texts, page.Cites(q, norms...), typed(q), instead, possible))
}
