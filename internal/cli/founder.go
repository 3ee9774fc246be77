package cli

import (
	"errors"
	"fmt"

	"beraad.eu/internal/identity"
	"beraad.eu/livc"
)

// founderCommand opens the door again for a founder who came too late, or whose code was guessed at.
type founderCommand struct {
	place
	Town string `arg:"" optional:"" help:"The municipality of the founder; none is every founder who did not enrol yet."`
}

// Run prints a new link and a new code for each founder who has no keys yet.
func (f founderCommand) Run(w *World) error {
	c, err := f.read()
	if err != nil {
		return err
	}
	if err := notRoot(c); err != nil {
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
	n, err := f.again(w, h)
	if err == nil && n == 0 {
		err = errors.New("no founder waits: each has keys, or there is no such municipality")
	}
	return err
}

func (f founderCommand) again(w *World, h *House) (n int, err error) {
	list, err := h.DB.LivcRs(w)
	if err != nil {
		return 0, err
	}
	for _, id := range list {
		x, err := h.Support.FounderWaiting(w, id)
		if livc.KindOf(err) == livc.ConflictKind || err == nil && f.Town != "" && f.Town != x.Municipality {
			continue
		}
		if err != nil {
			return n, err
		}
		seat := identity.Seat{Livc: id, Controller: x.Hat.Organisation, Hat: x.Hat.ID, Function: livc.Founder}
		link, code, err := h.door(w, seat, x.Hat.Name, x.Hat.Mail)
		if err != nil {
			return n, err
		}
		n++
		if _, err := fmt.Fprintf(w.Out, "%s\n%s", x.Municipality, wayIn(link, code)); err != nil {
			return n, err
		}
	}
	return n, nil
}
