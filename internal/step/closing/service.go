package closing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/processing"
	"beraad.eu/livc"
)

// Book is what this step asks of the database. Every method works inside the deed's transaction.
type Book interface {
	TableItem(ctx context.Context, tx *deed.Tx, item livc.ID) (discussion.TableItem, error)
	TableCase(ctx context.Context, tx *deed.Tx, id livc.ID) (discussion.Case, error)
	SetTableCase(ctx context.Context, tx *deed.Tx, c discussion.Case) error
	GoalsOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]discussion.Goal, error)
	SetGoal(ctx context.Context, tx *deed.Tx, goal livc.ID, state GoalState) error
	OpenQuestions(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]discussion.OpenQuestion, error)
	LetGo(ctx context.Context, tx *deed.Tx, question livc.ID) error
	Chosen(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]Criterion, error)
	SetCriterion(ctx context.Context, tx *deed.Tx, caseID, criterion livc.ID, a Fulfilled) error
	// Touched lists the life domains that were talked about or asked after at any meeting on the case.
	Touched(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]string, error)
	SetClosed(ctx context.Context, tx *deed.Tx, c discussion.Case) error
	// Sent says what is known of the files that went to another town about a case.
	Sent(ctx context.Context, tx *deed.Tx, caseID livc.ID) (law.SentFile, error)
}

// Service does the deeds of this step.
type Service struct {
	Gate *deed.Gate
	Book Book
	// Processing forgets a case that was a mistake, at once.
	Processing *processing.Service
}

func item(id livc.ID) access.Object { return access.Object{Kind: access.OfItem, ID: id, Item: id} }

// keepText seals a text on the casusblad; where no text of the law allows one, nothing is kept (X-L-l).
func keepText(tx *deed.Tx, c discussion.Case, kind string, text any) error {
	if c.AgendaOnly {
		return nil
	}
	return tx.Keep(c.Sheet, tx.NewID(), kind, text)
}
