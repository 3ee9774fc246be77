package table

import "beraad.eu/internal/step/discussion"

// phaseIs tells whether the talk is between two phases, both included.
func phaseIs(v deskPage, from, to discussion.Phase) bool {
	return v.D.Item.Phase >= from && v.D.Item.Phase <= to
}

// ticked is the value of a box that is on or off.
func ticked(on bool) []string {
	if on {
		return []string{"yes"}
	}
	return nil
}

// counted is how many places stand in a field; nothing said is an empty field.
func counted(d discussion.Desk, side, domain string) string {
	for _, w := range d.Weighed {
		if w.Domain != domain {
			continue
		}
		n := w.Protects
		if side == "concerns" {
			n = w.Concerns
		}
		if n > 0 {
			return number(n)
		}
	}
	return ""
}

// marked gives the domains that are unknown, or that do not apply.
func marked(d discussion.Desk, unknown bool) (list []string) {
	for _, w := range d.Weighed {
		if unknown && w.Unknown || !unknown && w.NotApplicable {
			list = append(list, w.Domain)
		}
	}
	return list
}
