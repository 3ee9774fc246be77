package audit

import (
	"encoding/binary"
	"fmt"
	"iter"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/tlog"

	"beraad.eu/livc"
)

// opened is the civil time of the first leaf in these tests.
var opened = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// journal is a log as the store would hold it: leaves and a head.
type journal struct {
	rows []Row
	head Frontier
}

// write appends an entry with a nonce that follows from its index.
func (j *journal) write(e Entry) {
	var nonce [16]byte
	binary.BigEndian.PutUint64(nonce[:], uint64(len(j.rows))+1)
	p := e.Payload()
	c := Commitment(nonce, p)
	j.rows = append(j.rows, Row{Index: int64(len(j.rows)), Nonce: nonce[:], Payload: p, Commitment: c, About: e.About()})
	j.head.Append(c)
}

// rehash is what somebody does who owns the database: new commitments, new indices, new head.
func (j *journal) rehash() {
	j.head = Frontier{}
	for i := range j.rows {
		r := &j.rows[i]
		r.Index = int64(i)
		if r.Payload != nil {
			r.Commitment = Commitment([16]byte(r.Nonce), r.Payload)
		}
		j.head.push(r.Commitment)
	}
}

func (j *journal) copy() *journal {
	return &journal{append([]Row(nil), j.rows...), j.head}
}

func (j *journal) all() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for _, r := range j.rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

func (j *journal) verify(t testing.TB, cps ...Checkpoint) []Finding {
	t.Helper()
	found, err := Verify(j.all(), j.head, cps, int64(len(j.rows)), nil)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func (j *journal) checkpoint(size int) Checkpoint {
	var f Frontier
	for _, r := range j.rows[:size] {
		f.push(r.Commitment)
	}
	return Checkpoint{Origin: "beraad/test/0", Size: int64(size), Root: f.Root(), At: opened.AddDate(1, 0, 0)}
}

func id(n int) livc.ID { return livc.ID(fmt.Sprintf("%025d0", n)) }

// look is an ordinary leaf: somebody looked at a case sheet.
func look(n int) Entry {
	return Entry{At: opened.Add(time.Duration(n) * time.Minute), Livc: id(1), Person: id(2), Hat: id(3),
		Function: livc.Coordinator, Action: "view_case_sheet", Kind: "case", Object: id(n),
		Norms: []livc.NormID{"decreet-livcr-8"}, Authorised: true}
}

func journalOf(n int) *journal {
	j := &journal{}
	for i := range n {
		j.write(look(i))
	}
	return j
}

// stored keeps every hash of a tree as tlog wants to read them.
type stored []tlog.Hash

func (s stored) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	var out []tlog.Hash
	for _, i := range indexes {
		out = append(out, s[i])
	}
	return out, nil
}

func storedTree(t tlogT, rows []Row) stored {
	var s stored
	for i, r := range rows {
		hashes, err := tlog.StoredHashes(int64(i), r.Commitment[:], s)
		if err != nil {
			t.Fatal(err)
		}
		s = append(s, hashes...)
	}
	return s
}

type tlogT interface{ Fatal(...any) }
