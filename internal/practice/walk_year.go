package practice

import (
	"slices"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/processing"
	pages "beraad.eu/internal/web/practice"
	"beraad.eu/livc"
)

// year lets the chair close the case and Nele the meeting; Lotte keeps a note of her own, nobody else does.
// Then a year and a night pass.
func (p *outing) year() error {
	p.walk.from = livc.DayOf(p.Clock.Civil())
	if p.scene.Phone.Sitting.State != livc.MeetingClosed {
		p.walk.code = p.scene.Phone.Case.Code
		if err := p.closes(); err != nil {
			return err
		}
	}
	return p.pass(p.ctx, p.walk.from.Add(1, 0, 1))
}

func (p *outing) closes() error {
	item := p.item()
	if err := p.Table.CloseItem(p.ctx, p.by["mayor"], discussion.CloseItem{Item: item, Substantive: true}); err != nil {
		return err
	}
	if err := p.Table.CloseMeeting(p.ctx, p.by["coordinator"], p.cast.Meeting); err != nil {
		return err
	}
	_, err := p.Processing.Register(p.ctx, p.by["clb"], p.cast.Case, processing.Register{Item: item, Manner: processing.KeptHere,
		Note: processing.EntryText{OwnWords: livc.NewSecret(p.words.Keeps), Why: livc.NewSecret(p.words.Why)}})
	return err
}

// there tells whether the case stands among those that have a term.
func (p *outing) there() (bool, error) {
	t, err := p.Processing.Terms(p.ctx, p.by["coordinator"])
	return slices.ContainsFunc(t.Cases, func(c processing.CaseTerm) bool { return c.Case == p.cast.Case }), err
}

// whatIsLeft looks after the year in every place where something of the case stood.
func (p *outing) whatIsLeft() error {
	if !p.scene.Has(pages.Year) {
		return nil
	}
	t, err := p.Processing.Terms(p.ctx, p.by["coordinator"])
	if err != nil {
		return err
	}
	list, err := p.Referrals.List(p.ctx, p.by["mayor"], discussion.Place{})
	if err != nil {
		return err
	}
	own, err := p.Processing.OwnDossiers(p.ctx, p.by["clb"])
	if err != nil {
		return err
	}
	listed := slices.ContainsFunc(list.Cases, func(l discussion.Line) bool { return l.ID == p.cast.Case })
	termed := slices.ContainsFunc(t.Cases, func(c processing.CaseTerm) bool { return c.Case == p.cast.Case })
	kept := slices.ContainsFunc(own.Kept, func(d processing.KeptDossier) bool { return d.Case == p.cast.Case })
	room := p.scene.Phone.Item.InRoom()
	p.scene.Ended = &pages.Ended{Code: p.walk.code, From: p.cast.Day, To: livc.DayOf(p.Clock.Civil()),
		Gone: []pages.Trace{{Stem: "facts", Gone: !room}, {Stem: "name", Gone: !listed}, {Stem: "sheet", Gone: !termed},
			{Stem: "report", Gone: !termed}, {Stem: "dossier", Gone: !kept}, {Stem: "code", Gone: !listed && !termed && !kept}}}
	for _, x := range t.Proofs {
		if x.Kind == "case" && x.Day > p.cast.Day {
			p.scene.Ended.Proofs = append(p.scene.Ended.Proofs, x)
		}
	}
	return nil
}
