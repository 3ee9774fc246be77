package table

import (
	"context"
	"strings"

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
	v.Words, v.Note = sidesOnWall(ctx, d), noteOnWall(ctx, d)
	v.Inside = distinct(r, d.Inside)
	return v
}

// onWall is the one question of a phase; at the weighing the outcomes, in the order of this meeting.
func onWall(r *page.Request, d discussion.Room) (question string, lines []string) {
	ctx := r.Context()
	if d.Silent {
		return i18n.T(ctx, "room.silent"), nil
	}
	switch d.Phase {
	case discussion.PhaseFeedback:
		return linesOnWall(ctx, d)
	case discussion.PhaseReport:
		return "", reportOnWall(d)
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

// sidesOnWall are the three sheets with from how many places something was said, while the table talks about
// them; never what (product 4.4).
func sidesOnWall(ctx context.Context, d discussion.Room) map[ui.Side][]ui.Word {
	if len(d.Weighed) == 0 || d.Silent || d.Phase < discussion.PhaseProtects || d.Phase > discussion.PhaseUnknown {
		return nil
	}
	m := map[ui.Side][]ui.Word{}
	for _, w := range d.Weighed {
		name := page.Domain(ctx, w.Domain)
		if w.Protects > 0 {
			m[ui.Protects] = append(m[ui.Protects], ui.Word{Text: name, Note: i18n.T(ctx, "desk.places", "Count", w.Protects)})
		}
		if w.Concerns > 0 {
			m[ui.Concerns] = append(m[ui.Concerns], ui.Word{Text: name, Note: i18n.T(ctx, "desk.places", "Count", w.Concerns)})
		}
	}
	for _, q := range d.Questions {
		m[ui.Unknown] = append(m[ui.Unknown], ui.Word{Text: q.Text.Reveal()})
	}
	return m
}

// noteOnWall is that somebody objects: never who, and never against what.
func noteOnWall(ctx context.Context, d discussion.Room) string {
	if d.Objection {
		return i18n.T(ctx, "object.stands")
	}
	return ""
}

// linesOnWall says of each line by its number whether everybody agreed.
func linesOnWall(ctx context.Context, d discussion.Room) (question string, lines []string) {
	for n, l := range d.Lines {
		lines = append(lines, i18n.T(ctx, "room.line", "Number", n+1, "Stands", i18n.Enum(ctx, "motion_result", l)))
	}
	return i18n.T(ctx, "room.feedback"), lines
}

// reportOnWall is the report, a sentence on each line, to read aloud.
func reportOnWall(d discussion.Room) (lines []string) {
	for _, l := range strings.Split(d.Report.Text.Reveal(), "\n") {
		if l = strings.TrimSpace(l); l != "" {
			lines = append(lines, l)
		}
	}
	return lines
}
