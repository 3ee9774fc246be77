package discussion_test

import (
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

func criterion(e *storetest.Evening) {
	e.T.Helper()
	_, err := e.DB.Pools()[0].Exec(`INSERT INTO criterion (livc, id, list, place, text) VALUES ($1, 'table_concern_gone', 'closing', 99, 'De zorg is weg.')`, e.Livc)
	e.Must(err)
}

func path(e *storetest.Evening) discussion.StartPath {
	return discussion.StartPath{Item: e.Item, Goals: []discussion.NewGoal{{Domain: "school_work", Text: livc.NewSecret("Weer elke dag naar school")}},
		Criteria: []livc.ID{"table_concern_gone"}, Manager: e.Who(e.CAW), Reach: law.Gathers, Director: e.Who(e.Coordinator), Contact: e.Who(e.CLB), NextReview: "2027-01-15"}
}

// proves R5.1-a, R5.1-c, R5.1-d, R5.2-e, R7.1-b, R2.3.5-a, R2.3.5-b, R2.3.5-c, R2.3.5-d, R2.3.5-l
func TestInvariant20_APathHasOneManagerAnotherDirectorGoalsAndAnEnd(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		criterion(e)
		start := func(in discussion.StartPath) error { return e.Table.StartPath(e.Context(), e.Coordinator, in) }
		t.Run("before follow-up is decided there is no path", func(t *testing.T) {
			answers(t, start(path(e)), livc.DeniedKind, "law.action.decide_first")
		})
		e.Decided(livc.OutcomeFollowUp)
		for name, c := range map[string]struct {
			change func(*discussion.StartPath)
			key    string
		}{
			"a path has a goal":               {func(p *discussion.StartPath) { p.Goals = nil }, "law.path.goal"},
			"and an end that is chosen now":   {func(p *discussion.StartPath) { p.Criteria = nil }, "law.path.closing_criteria"},
			"of the protocol and no other":    {func(p *discussion.StartPath) { p.Criteria = []livc.ID{"invented"} }, "law.path.closing_criteria"},
			"it has one manager":              {func(p *discussion.StartPath) { p.Manager = "" }, "law.roles.manager"},
			"who is inside":                   {func(p *discussion.StartPath) { p.Manager = e.Who(e.Representative) }, "law.roles.manager"},
			"whose mandate everybody knows":   {func(p *discussion.StartPath) { p.Reach = "" }, "law.roles.reach"},
			"and is one that we know":         {func(p *discussion.StartPath) { p.Reach = "commands" }, "law.roles.reach"},
			"another person directs":          {func(p *discussion.StartPath) { p.Director = p.Manager }, "law.roles.two_people"},
			"somebody speaks with the person": {func(p *discussion.StartPath) { p.Contact = "" }, "law.roles.contact"},
			"the next time is fixed":          {func(p *discussion.StartPath) { p.NextReview = "" }, "start_path.review"},
			"a goal belongs to a life domain": {func(p *discussion.StartPath) { p.Goals[0].Domain = "faith" }, "start_path.domain"},
		} {
			t.Run(name, func(t *testing.T) {
				in := path(e)
				c.change(&in)
				answers(t, start(in), livc.InvalidKind, c.key)
			})
		}
		t.Run("a point with follow-up does not close before somebody is named", func(t *testing.T) {
			e.Reported()
			err := e.Table.CloseItem(e.Context(), e.Coordinator, discussion.CloseItem{Item: e.Item, Substantive: true})
			answers(t, err, livc.InvalidKind, "close_item.path")
		})
	})
}

func TestAPathStarts(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		criterion(e)
		e.Open()
		e.Decided(livc.OutcomeFollowUp)
		e.Must(e.Table.StartPath(e.Context(), e.Coordinator, path(e)))
		d := e.Desk()
		if len(d.Goals) != 1 || d.Goals[0].Text.Text.Reveal() != "Weer elke dag naar school" || len(d.Chosen) != 1 {
			t.Fatalf("goals %v, criteria %v", d.Goals, d.Chosen)
		}
		e.Reported()
		e.Must(e.Table.CloseItem(e.Context(), e.Coordinator, discussion.CloseItem{Item: e.Item, Substantive: true}))
		c := e.Town.Case(e.Case.ID)
		if c.State != livc.CaseFollowed || c.Manager != e.CAW.Hat || c.Director != e.Coordinator.Hat || c.Review != "2027-01-15" {
			t.Fatalf("the case stands at %+v", c)
		}
	})
}

func action(e *storetest.Evening, holder livc.ID) discussion.AgreeAction {
	return discussion.AgreeAction{Item: e.Item, Kind: law.TalkWithPerson, Holder: holder, Due: "2027-01-10", Betrays: "no", OwnYes: true, ParentsKnow: discussion.NotKnown,
		Text: discussion.ActionText{What: livc.NewSecret("Eens samen zitten"), Why: livc.NewSecret("Band houden"), Enough: livc.NewSecret("ja"),
			Proportionate: livc.NewSecret("ja"), Repercussions: livc.NewSecret("nog niet geweten")}}
}

