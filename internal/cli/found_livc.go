package cli

import (
	"bufio"
	"fmt"
	"io"
)

// foundCommand founds one more LIVC R in an installation that is there: an association serves many with one
// program (architecture 1). Its people, keys, lists and log are its own.
type foundCommand struct {
	place
	newLivc
}

// Run asks what is missing, founds the LIVC R and prints its founder's way in.
func (f *foundCommand) Run(w *World) error {
	c, err := f.read()
	if err != nil {
		return err
	}
	if err := notRoot(c); err != nil {
		return err
	}
	if err := askAll(f.questions(), bufio.NewReader(w.In), w.Out); err != nil {
		return err
	}
	in, err := f.founding()
	if err != nil {
		return err
	}
	alone, err := aloneIn(c)
	if err != nil {
		return err
	}
	defer alone.Close()
	h, err := OpenHouse(w, c, NewLog(w.Errs))
	if err != nil {
		return err
	}
	defer h.Close()
	link, code, err := h.Begin(w, in)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w.Out, "%s is founded.\n%s\nNext: %s\n", f.Name, wayIn(link, code), f.next(c))
	return err
}

// next tells when the new LIVC R can be reached.
func (f *foundCommand) next(c Config) string {
	if c.DatabaseFile != "" {
		return "a server that runs has it already"
	}
	return "beraad serve --config " + f.Config
}

// aloneIn keeps a server out of an embedded database, whose log has one writer. PostgreSQL takes one more
// node at any time.
func aloneIn(c Config) (io.Closer, error) {
	if c.DatabaseFile != "" {
		return io.NopCloser(nil), nil
	}
	held, err := lock(c.Data)
	if err != nil {
		return nil, fmt.Errorf("stop the server for a moment: %w", err)
	}
	return held, nil
}
