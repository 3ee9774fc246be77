package practice

import (
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/step/processing"
	"beraad.eu/livc"
)

// kept is what one participant keeps in the own dossier after the table; everybody else keeps nothing.
// The own data protection officer of the service had to allow it first.
func (p *play) kept() error {
	p.at(p.days.Long.Add(0, 0, 1), 9, 0)
	if err := p.Support.SwitchOwnFile(p.ctx, p.by("clb_dpo"), p.places["clb"], true); err != nil {
		return err
	}
	clb := p.by("clb")
	mine, err := p.Processing.OwnDossiers(p.ctx, clb)
	if err != nil {
		return err
	}
	for _, o := range mine.Offers {
		_, err := p.Processing.Register(p.ctx, clb, o.Case, processing.Register{Item: o.Item, Manner: processing.KeptHere, KeepsOn: true,
			Note: processing.EntryText{OwnWords: livc.NewSecret("Ik hou wekelijks contact met haar."), OwnAction: livc.NewSecret("Elke week een gesprek."),
				Why: livc.NewSecret("Nodig om mijn afspraak te kunnen nakomen.")}})
		if err != nil {
			return err
		}
	}
	return nil
}

// forgotten is the night in which the first case has had its year.
func (p *play) forgotten() error {
	p.at(p.days.Forgotten, 3, 0)
	return p.clocks()
}

// clocks lets the clocks run as they do at night. The checkpoint before tells the brake that the time is
// right.
func (p *play) clocks() error {
	if err := p.Gate.SignCheckpoint(p.ctx, p.livc); err != nil {
		return err
	}
	_, err := p.Processing.RunClocks(p.ctx, p.livc)
	return err
}

// since is what happened after the last meeting: agreements that move, and a path that does not.
func (p *play) since() error {
	p.at(p.days.Last.Add(0, 0, 7), 16, 0)
	for _, x := range []struct {
		who   string
		state livc.ActionState
		note  string
	}{
		{"youth", livc.ActionRunning, "Twee keer samen gewerkt."},
		{"ocmw", livc.ActionHelp, "Afspraak moest verplaatst worden."},
		{"caw", livc.ActionDone, "Gesprekken zijn gestart."},
	} {
		if err := p.progress(x.who, x.state, x.note); err != nil {
			return err
		}
	}
	if err := p.FollowUp.ReportStuck(p.ctx, p.by("ocmw"), p.cases["stuck"], followup.Stuck); err != nil {
		return err
	}
	p.at(p.days.Open.Add(0, 0, -8), 3, 0)
	return p.clocks()
}

// progress says how the first open agreement of somebody goes.
func (p *play) progress(who string, state livc.ActionState, note string) error {
	list, err := p.FollowUp.MyActions(p.ctx, p.by(who))
	if err != nil {
		return err
	}
	for _, a := range list {
		if a.OwnYes && a.Open() {
			return p.FollowUp.ReportProgress(p.ctx, p.by(who), a.ID, followup.ReportProgress{State: state, Note: livc.NewSecret(note)})
		}
	}
	return nil
}
