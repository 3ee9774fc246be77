package proof

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/canary"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/seal"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// kept is a container with one of its records; of an intake it is the half of the pair of keys that stays, since the
// letters in it come and go.
type kept struct {
	id, hat, record livc.ID
	kind            livc.ContainerKind
}

func containers(w *storetest.Town) (all []kept) {
	w.T.Helper()
	list, err := w.DB.Pools()[0].Query(`SELECT c.id, c.kind, c.hat, COALESCE(max(CASE WHEN r.id = 'private' THEN r.id END), min(r.id)) FROM container c JOIN record r ON r.livc = c.livc AND r.container = c.id
		WHERE c.livc = $1 GROUP BY c.id, c.kind, c.hat`, w.Livc)
	w.Must(err)
	defer list.Close()
	for list.Next() {
		var k kept
		w.Must(list.Scan(&k.id, &k.kind, &k.hat, &k.record))
		all = append(all, k)
	}
	w.Must(list.Err())
	return all
}

// opens tells whether the keys of somebody open a record of a container; what stands in it is of no
// concern here, so a text of another form counts as opened.
func opens(w *storetest.Town, g *deed.Gate, by deed.By, k kept) bool {
	afresh(by)
	var v struct{ Nothing livc.Secret }
	err := g.Look(w.Context(), by, access.ViewToday, access.Whole(w.Livc), func(tx *deed.Tx) error { return tx.Later(k.id, k.record, &v) })
	return err == nil || strings.Contains(err.Error(), "has no field") || strings.Contains(err.Error(), "read personal text") ||
		strings.Contains(err.Error(), "personal text that cannot be read") // the half of a pair of keys is no text
}

// openable is every pair of a hat and a container that opens.
func openable(w *storetest.Town, g *deed.Gate) map[string]bool {
	set := map[string]bool{}
	for who, by := range everybody(w) {
		for _, k := range containers(w) {
			if opens(w, g, by, k) {
				set[who+" "+string(k.kind)+" "+string(k.id)] = true
			}
		}
	}
	return set
}

// allowed is what the protocol and the law let a hat open, told without keys: the mayor's containers for
// mayor and appointed list holders, everything else for the one person it belongs to. A note may also
// be held by the list holders who wrote it.
func allowed(w *storetest.Town, by deed.By, k kept) (must, may bool) {
	var state, appointed string
	w.Must(w.DB.Pools()[0].QueryRow(`SELECT state, appointed_for_list FROM hat WHERE livc = $1 AND id = $2`, w.Livc, by.Hat).Scan(&state, &appointed))
	holder := state == "active" && (by.Function == livc.Mayor || appointed != "")
	own := state == "active" && k.hat == by.Hat
	switch k.kind {
	case livc.NoteContainer:
		return own, own || holder
	case livc.DrawerContainer, livc.DossierContainer:
		return own, own
	case livc.RoomContainer:
		in := state == "active" && insideRoom(w, by, k.id)
		return in, in
	}
	return holder, holder
}

// insideRoom tells whether somebody is inside the item whose room a container is.
func insideRoom(w *storetest.Town, by deed.By, room livc.ID) bool {
	return w.Count(`SELECT count(*) FROM presence p JOIN item i ON i.livc = p.livc AND i.id = p.item
		WHERE i.livc = $1 AND i.room = $2 AND p.hat = $3 AND p.left_at = 0`, w.Livc, room, by.Hat) > 0
}

// What the permits allow and what the keys open is the same set for every hat and container, after every
// chapter of the story; and who loses something never gains something (Z4).
//
// proves Z4, C4
func TestZ5_WhatIsAllowedIsWhatOpens(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		compare := func(x *world, chapter string) map[string]bool {
			set := openable(x.Town, x.Gate)
			for who, by := range everybody(x.Town) {
				for _, k := range containers(x.Town) {
					must, may := allowed(x.Town, by, k)
					if got := set[who+" "+string(k.kind)+" "+string(k.id)]; got && !may || !got && must {
						t.Errorf("after %s the %s opens a %s: %v", chapter, who, k.kind, got)
					}
				}
			}
			return set
		}
		x := watched(storetest.NewTown(t, db), canary.New(), func(x *world, chapter string) {
			if slices.Contains([]string{"list", "invitations", "screens", "afterwards"}, chapter) {
				compare(x, chapter)
			}
		})
		before := compare(x, "the story")
		if len(before) < 15 {
			t.Fatalf("only %d pairs open: the test has no teeth", len(before))
		}
		for name, take := range map[string]func() error{
			"the representative lost the list": func() error { return x.Support.RevokeForList(x.Context(), x.Mayor, x.Representative.Hat) },
			"the coordinator left":             func() error { return x.Support.RemovePerson(x.Context(), x.Founder, x.Coordinator.Hat) },
		} {
			x.Must(take())
			after := compare(x, name)
			for pair := range after {
				if !before[pair] {
					t.Errorf("%s opens since %s", pair, name)
				}
			}
			if len(after) >= len(before) {
				t.Errorf("nothing closed when %s", name)
			}
			before = after
		}
	})
}

