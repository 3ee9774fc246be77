package law

import "beraad.eu/livc"

// LookAgain is the last day on which a step of the playbook, or the roles, are looked at again: a year
// later (R0.4-a, R2.3.3-g). An LIVC R may look sooner.
func LookAgain(from livc.Day) livc.Day { return from.Add(1, 0, 0) }
