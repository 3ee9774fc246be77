package practice

import "beraad.eu/livc"

// Cast is who lives in the practice town: what the first page needs to let a visitor in as one of them.
// Dutch: rolverdeling.
type Cast struct {
	Livc    livc.ID
	Roles   []Role
	Case    livc.ID // that the guided path follows
	Meeting livc.ID // that is planned
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
	for _, r := range c.Roles {
		if r.Stem == stem {
			return r, true
		}
	}
	return Role{}, false
}
