package table

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/live"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// screenLive is where the screen in the room hears that something changed.
const screenLive = "/screen/live"

func liveAt(meeting livc.ID) string { return "/meetings/" + string(meeting) + "/live" }

// following are the addresses at which screens hear that something changed.
func (p Pages) following() []page.Route {
	return []page.Route{{Pattern: "GET /meetings/{meeting}/live", Action: access.ViewMeeting, Quiet: true, Handle: p.follow}}
}

// goesLive lets a page of a meeting hear of changes after it was read; mark was taken before.
func (p Pages) goesLive(r *page.Request, mark uint64, meeting livc.ID) {
	r.Live(liveAt(meeting), p.Hub.Seen(mark, live.At{Livc: r.Actor.Livc, Meeting: meeting}))
}

// follow tells somebody who may see a meeting that something changed there, never what.
func (p Pages) follow(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	going, err := p.Table.Follow(r.Context(), r.By(), meeting)
	if err != nil {
		return err
	}
	if !going {
		return r.Farewell()
	}
	return r.Follow(p.Hub, live.At{Livc: r.Actor.Livc, Meeting: meeting}, func(ctx context.Context) (bool, error) {
		return p.Table.Follows(ctx, r.Actor.Actor, meeting)
	})
}

// followWall does the same for the screen in the room, which opens it with its own cookie.
func (p Pages) followWall(r *page.Request) error {
	id, private, ok := screenCookie(r)
	if !ok {
		return livc.NotFound()
	}
	x, err := p.Table.WallFollows(r.Context(), id, private)
	if err != nil {
		return err
	}
	r.Stands = nil // whoever is signed in on that machine, the screen stands by itself
	return r.Follow(p.Hub, live.At{Livc: x.Livc, Meeting: x.Meeting}, func(ctx context.Context) (bool, error) {
		_, err := p.Table.WallFollows(ctx, id, private)
		return err == nil, err
	})
}
