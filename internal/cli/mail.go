package cli

import (
	"context"
	"fmt"

	"beraad.eu/internal/notify"
	"beraad.eu/internal/store"
)

// mailer sends through the mail server of the configuration.
func (h *House) mailer(post notify.Post) notify.Mailer {
	return notify.Mailer{Outbox: h.outbox(), Post: post, Origin: h.Config.Origin}
}

func (h *House) outbox() store.Outbox {
	return store.Outbox{DB: h.DB, Gate: h.Gate, People: h.People, Origin: h.Config.Origin}
}

// post is the mail server; nil when none is set, and then mail is kept (settled 35).
func (h *House) post() (notify.Post, error) {
	m := h.Config.Mail
	if m.Host == "" {
		return nil, nil
	}
	s := notify.Server{Host: m.Host, Port: m.Port, From: m.From, User: m.User, Origin: h.Config.Origin}
	if m.PasswordFile == "" {
		return s, nil
	}
	var err error
	s.Password, err = secret(m.PasswordFile)
	return s, err
}

type mailCommand struct{ place }

// Run prints the messages that wait, and counts them as handed over.
func (m mailCommand) Run(w *World) error {
	c, err := m.read()
	if err != nil {
		return err
	}
	h, err := OpenHouse(w, c, NewLog(w.Errs))
	if err != nil {
		return err
	}
	defer h.Close()
	return h.mailer(byHand{w}).Run(w, h.Clock.Civil())
}

// byHand prints letters, for whoever carries them.
type byHand struct{ *World }

// Send prints one letter.
func (b byHand) Send(_ context.Context, l notify.Letter) error {
	_, err := fmt.Fprintf(b.Out, "--------\n%s", l.Print())
	return err
}
