package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ShareFact is the input of the use case of that name. Nothing but the text must be there, and nobody must
// share one (R2.5.3-a).
type ShareFact struct {
	Item       livc.ID
	Side       Side
	Domain     string
	Text       FactText
	How        law.FactSource // "" when it was not said
	Uses       []law.FactUse
	Named      []livc.ID // attendances that may register it
	KeptSecret bool
	Behalf     bool
	Told       bool // "I'd rather tell it": no text, at most a theme
}

// ShareFact copies one fact into the room of the item, where those who are inside read it until the item
// closes: for the table alone, unless its contributor says more (R2.5.3-a, R2.5.3-i, R2.5.2-a, Z12). What
// somebody would rather tell leaves no text.
func (t *Table) ShareFact(ctx context.Context, by deed.By, in ShareFact) (made livc.ID, err error) {
	if err := in.check(); err != nil {
		return "", err
	}
	err = t.inRoom(ctx, by, access.ShareFact, in.Item, func(tx *deed.Tx, a *atTable) error {
		if a.Item.Frozen() {
			return livc.Conflict("conflict.report_agreed")
		}
		f := SharedFact{ID: tx.NewID(), Item: in.Item, Hat: by.Hat, Attendee: a.me(by.Hat).ID, Domain: in.Domain, Side: in.Side,
			Uses: uses(in.Uses), KeptSecret: in.KeptSecret, Behalf: in.Behalf, State: FactShared, At: tx.At}
		made = f.ID
		tx.Made(made)
		if f.Side == "" {
			f.Side = SideAt(a.Item.Phase)
		}
		if f.Named, err = a.namedHats(f, in.Named); err != nil {
			return err
		}
		if in.Told {
			f.State, f.Uses, f.Named = FactTold, nil, nil
		} else if err := tx.Keep(a.Item.Room, f.ID, factKind, in.Text.known(in.How)); err != nil {
			return err
		}
		return t.Book.InsertFact(ctx, tx, f)
	})
	return made, err
}

// factKind is the kind of the records of facts in a room.
const factKind = "fact"

func (in ShareFact) check() error {
	var f livc.Faults
	f.Check(in.Side == "" || known(Sides(), in.Side), "side", "share_fact.side")
	f.Check(in.Domain == "" || known(Domains(), in.Domain), "domain", "weigh_case.domain")
	if err := f.Err(); err != nil || in.Told {
		return err
	}
	return in.Text.check(in.How)
}

func (t FactText) check(how law.FactSource) error {
	if err := law.CheckFact(law.Fact{Text: t.What}); err != nil {
		return err
	}
	var f livc.Faults
	f.Check(t.When.Len() <= maxFactWhen, "when", "error.too_long")
	f.Check(how == "" || known(law.FactSources(), how), "how", "share_fact.how")
	return f.Err()
}

// known is the text with how its contributor knows it.
func (t FactText) known(how law.FactSource) FactText {
	t.How = livc.NewSecret(string(how))
	return t
}

// uses keeps what the contributor ticked beside the table, in the order of the law.
func uses(ticked []law.FactUse) (list []law.FactUse) {
	for _, u := range law.FactUses() {
		if u == law.UseTable || known(ticked, u) {
			list = append(list, u)
		}
	}
	return list
}

// namedHats are the hats of the people whom the contributor named; a use by named people names somebody.
func (a atTable) namedHats(f SharedFact, attendances []livc.ID) (hats []livc.ID, err error) {
	if !known(f.Uses, law.UseDossierNamed) {
		return nil, nil
	}
	for _, p := range only(a.People, ever(a.Stays)) {
		if p.Hat != "" && !p.Function.Visits() && p.Hat != f.Hat && known(attendances, p.ID) {
			hats = append(hats, p.Hat)
		}
	}
	if len(hats) == 0 {
		return nil, livc.Invalid("share_fact.named", law.ContributorsSay).At("named")
	}
	return hats, nil
}
