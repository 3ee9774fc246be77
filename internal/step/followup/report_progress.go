package followup

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// maxProgress is the longest note, in characters: that it happened, not what was said.
const maxProgress = 280

// ReportProgress is the input of the use case of that name.
type ReportProgress struct {
	State      livc.ActionState  // running, help or done
	Note       livc.Secret       // stays with the holder
	ThirdParty string            // "", asked, agreed, done
	Result     discussion.Result // of what is done; "" says nothing
}

// ProgressStates are the words a holder can choose; none of them is late or failed.
func ProgressStates() []livc.ActionState {
	return []livc.ActionState{livc.ActionRunning, livc.ActionHelp, livc.ActionDone}
}

// ThirdParties are the words about somebody outside who carries it out (R5.2-c).
func ThirdParties() []string { return []string{"asked", "agreed", "done"} }

// ReportProgress says how an agreed action goes. The table sees the word and the day; the note stays in
// the holder's own copy (R5.2-b, R5.2-c, R5.2-d). Of what is done the holder may say what it brought
// (R2.3.5-i). A question that nobody took on has no progress.
func (s *Service) ReportProgress(ctx context.Context, by deed.By, id livc.ID, in ReportProgress) error {
	var f livc.Faults
	f.Check(slices.Contains(ProgressStates(), in.State), "state", "report_progress.choose")
	f.Check(in.Result == "" || in.State == livc.ActionDone && slices.Contains(discussion.Results(), in.Result), "result", "report_progress.result", law.ReviewMoments)
	f.Check(in.Note.Len() <= maxProgress, "note", "error.too_long")
	f.Check(in.ThirdParty == "" || slices.Contains(ThirdParties(), in.ThirdParty), "third_party", "report_progress.choose")
	if err := f.Err(); err != nil {
		return err
	}
	return s.Gate.Do(ctx, by, access.ReportProgress, action(id), func(tx *deed.Tx) error {
		a, err := s.Book.MyAction(ctx, tx, id)
		if err != nil {
			return err
		}
		if !a.OwnYes || !a.Open() {
			return livc.Denied("law.action.needs_yes", law.OwnMission)
		}
		if !in.Note.Empty() && a.Note != "" {
			if err := tx.Keep(a.Note, tx.NewID(), progressRecord, ProgressText{in.Note}); err != nil {
				return err
			}
		}
		a.State, a.Progressed, a.Result = in.State, tx.Today, in.Result
		if a.ThirdParty != "" && in.ThirdParty != "" {
			a.ThirdParty = in.ThirdParty
		}
		tx.Made(id)
		return s.Book.SetAction(ctx, tx, a)
	})
}
