package invitation

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Letter is an invitation as the invited person reads it. Before the secrecy text is read it holds day,
// hour and place only (R0.1-d, invariant 5). Dutch: uitnodiging zoals de deelnemer ze leest.
type Letter struct {
	Invitation Invitation
	Meeting    Meeting
	Clock      string // hour of the own point
	Me         support.Hat
	Framework  law.Framework
	Ages       livc.AgeBand
	Told       Told
	Named      bool     // who it is about stands in Told
	Others     []string // organisations that are invited too (X-F-e)
	Holder     support.Hat
	Contact    support.Hat // the coordinator, for who wants to talk first (R3.0-d)
}

// Open tells whether it can be answered.
func (l Letter) Open() bool { return l.Invitation.State.Open() && l.Meeting.Editable() }

// SecrecyRead tells whether the content may show.
func (l Letter) SecrecyRead() bool { return !l.Invitation.SecrecyRead.IsZero() }

// Invitation shows an invitation to the one who got it (R3.0-a).
func (s *Service) Invitation(ctx context.Context, by deed.By, id livc.ID) (l Letter, err error) {
	err = s.Gate.Look(ctx, by, access.ViewInvitation, onInvitation(id), func(tx *deed.Tx) error {
		l = Letter{}
		if l.Invitation, err = s.Book.Invitation(ctx, tx, id); err != nil {
			return err
		}
		if l.Meeting, err = s.Book.Meeting(ctx, tx, l.Invitation.Meeting); err != nil {
			return err
		}
		p, err := s.partner(ctx, tx, l.Invitation.Hat)
		if err != nil {
			return err
		}
		l.Me, l.Framework = p.Hat, p.Framework
		hats, err := s.Book.Hats(ctx, tx)
		if err != nil {
			return err
		}
		l.Contact = coordinator(hats)
		if err := s.ownHour(ctx, tx, &l); err != nil || !l.SecrecyRead() {
			return err
		}
		return s.content(ctx, tx, &l)
	})
	l.Named = !l.Told.First.Empty() || !l.Told.Last.Empty()
	return l, err
}

// coordinator is whom one can call about an invitation; in a joint LIVC R the first who has a phone.
func coordinator(hats []support.Hat) (found support.Hat) {
	for _, h := range hats {
		if h.Function == livc.Coordinator && h.State == support.HatActive && (found.ID == "" || found.Phone.Empty()) {
			found = h
		}
	}
	return found
}

func (s *Service) ownHour(ctx context.Context, tx *deed.Tx, l *Letter) error {
	items, err := s.Book.Items(ctx, tx, l.Meeting.ID)
	l.Clock = l.Meeting.Clock
	for _, p := range Points(l.Meeting, items) {
		if p.Case == l.Invitation.Case {
			l.Clock = p.Clock
		}
	}
	return err
}

func (s *Service) content(ctx context.Context, tx *deed.Tx, l *Letter) error {
	c, err := s.Book.Case(ctx, tx, l.Invitation.Case)
	if err != nil {
		return err
	}
	l.Ages = c.Ages
	if l.Invitation.Holder != "" {
		if l.Holder, err = s.Book.Hat(ctx, tx, l.Invitation.Holder); err != nil {
			return err
		}
	}
	if l.Others, err = s.others(ctx, tx, *l); err != nil || l.Invitation.Note == "" {
		return err
	}
	return tx.Later(l.Invitation.Note, l.Invitation.ID, &l.Told)
}

// others lists the organisations that are invited for the same point: roles, not people.
func (s *Service) others(ctx context.Context, tx *deed.Tx, l Letter) (names []string, err error) {
	list, err := s.Book.Invitations(ctx, tx, l.Meeting.ID)
	if err != nil {
		return nil, err
	}
	for _, i := range list {
		if i.Case != l.Invitation.Case || i.Hat == l.Invitation.Hat || !i.State.Open() {
			continue
		}
		p, err := s.partner(ctx, tx, i.Hat)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(names, p.Organisation.Name) {
			names = append(names, p.Organisation.Name)
		}
	}
	return names, nil
}
