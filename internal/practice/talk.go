package practice

import (
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// talk is one case at the table, from opening to closing: weighed, decided, agreed, reported.
func (e *evening) talk(t seed.PracticeTalk) error {
	item, who := e.items[e.cases[t.Story]], []string{"mayor", "officer", "coordinator"}
	for _, i := range t.Invites {
		who = append(who, i.Who)
	}
	inside := e.keys(who...)
	coordinator := e.by("coordinator")
	err := e.Table.OpenItem(e.ctx, coordinator, discussion.OpenItem{Item: item, Inside: inside, Outside: e.outside(inside),
		KnowsBest: e.key(t.Invites[0].Who)})
	if err != nil {
		return err
	}
	for _, step := range []func(livc.ID, seed.PracticeTalk) error{e.weigh, e.decide, e.path, e.agree, e.report, e.ending} {
		if err := step(item, t); err != nil {
			return err
		}
	}
	return e.Table.CloseItem(e.ctx, coordinator, discussion.CloseItem{Item: item, Substantive: true})
}

// weigh lays the three sheets: from how many places something was said, never what.
func (e *evening) weigh(item livc.ID, t seed.PracticeTalk) error {
	in := discussion.WeighCase{Item: item, AskedProtects: true, AskedConcerns: true}
	for i, d := range discussion.Domains() {
		w := discussion.DomainWeighed{Domain: d}
		switch {
		case i < 4:
			w.Protects, w.Concerns = 2-i%2, 1+i%2
		case i < 6:
			w.Unknown = true
		default:
			w.NotApplicable = true
		}
		in.Domains = append(in.Domains, w)
	}
	coordinator := e.by("coordinator")
	if err := e.Table.WeighCase(e.ctx, coordinator, in); err != nil {
		return err
	}
	for _, a := range t.Asks {
		_, err := e.Table.AskQuestion(e.ctx, coordinator, discussion.AskQuestion{Item: item, Domain: a.Domain, Text: livc.NewSecret(a.Text),
			Holder: e.key(a.Who), Due: e.today().Add(0, 0, a.Days)})
		if err != nil {
			return err
		}
	}
	return e.Table.AskStops(e.ctx, coordinator, item, discussion.Stops())
}

func (e *evening) today() livc.Day { return livc.DayOf(e.Clock.Civil()) }

// decide takes the direction; what was asked about a child was talked about.
func (e *evening) decide(item livc.ID, t seed.PracticeTalk) error {
	return e.Table.DecideCase(e.ctx, e.by("coordinator"), discussion.DecideCase{Item: item, Outcome: livc.Outcome(t.Outcome),
		Agreement: discussion.Consensus, EnoughSignals: law.Yes, RightTable: law.Yes,
		Proportion:  []discussion.Known{discussion.KnownYes, discussion.KnownYes, discussion.NotKnown},
		ChildTalked: []string{"knows", "wants", "parents", "interest", "age"}})
}

// path sets out the follow-up, where that was decided.
func (e *evening) path(item livc.ID, t seed.PracticeTalk) error {
	if len(t.Goals) == 0 {
		return nil
	}
	desk, err := e.Table.Desk(e.ctx, e.by("coordinator"), item)
	if err != nil {
		return err
	}
	in := discussion.StartPath{Item: item, Manager: e.key(t.Manager), Reach: law.Gathers, Director: e.key(t.Director), Contact: e.key(t.Contact),
		Toward: "person", NextReview: e.today().Add(0, max(1, t.Review), 0)}
	for i, c := range desk.Criteria {
		if i < 3 {
			in.Criteria = append(in.Criteria, c.ID)
		}
	}
	for _, g := range t.Goals {
		in.Goals = append(in.Goals, discussion.NewGoal{Domain: g.Domain, Text: livc.NewSecret(g.Text), Due: e.today().Add(0, 6, 0)})
	}
	return e.Table.StartPath(e.ctx, e.by("coordinator"), in)
}

// agree writes down who does what; each holder says yes aloud.
func (e *evening) agree(item livc.ID, t seed.PracticeTalk) error {
	for _, a := range t.Actions {
		_, err := e.Table.AgreeAction(e.ctx, e.by("coordinator"), discussion.AgreeAction{Item: item, Kind: law.ActionKind(a.Kind),
			Text: discussion.ActionText{What: livc.NewSecret(a.What), Why: livc.NewSecret(a.Why), Contact: livc.NewSecret("Wie de afspraak opneemt, spreekt zelf."),
				Enough: livc.NewSecret("Ja."), Proportionate: livc.NewSecret("Ja, het is hulp."), Repercussions: livc.NewSecret("Weinig, als het rustig gebeurt.")},
			Holder: e.key(a.Who), Due: e.today().Add(0, 0, a.Days), Betrays: "no", OwnYes: true, ParentsKnow: discussion.KnownYes})
		if err != nil {
			return err
		}
	}
	return nil
}

// report sends nothing to the LTF, and reads the report without names aloud.
func (e *evening) report(item livc.ID, t seed.PracticeTalk) error {
	coordinator := e.by("coordinator")
	if _, err := e.Table.ChooseFeedback(e.ctx, coordinator, item, false); err != nil {
		return err
	}
	_, err := e.Table.AgreeReport(e.ctx, coordinator, discussion.AgreeReport{Item: item, Text: livc.NewSecret(t.Report), Lang: string(livc.Dutch),
		ReadAloud: true, Agreed: true})
	return err
}