// proves R1.2-b, R2.5.3-d, R2.5.3-m, R5.2-b, R5.2-c, X-W-a
func TestAgreeAction(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		agree := func(in discussion.AgreeAction) error {
			_, err := e.Table.AgreeAction(e.Context(), e.Coordinator, in)
			return err
		}
		t.Run("nothing is agreed before the table decided", func(t *testing.T) {
			answers(t, agree(action(e, e.Who(e.CLB))), livc.DeniedKind, "law.action.decide_first")
		})
		e.Decided(livc.OutcomeRegular)
		for name, c := range map[string]struct {
			kind   livc.Kind
			change func(*discussion.AgreeAction)
			key    string
		}{
			"a sanction is no action":                           {livc.DeniedKind, func(a *discussion.AgreeAction) { a.Kind = law.Sanction }, "law.action.refused_kind"},
			"a check of benefits is no action":                  {livc.DeniedKind, func(a *discussion.AgreeAction) { a.Kind = law.BenefitCheck }, "law.action.refused_kind"},
			"an action that betrays who spoke is changed first": {livc.InvalidKind, func(a *discussion.AgreeAction) { a.Betrays = "yes" }, "law.action.betrays"},
			"the source check is answered":                      {livc.InvalidKind, func(a *discussion.AgreeAction) { a.Betrays = "" }, "law.action.source"},
			"and so is each question of proportion":             {livc.InvalidKind, func(a *discussion.AgreeAction) { a.Text.Repercussions = livc.Secret{} }, "law.action.repercussions"},
			"in a minor's case the parents are asked after":     {livc.InvalidKind, func(a *discussion.AgreeAction) { a.ParentsKnow = "" }, "agree_action.parents"},
			"its holder is inside":                              {livc.InvalidKind, func(a *discussion.AgreeAction) { a.Holder = e.Who(e.Representative) }, "at_table.who"},
			"its day lies ahead":                                {livc.InvalidKind, func(a *discussion.AgreeAction) { a.Due = "2026-12-01" }, "agree_action.due"},
			"a task for somebody outside is looked at first":    {livc.InvalidKind, func(a *discussion.AgreeAction) { a.ThirdParty, a.Text.Task = true, livc.NewSecret("x") }, "law.action.task_text"},
		} {
			t.Run(name, func(t *testing.T) {
				in := action(e, e.Who(e.CLB))
				c.change(&in)
				answers(t, agree(in), c.kind, c.key)
			})
		}
		t.Run("without the holder's own yes it stays a question", func(t *testing.T) {
			in := action(e, e.Who(e.CLB))
			in.OwnYes = false
			e.Must(agree(in))
			if a := e.Desk().Actions[0]; a.State != livc.ActionAsked || a.OwnYes {
				t.Fatalf("it is %s", a.State)
			}
		})
	})
}

// proves R2.5.3-d: the holder reads an own copy, and nobody else does
func TestTheHolderOfAnActionGetsAnOwnCopy(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening) {
		e.Open()
		e.Decided(livc.OutcomeRegular)
		_, err := e.Table.AgreeAction(e.Context(), e.Coordinator, action(e, e.Who(e.CLB)))
		e.Must(err)
		a := e.Desk().Actions[0]
		if a.State != livc.ActionAccepted || a.Note == "" {
			t.Fatalf("%s with note %q", a.State, a.Note)
		}
		if got, err := readAction(e, e.CLB, a.Note, a.ID); err != nil || got != "Eens samen zitten" {
			t.Fatalf("the holder reads %q, %v", got, err)
		}
		if got, err := readAction(e, e.CAW, a.Note, a.ID); livc.KindOf(err) != livc.DeniedKind || got != "" {
			t.Fatalf("a neighbour reads %q, %v", got, err)
		}
	})
}

func readAction(e *storetest.Evening, by deed.By, note, id livc.ID) (string, error) {
	var text discussion.ActionText
	err := e.Gate.Look(e.Context(), by, access.ViewToday, access.Whole(e.Livc), func(tx *deed.Tx) error { return tx.Later(note, id, &text) })
	return text.What.Reveal(), err
}

// proves R2.3.3-e, R2.3.5-c
func TestAManagerWhoseMandateIsOverIsNoManager(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		criterion(e)
		e.Decided(livc.OutcomeFollowUp)
		e.Exec(`UPDATE hat SET mandate_until = $3 WHERE livc = $1 AND id = $2`, e.Livc, e.CAW.Hat, e.Today().Add(0, 0, -1))
		answers(t, e.Table.StartPath(e.Context(), e.Coordinator, path(e)), livc.InvalidKind, "start_path.mandate")
		e.Exec(`UPDATE hat SET mandate_until = $3 WHERE livc = $1 AND id = $2`, e.Livc, e.CAW.Hat, e.Today())
		e.Must(e.Table.StartPath(e.Context(), e.Coordinator, path(e)))
	})
}
