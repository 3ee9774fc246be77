package followup

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Book is what this step asks of the database. Every method works inside the deed's transaction.
type Book interface {
	MyActions(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]MyAction, error)
	MyAction(ctx context.Context, tx *deed.Tx, id livc.ID) (MyAction, error)
	SetAction(ctx context.Context, tx *deed.Tx, a MyAction) error

	TableCase(ctx context.Context, tx *deed.Tx, id livc.ID) (discussion.Case, error)
	SetTableCase(ctx context.Context, tx *deed.Tx, c discussion.Case) error
	ActionsOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]discussion.AgreedAction, error)
	GoalsOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]discussion.Goal, error)
	OpenQuestions(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]discussion.OpenQuestion, error)
	Organisations(ctx context.Context, tx *deed.Tx) ([]support.Organisation, error)
	ContactLines(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]ContactLine, error)
	ClosingCriteria(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]livc.ID, error)
	Criteria(ctx context.Context, tx *deed.Tx, list string) ([]discussion.Criterion, error)
	// OrganisationOf gives the organisation of a hat; "" for no hat.
	OrganisationOf(ctx context.Context, tx *deed.Tx, hat livc.ID) (livc.ID, error)
	SetContactLine(ctx context.Context, tx *deed.Tx, caseID livc.ID, l ContactLine) error
	Talks(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]Talk, error)

	TableItem(ctx context.Context, tx *deed.Tx, item livc.ID) (discussion.TableItem, error)
	// ItemToTell gives the item in which was decided that the person hears of the talk, without a result yet.
	ItemToTell(ctx context.Context, tx *deed.Tx, caseID livc.ID) (discussion.TableItem, error)

	Word(ctx context.Context, tx *deed.Tx, caseID livc.ID) (PathWord, error)
	SetWord(ctx context.Context, tx *deed.Tx, caseID livc.ID, w Word) error
	Plan(ctx context.Context, tx *deed.Tx, caseID, hat livc.ID) (container livc.ID, given livc.Day, err error)
	SetPlan(ctx context.Context, tx *deed.Tx, caseID, hat, container livc.ID) error
	Managed(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]discussion.Case, error)
	DueReviews(ctx context.Context, tx *deed.Tx, organisation livc.ID, upTo livc.Day) ([]discussion.Case, error)
	Chairs(ctx context.Context, tx *deed.Tx, municipality livc.ID) ([]livc.ID, error)
}

// Service does the deeds of this step.
type Service struct {
	Gate *deed.Gate
	Book Book
}

func drawer(by deed.By) access.Object { return access.Object{Kind: access.OfDrawer, ID: by.Hat} }

func action(id livc.ID) access.Object { return access.Object{Kind: access.OfAction, ID: id} }
