package practice

import (
	"slices"

	"beraad.eu/livc"
)

// Cast is who lives in the practice town: what the first page needs to let a visitor in as one of them.
// Dutch: rolverdeling.
type Cast struct {
	Livc    livc.ID
	Roles   []Role
	Case    livc.ID // that the guided path follows
	Meeting livc.ID // that is planned
	Day     livc.Day
	Card    livc.ID // referral that waits for the mayor
	Invited livc.ID // invitation that is not answered
}

// Role is one person with a button on the first page. Dutch: rol.
type Role struct {
	Stem              string
	Name              string // invented, so it stands in clear here
	Livc, Person, Hat livc.ID
}

// Played tells whether a town was played, so that a visitor can take a role; without one, everybody has
// keys of his own.
func (c Cast) Played() bool { return len(c.Roles) > 0 }

// Role finds a role by its stem.
func (c Cast) Role(stem string) (Role, bool) {
	return c.find(func(r Role) bool { return r.Stem == stem })
}

// Of finds the role that a hat plays.
func (c Cast) Of(hat livc.ID) (Role, bool) {
	return c.find(func(r Role) bool { return r.Hat == hat })
}

func (c Cast) find(fits func(Role) bool) (Role, bool) {
	i := slices.IndexFunc(c.Roles, fits)
	if i < 0 {
		return Role{}, false
	}
	return c.Roles[i], true
}
