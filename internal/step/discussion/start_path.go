package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// StartPath is the input of the use case of that name: how a case is followed, and when it stops.
type StartPath struct {
	Item                       livc.ID
	Goals                      []NewGoal
	Criteria                   []livc.ID // closing criteria of the protocol
	Manager, Director, Contact livc.ID   // attendances
	Reach                      law.Reach // of the manager's mandate
	Toward                     string    // person or parents
	NextReview                 livc.Day
}

// NewGoal is a goal as it is typed. Dutch: nieuw doel.
type NewGoal struct {
	Domain string
	Text   livc.Secret // in general words
	Due    livc.Day
}

const maxGoal = 160

// StartPath sets out the follow-up that was decided: at least one goal, the criteria by which it stops,
// chosen now and not later, one manager with a known mandate, another person as director, and somebody
// who speaks with the person. A goal belongs to a domain of life; faith and opinion are no domain (R5.1-a,
// R5.1-c, R5.1-d, R5.2-e, R7.1-b, R2.3.5-a to -d, R2.3.5-c, R2.3.5-l, R4.1.1-d, invariant 20).
func (t *Table) StartPath(ctx context.Context, by deed.By, in StartPath) error {
	return t.onItem(ctx, by, access.NameManager, in.Item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		if a.Item.Outcome != livc.OutcomeFollowUp {
			return livc.Denied("law.action.decide_first", law.NobodyActsAlone)
		}
		tx.Made(in.Item)
		if err := t.mayStart(ctx, tx, *a, in); err != nil {
			return err
		}
		if err := t.keepGoals(ctx, tx, *a, in); err != nil {
			return err
		}
		return t.nameRoles(ctx, tx, a, in)
	})
}

func (t *Table) mayStart(ctx context.Context, tx *deed.Tx, a atTable, in StartPath) error {
	have, err := t.Book.GoalsOf(ctx, tx, a.Case.ID)
	if err != nil {
		return err
	}
	criteria, err := t.Book.Criteria(ctx, tx, "closing")
	if err != nil {
		return err
	}
	p := law.Path{Goals: make([]livc.Secret, len(have))}
	var f livc.Faults
	for _, g := range in.Goals {
		p.Goals = append(p.Goals, g.Text)
		f.Check(g.Text.Len() <= maxGoal, "goal", "error.too_long")
		f.Check(known(Domains(), g.Domain), "goal_domain", "start_path.domain")
	}
	p.ClosingCriteria = closing(criteria, in)
	f.Check(in.NextReview > tx.Today, "review", "start_path.review", law.ReviewMoments)
	if err := f.Err(); err != nil {
		return err
	}
	return law.MayStartPath(p)
}

// closing gives the chosen criteria that the protocol has; an LIVC R without any stops on its goals.
func closing(criteria []Criterion, in StartPath) (stems []string) {
	for _, c := range criteria {
		if known(in.Criteria, c.ID) {
			stems = append(stems, string(c.ID))
		}
	}
	if len(criteria) == 0 && len(in.Goals) > 0 {
		stems = append(stems, "goals")
	}
	return stems
}

func (t *Table) keepGoals(ctx context.Context, tx *deed.Tx, a atTable, in StartPath) error {
	for _, n := range in.Goals {
		record, err := a.keep(tx, "goal", GoalText{n.Text})
		if err != nil {
			return err
		}
		g := Goal{ID: tx.NewID(), Record: record, Domain: n.Domain, Due: n.Due, State: "set"}
		if err := t.Book.InsertGoal(ctx, tx, a.Case.ID, g); err != nil {
			return err
		}
	}
	for _, c := range in.Criteria {
		if err := t.Book.PutClosingCriterion(ctx, tx, a.Case.ID, c); err != nil {
			return err
		}
	}
	return nil
}

func (t *Table) nameRoles(ctx context.Context, tx *deed.Tx, a *atTable, in StartPath) error {
	_, settings, err := t.Book.InForce(ctx, tx)
	if err != nil {
		return err
	}
	manager, _ := find(a.Inside(), in.Manager)
	director, _ := find(a.Inside(), in.Director)
	contact, _ := find(a.Inside(), in.Contact)
	if err := contact.afterwards("contact"); err != nil {
		return err
	}
	roles := law.CaseRoles{ModelOn: settings.ManagerModel, Manager: manager.Person, Director: director.Person, Contact: contact.Person, Reach: in.Reach}
	if err := checkRoles(roles, manager, director); err != nil {
		return err
	}
	a.Case.Manager, a.Case.Reach, a.Case.Director, a.Case.Review = manager.Hat, in.Reach, director.Hat, in.NextReview
	if err := t.Book.SetTableCase(ctx, tx, a.Case); err != nil {
		return err
	}
	toward := "person"
	if in.Toward == "parents" {
		toward = in.Toward
	}
	if err := t.Book.PutContactLine(ctx, tx, a.Case.ID, contact.ID, contact.Organisation, toward); err != nil {
		return err
	}
	a.Item.NextReview = in.NextReview
	return t.Book.SetTableItem(ctx, tx, a.Item)
}

// checkRoles asks of the manager an account, in which alone the progress is written, and a mandate.
func checkRoles(r law.CaseRoles, manager, director Attendee) error {
	if err := law.CheckRoles(r); err != nil {
		return err
	}
	var f livc.Faults
	if r.Manager != "" {
		f.Check(manager.Lasts(), "manager", "start_path.account", law.ManagerAlone)
		f.Check(manager.Mandate, "manager", "start_path.mandate", law.Capacity)
	}
	f.Check(r.Director == "" || director.Lasts(), "director", "start_path.account", law.TwoHands)
	return f.Err()
}
