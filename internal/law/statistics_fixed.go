package law

// A hidden number is fixed by the shown ones when, in the graph that joins each row with each column
// through their hidden numbers, it is the only road between its row and its column: every other table
// with the same shown numbers then has the same number there.
func (t *margins) anyFixed() bool {
	for i := range t.n {
		for j := range t.n[i] {
			if t.hidden[i][j] && !t.otherRoad(place{i, j}) {
				return true
			}
		}
	}
	return false
}

// otherRoad walks from the row of p to its column over hidden numbers without using p.
func (t *margins) otherRoad(p place) bool {
	rows, columns := map[int]bool{p.row: true}, map[int]bool{}
	for grown := true; grown; {
		grown = false
		for i := range t.n {
			for j := range t.n[i] {
				if !t.hidden[i][j] || (place{i, j}) == p || rows[i] == columns[j] {
					continue
				}
				rows[i], columns[j], grown = true, true, true
			}
		}
	}
	return columns[p.column]
}

func (t *margins) hideAllButTotal() {
	for i := range t.hidden {
		for j := range t.hidden[i] {
			t.hidden[i][j] = true
		}
	}
	last := len(t.n) - 1
	total := len(t.n[last]) - 1
	t.hidden[last][total] = t.n[last][total] < t.threshold
}

func (t *margins) published() Published {
	out := make(Published, len(t.n))
	for i := range t.n {
		out[i] = make([]Figure, len(t.n[i]))
		for j, c := range t.n[i] {
			if !t.hidden[i][j] {
				out[i][j] = Figure{c, true}
			}
		}
	}
	return out
}
