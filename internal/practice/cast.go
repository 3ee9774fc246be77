package practice

import (
	"encoding/json"
	"fmt"
	"os"

	pages "beraad.eu/internal/web/practice"
)

func (p *play) cast() pages.Cast {
	c := pages.Cast{Livc: p.livc, Case: p.cases["main"], Meeting: p.next, Day: workday(p.days.Next), Card: p.card, Invited: p.letter}
	for _, x := range p.seed.People {
		if by := p.by(x.Stem); x.Shown && by.Hat != "" {
			c.Roles = append(c.Roles, pages.Role{Stem: x.Stem, Name: x.Name, Livc: by.Livc, Person: by.Person, Hat: by.Hat})
		}
	}
	return c
}

// castFile holds the cast in the practice folder. It is written when the play is over, so a folder
// without it was not played to the end.
const castFile = "cast.json"

// SaveCast writes the cast to the practice folder.
func SaveCast(folder string, c pages.Cast) error {
	b, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return fmt.Errorf("open the practice folder: %w", err)
	}
	defer root.Close()
	if err := root.WriteFile(castFile, b, 0o600); err != nil {
		return fmt.Errorf("write the cast: %w", err)
	}
	return nil
}

// LoadCast reads the cast; os.ErrNotExist when no town was played to the end.
func LoadCast(folder string) (c pages.Cast, err error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return c, fmt.Errorf("open the practice folder: %w", err)
	}
	defer root.Close()
	b, err := root.ReadFile(castFile)
	if err != nil {
		return c, fmt.Errorf("read the cast: %w", err)
	}
	return c, json.Unmarshal(b, &c)
}
