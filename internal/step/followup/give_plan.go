package followup

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// PlanText is the plan as a case manager of another organisation has it: a copy, sealed to that person
// alone (architecture 7). Dutch: kopie van het plan.
type PlanText struct {
	Goals   []discussion.GoalText
	Actions []discussion.ActionText
}

// Plan is the copy with its state words. Dutch: plan.
type Plan struct {
	Case     discussion.Case
	Word     PathWord
	Given    livc.Day
	Text     *PlanText
	Contact  []ContactLine
	Services map[livc.ID]string // names of organisations
}

const planRecord = "plan"

// GivePlan copies the goals and the actions to the case manager; the casusblad itself stays with the
// municipality (R2.3.5-e, R6.2-g). Giving it again replaces the copy.
func (s *Service) GivePlan(ctx context.Context, by deed.By, id livc.ID) error {
	return s.Gate.Do(ctx, by, access.GivePlan, access.Case(id), func(tx *deed.Tx) error {
		c, err := s.sheet(ctx, tx, id, tx.Open)
		if err != nil {
			return err
		}
		if err := c.Case.MayKeepText(); err != nil {
			return err
		}
		if c.Case.Manager == "" {
			return livc.Denied("law.roles.manager", law.ManagerAlone)
		}
		container, _, err := s.Book.Plan(ctx, tx, id, c.Case.Manager)
		if err != nil {
			return err
		}
		if container != "" {
			if err := tx.Destroy(container); err != nil {
				return err
			}
		}
		container, err = tx.NewContainer(livc.NoteContainer, by.Controller, id, c.Case.Manager, "plan", c.Case.Manager)
		if err != nil {
			return err
		}
		if err := tx.Keep(container, id, planRecord, c.plan()); err != nil {
			return err
		}
		return s.Book.SetPlan(ctx, tx, id, c.Case.Manager, container)
	})
}

func (c CaseSheet) plan() (p PlanText) {
	for _, g := range c.Goals {
		p.Goals = append(p.Goals, *g.Text)
	}
	for _, a := range c.Actions {
		if a.State != livc.ActionDeclined && a.State != livc.ActionStopped {
			p.Actions = append(p.Actions, discussion.ActionText{What: a.Text.What, Why: a.Text.Why, Contact: a.Text.Contact})
		}
	}
	return p
}

// Plan opens the case manager's own copy.
func (s *Service) Plan(ctx context.Context, by deed.By, id livc.ID) (p Plan, err error) {
	err = s.Gate.Look(ctx, by, access.ViewPlan, access.Case(id), func(tx *deed.Tx) error {
		if p.Case, err = s.Book.TableCase(ctx, tx, id); err != nil {
			return err
		}
		if p.Word, err = s.Book.Word(ctx, tx, id); err != nil {
			return err
		}
		if err := s.contacts(ctx, tx, &p); err != nil {
			return err
		}
		container, given, err := s.Book.Plan(ctx, tx, id, by.Hat)
		if err != nil || container == "" {
			return err
		}
		p.Given, p.Text = given, &PlanText{}
		return tx.Later(container, id, p.Text)
	})
	return p, err
}

// contacts are the agreed rhythms, which the manager guards (R2.3.5-h).
func (s *Service) contacts(ctx context.Context, tx *deed.Tx, p *Plan) (err error) {
	p.Services = map[livc.ID]string{}
	if p.Contact, err = s.Book.ContactLines(ctx, tx, p.Case.ID); err != nil {
		return err
	}
	services, err := s.Book.Organisations(ctx, tx)
	for _, o := range services {
		p.Services[o.ID] = o.Name
	}
	return err
}
