package discussion

import (
	"context"
	"slices"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// BuiltKind is what was built on a fact. Dutch: wat op een feit steunt.
type BuiltKind string

// The kinds.
const (
	BuiltAction BuiltKind = "action"
	BuiltLine   BuiltKind = "line"
	BuiltReport BuiltKind = "report"
)

// BuiltKinds lists the kinds.
func BuiltKinds() []BuiltKind { return []BuiltKind{BuiltAction, BuiltLine, BuiltReport} }

// BuiltOn says that an agreed action, a line for the LTF or a report rests on a fact; Anew that the fact
// changed since, so that it must be agreed again. Dutch: steunt op.
type BuiltOn struct {
	Fact, Object livc.ID
	Kind         BuiltKind
	Anew         bool
}

// servesFor is the use that a kind needs of its facts.
var servesFor = map[BuiltKind]law.FactUse{BuiltAction: law.UseAction, BuiltLine: law.UseLTF, BuiltReport: law.UseReport}

// builds notes on which facts something rests. Each must be allowed for that by who brought it (R2.5.3-d,
// R2.5.3-i, invariant 9, Z12); at a table without a room there are none to rest on.
func (t *Table) builds(ctx context.Context, tx *deed.Tx, a *atTable, kind BuiltKind, object livc.ID, facts []livc.ID) error {
	if len(facts) == 0 {
		return nil
	}
	list, err := t.Book.FactsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	for _, id := range facts {
		i := slices.IndexFunc(list, func(f SharedFact) bool { return f.ID == id })
		if i < 0 {
			return livc.NotFound()
		}
		if !list[i].MayServe(servesFor[kind], tx.By.Hat) {
			return livc.Denied("law.use.not_allowed", law.ContributorsSay).At("facts")
		}
		if err := t.Book.PutBuiltOn(ctx, tx, BuiltOn{Fact: id, Object: object, Kind: kind}); err != nil {
			return err
		}
	}
	return nil
}
