// Package protocol holds the pages of step 2: the protocol with its six chapters, its settings in plain
// words, its criteria, and what the partners say of it.
package protocol

import (
	"strconv"

	"beraad.eu/internal/access"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// Pages are the pages of step 2.
type Pages struct{ Protocol *protocol.Service }

// Routes are the addresses of step 2.
func Routes(s *protocol.Service) []page.Route {
	p := Pages{s}
	routes := []page.Route{
		{Pattern: "GET /protocol", Action: access.ViewProtocol, Handle: p.protocol},
		{Pattern: "GET /protocol/{version}", Action: access.ViewProtocol, Handle: p.protocol},
		{Pattern: "POST /protocol/new", Action: access.EditProtocol, Handle: p.newVersion},
	}
	for _, f := range []struct {
		path   string
		action access.Action
		handle func(*page.Request) error
	}{
		{"/protocol/{version}/chapters/{chapter}", access.EditProtocol, p.editChapter},
		{"/protocol/{version}/criteria/{criterion}", access.EditProtocol, p.editCriterion},
		{"/protocol/{version}/settings", access.EditProtocol, p.editSettings},
		{"/protocol/{version}/force", access.PutInForce, p.putInForce},
		{"/protocol/{version}/answers", access.AnswerProtocol, p.answers},
	} {
		routes = append(routes, page.Route{Pattern: "GET " + f.path, Action: f.action, Handle: f.handle},
			page.Route{Pattern: "POST " + f.path, Action: f.action, Handle: f.handle})
	}
	return routes
}

// version reads the number in the address; no number is the version that holds.
func version(r *page.Request) (int, error) {
	text := r.PathValue("version")
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || strconv.Itoa(n) != text {
		return 0, livc.NotFound()
	}
	return n, nil
}

// path is the address of a version.
func path(number int) string { return "/protocol/" + strconv.Itoa(number) }

// draft reads the version of the address for somebody who may change it.
func (p Pages) draft(r *page.Request) (v protocol.Page, err error) {
	n, err := version(r)
	if err != nil {
		return v, err
	}
	v, err = p.Protocol.Protocol(r.Context(), r.By(), n)
	if err == nil && !v.Edits {
		err = livc.NotFound()
	}
	if err == nil && v.State != protocol.Draft {
		err = livc.Conflict("edit_protocol.not_a_draft")
	}
	return v, err
}
