package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// initCommand makes an installation and founds its first LIVC R. What no flag says, it asks.
type initCommand struct {
	newLivc
	Config     string `help:"Configuration file to write." default:"beraad.toml" env:"BERAAD_CONFIG" type:"path"`
	Data       string `help:"Folder for the database." type:"path"`
	Keys       string `help:"Folder for the keys; not inside the data folder." type:"path"`
	SecondKeys string `help:"Second place for the keys, on another disk." type:"path"`
	Origin     string `help:"Address people type, such as https://beraad.example.be."`
	Listen     string `help:"Address and port to listen at." default:"127.0.0.1:8080"`
	Database   string `help:"File with the address of a PostgreSQL database; none is the embedded one." type:"path"`
	Practice   bool   `help:"A practice installation: invented people, a clock that moves. It never becomes a real one."`
}

// Run asks what is missing, makes keys and database, founds the LIVC R and prints the founder's way in.
func (i *initCommand) Run(w *World) error {
	if err := i.ask(bufio.NewReader(w.In), w.Out); err != nil {
		return err
	}
	in, err := i.founding()
	if err != nil {
		return err
	}
	c := Config{Data: i.Data, Keys: i.Keys, SecondKeys: i.SecondKeys, Origin: i.Origin, Listen: i.Listen, Practice: i.Practice, DatabaseFile: i.Database}
	if err := errors.Join(c.check(), notRoot(c)); err != nil {
		return err
	}
	fmt.Fprintln(w.Errs, "Making the keys and the database ...")
	h, err := Found(w, c, i.Config)
	if err != nil {
		return err
	}
	defer h.Close()
	link, code, err := h.Begin(w, in)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w.Out, founded, i.Name, i.Config, i.SecondKeys, wayIn(link, code), i.Config)
	return err
}

const founded = `%s is founded.

Configuration:  %s
Second keys:    %s  (take them away from this machine)
%s
Next: beraad serve --config %s
`

// ask asks for what no flag said.
func (i *initCommand) ask(in *bufio.Reader, out io.Writer) error {
	list := append(i.questions(), []question{{&i.Data, "Folder for the database"}, {&i.Keys, "Folder for the keys, not in the data folder"},
		{&i.SecondKeys, "Second place for the keys, on another disk"}, {&i.Origin, "Address people will type (https://...)"}}...)
	if err := askAll(list, in, out); err != nil {
		return err
	}
	for _, p := range []*string{&i.Data, &i.Keys, &i.SecondKeys} {
		abs, err := filepath.Abs(*p)
		if err != nil {
			return err
		}
		*p = abs
	}
	return nil
}

// notRoot refuses to work as root, except in practice.
func notRoot(c Config) error {
	if os.Geteuid() == 0 && !c.Practice {
		return errors.New("do not run a real installation as root; make a user for it")
	}
	return nil
}
