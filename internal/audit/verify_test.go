package audit

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"golang.org/x/mod/sumdb/tlog"

	"beraad.eu/livc"
)

// leaves and old are the log of L4: a thousand leaves and one checkpoint from before.
const leaves, old = 1000, 384

// expired is the same log with all payloads gone; it re-hashes faster, for what concerns structure only.
func expired(j *journal) *journal {
	e := j.copy()
	for i := range e.rows {
		e.rows[i].Nonce, e.rows[i].Payload, e.rows[i].About = nil, nil, ""
	}
	return e
}

func has(found []Finding, f Fault) bool {
	return slices.ContainsFunc(found, func(x Finding) bool { return x.Fault == f })
}

func TestL3_AnUntouchedLogVerifies(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 63, 64, 65, leaves} {
		j := journalOf(n)
		if found := j.verify(t, j.checkpoint(0), j.checkpoint(n/2), j.checkpoint(n)); len(found) != 0 {
			t.Errorf("%d leaves: found %v", n, found)
		}
	}
}

func TestL3_ALostOrDoubledIndexIsFound(t *testing.T) {
	j := journalOf(100)
	lost := j.copy()
	lost.rows = slices.Delete(lost.rows, 40, 41)
	if found := lost.verify(t); !slices.Equal(found, []Finding{{IndexFault, 41}, {HeadFault, 100}}) {
		t.Errorf("lost: found %v", found)
	}
	doubled := j.copy()
	doubled.rows = slices.Insert(doubled.rows, 40, doubled.rows[40])
	if found := doubled.verify(t); !slices.Contains(found, Finding{IndexFault, 40}) {
		t.Errorf("doubled: found %v", found)
	}
}

// proves R6.2-x
func TestL4_EveryEditOfAnyLeafIsFound(t *testing.T) {
	j := journalOf(leaves)
	cp, rest := j.checkpoint(old), expired(j)
	for i := range leaves {
		m := rest.copy()
		r := &m.rows[i]
		*r = j.rows[i]
		switch i % 3 {
		case 0:
			r.Payload = bytes.Clone(r.Payload)
			r.Payload[len(r.Payload)-1] ^= 1
		case 1:
			r.Nonce = bytes.Clone(r.Nonce)
			r.Nonce[0] ^= 1
		case 2:
			r.Commitment[31] ^= 1
		}
		if found := m.verify(t, cp); !slices.Contains(found, Finding{CommitmentFault, int64(i)}) {
			t.Fatalf("leaf %d: found %v", i, found)
		}
	}
}

// The attacker owns the database: he makes commitments, indices and head fit again. Only what was signed
// before stays out of his reach.
func TestL4_WhoRewritesTheWholeLogMeetsTheOldCheckpoint(t *testing.T) {
	j := expired(journalOf(leaves))
	cp := j.checkpoint(old)
	attacks := map[string]func(m *journal, i int){
		"edits a leaf":          func(m *journal, i int) { m.rows[i].Commitment[0] ^= 1 },
		"deletes a leaf":        func(m *journal, i int) { m.rows = slices.Delete(m.rows, i, i+1) },
		"inserts a leaf":        func(m *journal, i int) { m.rows = slices.Insert(m.rows, i, Row{Commitment: [32]byte{9}}) },
		"changes the order":     func(m *journal, i int) { m.rows[i], m.rows[i+1] = m.rows[i+1], m.rows[i] },
		"cuts off the log here": func(m *journal, i int) { m.rows = m.rows[:i] },
	}
	for name, attack := range attacks {
		t.Run(name, func(t *testing.T) {
			for i := range old {
				if name == "changes the order" && i == old-1 {
					continue // reaches over the checkpoint; see the next test
				}
				m := j.copy()
				attack(m, i)
				m.rehash()
				if found := m.verify(t, cp); !has(found, CheckpointFault) && !has(found, ShortFault) {
					t.Fatalf("at %d: found %v", i, found)
				}
			}
		})
	}
}

func TestL4_WhatHappensAfterTheOldCheckpointMeetsTheHead(t *testing.T) {
	j := expired(journalOf(leaves))
	cp := j.checkpoint(old)
	for i := old - 1; i < leaves; i++ {
		cut := j.copy()
		cut.rows = cut.rows[:i]
		if found := cut.verify(t, cp); !has(found, HeadFault) {
			t.Fatalf("cut at %d: found %v", i, found)
		}
		if i+1 == leaves {
			break
		}
		swapped := j.copy()
		swapped.rows[i], swapped.rows[i+1] = swapped.rows[i+1], swapped.rows[i]
		swapped.rows[i].Index, swapped.rows[i+1].Index = int64(i), int64(i+1)
		if found := swapped.verify(t, cp); !has(found, HeadFault) {
			t.Fatalf("swapped at %d: found %v", i, found)
		}
	}
}

func TestL4_ANonceOfAnotherLengthIsFound(t *testing.T) {
	j := journalOf(2)
	j.rows[0].Nonce = j.rows[0].Nonce[:15]
	j.rows[1].Nonce = append(slices.Clone(j.rows[1].Nonce), 0)
	if found := j.verify(t); !slices.Equal(found, []Finding{{CommitmentFault, 0}, {CommitmentFault, 1}}) {
		t.Errorf("found %v", found)
	}
}

