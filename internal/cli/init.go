package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"crypto/rand"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// initCommand founds an installation with its first LIVC R. What no flag says, it asks.
type initCommand struct {
	Config     string   `help:"Configuration file to write." default:"beraad.toml" env:"BERAAD_CONFIG" type:"path"`
	Name       string   `help:"Name of the LIVC R."`
	Town       []string `help:"A municipality with its region, such as Demerrode:flanders; repeat for a joint LIVC R."`
	PoliceZone string   `help:"Name of the local police zone."`
	Founder    string   `help:"Name of the founder."`
	Mail       string   `help:"Mail address of the founder."`
	Data       string   `help:"Folder for the database." type:"path"`
	Keys       string   `help:"Folder for the keys; not inside the data folder." type:"path"`
	SecondKeys string   `help:"Second place for the keys, on another disk." type:"path"`
	Origin     string   `help:"Address people type, such as https://beraad.example.be."`
	Listen     string   `help:"Address and port to listen at." default:"127.0.0.1:8080"`
	Database   string   `help:"File with the address of a PostgreSQL database; none is the embedded one." type:"path"`
	Practice   bool     `help:"A practice installation: invented people, a clock that moves. It never becomes a real one."`
}

// Run asks what is missing, makes keys and database, founds the LIVC R and prints the founder's way in.
func (i *initCommand) Run(w *World) error {
	if err := i.ask(bufio.NewReader(w.In), w.Out); err != nil {
		return err
	}
	towns, err := towns(i.Town)
	if err != nil {
		return err
	}
	c := Config{Data: i.Data, Keys: i.Keys, SecondKeys: i.SecondKeys, Origin: i.Origin, Listen: i.Listen, Practice: i.Practice, DatabaseFile: i.Database}
	if err := errors.Join(c.check(), notRoot(c)); err != nil {
		return err
	}
	h, err := Found(w, c, i.Config)
	if err != nil {
		return err
	}
	defer h.Close()
	in := support.Founding{Name: i.Name, Municipalities: towns, PoliceZone: i.PoliceZone,
		Founder: livc.NewContact(i.Founder), FounderMail: livc.NewContact(i.Mail)}
	link, code, err := h.Begin(w, in)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w.Out, founded, i.Name, i.Config, i.SecondKeys, link, code, i.Config)
	return err
}

const founded = `%s is founded.

Configuration:  %s
Second keys:    %s  (take them away from this machine)

For the founder, within 24 hours:
  Link:  %s
  Code:  %s   (say it face to face or by phone; it is kept nowhere)

Next: beraad serve --config %s
`

// Begin founds a LIVC R and opens the door for its founder: a link, and a code to say.
func (h *House) Begin(ctx context.Context, in support.Founding) (link, code string, err error) {
	id, err := livc.NewID(rand.Reader)
	if err != nil {
		return "", "", err
	}
	f, err := h.Support.FoundLivc(ctx, id, in)
	if err != nil {
		return "", "", fmt.Errorf("found the LIVC R: %w", err)
	}
	if err := h.Protocol.Begin(ctx, id); err != nil {
		return "", "", fmt.Errorf("begin the protocol: %w", err)
	}
	seat := identity.Seat{Livc: id, Controller: f.Municipalities[0].Organisation, Hat: f.Founder, Function: livc.Founder}
	by := deed.By{Actor: livc.TheSystem(livc.Installation)}
	err = h.Gate.Do(ctx, by, access.Enrol, access.Whole(livc.Installation), func(tx *deed.Tx) error {
		e, said, err := h.Door.Invite(tx.Context(), tx.Handle(), seat, in.Founder, in.FounderMail, h.Clock.Wall())
		link, code = h.Config.Origin+"/enrol/"+string(e.ID), said
		return err
	})
	return link, code, err
}

// towns reads municipalities with their regions.
func towns(list []string) (out []support.NewMunicipality, err error) {
	for _, s := range list {
		name, region, _ := strings.Cut(s, ":")
		known := false
		for _, r := range livc.Regions() {
			known = known || string(r) == region
		}
		if name == "" || !known {
			return nil, fmt.Errorf("%q is no municipality with its region; write for example Demerrode:flanders", s)
		}
		out = append(out, support.NewMunicipality{Name: name, Region: livc.Region(region)})
	}
	return out, nil
}

// ask asks for what no flag said.
func (i *initCommand) ask(in *bufio.Reader, out io.Writer) error {
	town := strings.Join(i.Town, ",")
	for _, q := range []struct {
		to   *string
		text string
	}{{&i.Name, "Name of the LIVC R"}, {&town, "Municipality and region, such as Demerrode:flanders (several: with commas)"},
		{&i.PoliceZone, "Police zone"}, {&i.Founder, "Name of the founder"}, {&i.Mail, "Mail address of the founder"},
		{&i.Data, "Folder for the database"}, {&i.Keys, "Folder for the keys, not in the data folder"},
		{&i.SecondKeys, "Second place for the keys, on another disk"}, {&i.Origin, "Address people will type (https://...)"}} {
		if *q.to != "" {
			continue
		}
		fmt.Fprintf(out, "%s: ", q.text)
		line, err := in.ReadString('\n')
		if *q.to = strings.TrimSpace(line); *q.to == "" {
			return errors.Join(fmt.Errorf("%s: nothing was answered", q.text), onlyBroken(err))
		}
	}
	i.Town = strings.Split(town, ",")
	for _, p := range []*string{&i.Data, &i.Keys, &i.SecondKeys} {
		abs, err := filepath.Abs(*p)
		if err != nil {
			return err
		}
		*p = abs
	}
	return nil
}

func onlyBroken(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// notRoot refuses to work as root, except in practice.
func notRoot(c Config) error {
	if os.Geteuid() == 0 && !c.Practice {
		return errors.New("do not run a real installation as root; make a user for it")
	}
	return nil
}
