package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ShowCard is the input of the use case of that name: what the officer weighed before showing a card.
// There is no field for what stood on it, and there may not be one (X-T-d, invariant 12).
type ShowCard struct {
	Item                                                                   livc.ID
	Whole                                                                  bool
	Contributes, UseWeighed, Vulnerability, MinorityWeighed, Proportionate bool
	ProsecutorOpposes                                                      bool
}

// CardLink says to the chair's office only that a card was shown in a case. It names the case by its
// random id: once the case is forgotten that id means nothing, and no plain row tells of the link.
// Dutch: getoonde kaart.
type CardLink struct{ Case, Day livc.Secret }

// ShowCard counts that an information card was shown at this meeting. The link with the case is sealed to
// the chair's office; nothing of the card is kept (X-L-g, X-T-d, X-T-j, architecture 14).
func (t *Table) ShowCard(ctx context.Context, by deed.By, in ShowCard) error {
	return t.onItem(ctx, by, access.ShowCard, in.Item, func(tx *deed.Tx, a *atTable) error {
		if err := law.MayShowCard(in.weighed(*a)); err != nil {
			return err
		}
		made := tx.NewID()
		tx.Made(made)
		if err := t.Book.InsertCard(ctx, tx, made, a.Sitting.ID, in.Whole); err != nil {
			return err
		}
		m, err := t.Book.Municipality(ctx, tx, a.Case.Municipality)
		if err != nil || m.Office == "" {
			return err
		}
		holders, err := tx.Holders(m.Office)
		if err != nil || !known(holders, by.Hat) {
			return err // who does not hold the office leaves the count alone
		}
		return tx.Keep(m.Office, made, "card_shown", CardLink{Case: livc.NewSecret(string(a.Case.ID)), Day: livc.NewSecret(string(tx.Today))})
	})
}

// weighed is the card as the rules see it: shown by who fills the police seat inside.
func (in ShowCard) weighed(a atTable) law.Card {
	c := law.Card{OnList: a.Case.State.Open(), Contributes: in.Contributes, UseWeighed: in.UseWeighed, Vulnerability: in.Vulnerability,
		Minor: a.Case.Ages != livc.Adult, MinorityWeighed: in.MinorityWeighed, Proportionate: in.Proportionate, ProsecutorOpposes: in.ProsecutorOpposes}
	for _, p := range a.Inside() {
		if p.Seat == PoliceSeat {
			c.By = livc.Officer
		}
	}
	return c
}
