package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// InformResult is the input of the use case of that name.
type InformResult struct {
	Case   livc.ID
	Result InformingResult
}

// InformResult records afterwards whether the person heard the one sentence: that it was said, never what
// was answered (R4.2-f).
func (t *Table) InformResult(ctx context.Context, by deed.By, in InformResult) error {
	if !known(InformingResults(), in.Result) {
		return livc.Invalid("inform_result.choose", law.InformingThePerson).At("result")
	}
	return t.Gate.Do(ctx, by, access.InformResult, access.Case(in.Case), func(tx *deed.Tx) error {
		i, err := t.Book.ItemToTell(ctx, tx, in.Case)
		if err != nil {
			return err
		}
		tx.Made(in.Case)
		i.InformingResult = in.Result
		return t.Book.SetTableItem(ctx, tx, i)
	})
}

// ToTell tells whether a person is still to hear that there was a talk; nothing to tell is NotFound.
func (t *Table) ToTell(ctx context.Context, by deed.By, caseID livc.ID) (code string, err error) {
	err = t.Gate.Look(ctx, by, access.InformResult, access.Case(caseID), func(tx *deed.Tx) error {
		if _, err := t.Book.ItemToTell(ctx, tx, caseID); err != nil {
			return err
		}
		c, err := t.Book.TableCase(ctx, tx, caseID)
		code = c.Code
		return err
	})
	return code, err
}
