package table

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// roomRefresh is how often the screen in the room asks anew without a script, in seconds.
const roomRefresh = 5

// room shows the desk, in its own session, what hangs on the wall.
func (p Pages) room(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	d, err := p.Table.Room(r.Context(), r.By(), meeting)
	if err != nil {
		return err
	}
	return r.Write(200, ui.RoomScreen(roomOf(r, d)))
}

// empty is a wall with a word of welcome.
func empty(r *page.Request) ui.Room {
	return ui.Room{Frame: ui.Frame{Lang: r.Frame.Lang, Theme: r.Frame.Theme, Practice: r.Frame.Practice}, Code: i18n.T(r.Context(), "room.welcome"), Refresh: roomRefresh}
}

// roomOf is a Room as a page.
func roomOf(r *page.Request, d discussion.Room) ui.Room {
	ctx, v := r.Context(), empty(r)
	if d.Code == "" {
		return v
	}
	v.Code, v.Point, v.Clock = d.Code, i18n.T(ctx, "desk.point", "At", d.Point, "Of", d.Points), i18n.Enum(ctx, "phase", phaseWord(d.Phase))
	v.Question, v.Lines = onWall(r, d)
	v.Inside = distinct(r, d.Inside)
	return v
}

// onWall is the one question of a phase; at the weighing the outcomes, in the order of this meeting.
func onWall(r *page.Request, d discussion.Room) (question string, lines []string) {
	ctx := r.Context()
	switch d.Phase {
	case discussion.PhaseProtects, discussion.PhaseConcerns, discussion.PhaseUnknown:
		if d.Question != "" {
			return d.Question, nil
		}
		return prompt(ctx, d.Guide), nil
	case discussion.PhaseOther:
		for _, q := range law.StopQuestions() {
			lines = append(lines, i18n.T(ctx, string(q)))
		}
		return counterOr(ctx, d.Guide), lines
	case discussion.PhaseWeighing:
		for _, o := range d.Outcomes {
			lines = append(lines, i18n.Enum(ctx, "outcome", o))
		}
		return i18n.T(ctx, "decide_case.silence"), lines
	}
	return "", nil
}
