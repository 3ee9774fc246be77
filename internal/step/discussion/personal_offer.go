package discussion

import (
	"context"
	"strconv"
	"strings"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// OfferedText is one fact as it is offered to one person to register: the own words, or another's with the
// leave of who brought it. It is a copy sealed to that person alone (architecture 6). Dutch: aangeboden feit.
type OfferedText struct {
	What, How, When, Domain livc.Secret
	From                    livc.Secret // the service it came from; empty for the own words
	Condition               livc.Secret // the uses that its contributor allows, as words
}

// Receipt is proof, without content, of what somebody did at an item: for the own file and the own data
// protection officer (product P4). Dutch: ontvangstbewijs.
type Receipt struct {
	Shared, Withdrawn, Told livc.Secret // how many
	Uses                    livc.Secret // what they were allowed to serve for, as words
	Inside                  livc.Secret // services and seats that could read them, as words
}

// The kinds of the records in a personal offer.
const (
	OfferedKind = "offered"
	ReceiptKind = "receipt"
)

// offerTexts seals to one person what may be registered of what was shared, and a receipt; both die with
// the offer. Where nothing was shared on screens there is nothing to seal (Z12, R2.5.3-i, R6.2-b).
func (t *Table) offerTexts(ctx context.Context, tx *deed.Tx, a *atTable, p Attendee, facts []SharedFact, texts map[livc.ID]FactText) (note livc.ID, err error) {
	if !a.Item.InRoom() {
		return "", nil
	}
	if note, err = tx.NewContainer(livc.NoteContainer, tx.By.Controller, a.Case.ID, p.Hat, "offer", p.Hat); err != nil {
		return "", err
	}
	for _, f := range facts {
		if f.State != FactShared || law.MayRegister(f.asLaw(texts[f.ID]), p.Hat, p.framework(tx.Today)) != nil {
			continue
		}
		if err := tx.Keep(note, f.ID, OfferedKind, a.offered(f, texts[f.ID], p)); err != nil {
			return "", err
		}
	}
	return note, tx.Keep(note, a.Item.ID, ReceiptKind, a.receipt(p, facts))
}

func (a atTable) offered(f SharedFact, text FactText, to Attendee) OfferedText {
	o := OfferedText{What: text.What, How: text.How, When: text.When, Domain: livc.NewSecret(f.Domain), Condition: livc.NewSecret(words(f.Uses))}
	if from, _ := find(a.People, f.Attendee); f.Hat != to.Hat {
		o.From = livc.NewSecret(from.Service)
	}
	return o
}

func (a atTable) receipt(p Attendee, facts []SharedFact) Receipt {
	n, uses := map[FactState]int{}, []law.FactUse{}
	for _, f := range facts {
		if f.Hat != p.Hat {
			continue
		}
		n[f.State]++
		for _, u := range f.Uses {
			if !known(uses, u) {
				uses = append(uses, u)
			}
		}
	}
	count := func(s FactState) livc.Secret { return livc.NewSecret(strconv.Itoa(n[s])) }
	return Receipt{Shared: count(FactShared), Withdrawn: count(FactWithdrawn), Told: count(FactTold),
		Uses: livc.NewSecret(words(uses)), Inside: livc.NewSecret(strings.Join(a.services(), "\n"))}
}

// services names who was inside at any moment: services, and for the seats of the law the seat. Never a name.
func (a atTable) services() (list []string) {
	for _, p := range InOrder(only(a.People, ever(a.Stays)), "") {
		list = append(list, p.Service)
	}
	return list
}

func words[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return strings.Join(out, " ")
}

// factTexts opens every text of a room, in the live session of who closes it.
func (t *Table) factTexts(tx *deed.Tx, room livc.ID, facts []SharedFact) (map[livc.ID]FactText, error) {
	m := map[livc.ID]FactText{}
	for _, f := range facts {
		if f.State != FactShared {
			continue
		}
		var text FactText
		if err := tx.Open(room, f.ID, &text); err != nil {
			return nil, err
		}
		m[f.ID] = text
	}
	return m, nil
}
