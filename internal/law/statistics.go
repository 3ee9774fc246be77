package law

import "beraad.eu/livc"

// Threshold is the least number that may be shown: a smaller one may make somebody recognisable. A DPO
// may raise it, never lower it (R7.2-b, X-F-p). Dutch: drempel voor kleine aantallen.
const Threshold = 5

// MayUseThreshold refuses a threshold below the least.
func MayUseThreshold(n int) error {
	if n < Threshold {
		return livc.Denied("law.numbers.threshold", SmallNumbers)
	}
	return nil
}

// Figure is a number as it may be published; a hidden one keeps no value at all.
type Figure struct {
	Count int
	Shown bool
}

// Published is a table as it may be published: the cells and, as last row and last column, the totals.
type Published [][]Figure

// Suppress hides every cell and every total below the threshold, zero included, and as many others as
// needed so that no hidden one follows from the rest: in each row and column that has a hidden number,
// at least two are hidden and together they reach the threshold. When even then a hidden number is
// fixed by the others, nothing but the grand total stays (R7.2-b, X-F-p). A threshold below the least
// counts as the least.
func Suppress(counts [][]int, threshold int) Published {
	t := newMargins(counts, max(threshold, Threshold))
	for t.hideSmall(); t.hideMore(); {
	}
	if t.anyFixed() {
		t.hideAllButTotal()
	}
	return t.published()
}

// Count is one number on its own, as it may be published.
func Count(n, threshold int) Figure {
	if n < max(threshold, Threshold) {
		return Figure{}
	}
	return Figure{n, true}
}

// margins is a table with its totals as last row and column; hidden marks what is not shown.
type margins struct {
	n         [][]int
	hidden    [][]bool
	threshold int
}

func newMargins(counts [][]int, threshold int) *margins {
	width := 0
	for _, row := range counts {
		width = max(width, len(row))
	}
	t := &margins{threshold: threshold}
	for range len(counts) + 1 {
		t.n = append(t.n, make([]int, width+1))
		t.hidden = append(t.hidden, make([]bool, width+1))
	}
	last := len(counts)
	for i, row := range counts {
		for j, c := range row {
			t.n[i][j] = c
			t.n[i][width] += c
			t.n[last][j] += c
			t.n[last][width] += c
		}
	}
	return t
}

func (t *margins) hideSmall() {
	for i, row := range t.n {
		for j, c := range row {
			t.hidden[i][j] = c < t.threshold
		}
	}
}

// place is where a number stands.
type place struct{ row, column int }

// lines are all rows and columns; in each the last number is the sum of the others.
func (t *margins) lines() [][]place {
	var all [][]place
	for i := range t.n {
		var row []place
		for j := range t.n[i] {
			row = append(row, place{i, j})
		}
		all = append(all, row)
	}
	for j := range t.n[0] {
		var column []place
		for i := range t.n {
			column = append(column, place{i, j})
		}
		all = append(all, column)
	}
	return all
}

// hideMore hides one more number where a line gives one away; false when no line does.
func (t *margins) hideMore() bool {
	for _, line := range t.lines() {
		if t.givesAway(line) {
			p := t.smallestShown(line)
			t.hidden[p.row][p.column] = true
			return true
		}
	}
	return false
}

func (t *margins) givesAway(line []place) bool {
	hidden, sum := 0, 0
	for i, p := range line {
		if t.hidden[p.row][p.column] {
			hidden++
			if i < len(line)-1 {
				sum += t.n[p.row][p.column]
			}
		}
	}
	total := line[len(line)-1]
	totalShown := !t.hidden[total.row][total.column]
	shownLeft := hidden < len(line)
	return shownLeft && hidden > 0 && (hidden == 1 || (totalShown && sum < t.threshold))
}

// smallestShown prefers a number over the total of its line.
func (t *margins) smallestShown(line []place) place {
	best := line[len(line)-1]
	found := false
	for _, p := range line[:len(line)-1] {
		if !t.hidden[p.row][p.column] && (!found || t.n[p.row][p.column] < t.n[best.row][best.column]) {
			best, found = p, true
		}
	}
	return best
}
