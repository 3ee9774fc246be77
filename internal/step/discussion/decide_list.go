package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Verdict is what the mayor decides about the list; the three weigh alike. Dutch: beslissing over de lijst.
type Verdict string

// The verdicts.
const (
	OnList    Verdict = "list"
	NotOnList Verdict = "not_list"
	AskMore   Verdict = "more"
)

// Verdicts lists the verdicts.
func Verdicts() []Verdict { return []Verdict{OnList, NotOnList, AskMore} }

// DecideList is the input of the use case of that name.
type DecideList struct {
	Referral   livc.ID
	Revision   int
	Verdict    Verdict
	Ground     livc.Secret // on the list: which indications there are
	Motivation livc.Secret // on the list: why, for a child below 12
	Reason     Reason      // not on the list
	OnPaper    livc.Day    // decided on a signed sheet on that day
}

// DecideList is the mayor's or representative's decision: only they put a case on the list, with a
// ground and a day (R4.1-e, X-L-f). It makes the case: a code, the entry of the list, the casusblad.
// made is the case, or empty.
func (s *Referrals) DecideList(ctx context.Context, by deed.By, in DecideList) (made livc.ID, err error) {
	if err := in.check(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.DecideList, on(in.Referral), func(tx *deed.Tx) error {
		r, err := s.undecided(ctx, tx, in.Referral, in.Revision)
		if err != nil {
			return err
		}
		if r.Decided, err = decisionDay(tx.Today, in.OnPaper, r.Received); err != nil {
			return err
		}
		r.DecidedBy, r.OnPaper = tx.By.Hat, in.OnPaper
		if err := s.decide(ctx, tx, in, &r); err != nil {
			return err
		}
		made = r.Case
		tx.Made(made)
		return s.save(ctx, tx, r)
	})
	return made, err
}

func (in DecideList) check() error {
	var faults livc.Faults
	faults.Check(contains(Verdicts(), in.Verdict), "verdict", "decide_list.verdict")
	faults.Check(in.Verdict != NotOnList || contains(Reasons(), in.Reason), "reason", "decide_list.reason", law.MayorsList)
	faults.Check(in.Ground.Len() <= MaxText, "ground", "error.too_long")
	faults.Check(in.Motivation.Len() <= MaxText, "motivation", "error.too_long")
	return faults.Err()
}

// decisionDay is today, or the day of the signed sheet: not before the referral and not in the future.
func decisionDay(today, onPaper, received livc.Day) (livc.Day, error) {
	if onPaper == "" {
		return today, nil
	}
	if onPaper > today || onPaper < received {
		return "", livc.Invalid("decide_list.paper_day").At("on_paper")
	}
	return onPaper, nil
}

func (s *Referrals) decide(ctx context.Context, tx *deed.Tx, in DecideList, r *Referral) error {
	switch in.Verdict {
	case NotOnList:
		r.State, r.Reason = livc.NotListed, in.Reason
		return nil
	case AskMore:
		r.State, r.Decided, r.DecidedBy, r.OnPaper = livc.MoreNeeded, "", "", ""
		return nil
	}
	if err := s.mayList(ctx, tx, in, *r); err != nil {
		return err
	}
	m, err := s.Book.Municipality(ctx, tx, r.Municipality)
	if err != nil {
		return err
	}
	r.State = livc.Listed
	if r.SameAs != "" {
		r.Case = r.SameAs // the same person: no second case
		return nil
	}
	return s.makeCase(ctx, tx, m, in, r)
}

// mayList asks the law: mayor or representative, of the residence, with a ground, after the check, and
// no hold (R2.3.2-c); a child below 12 asks a motivation of its own (X-F-i).
func (s *Referrals) mayList(ctx context.Context, tx *deed.Tx, in DecideList, r Referral) error {
	checked := law.Check("")
	if r.OfficerOn != "" {
		checked = law.MayGoOnAgenda
	}
	if err := law.MayList(tx.By.Function, true, in.Ground, checked); err != nil {
		return err
	}
	if err := law.MayDiscussChild(r.Ages, in.Motivation); err != nil {
		return err
	}
	holds, err := s.Book.Holds(ctx, tx, r.ID)
	if err != nil {
		return err
	}
	return law.MayGoOn(running(holds, tx.Today))
}

// makeCase makes the case with its code, casusblad and entry of the list.
func (s *Referrals) makeCase(ctx context.Context, tx *deed.Tx, m support.Municipality, in DecideList, r *Referral) error {
	var told Told
	if err := tx.Open(r.Container, r.ID, &told); err != nil {
		return err
	}
	t, err := s.terms(ctx, tx)
	if err != nil {
		return err
	}
	due := law.ReferralClock{State: livc.Listed, Decided: r.Decided}.End(t, tx.Today)
	c := Case{ID: tx.NewID(), Municipality: m.ID, State: livc.CaseListed, Ages: r.Ages, Origin: r.Manner, Listed: r.Decided, Due: due}
	if c.Code, err = s.drawCode(ctx, tx, told.Who().person()); err != nil {
		return err
	}
	if err := s.openSheet(ctx, tx, m, &c); err != nil {
		return err
	}
	r.Case = c.ID
	entry := ListEntry{First: told.First, Last: told.Last, BirthYear: told.BirthYear, Town: told.Town, Ground: in.Ground}
	if err := tx.Keep(m.List, c.ID, entryKind, entry); err != nil {
		return err
	}
	return s.Book.InsertCase(ctx, tx, c)
}
