package practice

import (
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/closing"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// ending closes a case at the table, or keeps it for one last look, where that was decided. What was
// chosen at the start gets its answer.
func (e *evening) ending(item livc.ID, t seed.PracticeTalk) error {
	if t.Ending == "" {
		return nil
	}
	shown, err := e.Closing.Ending(e.ctx, e.by("coordinator"), item)
	if err != nil {
		return err
	}
	in := closing.CloseCase{Item: item, Verdict: closing.Verdict(t.Ending), Reason: closing.Reason(t.Reason), Contact: livc.NewSecret(t.Stays),
		ReferrerAsked: law.Yes, Goals: map[livc.ID]closing.GoalState{}, Criteria: map[livc.ID]closing.Fulfilled{}}
	for _, g := range shown.Goals {
		in.Goals[g.ID] = closing.Reached
	}
	for _, c := range shown.Criteria {
		in.Criteria[c.ID] = closing.FullyYes
	}
	if in.Verdict == closing.LastCheck {
		in.LastCheck = e.today().Add(0, 3, 0)
	}
	_, err = e.Closing.CloseCase(e.ctx, e.by("coordinator"), in)
	return err
}
