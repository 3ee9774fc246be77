package cli

import (
	"fmt"
	"path/filepath"

	"beraad.eu/internal/identity"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/store"
	"beraad.eu/livc"
)

// data looks into the database: plain columns only, no text is opened.
func (p *patient) data() (list []check, err error) {
	if p.config.DatabaseFile == "" && !exists(filepath.Join(p.config.Data, "beraad.db")) {
		return []check{{red, "there is no database", "run `beraad init`, or look for " + p.config.Data}}, nil
	}
	if p.db, err = openDB(p.config); err != nil {
		return nil, err
	}
	defer p.db.Close()
	have, know, err := p.db.Version(p)
	if err != nil {
		return nil, err
	}
	if have != know {
		return []check{{red, fmt.Sprintf("the database has version %d, this program knows %d", have, know), "run `beraad migrate`"}}, nil
	}
	list = append(list, check{light: green, what: fmt.Sprintf("the database has version %d", have)})
	for _, look := range []func() ([]check, error){p.unlockers, p.livcs} {
		more, err := look()
		if err != nil {
			return list, err
		}
		list = append(list, more...)
	}
	return list, nil
}

// unlockers tells who can lose everything by losing one thing.
func (p *patient) unlockers() ([]check, error) {
	service, err := seal.LoadService(p.config.Keys)
	if err != nil {
		return nil, nil // said already
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
	return []check{{light: green, what: fmt.Sprintf("all %d people can lose a key and still get in", len(all))}}, nil
}

// livcs looks at every LIVC R: its list, its log, its mail.
func (p *patient) livcs() (list []check, err error) {
	ids, err := p.db.LivcRs(p)
	if err != nil {
		return nil, err
	}
	for _, id := range append([]livc.ID{livc.Installation}, ids...) {
		for _, look := range []func(livc.ID) ([]check, error){p.lists, p.log, p.mail} {
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
			out = append(out, check{light: green, what: fmt.Sprintf("%s: %d people hold the list", l.Municipality, l.Holders)})
		}
	}
	return out, err
}

func (p *patient) log(id livc.ID) ([]check, error) {
	head, err := p.db.LogHead(p, id)
	if livc.KindOf(err) == livc.NotFoundKind {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	n, err := p.db.LeavesAtEnd(p, id)
	if n != head.Frontier.Size {
		return []check{{red, "the log does not end where its head says", "run `beraad verify`, and keep the machine as it is"}}, err
	}
	return []check{{light: green, what: fmt.Sprintf("the log ends at %d leaves, as its head says", n)}}, err
}

func (p *patient) mail(id livc.ID) (out []check, err error) {
	n, err := p.db.Outbox(p, id)
	if n["given_up"] > 0 {
		out = append(out, check{amber, fmt.Sprintf("%d messages could not be sent", n["given_up"]), "look whether the mail addresses are right"})
	}
	if n["waiting"] > 0 && p.config.Mail.Host == "" {
		out = append(out, check{amber, fmt.Sprintf("%d messages wait, and no mail server is set", n["waiting"]), "set [mail] in the configuration, or tell people yourself"})
	}
	return out, err
}
