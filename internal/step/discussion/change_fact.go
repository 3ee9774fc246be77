package discussion

import (
	"context"
	"slices"
	"strconv"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ChangeFact is the input of the use case of that name: narrow, correct or withdraw.
type ChangeFact struct {
	Item, Fact livc.ID
	Withdraw   bool
	Text       FactText
	How        law.FactSource
	Uses       []law.FactUse
	Named      []livc.ID // attendances
	KeptSecret bool
}

// ChangeFact lets who brought a fact narrow, correct or withdraw it until the report is agreed. What was
// built on it is marked for new agreement, and nobody is told what it said (R2.5.3-i, product 4.5). A text
// that is withdrawn is gone at once.
func (t *Table) ChangeFact(ctx context.Context, by deed.By, in ChangeFact) error {
	if !in.Withdraw {
		if err := in.Text.check(in.How); err != nil {
			return err
		}
	}
	return t.inRoom(ctx, by, access.ChangeFact, in.Item, func(tx *deed.Tx, a *atTable) error {
		f, err := t.ownFact(ctx, tx, in.Item, in.Fact)
		if err != nil {
			return err
		}
		if a.Item.Frozen() {
			return livc.Conflict("conflict.report_agreed")
		}
		tx.Made(in.Fact)
		if in.Withdraw {
			return t.withdraws(ctx, tx, a, f)
		}
		return t.changes(ctx, tx, a, f, in)
	})
}

// ownFact finds a fact that the actor brought; another's is not there.
func (t *Table) ownFact(ctx context.Context, tx *deed.Tx, item, fact livc.ID) (f SharedFact, err error) {
	list, err := t.Book.FactsOf(ctx, tx, item)
	if err != nil {
		return f, err
	}
	i := slices.IndexFunc(list, func(x SharedFact) bool { return x.ID == fact && x.Hat == tx.By.Hat })
	if i < 0 {
		return f, livc.NotFound()
	}
	if list[i].State == FactWithdrawn {
		return f, livc.Conflict("conflict.fact_withdrawn")
	}
	return list[i], nil
}

func (t *Table) withdraws(ctx context.Context, tx *deed.Tx, a *atTable, f SharedFact) error {
	if f.State == FactShared {
		if err := tx.Forget(a.Item.Room, f.ID); err != nil {
			return err
		}
	}
	f.State, f.Uses, f.Named = FactWithdrawn, nil, nil
	if err := t.Book.SetFact(ctx, tx, f); err != nil {
		return err
	}
	return t.shake(ctx, tx, a, f)
}

func (t *Table) changes(ctx context.Context, tx *deed.Tx, a *atTable, f SharedFact, in ChangeFact) error {
	if err := tx.Unchanged(strconv.Itoa(f.Revision)); err != nil {
		return err // a second tab would bring back what was narrowed in the first
	}
	f.Uses, f.KeptSecret, f.State = uses(in.Uses), in.KeptSecret, FactShared
	var err error
	if f.Named, err = a.namedHats(f, in.Named); err != nil {
		return err
	}
	if err := tx.Keep(a.Item.Room, f.ID, factKind, in.Text.known(in.How)); err != nil {
		return err
	}
	if err := t.Book.SetFact(ctx, tx, f); err != nil {
		return err
	}
	return t.shake(ctx, tx, a, f)
}

// shake marks what was built on a fact for new agreement: an action is a question again, and what was agreed
// about a sheet, adopted or not, or about a report is asked anew.
func (t *Table) shake(ctx context.Context, tx *deed.Tx, a *atTable, f SharedFact) error {
	built, err := t.Book.BuiltOn(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	for _, b := range built {
		if b.Fact != f.ID {
			continue
		}
		b.Anew = true
		if err := t.Book.PutBuiltOn(ctx, tx, b); err != nil {
			return err
		}
		switch b.Kind {
		case BuiltAction:
			err = t.Book.AskActionAgain(ctx, tx, b.Object)
		case BuiltLine:
			err = t.reopenSheets(ctx, tx, a)
		case BuiltReport:
			err = t.forgetMotions(ctx, tx, a, b.Object)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
