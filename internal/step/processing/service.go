package processing

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Book is what this step asks of the database. Every method works inside the deed's transaction.
type Book interface {
	Keeper(ctx context.Context, tx *deed.Tx, hat livc.ID) (Keeper, error)
	Kept(ctx context.Context, tx *deed.Tx, organisation livc.ID) ([]Dossier, error)

	Offers(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]Offer, error)
	Offer(ctx context.Context, tx *deed.Tx, item, hat livc.ID) (Offer, error)
	AnswerOffer(ctx context.Context, tx *deed.Tx, item, hat livc.ID) error

	Dossiers(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]Dossier, error)
	Dossier(ctx context.Context, tx *deed.Tx, id livc.ID) (Dossier, error)
	DossierOf(ctx context.Context, tx *deed.Tx, hat, caseID livc.ID) (Dossier, error)
	InsertDossier(ctx context.Context, tx *deed.Tx, d Dossier) error
	SetDossier(ctx context.Context, tx *deed.Tx, d Dossier) error

	// GivenTo tells what of a case was given to one hat to keep; MunicipalHoldings what the municipality keeps;
	// Asked whom the municipality itself asked something; AtTable whether the case is talked about now.
	GivenTo(ctx context.Context, tx *deed.Tx, caseID, hat livc.ID) ([]Holding, error)
	MunicipalHoldings(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]Holding, error)
	Asked(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]House, error)
	AtTable(ctx context.Context, tx *deed.Tx, caseID livc.ID) (bool, error)
	// LeavesAbout gives the newest leaves of the log about an own dossier or its container, before an index.
	LeavesAbout(ctx context.Context, tx *deed.Tx, dossier, container livc.ID, before int64, n int) ([]Look, error)
	// ServiceOf gives the name of the organisation of a hat.
	ServiceOf(ctx context.Context, tx *deed.Tx, hat livc.ID) (string, error)

	Extensions(ctx context.Context, tx *deed.Tx, dossier livc.ID) ([]Extension, error)
	Extension(ctx context.Context, tx *deed.Tx, id livc.ID) (Extension, error)
	ExtensionsToSign(ctx context.Context, tx *deed.Tx, organisation livc.ID) ([]Extension, error)
	InsertExtension(ctx context.Context, tx *deed.Tx, e Extension) error
	SetExtension(ctx context.Context, tx *deed.Tx, e Extension) error
	DiscussedOn(ctx context.Context, tx *deed.Tx, caseID livc.ID, on livc.Day) (bool, error)

	CaseTerms(ctx context.Context, tx *deed.Tx, organisation livc.ID) ([]CaseTerm, error)
	CaseTerm(ctx context.Context, tx *deed.Tx, caseID livc.ID) (CaseTerm, error)
	// Proofs lists the certificates of one organisation since a day, the newest first.
	Proofs(ctx context.Context, tx *deed.Tx, organisation livc.ID, since livc.Day) ([]Proof, error)
	Proof(ctx context.Context, tx *deed.Tx, id livc.ID) (Proof, error)

	Sheets(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]Sheet, error)
	Sheet(ctx context.Context, tx *deed.Tx, id livc.ID) (Sheet, error)
	SetHandedOver(ctx context.Context, tx *deed.Tx, s Sheet) error

	// Sent says what is known of the files that went to another town about a case.
	Sent(ctx context.Context, tx *deed.Tx, caseID livc.ID) (law.SentFile, error)

	Eraser
	Clocks
}

// Eraser deletes everything that hangs on a case or a dossier, by the register of tables.
type Eraser interface {
	// EraseCase deletes the municipality's own record of a case and every copy between hats. Own
	// dossiers of participants stay: each has its own clock and its own code (settled 7, R13).
	EraseCase(ctx context.Context, tx *deed.Tx, caseID livc.ID) (Erased, error)
	EraseDossier(ctx context.Context, tx *deed.Tx, dossier livc.ID) (Erased, error)
	EraseReferral(ctx context.Context, tx *deed.Tx, referral livc.ID) (Erased, error)
}

// Service does the deeds of this step.
type Service struct {
	Gate *deed.Gate
	Book Book
	// Wipe empties what the database keeps beside its tables after something was erased.
	Wipe func(context.Context) error
}

// wipe ends an erasure; the next run of the clocks does it again when it did not succeed.
func (s *Service) wipe(ctx context.Context, err error) error {
	if err != nil || s.Wipe == nil {
		return err
	}
	return s.Wipe(ctx)
}
