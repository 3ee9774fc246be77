package followup

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// MyAction is an agreed action as its holder sees it: the own copy of its text, not the casusblad.
// Dutch: mijn afspraak.
type MyAction struct {
	discussion.AgreedAction
	Code       string
	ConsultBy  livc.Day // said yes after talking in the own organisation, by then
	Progressed livc.Day
	Revision   int
	Text       *discussion.ActionText
	Notes      []*ProgressText
}

// ProgressText is the holder's own note that something happened, not what was said. Dutch: notitie bij
// een afspraak.
type ProgressText struct{ Note livc.Secret }

const progressRecord = "progress"

// Open tells whether something is still asked of the holder.
func (a MyAction) Open() bool {
	return a.State != livc.ActionDone && a.State != livc.ActionStopped && a.State != livc.ActionDeclined
}

// MyActions shows a hat its own actions by date, with the texts from its own copies (S21, R5.2-b).
func (s *Service) MyActions(ctx context.Context, by deed.By) (list []MyAction, err error) {
	err = s.Gate.Look(ctx, by, access.ViewActions, drawer(by), func(tx *deed.Tx) error {
		if list, err = s.Book.MyActions(ctx, tx, by.Hat); err != nil {
			return err
		}
		for i := range list {
			if err := list[i].open(tx); err != nil {
				return err
			}
		}
		return nil
	})
	return list, err
}

func (a *MyAction) open(tx *deed.Tx) error {
	if a.Note == "" {
		return nil
	}
	a.Text = &discussion.ActionText{}
	if err := tx.Later(a.Note, a.ID, a.Text); err != nil {
		return err
	}
	return tx.LaterAll(a.Note, progressRecord, func(livc.ID) any {
		a.Notes = append(a.Notes, &ProgressText{})
		return a.Notes[len(a.Notes)-1]
	})
}
