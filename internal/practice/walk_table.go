package practice

import (
	"strings"

	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// gather lets the day of the meeting come: everybody says on the own screen to be there, and the chair opens
// the case on screens in one press.
func (p *outing) gather() error {
	if err := p.pass(p.ctx, p.cast.Day); err != nil {
		return err
	}
	if !p.scene.Phone.Sitting.Running() {
		if err := p.arrive(); err != nil {
			return err
		}
	}
	v, err := p.Table.View(p.ctx, p.by["coordinator"], p.cast.Meeting)
	if err != nil {
		return err
	}
	q := discussion.DoorAsked{Kind: discussion.DoorOpen, Mode: livc.Screens, Item: pointOf(v, p.cast.Case)}
	for _, a := range v.Here() {
		if p.sits(a.Hat) {
			q.In = append(q.In, a.ID)
		} else {
			q.Out = append(q.Out, a.ID)
		}
		if a.Hat == p.by["clb"].Hat {
			q.First = a.ID
		}
	}
	if err := p.Table.AskChair(p.ctx, p.by["coordinator"], p.cast.Meeting, q); err != nil {
		return err
	}
	return p.Table.OpenItem(p.ctx, p.by["mayor"], discussion.OpenItem{Item: q.Item, Inside: q.In, Outside: q.Out, KnowsBest: q.First, Mode: livc.Screens})
}

func (p *outing) arrive() error {
	for _, stem := range table {
		err := p.Table.TakeSeat(p.ctx, p.by[stem], discussion.TakeSeat{Meeting: p.cast.Meeting, Understood: true})
		if err != nil {
			return err
		}
	}
	v, err := p.Table.View(p.ctx, p.by["coordinator"], p.cast.Meeting)
	if err != nil {
		return err
	}
	open := discussion.OpenMeeting{Meeting: p.cast.Meeting, SecrecyRead: true}
	for _, a := range v.Here() {
		if a.Hat == p.by["mayor"].Hat {
			open.Chair = a.ID
		}
	}
	return p.Table.OpenMeeting(p.ctx, p.by["coordinator"], open)
}

// sits tells whether a hat belongs to the table of the guided path.
func (p *outing) sits(hat livc.ID) bool {
	for _, by := range p.by {
		if by.Hat == hat {
			return true
		}
	}
	return false
}

func pointOf(v discussion.TableView, caseID livc.ID) livc.ID {
	for _, x := range v.Points {
		if x.Case == caseID {
			return x.ID
		}
	}
	return ""
}

func (p *outing) item() livc.ID { return p.scene.Phone.Item.ID }

// share lets Lotte share one fact, and say nothing about its use: then it serves the table only.
func (p *outing) share() error {
	if err := p.Table.MovePhase(p.ctx, p.by["coordinator"], p.item(), discussion.PhaseProtects); err != nil {
		return err
	}
	_, err := p.Table.ShareFact(p.ctx, p.by["clb"], discussion.ShareFact{Item: p.item(), Side: discussion.SideProtects, Domain: "school_work", How: law.Seen,
		Text: discussion.FactText{What: livc.NewSecret(p.words.Fact), When: livc.NewSecret(p.words.When)}})
	return err
}

// refuse lets the table decide, and the officer try to build a line for the LTF on that fact.
func (p *outing) refuse() error {
	if p.scene.Phone.Item.Outcome == "" {
		if err := p.decide(); err != nil {
			return err
		}
	}
	if p.scene.Phone.Room.Sheet == nil {
		if _, err := p.Table.ChooseFeedback(p.ctx, p.by["officer"], p.item(), true); err != nil {
			return err
		}
	}
	if err := p.Table.MovePhase(p.ctx, p.by["coordinator"], p.item(), discussion.PhaseFeedback); err != nil {
		return err
	}
	line := discussion.AddLine{Item: p.item(), Text: livc.NewSecret(p.words.Line), Side: "protects", Source: law.Seen, Declared: true}
	for _, f := range p.scene.Phone.Room.Facts {
		line.Facts = append(line.Facts, f.ID)
	}
	var err error
	p.walk.refused, err = answered(p.Table.AddLine(p.ctx, p.by["officer"], line))
	return err
}

func (p *outing) decide() error {
	coordinator := p.by["coordinator"]
	weighed := discussion.WeighCase{Item: p.item(), AskedProtects: true, AskedConcerns: true}
	for _, d := range discussion.Domains() {
		w := discussion.DomainWeighed{Domain: d, NotApplicable: true}
		if d == "school_work" || d == "home" {
			w = discussion.DomainWeighed{Domain: d, Concerns: 1}
		}
		weighed.Domains = append(weighed.Domains, w)
	}
	if err := p.Table.WeighCase(p.ctx, coordinator, weighed); err != nil {
		return err
	}
	if err := p.Table.AskStops(p.ctx, coordinator, p.item(), discussion.Stops()); err != nil {
		return err
	}
	return p.Table.DecideCase(p.ctx, coordinator, discussion.DecideCase{Item: p.item(), Outcome: livc.OutcomeRegular, Agreement: discussion.Consensus,
		EnoughSignals: law.Yes, RightTable: law.Yes, Proportion: []discussion.Known{discussion.KnownYes, discussion.KnownYes, discussion.NotKnown},
		ChildTalked: []string{"knows", "wants", "parents", "interest", "age"}})
}

// object lets Ruben object on his own screen.
func (p *outing) object() error {
	return p.Table.Object(p.ctx, p.by["caw"], discussion.Object{Item: p.item(), Kind: discussion.AgainstFeedback, Reason: livc.NewSecret(p.words.Reason)})
}

// draft lets Nele lay a report before the table that points to somebody.
func (p *outing) draft() error {
	coordinator := p.by["coordinator"]
	if _, err := p.Table.ChooseFeedback(p.ctx, coordinator, p.item(), false); err != nil {
		return err
	}
	if err := p.Table.MovePhase(p.ctx, coordinator, p.item(), discussion.PhaseReport); err != nil {
		return err
	}
	marks, err := p.Table.ProposeReport(p.ctx, coordinator, discussion.ReportMotion{Item: p.item(), Text: livc.NewSecret(p.words.Draft), Lang: string(livc.Dutch), ReadAloud: true})
	if _, failed := answered(err); failed != nil {
		return failed
	}
	p.walk.marks = marks
	return nil
}

// agree lets Nele lay general words before the table; each agrees on the own screen to those very words.
func (p *outing) agree() error {
	coordinator := p.by["coordinator"]
	text := strings.ReplaceAll(p.words.Report, "{code}", p.scene.Phone.Case.Code)
	_, err := p.Table.ProposeReport(p.ctx, coordinator, discussion.ReportMotion{Item: p.item(), Text: livc.NewSecret(text), Lang: string(livc.Dutch), ReadAloud: true})
	if err != nil {
		return err
	}
	for _, stem := range table {
		m, err := p.Table.Mine(p.ctx, p.by[stem], p.cast.Meeting)
		if err != nil {
			return err
		}
		for _, x := range m.Room.Motions {
			if x.Kind != discussion.MotionReport {
				continue
			}
			err := p.Table.AnswerAtTable(p.ctx, p.by[stem], discussion.AnswerAtTable{Item: p.item(), Motion: x.ID, Reply: discussion.ReplyYes, Seen: x.Hash})
			if err != nil {
				return err
			}
		}
	}
	return p.Table.FreezeReport(p.ctx, coordinator, p.item(), nil)
}
