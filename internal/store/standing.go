package store

import (
	"context"
	"fmt"

	"beraad.eu/internal/access"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Facts are gathered anew inside every deed: nothing about a person's standing is remembered between
// two requests, so who leaves has left at the next click (Z7).
const (
	qStandingHat = `SELECT h.organisation, h.function, h.state, h.list_manager, h.clearance_until, h.mandate_until, o.regime, o.own_file, o.municipality
		FROM hat h JOIN organisation o ON o.livc = h.livc AND o.id = h.organisation WHERE h.livc = $1 AND h.id = $2`
	// With the LIVC R itself: whether the actor holds some list in it.
	qStandingLivc = `SELECT (SELECT count(*) FROM key_grant g JOIN municipality m ON m.livc = g.livc AND m.list = g.container
		WHERE g.livc = $1 AND g.hat = $2) FROM livc_r WHERE livc = $1`
	qStandingInstall = `SELECT 1 FROM installation WHERE livc = $1`
	qHoldsSomeList   = `SELECT count(*) FROM key_grant g JOIN municipality m ON m.livc = g.livc AND m.list = g.container WHERE g.livc = $1 AND g.hat = $2`
	qHolds           = `SELECT count(*) FROM key_grant WHERE livc = $1 AND container = $2 AND hat = $3`
	// Of a guest nobody knows in the network: neither the hat nor its controller can be entered, invited or changed.
	qStandingOrg   = `SELECT id FROM organisation WHERE livc = $1 AND id = $2 AND guest = FALSE`
	qStandingOther = `SELECT h.organisation, m.list FROM hat h JOIN organisation o ON o.livc = h.livc AND o.id = h.organisation
		LEFT JOIN municipality m ON m.livc = o.livc AND m.id = o.municipality WHERE h.livc = $1 AND h.id = $2 AND (h.function <> 'guest' OR h.id = $3)`
	qStandingReferral = `SELECT r.state, r.by_hat, m.list FROM referral r JOIN municipality m ON m.livc = r.livc AND m.id = r.municipality
		WHERE r.livc = $1 AND r.id = $2`
	// With the case: which of its keys the actor holds, and whether he was invited or sat at its table.
	qStandingCase = `SELECT c.state, c.manager, c.last_discussed, c.due,
		(SELECT count(*) FROM key_grant g WHERE g.livc = $1 AND g.container = m.list AND g.hat = $3),
		(SELECT count(*) FROM key_grant g WHERE g.livc = $1 AND g.container = c.sheet AND g.hat = $3),
		(SELECT count(*) FROM invitation n WHERE n.livc = $1 AND n.case_id = $2 AND n.hat = $3 AND n.state IN ('sent','accepted','call')),
		(SELECT count(*) FROM presence p JOIN item i ON i.livc = p.livc AND i.id = p.item WHERE p.livc = $1 AND p.hat = $3 AND i.case_id = $2)
		FROM casus c JOIN municipality m ON m.livc = c.livc AND m.id = c.municipality WHERE c.livc = $1 AND c.id = $2`
	qStandingInvite   = `SELECT hat, case_id FROM invitation WHERE livc = $1 AND id = $2 AND state <> 'proposed'`
	qStandingMeeting  = `SELECT state FROM meeting WHERE livc = $1 AND id = $2`
	qInvitedToMeeting = `SELECT count(*) FROM invitation WHERE livc = $1 AND meeting = $2 AND hat = $3 AND state IN ('sent','accepted','call')`
	qAttends          = `SELECT count(*) FROM attendance WHERE livc = $1 AND meeting = $2 AND hat = $3`
	qStandingItem     = `SELECT i.state, m.state, i.case_id FROM item i JOIN meeting m ON m.livc = i.livc AND m.id = i.meeting WHERE i.livc = $1 AND i.id = $2`
	qInside           = `SELECT count(*) FROM presence WHERE livc = $1 AND item = $2 AND hat = $3 AND left_at = 0`
	qStandingAction   = `SELECT a.hat, c.last_discussed, c.due FROM action a JOIN casus c ON c.livc = a.livc AND c.id = a.case_id
		WHERE a.livc = $1 AND a.id = $2`
	qStandingDossier = `SELECT hat, container FROM dossier WHERE livc = $1 AND id = $2`
)

// Standing gathers the facts about an actor and an object. What does not exist has Exists No; an error
// is a failure of ours.
func (b *batch) Standing(ctx context.Context, by livc.Actor, on access.Object, today livc.Day) (access.Facts, error) {
	s := standing{batch: b, ctx: ctx, by: by, today: today, facts: access.Facts{CaseOpen: access.Yes}}
	err := s.hat(today)
	if err == nil {
		err = s.object(on)
	}
	if livc.KindOf(err) == livc.NotFoundKind {
		return access.Facts{Active: s.facts.Active, Exists: access.No}, nil
	}
	if err != nil {
		return access.Facts{}, fmt.Errorf("standing: %w", err)
	}
	s.facts.Exists = access.Yes
	return s.facts, nil
}

type standing struct {
	*batch
	ctx          context.Context
	by           livc.Actor
	today        livc.Day
	organisation livc.ID
	facts        access.Facts
}

func (s *standing) hat(today livc.Day) error {
	if s.by.Function == livc.System {
		return nil
	}
	var function livc.Function
	var state, municipality string
	var clearance, until livc.Day
	var manager, ownFile bool
	err := s.one(s.ctx, qStandingHat, a(s.by.Livc, s.by.Hat), &s.organisation, &function, &state, &manager, &clearance, &until, &s.facts.Regime, &ownFile, &municipality)
	if err != nil {
		return err
	}
	s.facts.Active = access.True(state == "active" && function == s.by.Function && (!function.Visits() || today <= until))
	s.facts.ListManager = access.True(manager)
	s.facts.Municipal = access.True(municipality != "")
	s.facts.Cleared = access.True(clearance >= today && clearance != "")
	s.facts.MayRegister = access.True(ownFile)
	return nil
}

func (s *standing) object(on access.Object) error {
	id := s.by.Livc
	switch on.Kind {
	case access.OfLivc:
		return s.livc()
	case access.OfOrganisation:
		s.facts.Own = access.True(on.ID == s.organisation)
		return s.one(s.ctx, qStandingOrg, a(id, on.ID), new(livc.ID))
	case access.OfHat:
		return s.otherHat(on.ID)
	case access.OfReferral:
		return s.referral(on.ID)
	case access.OfCase:
		return s.casus(on.ID)
	case access.OfInvitation:
		return s.invitation(on.ID)
	case access.OfMeeting:
		return s.meeting(on.ID)
	case access.OfItem:
		return s.item(on.ID)
	case access.OfAction:
		return s.action(on.ID)
	case access.OfDossier:
		return s.dossier(on.ID)
	case access.OfContainer:
		if _, err := s.Container(s.ctx, id, on.ID); err != nil {
			return err
		}
		return s.count(&s.facts.Own, qHolds, id, on.ID, s.by.Hat)
	case access.OfDrawer:
		s.facts.Own = access.True(on.ID == s.by.Hat)
		return nil
	}
	return fmt.Errorf("unknown kind of object %q", on.Kind)
}

// count makes a fact of a count of rows.
func (s *standing) count(fact *access.Truth, q string, args ...any) error {
	var n int
	err := s.one(s.ctx, q, args, &n)
	*fact = access.True(n > 0)
	return err
}

func (s *standing) livc() error {
	if s.by.Livc == livc.Installation {
		if err := s.one(s.ctx, qStandingInstall, a(s.by.Livc), new(int)); err != nil {
			return err
		}
		return s.count(&s.facts.ListHolder, qHoldsSomeList, s.by.Livc, s.by.Hat)
	}
	return s.count(&s.facts.ListHolder, qStandingLivc, s.by.Livc, s.by.Hat)
}

func (s *standing) otherHat(hat livc.ID) error {
	var organisation livc.ID
	var list *livc.ID
	if err := s.one(s.ctx, qStandingOther, a(s.by.Livc, hat, s.by.Hat), &organisation, &list); err != nil {
		return err
	}
	s.facts.Own = access.True(organisation == s.organisation)
	if list == nil {
		s.facts.ListHolder = access.No
		return nil
	}
	return s.count(&s.facts.ListHolder, qHolds, s.by.Livc, *list, s.by.Hat)
}

func (s *standing) referral(ref livc.ID) error {
	var by, list livc.ID
	if err := s.one(s.ctx, qStandingReferral, a(s.by.Livc, ref), &s.facts.Referral, &by, &list); err != nil {
		return err
	}
	s.facts.Own = access.True(by == s.by.Hat)
	return s.count(&s.facts.ListHolder, qHolds, s.by.Livc, list, s.by.Hat)
}

func (s *standing) casus(c livc.ID) error {
	var manager livc.ID
	var last, due livc.Day
	var lists, sheets, invited, sat int
	err := s.one(s.ctx, qStandingCase, a(s.by.Livc, c, s.by.Hat), &s.facts.Case, &manager, &last, &due, &lists, &sheets, &invited, &sat)
	if err != nil {
		return err
	}
	if !kept(last, due, s.today) {
		return livc.NotFound()
	}
	s.facts.CaseOpen = access.True(s.facts.Case.Open())
	s.facts.Manager = access.True(manager == s.by.Hat)
	s.facts.ListHolder, s.facts.SheetHeld = access.True(lists > 0), access.True(sheets > 0)
	s.facts.Invited = access.True(invited+sat > 0)
	return nil
}

func (s *standing) invitation(inv livc.ID) error {
	var hat, c livc.ID
	if err := s.one(s.ctx, qStandingInvite, a(s.by.Livc, inv), &hat, &c); err != nil {
		return err
	}
	s.facts.Own = access.True(hat == s.by.Hat)
	return nil
}

func (s *standing) meeting(m livc.ID) error {
	if err := s.one(s.ctx, qStandingMeeting, a(s.by.Livc, m), &s.facts.Meeting); err != nil {
		return err
	}
	if err := s.count(&s.facts.Invited, qInvitedToMeeting, s.by.Livc, m, s.by.Hat); err != nil || s.facts.Invited == access.Yes {
		return err
	}
	return s.count(&s.facts.Invited, qAttends, s.by.Livc, m, s.by.Hat)
}

func (s *standing) item(item livc.ID) error {
	var c livc.ID
	if err := s.one(s.ctx, qStandingItem, a(s.by.Livc, item), &s.facts.Item, &s.facts.Meeting, &c); err != nil {
		return err
	}
	if err := s.count(&s.facts.Inside, qInside, s.by.Livc, item, s.by.Hat); err != nil || c == "" {
		return err
	}
	inside := s.facts.Inside
	err := s.casus(c)
	s.facts.Inside = inside
	return err
}

// kept tells whether the term of a case still runs: the day in its row, which a protocol may set earlier,
// and whatever that row says never past the year of the law (R6.2-l). From midnight of the last day on the
// case is to everybody what never existed, also when no clock has run (R1).
func kept(lastDiscussed, due, today livc.Day) bool {
	return today < due && (lastDiscussed == "" || today < law.RetentionEnd(lastDiscussed))
}

func (s *standing) action(id livc.ID) error {
	var hat livc.ID
	var last, due livc.Day
	if err := s.one(s.ctx, qStandingAction, a(s.by.Livc, id), &hat, &last, &due); err != nil {
		return err
	}
	s.facts.Own = access.True(hat == s.by.Hat)
	if !kept(last, due, s.today) {
		return livc.NotFound()
	}
	return nil
}

// dossier: its own is whoever holds its key, the keeper and a deputy he named (R6.2-g).
func (s *standing) dossier(id livc.ID) error {
	var hat, container livc.ID
	if err := s.one(s.ctx, qStandingDossier, a(s.by.Livc, id), &hat, &container); err != nil {
		return err
	}
	term, err := dossierTerm(s.ctx, s.handle, s.by.Livc, id)
	if err != nil {
		return err
	}
	if term.Over(s.today) {
		return livc.NotFound()
	}
	if hat == s.by.Hat {
		s.facts.Own = access.Yes
		return nil
	}
	return s.count(&s.facts.Own, qHolds, s.by.Livc, container, s.by.Hat)
}
