package followup

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// CaseSheet is the municipality's own page about a case, the plan of approach: goals in general words, who
// does what, who manages with which mandate, open questions, days and when it stops. No fact about the
// person stands on it (R4.1.1-d, R5.2-e, S22). Dutch: casusblad voor de houders.
type CaseSheet struct {
	Case      discussion.Case
	Goals     []SheetGoal
	Actions   []SheetAction
	Questions []SheetQuestion
	Contact   []ContactLine
	Criteria  []string // by which it stops, as the protocol says them
	Manager   livc.ID  // organisation of the case manager; "" = none
	Word      PathWord
	Talks     []Talk
	Services  map[livc.ID]string // names of organisations
	PlanGiven livc.Day           // to a case manager of another organisation
	ToTell    bool               // the table decided to tell the person, and nobody said yet how that went (R4.2-f)
}

// SheetGoal is a goal with its text. Dutch: doel op het casusblad.
type SheetGoal struct {
	discussion.Goal
	Text *discussion.GoalText
}

// SheetAction is an agreed action with its text. Dutch: afspraak op het casusblad.
type SheetAction struct {
	discussion.AgreedAction
	Text *discussion.ActionText
}

// SheetQuestion is an open question with its text. Dutch: vraag op het casusblad.
type SheetQuestion struct {
	discussion.OpenQuestion
	Text *discussion.QuestionText
}

// ContactLine says which service speaks with the person or the parents, and how often that was agreed
// (R5.1-c, R2.3.5-h). Dutch: contactlijn.
type ContactLine struct {
	ID, Organisation livc.ID
	Toward           string // person or parents
	EveryWeeks       int
	Next             livc.Day
}

// Upcoming is the next day of contact from a day on; "" when none was agreed (R2.3.5-h).
func (l ContactLine) Upcoming(from livc.Day) livc.Day {
	return law.NextContact(l.Next, l.EveryWeeks, from)
}

// Talk is a moment at which the table talked about the case: a process event without any fact.
// Dutch: besproken moment.
type Talk struct {
	Day     livc.Day
	Kind    string
	Outcome livc.Outcome
}

// CaseSheet opens the casusblad for who holds it.
func (s *Service) CaseSheet(ctx context.Context, by deed.By, id livc.ID) (c CaseSheet, err error) {
	err = s.Gate.Look(ctx, by, access.ViewCase, access.Case(id), func(tx *deed.Tx) error {
		c, err = s.sheet(ctx, tx, id, tx.Later)
		return err
	})
	return c, err
}

// opener opens a record now, or after the leaf of a look.
type opener func(container, record livc.ID, dst any) error

// text opens a record of the casusblad; where nothing may be written, there is nothing to open (X-L-l).
func (open opener) text(c discussion.Case, record livc.ID, dst any) error {
	if record == "" {
		return nil
	}
	return open(c.Sheet, record, dst)
}

func (s *Service) sheet(ctx context.Context, tx *deed.Tx, id livc.ID, open opener) (c CaseSheet, err error) {
	c.Services = map[livc.ID]string{}
	if c.Case, err = s.Book.TableCase(ctx, tx, id); err != nil {
		return c, err
	}
	for _, part := range []func(context.Context, *deed.Tx, opener, *CaseSheet) error{s.goals, s.actions, s.questions, s.plain} {
		if err := part(ctx, tx, open, &c); err != nil {
			return c, err
		}
	}
	return c, nil
}

func (s *Service) goals(ctx context.Context, tx *deed.Tx, open opener, c *CaseSheet) error {
	goals, err := s.Book.GoalsOf(ctx, tx, c.Case.ID)
	for _, g := range goals {
		v := SheetGoal{g, &discussion.GoalText{}}
		if err := open.text(c.Case, g.Record, v.Text); err != nil {
			return err
		}
		c.Goals = append(c.Goals, v)
	}
	return err
}

func (s *Service) actions(ctx context.Context, tx *deed.Tx, open opener, c *CaseSheet) error {
	actions, err := s.Book.ActionsOf(ctx, tx, c.Case.ID)
	for _, a := range actions {
		v := SheetAction{a, &discussion.ActionText{}}
		if err := open.text(c.Case, a.Record, v.Text); err != nil {
			return err
		}
		c.Actions = append(c.Actions, v)
	}
	return err
}

func (s *Service) questions(ctx context.Context, tx *deed.Tx, open opener, c *CaseSheet) error {
	questions, err := s.Book.OpenQuestions(ctx, tx, c.Case.ID)
	for _, q := range questions {
		v := SheetQuestion{q, &discussion.QuestionText{}}
		if err := open.text(c.Case, q.Record, v.Text); err != nil {
			return err
		}
		c.Questions = append(c.Questions, v)
	}
	return err
}

func (s *Service) plain(ctx context.Context, tx *deed.Tx, _ opener, c *CaseSheet) (err error) {
	if _, err = s.Book.ItemToTell(ctx, tx, c.Case.ID); err != nil && livc.KindOf(err) != livc.NotFoundKind {
		return err
	}
	c.ToTell = err == nil
	if c.Criteria, err = s.criteria(ctx, tx, c.Case.ID); err != nil {
		return err
	}
	if c.Manager, err = s.Book.OrganisationOf(ctx, tx, c.Case.Manager); err != nil {
		return err
	}
	if c.Contact, err = s.Book.ContactLines(ctx, tx, c.Case.ID); err != nil {
		return err
	}
	if c.Talks, err = s.Book.Talks(ctx, tx, c.Case.ID); err != nil {
		return err
	}
	if c.Word, err = s.Book.Word(ctx, tx, c.Case.ID); err != nil {
		return err
	}
	if _, c.PlanGiven, err = s.Book.Plan(ctx, tx, c.Case.ID, c.Case.Manager); err != nil {
		return err
	}
	services, err := s.Book.Organisations(ctx, tx)
	for _, o := range services {
		c.Services[o.ID] = o.Name
	}
	return err
}

// criteria are the texts of the criteria that were chosen at the start of the path.
func (s *Service) criteria(ctx context.Context, tx *deed.Tx, id livc.ID) (texts []string, err error) {
	chosen, err := s.Book.ClosingCriteria(ctx, tx, id)
	if err != nil {
		return nil, err
	}
	all, err := s.Book.Criteria(ctx, tx, "closing")
	for _, c := range all {
		if slices.Contains(chosen, c.ID) {
			texts = append(texts, c.Text)
		}
	}
	return texts, err
}
