package closing

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// Ending is what the table looks at before it closes a case. Dutch: afsluiten aan tafel.
type Ending struct {
	Case      discussion.Case
	Goals     []EndingGoal
	Criteria  []Criterion
	Questions []discussion.OpenQuestion
	Never     []string // life domains that were never talked about
}

// EndingGoal is a goal with its text. Dutch: doel bij het afsluiten.
type EndingGoal struct {
	discussion.Goal
	Text *discussion.GoalText
}

// Ending shows goals, criteria, open questions and the life domains never addressed (S23, R7.1-b).
func (s *Service) Ending(ctx context.Context, by deed.By, of livc.ID) (e Ending, err error) {
	err = s.Gate.Look(ctx, by, access.CloseCase, item(of), func(tx *deed.Tx) error {
		e = Ending{}
		i, err := s.Book.TableItem(ctx, tx, of)
		if err != nil {
			return err
		}
		if e.Case, err = s.Book.TableCase(ctx, tx, i.Case); err != nil {
			return err
		}
		if e.Criteria, err = s.Book.Chosen(ctx, tx, i.Case); err != nil {
			return err
		}
		if e.Questions, err = s.Book.OpenQuestions(ctx, tx, i.Case); err != nil {
			return err
		}
		if e.Never, err = s.never(ctx, tx, e.Case); err != nil {
			return err
		}
		return s.goals(ctx, tx, &e)
	})
	return e, err
}

func (s *Service) goals(ctx context.Context, tx *deed.Tx, e *Ending) error {
	goals, err := s.Book.GoalsOf(ctx, tx, e.Case.ID)
	for _, g := range goals {
		v := EndingGoal{g, &discussion.GoalText{}}
		if g.Record != "" {
			if err := tx.Later(e.Case.Sheet, g.Record, v.Text); err != nil {
				return err
			}
		}
		e.Goals = append(e.Goals, v)
	}
	return err
}

func (s *Service) never(ctx context.Context, tx *deed.Tx, c discussion.Case) (never []string, err error) {
	touched, err := s.Book.Touched(ctx, tx, c.ID)
	for _, d := range discussion.Domains() {
		if !slices.Contains(touched, d) {
			never = append(never, d)
		}
	}
	return never, err
}
