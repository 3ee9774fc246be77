package invitation

import (
	"context"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/web/ui"
)

// hour writes the hour of a meeting or a point: 14.13 uur.
func hour(ctx context.Context, clock string) string {
	h, m, _ := strings.Cut(clock, ":")
	return i18n.T(ctx, "date.clock", "Hour", strings.TrimPrefix(h, "0"), "Minute", m)
}

// when writes day and hour of a meeting.
func when(ctx context.Context, m invitation.Meeting) string {
	return i18n.Day(ctx, m.Day) + ", " + hour(ctx, m.Clock)
}

// pointText is what a point is called: the code of a case, or the words of a fixed point. Never a name.
func pointText(ctx context.Context, p invitation.Point) string {
	switch {
	case p.Code != "":
		return i18n.T(ctx, "agenda.case", "Code", p.Code)
	case p.Kind == invitation.GeneralItem:
		return i18n.Enum(ctx, "topic", p.Topic)
	}
	return i18n.Enum(ctx, "item_kind", p.Kind)
}

// tag shows where an invitation stands. Coming and not coming look alike: no answer is better.
func tag(ctx context.Context, s invitation.State) ui.Tag {
	tone := map[invitation.State]ui.Tone{invitation.Proposed: ui.Fresh, invitation.Sent: ui.Waiting, invitation.Calls: ui.Going}[s]
	if tone == "" {
		tone = ui.Plain
	}
	return ui.Tag{Text: i18n.Enum(ctx, "invitation_state", s), Tone: tone}
}

func minutes(ctx context.Context, n int) string {
	return i18n.T(ctx, "agenda.minutes_count", "Count", n)
}