func TestC4_WithoutEpochKeyOrPersonNothingOpens(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		x := newWorld(storetest.NewTown(t, db), canary.New())
		t.Run("with every person's keys and another epoch key", func(t *testing.T) {
			if set := openable(x.Town, gateOf(x.Town, 1, map[uint32][]byte{1: seal.NewEpochKey()})); len(set) > 0 {
				t.Errorf("opens %v", slices.Collect(maps.Keys(set)))
			}
		})
		t.Run("with the epoch key under another number", func(t *testing.T) {
			if set := openable(x.Town, gateOf(x.Town, 2, map[uint32][]byte{2: x.Epoch})); len(set) > 0 {
				t.Errorf("opens %v", slices.Collect(maps.Keys(set)))
			}
		})
		t.Run("with the epoch key and the keys of nobody", func(t *testing.T) {
			for who, by := range everybody(x.Town) {
				by.Keys = storetest.KeysOf(stranger(x.Town, by.Controller, by.Hat))
				for _, k := range containers(x.Town) {
					if opens(x.Town, x.Gate, by, k) {
						t.Errorf("a made-up %s opens a %s", who, k.kind)
					}
				}
			}
		})
		t.Run("the same town on a program that is set up as real", func(t *testing.T) {
			real := gateOf(x.Town, 1, map[uint32][]byte{1: x.Epoch})
			real.Practice = false
			if set := openable(x.Town, real); len(set) > 0 {
				t.Errorf("opens %v", slices.Collect(maps.Keys(set)))
			}
		})
	})
}

// Every sealed column is exchanged with that of every other record that the same person reads.
func TestC5_NothingOpensInAnotherPlace(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		hats := []livc.ID{w.Mayor.Hat}
		type row struct{ container, id livc.ID }
		var all []row
		for range 2 {
			c := container(w, w.Mayor, livc.OfficeContainer, "een", hats...)
			w.Must(act(w, w.Mayor, func(tx *deed.Tx) error {
				for _, id := range []livc.ID{"one", "two", "three"} {
					if err := tx.Keep(c, id, "note", text{livc.NewSecret("tekst van " + string(id))}); err != nil {
						return err
					}
				}
				return nil
			}))
			for _, id := range []livc.ID{"one", "two", "three"} {
				all = append(all, row{c, id})
			}
		}
		opened := func(r row) (string, error) {
			var v text
			err := w.Gate.Look(w.Context(), w.Mayor, access.ViewToday, access.Whole(w.Livc), func(tx *deed.Tx) error { return tx.Later(r.container, r.id, &v) })
			return v.Text.Reveal(), err
		}
		sql(w, `CREATE TABLE kept AS SELECT * FROM record`)
		swaps := 0
		try := func(what, set string, r row, args ...any) {
			sql(w, `UPDATE record SET `+set+` WHERE livc = $1 AND container = $2 AND id = $3`, append([]any{w.Livc, r.container, r.id}, args...)...)
			if got, err := opened(r); err == nil || got != "" {
				t.Errorf("with %s it reads %q", what, got)
			}
			sql(w, `DELETE FROM record`)
			sql(w, `INSERT INTO record SELECT * FROM kept`)
			swaps++
		}
		from := func(column string) string {
			return column + ` = (SELECT k.` + column + ` FROM kept k WHERE k.livc = $1 AND k.container = $4 AND k.id = $5)`
		}
		for _, a := range all {
			for _, b := range all {
				if a == b {
					continue
				}
				try("another body", from("body"), a, b.container, b.id)
				try("another key", from("wrapped"), a, b.container, b.id)
				try("another key and body", from("wrapped")+", "+from("body"), a, b.container, b.id)
			}
			try("another revision", "revision = revision + 1", a)
			try("another author", "author = $4", a, w.CLB.Hat)
			try("another kind", "kind = 'other'", a)
			try("another key version", "key_version = 2", a)
			try("its own columns exchanged", "body = wrapped, wrapped = body", a)
		}
		if got, err := opened(all[0]); err != nil || got != "tekst van one" {
			t.Errorf("put back it reads %q, %v", got, err)
		}
		t.Logf("%d exchanges", swaps)
	})
}

// A row that names a format, a suite or an epoch that is not known is refused; nothing is taken for text.
func TestC12_AnUnknownFormatInARowIsRefused(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		c := container(w, w.Mayor, livc.OfficeContainer, "gesprek", w.Mayor.Hat)
		for _, column := range []string{"wrapped", "body"} {
			good := bytesOf(w, `SELECT `+column+` FROM record WHERE livc = $1 AND container = $2`, w.Livc, c)
			for name, bad := range map[string][]byte{"format": {2}, "suite": {1, 9}, "epoch": {1, 1, 0, 0, 0, 7}, "text": []byte(`{"Text":"leesbaar"}`), "nothing": {}} {
				blob := bad
				if name != "text" && name != "nothing" {
					blob = append(slices.Clone(bad), good[len(bad):]...)
				}
				sql(w, `UPDATE record SET `+column+` = $1 WHERE livc = $2 AND container = $3`, blob, w.Livc, c)
				if got, err := read(w, w.Mayor, c); !errors.Is(err, seal.ErrUnknown) || got != "" {
					t.Errorf("%s with an unknown %s: %q, %v", column, name, got, err)
				}
			}
			sql(w, `UPDATE record SET `+column+` = $1 WHERE livc = $2 AND container = $3`, good, w.Livc, c)
		}
		if got, err := read(w, w.Mayor, c); fmt.Sprint(got, err) != "gesprek<nil>" {
			t.Errorf("put back it reads %q, %v", got, err)
		}
	})
}
