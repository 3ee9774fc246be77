package cli

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"strings"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// newLivc says which LIVC R is founded, and by whom.
type newLivc struct {
	Name       string   `help:"Name of the LIVC R."`
	Town       []string `help:"A municipality with its region, such as Demerrode:flanders; repeat for a joint LIVC R."`
	PoliceZone string   `help:"Name of the local police zone."`
	Founder    string   `help:"Name of the founder."`
	Mail       string   `help:"Mail address of the founder."`

	typed string // towns that were asked for, with commas between
}

// question is one thing that no flag said.
type question struct {
	to   *string
	text string
}

func (n *newLivc) questions() []question {
	n.typed = strings.Join(n.Town, ",")
	return []question{{&n.Name, "Name of the LIVC R"}, {&n.typed, "Municipality and region, such as Demerrode:flanders (several: with commas)"},
		{&n.PoliceZone, "Police zone"}, {&n.Founder, "Name of the founder"}, {&n.Mail, "Mail address of the founder"}}
}

// askAll asks what is still empty.
func askAll(list []question, in *bufio.Reader, out io.Writer) error {
	for _, q := range list {
		if *q.to != "" {
			continue
		}
		fmt.Fprintf(out, "%s: ", q.text)
		line, err := in.ReadString('\n')
		if *q.to = strings.TrimSpace(line); *q.to == "" {
			return errors.Join(fmt.Errorf("%s: nothing was answered", q.text), onlyBroken(err))
		}
	}
	return nil
}

func onlyBroken(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// founding is what was answered.
func (n *newLivc) founding() (in support.Founding, err error) {
	in = support.Founding{Name: n.Name, PoliceZone: n.PoliceZone, Founder: livc.NewContact(n.Founder), FounderMail: livc.NewContact(n.Mail)}
	if _, err := identity.NormalMail(in.FounderMail); err != nil {
		return in, fmt.Errorf("%q is no mail address", n.Mail)
	}
	in.Municipalities, err = towns(strings.Split(n.typed, ","))
	return in, err
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
	return h.door(ctx, identity.Seat{Livc: id, Controller: f.Municipalities[0].Organisation, Hat: f.Founder, Function: livc.Founder}, in.Founder, in.FounderMail)
}

// door opens the door for a founder: a link, and a code to say.
func (h *House) door(ctx context.Context, seat identity.Seat, name, mail livc.Contact) (link, code string, err error) {
	by := deed.By{Actor: livc.TheSystem(livc.Installation)}
	err = h.Gate.Do(ctx, by, access.Enrol, access.Whole(livc.Installation), func(tx *deed.Tx) error {
		e, said, err := h.Door.Invite(tx.Context(), tx.Handle(), seat, name, mail, h.Clock.Wall())
		link, code = h.Config.Origin+"/enrol/"+string(e.ID), said
		return err
	})
	return link, code, err
}

// wayIn tells how the founder comes in.
func wayIn(link, code string) string { return fmt.Sprintf(founderIn, link, code) }

const founderIn = `
For the founder, within 24 hours:
  Link:  %s
  Code:  %s   (say it face to face or by phone; it is kept nowhere)
  Too late, or five wrong guesses? beraad founder gives a new one.
`
