package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// InformPerson is the input of the use case of that name.
type InformPerson struct {
	Item   livc.ID
	Choice InformingChoice
	Agreed []livc.ID // attendances that know and agree
	Safe   bool      // the officer sees no danger for an inquiry
	By     livc.ID   // attendance of who will speak
	Offer  livc.Secret
}

// OfferText is with which offer of help somebody goes. Dutch: aanbod.
type OfferText struct{ Offer livc.Secret }

const maxOffer = 240

// InformPerson records whether the person hears that a talk took place. Only when everybody who was
// inside agrees, when no inquiry is in danger, and with the one fixed sentence, which has no field; who
// goes has an offer of help (R4.2-c to -g, R2.5.3-k, invariant 13).
func (t *Table) InformPerson(ctx context.Context, by deed.By, in InformPerson) error {
	return t.onItem(ctx, by, access.InformPerson, in.Item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		if !known(InformingChoices(), in.Choice) {
			return livc.Invalid("inform_person.choice", law.InformingThePerson).At("choice")
		}
		tx.Made(in.Item)
		a.Item.Informing, a.Item.InformingBy = in.Choice, ""
		if in.Choice == InformNow {
			if err := t.informs(ctx, tx, a, in); err != nil {
				return err
			}
		}
		return t.Book.SetTableItem(ctx, tx, a.Item)
	})
}

func (t *Table) informs(ctx context.Context, tx *deed.Tx, a *atTable, in InformPerson) error {
	held, err := t.Book.Held(ctx, tx, a.Case.ID)
	if err != nil {
		return err
	}
	err = law.MayInform(law.Informing{Everyone: a.circle(in.Agreed), Sentence: law.InformingSentence, Hold: held, Safe: in.Safe})
	if err != nil {
		return err
	}
	who, err := need(a.Inside(), in.By, "by")
	if err == nil {
		err = who.afterwards("by")
	}
	if err != nil {
		return err
	}
	if in.Offer.Empty() || in.Offer.Len() > maxOffer {
		return livc.Invalid("inform_person.offer", law.InformingThePerson).At("offer")
	}
	a.Item.InformingBy = who.ID
	_, err = a.keep(tx, "offer", OfferText{in.Offer})
	return err
}
