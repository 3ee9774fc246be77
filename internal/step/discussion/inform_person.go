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
	if a.Item.InRoom() {
		if err := t.agreedInforming(ctx, tx, a, in); err != nil {
			return err
		}
		in.Agreed = ever(a.Stays)
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

// agreedInforming refuses unless everybody agreed on the own screen to exactly who goes and with what, and no
// objection stands. Agreed are the attendances without a screen that said yes aloud.
func (t *Table) agreedInforming(ctx context.Context, tx *deed.Tx, a *atTable, in InformPerson) error {
	if err := t.unopposed(ctx, tx, a, AgainstInforming); err != nil {
		return err
	}
	list, err := t.Book.MotionsOf(ctx, tx, a.Item.ID)
	if err != nil {
		return err
	}
	draft := informingDraft(a.Item.ID)
	p, ok := asked(list, MotionInforming, draft)
	if !ok {
		return livc.Denied("denied.not_everybody_yet", law.InformingThePerson)
	}
	if err := t.spokenYes(ctx, tx, a, p.ID, in.Agreed); err != nil {
		return err
	}
	var text InformingText
	if err := tx.Open(a.Item.Room, draft, &text); err != nil {
		return err
	}
	text.By, text.Offer = livc.NewSecret(string(in.By)), in.Offer
	hash, err := deed.Fingerprint(text)
	if err != nil {
		return err
	}
	return t.agreed(ctx, tx, a, MotionInforming, draft, hash)
}
