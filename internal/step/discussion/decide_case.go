package discussion

import (
	"context"
	"strings"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// DecideCase is the input of the use case of that name.
type DecideCase struct {
	Item                      livc.ID
	Outcome                   livc.Outcome
	Agreement                 Agreement
	DissentTheme              DissentTheme
	EnoughSignals, RightTable law.Answer
	Proportion                []Known  // enough known, in proportion, repercussions thought of
	ChildTalked               []string // questions about a child that were talked about
	ChildUnknown              []string // and those of which the answer is not known yet
	NextReview                livc.Day
}

// DecideCase records the direction that the table chose, after the weighing and never before it: a
// direction, not a verdict (R4.3-a, R4.3-b, R5.2-a, R2.5.3-m, E1). A decision may pass with dissent,
// kept by theme and never by whose it was.
func (t *Table) DecideCase(ctx context.Context, by deed.By, in DecideCase) error {
	return t.onItem(ctx, by, access.Decide_, in.Item, func(tx *deed.Tx, a *atTable) error {
		if err := a.Item.deciding(); err != nil {
			return err
		}
		tx.Made(in.Item)
		if err := t.mayDecide(ctx, tx, *a, in); err != nil {
			return err
		}
		in.write(&a.Item)
		return t.Book.SetTableItem(ctx, tx, a.Item)
	})
}

func (t *Table) mayDecide(ctx context.Context, tx *deed.Tx, a atTable, in DecideCase) error {
	list, err := t.weighed(ctx, tx, a.Item)
	if err != nil {
		return err
	}
	version, _, err := t.Book.InForce(ctx, tx)
	if err != nil {
		return err
	}
	if err := law.MayDecide(weighing(a.Item, list, version > 0), in.Outcome); err != nil {
		return err
	}
	if in.Outcome == livc.OutcomeFollowUp {
		if err := law.MayFollowUp(in.EnoughSignals, in.RightTable); err != nil {
			return err
		}
	}
	return in.check(a.Case.Ages, tx.Today)
}

func (in DecideCase) check(ages livc.AgeBand, today livc.Day) error {
	var f livc.Faults
	f.Check(known(Agreements(), in.Agreement), "agreement", "decide_case.agreement", law.CarefulWeighing)
	f.Check(in.Agreement != Dissent || known(DissentThemes(), in.DissentTheme), "dissent", "decide_case.dissent")
	f.Check(proportionAnswered(in.Proportion), "proportion", "decide_case.proportion", law.Proportionality)
	f.Check(in.NextReview == "" || in.NextReview > today, "review", "decide_case.review")
	for _, q := range law.QuestionsFor(ages) {
		stem := strings.TrimPrefix(string(q), "law.minor.")
		f.Check(known(in.ChildTalked, stem) || known(in.ChildUnknown, stem), "child."+stem, "decide_case.child", law.ChildFirst)
	}
	return f.Err()
}

// ProportionQuestions is how many questions of proportion a decision answers (R2.5.3-m).
const ProportionQuestions = 3

func proportionAnswered(list []Known) bool {
	for _, k := range list {
		if !known(Knowns(), k) {
			return false
		}
	}
	return len(list) == ProportionQuestions
}

func (in DecideCase) write(i *TableItem) {
	i.Outcome, i.Agreement, i.DissentTheme = in.Outcome, in.Agreement, ""
	if in.Agreement == Dissent {
		i.DissentTheme = in.DissentTheme
	}
	i.EnoughSignals, i.RightTable = in.EnoughSignals == law.Yes, in.RightTable == law.Yes
	i.Proportion, i.ChildAnswers, i.NextReview = in.Proportion, in.ChildTalked, in.NextReview
	i.Phase = max(i.Phase, PhaseActions)
}
