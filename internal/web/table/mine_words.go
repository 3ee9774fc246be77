package table

import (
	"context"
	"slices"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// seenInside says who will read what is typed: those who are inside now, by number.
func seenInside(ctx context.Context, v minePage) ui.Audience {
	return ui.Audience(i18n.T(ctx, "share_fact.seen", "Count", len(v.M.Inside)))
}

func seenBy(ctx context.Context, readers []discussion.Attendee) ui.Audience {
	return ui.Audience(i18n.T(ctx, "share_fact.seen", "Count", len(readers)+1))
}

// shareAnswers are the three answers to "do you share something": one as large as another (R4).
func shareAnswers(ctx context.Context, v minePage) []ui.Choice {
	return []ui.Choice{{Value: "share", Label: i18n.T(ctx, "share_fact.button", "Count", len(v.M.Inside))},
		{Value: "tell", Label: i18n.T(ctx, "share_fact.tell")}, {Value: "nothing", Label: i18n.T(ctx, "share_fact.nothing")}}
}

// useChoices are the uses beside the table, which every fact serves.
func useChoices(ctx context.Context) []ui.Choice {
	return enums(ctx, "fact_use", law.FactUses()[1:])
}

func usesOf(f discussion.FactSeen) (list []string) {
	for _, u := range f.Uses {
		list = append(list, string(u))
	}
	return list
}

// factNote says below a fact how one knows it, when, and for what it may serve.
func factNote(ctx context.Context, f discussion.FactSeen) string {
	var parts []string
	if h := f.Text.How.Reveal(); h != "" {
		parts = append(parts, i18n.Enum(ctx, "fact_source", h))
	}
	if w := f.Text.When.Reveal(); w != "" {
		parts = append(parts, w)
	}
	if f.Behalf {
		parts = append(parts, i18n.T(ctx, "my_screen.behalf"))
	}
	uses := make([]string, 0, len(f.Uses))
	for _, u := range f.Uses {
		uses = append(uses, i18n.Enum(ctx, "fact_use", u))
	}
	return strings.Join(append(parts, i18n.T(ctx, "my_screen.uses", "Uses", strings.Join(uses, ", "))), " · ")
}

// listed names roles in one sentence.
func listed(ctx context.Context, list []discussion.Attendee) string {
	var out []string
	for _, a := range list {
		out = append(out, role(ctx, a))
	}
	if len(out) == 0 {
		return i18n.T(ctx, "my_screen.nobody")
	}
	return strings.Join(out, ", ")
}

// rolesOf gives the roles of chosen people.
func rolesOf(ctx context.Context, people []discussion.Attendee, ids []livc.ID) string {
	var out []discussion.Attendee
	for _, a := range people {
		for _, id := range ids {
			if a.ID == id {
				out = append(out, a)
			}
		}
	}
	return listed(ctx, out)
}

// preparedWords are the words to share: the more general ones when there are.
func preparedWords(p discussion.PreparedFact) string {
	if !p.Text.Softer.Empty() {
		return p.Text.Softer.Reveal()
	}
	return p.Text.What.Reveal()
}

// saidAlready tells whether what was prepared stands in the room in these words.
func saidAlready(v minePage, p discussion.PreparedFact) bool {
	return slices.ContainsFunc(v.M.Room.Facts, func(f discussion.FactSeen) bool {
		return f.Mine && f.State == discussion.FactShared && f.Text.What.Reveal() == preparedWords(p)
	})
}

// anew tells whether something must be agreed again, because a fact below it changed.
func anew(v minePage, object livc.ID) bool {
	for _, b := range v.M.Room.Built {
		if b.Object == object && b.Anew {
			return true
		}
	}
	return false
}

// wholeSheet tells whether a sheet is put to the table as a whole.
func wholeSheet(v minePage) bool {
	for _, m := range v.Waiting {
		if m.Kind == discussion.MotionSheet && m.State == discussion.MotionOpen {
			return true
		}
	}
	return false
}

// doorAction is where the chair's press goes for what the coordinator asked.
func doorAction(v minePage, q discussion.DoorAsked) string {
	switch q.Kind {
	case discussion.DoorOpen:
		return v.At + "/items/" + string(q.Item) + "/open"
	case discussion.DoorPeople:
		return deskAt(q.Item) + "/people"
	}
	return deskAt(q.Item) + "/close"
}

// doorkeepers are who the chair can give the door: people of the municipality with an account, or nobody.
func doorkeepers(ctx context.Context, v minePage) (list []ui.Choice) {
	for _, a := range v.M.People {
		if a.Municipal && a.HasAccount && a.Hat != v.M.Sitting.Chair {
			list = append(list, ui.Choice{Value: string(a.ID), Label: role(ctx, a)})
		}
	}
	return append(list, ui.Choice{Value: "none", Label: i18n.T(ctx, "give_door.nobody")})
}

func delegateOf(v minePage) string {
	for _, a := range v.M.People {
		if a.Hat == v.M.Sitting.Delegate && a.Hat != "" {
			return string(a.ID)
		}
	}
	return "none"
}

func whoText(who discussion.Identity) string {
	return strings.TrimSpace(who.First.Reveal() + " " + who.Last.Reveal() + " " + who.BirthYear.Reveal())
}

// some tells whether something stands in a column.
func some(v preparePage, w discussion.Weighed) bool {
	for _, p := range v.M.Prepared {
		if p.Text.Weighed.Reveal() == string(w) {
			return true
		}
	}
	return false
}