func TestL4_AHeadThatDoesNotFitItsLeavesIsFound(t *testing.T) {
	j := journalOf(100)
	j.head = journalOf(99).head
	if found := j.verify(t); !slices.Contains(found, Finding{HeadFault, 99}) {
		t.Errorf("found %v", found)
	}
	j.head = journalOf(100).head
	j.head.Size = 98
	if found := j.verify(t); !slices.Contains(found, Finding{HeadFault, 98}) {
		t.Errorf("found %v", found)
	}
	j.head = Frontier{Size: 100, Hashes: make([]tlog.Hash, 3)}
	if found := j.verify(t); !slices.Contains(found, Finding{HeadFault, 100}) {
		t.Errorf("found %v", found)
	}
}

func TestALeafThatIsOlderThanTheOneBeforeIsFound(t *testing.T) {
	j := journalOf(10)
	j.write(look(3))
	if found := j.verify(t); !slices.Equal(found, []Finding{{TimeFault, 10}}) {
		t.Errorf("found %v", found)
	}
}

func TestCheckpointsThatDisagreeAmongThemselvesAreFound(t *testing.T) {
	j := journalOf(128)
	a, b := j.checkpoint(64), j.checkpoint(128)
	b.At = a.At.AddDate(0, 0, -1)
	if found := j.verify(t, b, a); !slices.Equal(found, []Finding{{TimeFault, 128}}) {
		t.Errorf("a newer one with an older time: found %v", found)
	}
	b = j.checkpoint(128)
	b.Origin = "beraad/test/1"
	if found := j.verify(t, a, b); !slices.Equal(found, []Finding{{OriginFault, 128}}) {
		t.Errorf("of two logs: found %v", found)
	}
}

func TestAPayloadWeDidNotWriteIsFound(t *testing.T) {
	j := journalOf(3)
	p := []byte("not ours")
	c := Commitment([16]byte{}, p)
	j.rows = append(j.rows, Row{Index: 3, Nonce: make([]byte, 16), Payload: p, Commitment: c})
	j.head.Append(c)
	if found := j.verify(t); !slices.Equal(found, []Finding{{PayloadFault, 3}}) {
		t.Errorf("found %v", found)
	}
}

func TestALogThatCannotBeReadToItsEndProvesNothing(t *testing.T) {
	broken := errors.New("disk gone")
	rows := func(yield func(Row, error) bool) {
		if yield(journalOf(1).rows[0], nil) {
			yield(Row{}, broken)
		}
	}
	found, err := Verify(rows, Frontier{}, nil, 2, nil)
	if !errors.Is(err, broken) || found != nil {
		t.Errorf("found %v, %v", found, err)
	}
}

func TestALogThatIsWrongThroughoutGivesAReportOfBoundedLength(t *testing.T) {
	j := journalOf(3 * most)
	for i := range j.rows {
		j.rows[i].Commitment[0] ^= 1
	}
	found := j.verify(t)
	if len(found) != most+1 || found[most].Fault != ManyFault {
		t.Errorf("%d findings, the last %v", len(found), found[len(found)-1])
	}
}

func TestProgressIsToldAboutAHundredTimes(t *testing.T) {
	j := journalOf(leaves)
	calls, last := 0, int64(0)
	_, err := Verify(j.all(), j.head, nil, leaves, func(done, total int64) {
		calls, last = calls+1, done
		if total != leaves {
			t.Errorf("total %d", total)
		}
	})
	if err != nil || calls != 100 || last != leaves {
		t.Errorf("%d calls, the last at %d, %v", calls, last, err)
	}
}

func BenchmarkVerify(b *testing.B) {
	j := journalOf(10_000)
	cps := []Checkpoint{j.checkpoint(64), j.checkpoint(6400)}
	for b.Loop() {
		if found := j.verify(b, cps...); len(found) != 0 {
			b.Fatal(found)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/10_000, "ns/leaf")
}

// The bare re-hash: the same commitments and the same tree, without a single check.
func BenchmarkBareRehash(b *testing.B) {
	j := journalOf(10_000)
	for b.Loop() {
		var f Frontier
		for _, r := range j.rows {
			f.push(Commitment([16]byte(r.Nonce), r.Payload))
		}
		if f.Root() != j.head.Root() {
			b.Fatal("not the same tree")
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/10_000, "ns/leaf")
}

func BenchmarkAppend(b *testing.B) {
	j := journalOf(1000)
	for b.Loop() {
		head := j.head
		head.Append([32]byte{1})
	}
}

// Who owns the database and takes a look out of the index hides it from the keeper, not from a verifier.
func TestL7_ALeafThatIsHiddenFromTheIndexIsFound(t *testing.T) {
	j := &journal{}
	for i, kind := range []string{"case", "dossier", "container", "drawer"} {
		e := look(i)
		e.Kind = kind
		j.write(e)
	}
	if found := j.verify(t); len(found) != 0 {
		t.Fatalf("an honest log: found %v", found)
	}
	for i, about := range map[int]livc.ID{0: "4xk2", 1: "", 2: j.rows[0].About + "x"} {
		m := j.copy()
		m.rows[i].About = about
		if found := m.verify(t); !slices.Equal(found, []Finding{{AboutFault, int64(i)}}) {
			t.Errorf("leaf %d about %q: found %v", i, about, found)
		}
	}
	gone := j.copy()
	gone.rows[1].Payload, gone.rows[1].Nonce = nil, nil
	if found := gone.verify(t); !has(found, AboutFault) {
		t.Errorf("an index that outlives its payload: found %v", found)
	}
}
