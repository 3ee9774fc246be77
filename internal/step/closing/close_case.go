package closing

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// CloseCase is the input of the use case of that name.
type CloseCase struct {
	Item          livc.ID
	Verdict       Verdict
	Reason        Reason
	Goals         map[livc.ID]GoalState
	Criteria      map[livc.ID]Fulfilled
	LeaveOpen     livc.Secret // why open questions may stay open
	Contact       livc.Secret // who stays in touch under the own mission
	ReferrerAsked law.Answer
	Objections    livc.Secret
	Ground        law.Ground // asked when it goes on
	LastCheck     livc.Day
	ToldOther     Telling // moved: how the other mayor hears it
}

// ClosingText is what the table says at the end, in general words. Dutch: slot van een casus.
type ClosingText struct{ LeaveOpen, Contact, Objections, Ground, ToldOther livc.Secret }

const (
	closingRecord = "closing"
	maxText       = 480
)

// CloseCase decides at the table whether a case closes, is looked at once more, or goes on. Every goal
// and criterion chosen at the start gets an answer, and no question stays open without a reason (R7.1-a,
// R7.1-b, R7.1-c). A mistake is forgotten at once. Closing moves no clock.
func (s *Service) CloseCase(ctx context.Context, by deed.By, in CloseCase) (proof livc.ID, err error) {
	if err := in.check(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.CloseCase, item(in.Item), func(tx *deed.Tx) error {
		i, err := s.Book.TableItem(ctx, tx, in.Item)
		if err != nil {
			return err
		}
		if i.State != livc.ItemOpen || !i.OfCase() {
			return livc.Conflict("conflict.item_not_open")
		}
		c, err := s.Book.TableCase(ctx, tx, i.Case)
		if err != nil {
			return err
		}
		if in.Verdict == Close && in.Reason == Mistaken {
			proof, err = s.Processing.ForgetMistake(ctx, tx, c.ID)
			tx.Made(proof)
			return err
		}
		return s.close(ctx, tx, c, in)
	})
	if proof != "" && err == nil && s.Processing.Wipe != nil {
		err = s.Processing.Wipe(ctx)
	}
	return proof, err
}

func (in CloseCase) check() error {
	var f livc.Faults
	f.Check(slices.Contains(Verdicts(), in.Verdict), "verdict", "close_case.verdict", law.ClosingCriteria)
	f.Check(in.Verdict != Close || slices.Contains(Reasons(), in.Reason), "reason", "close_case.reason", law.ClosingCriteria)
	f.Check(in.Reason != Moved || in.Verdict != Close || slices.Contains(Tellings(), in.ToldOther), "told_other", "close_case.told_other", law.MayorToMayor)
	for field, text := range map[string]livc.Secret{"leave_open": in.LeaveOpen, "contact": in.Contact, "objections": in.Objections, "ground": in.Ground.Reason} {
		f.Check(text.Len() <= maxText, field, "error.too_long")
	}
	return f.Err()
}

func (s *Service) close(ctx context.Context, tx *deed.Tx, c discussion.Case, in CloseCase) error {
	questions, err := s.Book.OpenQuestions(ctx, tx, c.ID)
	if err != nil {
		return err
	}
	if c.AgendaOnly {
		in = in.spoken()
	}
	if err := in.may(tx, c, len(questions)); err != nil {
		return err
	}
	if err := s.mayLeave(ctx, tx, c, in); err != nil {
		return err
	}
	if err := s.answers(ctx, tx, c, in); err != nil {
		return err
	}
	if in.Verdict == Close {
		for _, q := range questions {
			if err := s.Book.LetGo(ctx, tx, q.ID); err != nil {
				return err
			}
		}
	}
	text := ClosingText{LeaveOpen: in.LeaveOpen, Contact: in.Contact, Objections: in.Objections, Ground: in.Ground.Reason, ToldOther: livc.NewSecret(string(in.ToldOther))}
	if err := keepText(tx, c, closingRecord, text); err != nil {
		return err
	}
	in.move(tx, &c)
	return s.Book.SetClosed(ctx, tx, c)
}

// spoken is the closing of a case without casusblad: what the table was told stands in no text, so that
// the form does not ask it (X-L-l).
func (in CloseCase) spoken() CloseCase {
	said := livc.NewSecret("spoken")
	in.LeaveOpen, in.Contact, in.Objections, in.Ground.Reason = said, said, livc.Secret{}, said
	return in
}

func (in CloseCase) may(tx *deed.Tx, c discussion.Case, open int) error {
	if in.Verdict == GoOn {
		return law.MayStayOpen(in.Ground)
	}
	var f livc.Faults
	f.Check(in.ReferrerAsked != law.Silent, "referrer_asked", "close_case.referrer_asked", law.ClosingCriteria)
	f.Check(!in.Contact.Empty(), "contact", "close_case.contact", law.ClosingCriteria)
	f.Check(in.Verdict != LastCheck || in.LastCheck > tx.Today && in.LastCheck < c.Due, "last_check", "close_case.last_check", law.ReviewMoments)
	if err := f.Err(); err != nil {
		return err
	}
	if in.Verdict == LastCheck {
		return nil
	}
	return law.MayClose(open, in.LeaveOpen)
}

// mayLeave asks of a case that moved by file that the other town has opened it, and takes over (R4.1.4-a).
func (s *Service) mayLeave(ctx context.Context, tx *deed.Tx, c discussion.Case, in CloseCase) error {
	if in.Verdict != Close || in.Reason != Moved || in.ToldOther != ByFile {
		return nil
	}
	sent, err := s.Book.Sent(ctx, tx, c.ID)
	if err != nil {
		return err
	}
	return law.MayCloseAsSent(sent)
}

// answers writes how far each goal was reached and each criterion is met; every one of them has an answer
// before a case closes.
func (s *Service) answers(ctx context.Context, tx *deed.Tx, c discussion.Case, in CloseCase) error {
	goals, err := s.Book.GoalsOf(ctx, tx, c.ID)
	if err != nil {
		return err
	}
	criteria, err := s.Book.Chosen(ctx, tx, c.ID)
	if err != nil {
		return err
	}
	var f livc.Faults
	for _, g := range goals {
		f.Check(in.Verdict == GoOn || slices.Contains(GoalStates(), in.Goals[g.ID]), "goal-"+string(g.ID), "close_case.goal", law.ClosingCriteria)
	}
	for _, k := range criteria {
		f.Check(in.Verdict == GoOn || slices.Contains(FulfilledAnswers(), in.Criteria[k.ID]), "criterion-"+string(k.ID), "close_case.criterion", law.ClosingCriteria)
	}
	if err := f.Err(); err != nil {
		return err
	}
	for _, g := range goals {
		if a := in.Goals[g.ID]; a != "" {
			if err := s.Book.SetGoal(ctx, tx, g.ID, a); err != nil {
				return err
			}
		}
	}
	for _, k := range criteria {
		if a := in.Criteria[k.ID]; a != "" {
			if err := s.Book.SetCriterion(ctx, tx, c.ID, k.ID, a); err != nil {
				return err
			}
		}
	}
	return nil
}

// move gives the case its new state; its last day stays what it was.
func (in CloseCase) move(tx *deed.Tx, c *discussion.Case) {
	switch in.Verdict {
	case Close:
		c.State, c.Closed, c.ClosingReason, c.Review = livc.CaseClosed, tx.Today, string(in.Reason), ""
	case LastCheck:
		c.State, c.Review = livc.CaseAftercare, in.LastCheck
	}
}
