package identity

import (
	"context"
	"slices"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// entry hands the master key of the kit over to a new session of p.
func (k *Kit) entry(p Person) (Entry, error) {
	b := k.master.Bytes()
	defer clear(b)
	m, err := seal.MasterFrom(b)
	return Entry{proof: &Proof{person: p, master: m, stage: OpenStage}}, err
}

// FinishKit adds the new unlockers of somebody who has an account. A new passphrase, second factor or
// recovery code replaces the former. Every other session of the person is over; the caller renews
// this one with the Entry.
func (d *Door) FinishKit(ctx context.Context, tx Tx, k *Kit) (Entry, error) {
	if err := k.sufficient(); err != nil {
		return Entry{}, err
	}
	have, err := d.book.UnlockersOf(ctx, tx, k.state.Person)
	if err != nil {
		return Entry{}, err
	}
	stay := slices.DeleteFunc(slices.Clone(have), k.replaces)
	if err := Enough(slices.Concat(stay, k.state.Made)); err != nil {
		return Entry{}, err
	}
	for _, u := range have {
		if k.replaces(u) {
			if err := d.book.DeleteUnlocker(ctx, tx, u.Person, u.ID); err != nil {
				return Entry{}, err
			}
		}
	}
	for _, u := range k.state.Made {
		if err := d.book.InsertUnlocker(ctx, tx, u); err != nil {
			return Entry{}, err
		}
	}
	return d.changed(ctx, tx, k)
}

// sufficient refuses an empty kit, and after a recovery code one that has no new daily way in: who
// lost everything but the paper must not leave with paper only.
func (k *Kit) sufficient() error {
	daily := func(u Unlocker) bool { return u.Opens() && u.Kind != Recovery }
	lost := k.session.Row.Stage == RenewStage
	if len(k.state.Made) == 0 || (lost && !slices.ContainsFunc(k.state.Made, daily)) {
		return livc.Invalid("unlocker.new_needed")
	}
	return nil
}

func (k *Kit) replaces(u Unlocker) bool { return u.Kind != Passkey && k.Has(u.Kind) }

// changed makes the generation one higher, which ends every session of the former one.
func (d *Door) changed(ctx context.Context, tx Tx, k *Kit) (Entry, error) {
	p, err := d.book.Person(ctx, tx, k.state.Person)
	if err != nil {
		return Entry{}, err
	}
	if p.Generation, err = d.book.BumpPerson(ctx, tx, p.ID); err != nil {
		return Entry{}, err
	}
	return k.entry(p)
}

// RemoveUnlocker takes away one unlocker, such as a lost passkey, unless too few would be left. It
// needs a kit, that is a fresh session. Every other session is over; the caller renews this one.
func (d *Door) RemoveUnlocker(ctx context.Context, tx Tx, k *Kit, id livc.ID) (Entry, error) {
	have, err := d.book.UnlockersOf(ctx, tx, k.state.Person)
	if err != nil {
		return Entry{}, err
	}
	stay := slices.DeleteFunc(slices.Clone(have), func(u Unlocker) bool { return u.ID == id })
	if len(stay) == len(have) {
		return Entry{}, livc.NotFound()
	}
	if err := Enough(stay); err != nil {
		return Entry{}, err
	}
	if err := d.book.DeleteUnlocker(ctx, tx, k.state.Person, id); err != nil {
		return Entry{}, err
	}
	return d.changed(ctx, tx, k)
}

// Unlockers lists what a person has, for the page that shows them.
func (d *Door) Unlockers(ctx context.Context, tx Tx, person livc.ID) ([]Unlocker, error) {
	return d.book.UnlockersOf(ctx, tx, person)
}
