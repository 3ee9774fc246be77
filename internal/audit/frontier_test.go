package audit

import (
	"bytes"
	"reflect"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"
)

func TestL4_TheRootEqualsTheTreeHashOfTlogAtEverySize(t *testing.T) {
	j := journalOf(300)
	s := storedTree(t, j.rows)
	var f Frontier
	for n := range len(j.rows) + 1 {
		want, err := tlog.TreeHash(int64(n), s)
		if err != nil || f.Root() != want {
			t.Fatalf("at %d: %v, want %v (%v)", n, f.Root(), want, err)
		}
		if n < len(j.rows) {
			f.Append(j.rows[n].Commitment)
		}
	}
}

func TestL4_EveryOlderCheckpointIsConsistentWithEveryNewer(t *testing.T) {
	j := journalOf(400)
	s := storedTree(t, j.rows)
	rapid.Check(t, func(t *rapid.T) {
		newer := rapid.IntRange(1, len(j.rows)).Draw(t, "newer")
		older := rapid.IntRange(1, newer).Draw(t, "older")
		proof, err := tlog.ProveTree(int64(newer), int64(older), s)
		if err != nil {
			t.Fatal(err)
		}
		a, b := j.checkpoint(older), j.checkpoint(newer)
		if err := tlog.CheckTree(proof, b.Size, b.Root, a.Size, a.Root); err != nil {
			t.Fatalf("from %d to %d: %v", older, newer, err)
		}
	})
}

func TestTheHeadRowKeepsTheFrontier(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := journalOf(rapid.IntRange(0, 200).Draw(t, "size")).head
		b, err := f.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		var read Frontier
		if err := read.UnmarshalBinary(b); err != nil || !reflect.DeepEqual(read, f) {
			t.Fatalf("wrote %v, read %v, %v", f, read, err)
		}
	})
}

func TestAHeadRowThatDoesNotFitIsRefused(t *testing.T) {
	whole, err := journalOf(5).head.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string][]byte{
		"nothing":                  {},
		"half a size":              whole[:4],
		"a hash too few":           whole[:len(whole)-32],
		"half a hash":              whole[:len(whole)-16],
		"a hash too many":          append(bytes.Clone(whole), make([]byte, 32)...),
		"a size below nothing":     append([]byte{0x80, 0, 0, 0, 0, 0, 0, 1}, whole[8:]...),
		"a size of other subtrees": append([]byte{0, 0, 0, 0, 0, 0, 0, 7}, whole[8:]...),
	}
	for name, b := range cases {
		t.Run(name, func(t *testing.T) {
			f := Frontier{Size: 9}
			if f.UnmarshalBinary(b) == nil {
				t.Error("was read")
			}
			if f.Size != 9 {
				t.Error("a refused row changed the frontier")
			}
		})
	}
	if _, err := (Frontier{Size: 3, Hashes: make([]tlog.Hash, 1)}).MarshalBinary(); err == nil {
		t.Error("a frontier whose hashes do not fit was written")
	}
	if _, err := (Frontier{Size: -1, Hashes: make([]tlog.Hash, 64)}).MarshalBinary(); err == nil {
		t.Error("a frontier below nothing was written")
	}
}

func TestABatchThatIsRolledBackLeavesTheHeadAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		head := journalOf(rapid.IntRange(0, 70).Draw(t, "size")).head
		before := head.Root()
		first, second := head, head
		for i := range rapid.IntRange(1, 9).Draw(t, "leaves") {
			first.Append([32]byte{1, byte(i)})
		}
		root := first.Root()
		second.Append([32]byte{2})
		if head.Root() != before || first.Root() != root {
			t.Fatal("two batches on one head disturb each other")
		}
	})
}
