package cli

import (
	"fmt"

	"beraad.eu/internal/store"
)

// light is how a check came out, in words and not in colours alone.
type light string

const (
	green light = "green"
	amber light = "amber" // works, and wants looking after
	red   light = "red"   // something can be lost, or does not work
)

// check is one thing that the doctor looked at.
type check struct {
	light light
	what  string
	do    string // what to do; empty when green
}

type doctorCommand struct{ place }

// patient is what the doctor looks at.
type patient struct {
	*World
	config Config
	db     *store.DB
}

// Run looks at everything and says what to do; the exit code tells whether anything is red.
func (d doctorCommand) Run(w *World) error {
	c, err := d.read()
	if err != nil {
		return d.tell(w, []check{{red, "configuration: " + err.Error(), "mend the configuration"}})
	}
	p := &patient{World: w, config: c}
	list := p.keys()
	more, err := p.data()
	if err != nil {
		more = append(more, check{red, "database: " + err.Error(), "look whether it is there, and whether this user may read it"})
	}
	return d.tell(w, append(list, more...))
}

func (doctorCommand) tell(w *World, list []check) (err error) {
	worst := green
	for _, c := range list {
		if _, err := fmt.Fprintf(w.Out, "%-6s %s\n", c.light, c.what); err != nil {
			return err
		}
		if c.do != "" {
			if _, err := fmt.Fprintf(w.Out, "       -> %s\n", c.do); err != nil {
				return err
			}
		}
		if c.light == red {
			worst = red
		}
	}
	if worst == red {
		return errFound
	}
	return nil
}
