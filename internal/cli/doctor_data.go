package cli

import (
	"fmt"

	"beraad.eu/internal/identity"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/store"
	"beraad.eu/livc"
)

// unlockers tells who can lose everything by losing one thing.
func (p *patient) unlockers() ([]check, error) {
	service, err := seal.LoadService(p.config.Keys)
	if err != nil {
		return nil, nil //nolint:nilerr // said already
	}
	all, err := store.NewIdentity(p.db, service, seal.Base{}).Ways(p)
	if err != nil {
		return nil, err
	}
	few := 0
	for _, ways := range all {
		if identity.Enough(ways) != nil {
			few++
		}
	}
	if few > 0 {
		return []check{{red, fmt.Sprintf("%d of %d people have too few keys", few, len(all)), "ask them to make a recovery code under Sleutels"}}, nil
	}
	return []check{good(fmt.Sprintf("all %d people can lose a key and still get in", len(all)))}, nil
}

// livcs looks at every LIVC R: its list, its containers, its log, its mail.
func (p *patient) livcs() (list []check, err error) {
	ids, err := p.db.LivcRs(p)
	if err != nil {
		return nil, err
	}
	for _, id := range append([]livc.ID{livc.Installation}, ids...) {
		for _, look := range []func(livc.ID) ([]check, error){p.lists, p.alone, p.log, p.mail} {
			more, err := look(id)
			if err != nil {
				return list, err
			}
			list = append(list, more...)
		}
	}
	return list, nil
}

// lists: a list with one holder is lost with that person (settled 19).
func (p *patient) lists(id livc.ID) (out []check, err error) {
	all, err := p.db.ListHolders(p, id)
	for _, l := range all {
		switch {
		case !l.Minted:
			out = append(out, check{red, l.Municipality + ": the list is not made yet", "let the mayor enrol and begin"})
		case l.Holders < 2:
			out = append(out, check{red, l.Municipality + ": one person holds the list", "let the mayor appoint a second holder"})
		default:
			out = append(out, good(fmt.Sprintf("%s: %d people hold the list", l.Municipality, l.Holders)))
		}
	}
	return out, err
}

// alone: what one person holds is lost with that person. For an own dossier that is the rule, so it is
// no fault; it is said all the same (settled 19).
func (p *patient) alone(id livc.ID) (out []check, err error) {
	n, err := p.db.HeldAlone(p, id)
	if n[livc.SheetContainer] > 0 {
		out = append(out, check{amber, fmt.Sprintf("%d case sheets have one holder", n[livc.SheetContainer]), "let that holder give the key to a second list holder, under the keys that wait"})
	}
	if n[livc.DossierContainer] > 0 {
		out = append(out, check{amber, fmt.Sprintf("%d own dossiers have one holder", n[livc.DossierContainer]), "that is as it should be; ask these people to have two ways in, or to name a deputy"})
	}
	return out, err
}
