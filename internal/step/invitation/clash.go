package invitation

import "beraad.eu/livc"

// Clash is somebody who would have to go out and come back: needed at two points with another between
// them that is not hers. Dutch: dubbele wissel.
type Clash struct {
	Hat         livc.ID
	First, Back Point // needed at First, then again at Back
}

// Clashes finds who would change twice (R4.0-b). Points without a case concern everybody who is there,
// so only cases count. Who was not asked yet is not known here.
func Clashes(points []Point, invitations []Invitation) []Clash {
	var cases []Point
	for _, p := range points {
		if p.Case != "" {
			cases = append(cases, p)
		}
	}
	var list []Clash
	for _, hat := range invitedHats(invitations) {
		if c, twice := clashOf(hat, cases, invitations); twice {
			list = append(list, c)
		}
	}
	return list
}

func clashOf(hat livc.ID, cases []Point, invitations []Invitation) (c Clash, twice bool) {
	last := -1
	for at, p := range cases {
		if !needed(hat, p.Case, invitations) {
			continue
		}
		if last >= 0 && at > last+1 {
			return Clash{Hat: hat, First: cases[last], Back: p}, true
		}
		last = at
	}
	return Clash{}, false
}

func needed(hat, c livc.ID, invitations []Invitation) bool {
	for _, i := range invitations {
		if i.Hat == hat && i.Case == c && (i.State == Proposed || i.State.Open()) {
			return true
		}
	}
	return false
}

func invitedHats(invitations []Invitation) (list []livc.ID) {
	seen := map[livc.ID]bool{}
	for _, i := range invitations {
		if !seen[i.Hat] {
			seen[i.Hat] = true
			list = append(list, i.Hat)
		}
	}
	return list
}
