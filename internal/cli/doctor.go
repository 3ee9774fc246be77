package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"beraad.eu/internal/deed"
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

func good(what string) check { return check{light: green, what: what} }

// doctorCommand looks at a whole installation, whether its server runs or not. It opens no text and
// changes nothing.
type doctorCommand struct{ place }

// patient is what the doctor looks at.
type patient struct {
	*World
	config Config
	time   *deed.Clock
	db     *store.DB
}

// Run looks at everything and says what to do; the exit code tells whether anything is red.
func (d doctorCommand) Run(w *World) error {
	c, err := d.read()
	if err != nil {
		return d.tell(w, []check{{red, "configuration: " + err.Error(), "mend " + d.Config}})
	}
	p := &patient{World: w, config: c, time: deed.NewClock()}
	list := append(p.keys(), p.folder()...)
	list = append(list, p.certificate()...)
	list = append(list, p.post()...)
	return d.tell(w, append(list, p.database()...))
}

// patience is how long the doctor waits for one answer.
var patience = 10 * time.Second

func (p *patient) soon() (context.Context, context.CancelFunc) {
	return context.WithTimeout(p.Context, patience)
}

func (doctorCommand) tell(w *World, list []check) (err error) {
	worst := green
	for _, c := range list {
		_, e := fmt.Fprintf(w.Out, "%-6s %s\n", c.light, c.what)
		if c.do != "" {
			_, more := fmt.Fprintf(w.Out, "       -> %s\n", c.do)
			e = errors.Join(e, more)
		}
		if c.light == red {
			worst = red
		}
		err = errors.Join(err, e)
	}
	if err == nil && worst == red {
		return errFound
	}
	return err
}
