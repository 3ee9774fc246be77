package practice

import (
	"encoding/json"
	"fmt"
	"os"

	"beraad.eu/livc"
)

// Cast is who lives in the town: what the first page needs to let a visitor in as one of them.
// Dutch: rolverdeling.
type Cast struct {
	Livc  livc.ID
	Roles []Role
	Main  livc.ID // the case that the guided path follows
	Next  livc.ID // the meeting that is planned
}

// Role is one person with a button on the first page. Dutch: rol.
type Role struct {
	Stem         string
	Name         string // invented, so it may stand in clear here
	Organisation string
	Function     livc.Function
	Livc, Person livc.ID
	Hat          livc.ID
}

func (p *play) cast() Cast {
	c := Cast{Livc: p.livc, Main: p.cases["main"], Next: p.next}
	for _, x := range p.seed.People {
		if by := p.by(x.Stem); x.Shown && by.Hat != "" {
			c.Roles = append(c.Roles, Role{Stem: x.Stem, Name: x.Name, Organisation: p.nameOf(x.At),
				Function: by.Function, Livc: by.Livc, Person: by.Person, Hat: by.Hat})
		}
	}
	return c
}

// Role finds a role by its stem.
func (c Cast) Role(stem string) (Role, bool) {
	for _, r := range c.Roles {
		if r.Stem == stem {
			return r, true
		}
	}
	return Role{}, false
}

// castFile holds the cast in the practice folder. It is written when the play is over, so a folder
// without it was not played to the end.
const castFile = "cast.json"

// SaveCast writes the cast to the practice folder.
func SaveCast(root *os.Root, c Cast) error {
	b, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return err
	}
	if err := root.WriteFile(castFile, b, 0o600); err != nil {
		return fmt.Errorf("write the cast: %w", err)
	}
	return nil
}

// LoadCast reads the cast; os.ErrNotExist when no town was played to the end.
func LoadCast(root *os.Root) (c Cast, err error) {
	b, err := root.ReadFile(castFile)
	if err != nil {
		return c, fmt.Errorf("read the cast: %w", err)
	}
	return c, json.Unmarshal(b, &c)
}
