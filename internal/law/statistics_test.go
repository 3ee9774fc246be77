package law_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"beraad.eu/internal/law"
)

// proves R7.2-b, X-F-p, E5
func TestInvariant24_NumbersBelowFiveAreNotShown(t *testing.T) {
	for n, shown := range map[int]bool{0: false, 1: false, 4: false, 5: true, 12: true} {
		if got := law.Count(n, law.Threshold); got.Shown != shown || (!shown && got.Count != 0) {
			t.Errorf("%d is published as %+v", n, got)
		}
	}
	if law.Count(7, 10).Shown || law.Count(4, 1).Shown {
		t.Error("a DPO's higher threshold is ignored, or a lower one is followed")
	}
	check(t,
		sentence{"the least threshold", law.MayUseThreshold(5), ""},
		sentence{"a higher threshold", law.MayUseThreshold(10), ""},
		sentence{"a lower threshold", law.MayUseThreshold(4), law.SmallNumbers},
	)
}

// proves X-F-p
func TestInvariant24_AHiddenNumberDoesNotFollowFromItsTotal(t *testing.T) {
	row := law.Suppress([][]int{{10, 3, 20}}, law.Threshold)
	hidden := 0
	for _, f := range row[0] {
		if !f.Shown {
			hidden++
		}
	}
	if row[0][1].Shown || hidden < 2 {
		t.Errorf("10, 3 and 20 are published as %+v", row)
	}
	if five := law.Suppress([][]int{{4, 1, 10}}, law.Threshold); !five[0][2].Shown || five[0][0].Shown || !five[0][3].Shown {
		t.Errorf("4 and 1 together reach five, so 10 may be shown: %+v", five)
	}
	all := law.Suppress([][]int{{10, 5}, {7, 9}}, law.Threshold)
	for _, line := range all {
		for _, f := range line {
			if !f.Shown {
				t.Errorf("large numbers are hidden: %+v", all)
			}
		}
	}
	if none := law.Suppress(nil, law.Threshold); none[0][0].Shown {
		t.Error("an empty table shows a total")
	}
}

// Two hidden blocks joined by one hidden number: the totals of a block would give that number away.
//
// proves X-F-p
func TestInvariant24_ANumberBetweenTwoBlocksIsNotGivenAway(t *testing.T) {
	table := law.Suppress([][]int{{4, 4, 20, 20}, {4, 4, 3, 20}, {20, 20, 4, 4}, {20, 20, 4, 4}}, law.Threshold)
	if solvable(table, 1, 2) {
		t.Errorf("the number between the blocks can be worked out: %+v", table)
	}
	if !table[4][4].Shown || table[0][2].Shown {
		t.Errorf("more than the grand total is shown: %+v", table)
	}
}

// Whoever knows the shown numbers and how totals add up cannot work out a hidden one.
//
// proves X-F-p, E5
func TestInvariant24_NoHiddenNumberCanBeWorkedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows, columns := rapid.IntRange(1, 4).Draw(t, "rows"), rapid.IntRange(1, 4).Draw(t, "columns")
		counts := make([][]int, rows)
		for i := range counts {
			counts[i] = rapid.SliceOfN(rapid.IntRange(0, 14), columns, columns).Draw(t, "row")
		}
		table := law.Suppress(counts, law.Threshold)
		for i, line := range table {
			for j, f := range line {
				if f.Shown && f.Count < law.Threshold {
					t.Fatalf("%d is shown", f.Count)
				}
				if !f.Shown && solvable(table, i, j) {
					t.Fatalf("row %d column %d of %v can be worked out", i, j, table)
				}
			}
		}
	})
}

// solvable tells whether the equations "a line adds up to its total" fix the hidden number at i, j:
// whether adding the equation "this number is 0" raises the rank of the system.
func solvable(table law.Published, row, column int) bool {
	index := map[[2]int]int{}
	for i, line := range table {
		for j, f := range line {
			if !f.Shown {
				index[[2]int{i, j}] = len(index)
			}
		}
	}
	var system [][]*big.Rat
	equation := func(cells [][2]int) {
		e := zeros(len(index))
		for k, c := range cells {
			if v, hidden := index[c]; hidden {
				e[v] = big.NewRat(1, 1)
				if k == len(cells)-1 {
					e[v] = big.NewRat(-1, 1)
				}
			}
		}
		system = append(system, e)
	}
	for i := range table {
		var cells [][2]int
		for j := range table[i] {
			cells = append(cells, [2]int{i, j})
		}
		equation(cells)
	}
	for j := range table[0] {
		var cells [][2]int
		for i := range table {
			cells = append(cells, [2]int{i, j})
		}
		equation(cells)
	}
	known := zeros(len(index))
	known[index[[2]int{row, column}]] = big.NewRat(1, 1)
	return rank(append(copied(system), known)) == rank(system)
}

func zeros(n int) []*big.Rat {
	e := make([]*big.Rat, n)
	for i := range e {
		e[i] = new(big.Rat)
	}
	return e
}

func copied(m [][]*big.Rat) [][]*big.Rat {
	var c [][]*big.Rat
	for _, row := range m {
		r := zeros(len(row))
		for i := range row {
			r[i].Set(row[i])
		}
		c = append(c, r)
	}
	return c
}

func rank(m [][]*big.Rat) int {
	m = copied(m)
	r := 0
	for col := 0; len(m) > 0 && col < len(m[0]) && r < len(m); col++ {
		pivot := r
		for pivot < len(m) && m[pivot][col].Sign() == 0 {
			pivot++
		}
		if pivot == len(m) {
			continue
		}
		m[r], m[pivot] = m[pivot], m[r]
		for i := r + 1; i < len(m); i++ {
			f := new(big.Rat).Quo(m[i][col], m[r][col])
			for k := col; k < len(m[i]); k++ {
				m[i][k].Sub(m[i][k], new(big.Rat).Mul(f, m[r][k]))
			}
		}
		r++
	}
	return r
}
