package protocol

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// Today asks an organisation what it says of the protocol that is in the making; one row, and no
// reminder once it answered (R2.0-c, R1.1-g).
func Today(s *protocol.Service) page.Today {
	return func(r *page.Request) ([]ui.Row, error) {
		if r.Me.Municipal {
			return nil, nil // the founding guide says it
		}
		v, err := s.Protocol(r.Context(), r.By(), 0)
		if livc.KindOf(err) == livc.NotFoundKind {
			return nil, nil
		}
		if err != nil || !v.Own || v.State == protocol.Superseded {
			return nil, err
		}
		for _, a := range v.Answers {
			if a.Organisation == r.Actor.Controller {
				return nil, nil
			}
		}
		return []ui.Row{{Href: path(v.Number), Text: i18n.T(r.Context(), "protocol.read"), Sub: lead(r, v),
			Tag: ui.Tag{Text: i18n.T(r.Context(), "today.fresh"), Tone: ui.Fresh}}}, nil
	}
}
