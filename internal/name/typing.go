package name

// mistyped tells whether one slip of the hand, or two in a long word, turns a into b. Short words are
// left alone: among them nearly everything is one letter away from another name. size is the length of
// the part that tells people apart (without van den).
func mistyped(a, b string, size int) bool {
	if a == "" || b == "" || a[0] != b[0] {
		return false
	}
	if size < 6 {
		return size > 3 && transposed(a, b)
	}
	most := 1
	if size >= 10 {
		most = 2
	}
	return distance(a, b, most) <= most
}

// transposed tells whether two neighbouring letters changed places.
func transposed(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// distance counts slips (a letter too many, missing, wrong, or two neighbours swapped) up to most+1:
// optimal string alignment after Damerau and Levenshtein.
func distance(a, b string, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	var rows [3][48]int
	if len(b) >= len(rows[0]) {
		return most + 1
	}
	before, above, row := rows[0][:], rows[1][:], rows[2][:]
	for j := range len(b) + 1 {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
