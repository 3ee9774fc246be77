package practice

import (
	"fmt"
	"slices"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// evening is one spoken meeting while it sits: only the coordinator's screen is on.
type evening struct {
	*play
	meeting livc.ID
	people  map[livc.ID]livc.ID // attendance by hat
	items   map[livc.ID]livc.ID // point of the agenda by case
}

// hold holds the meeting of a day with every talk that the seed has for it: planned three weeks before,
// invited, held, closed.
func (p *play) hold(name string, day livc.Day) error {
	var talks []seed.PracticeTalk
	var stems []string
	for _, t := range p.seed.Talks {
		if t.Evening == name {
			talks, stems = append(talks, t), append(stems, t.Story)
		}
	}
	p.at(day.Add(0, 0, -20), 10, 0)
	meeting, err := p.plan(day, stems...)
	if err != nil {
		return err
	}
	for _, t := range talks {
		if err := p.come(meeting, t.Story, t.Invites...); err != nil {
			return err
		}
	}
	if err := p.Invitations.AgendaReady(p.ctx, p.by("coordinator"), meeting); err != nil {
		return err
	}
	return p.sitting(day, meeting, talks)
}

func (p *play) sitting(day livc.Day, meeting livc.ID, talks []seed.PracticeTalk) error {
	p.at(day, 13, 55)
	e, err := p.arrive(meeting, invited(talks))
	if err != nil {
		return err
	}
	for i, t := range talks {
		p.at(day, 14, 5+20*i)
		if err := e.talk(t); err != nil {
			return fmt.Errorf("talk about %s: %w", t.Story, err)
		}
	}
	return p.Table.CloseMeeting(p.ctx, p.by("coordinator"), meeting)
}

// invited lists who was asked for any of the talks.
func invited(talks []seed.PracticeTalk) []string {
	list, seen := []string{"mayor", "officer", "coordinator"}, map[string]bool{}
	for _, t := range talks {
		for _, i := range t.Invites {
			if !seen[i.Who] {
				seen[i.Who], list = true, append(list, i.Who)
			}
		}
	}
	return list
}

// arrive checks everybody in: each is there, hears the secrecy text and names the own rules.
func (p *play) arrive(meeting livc.ID, who []string) (*evening, error) {
	e := &evening{p, meeting, map[livc.ID]livc.ID{}, map[livc.ID]livc.ID{}}
	if err := e.look(); err != nil {
		return nil, err
	}
	all := e.keys(who...)
	coordinator := p.by("coordinator")
	err := p.Table.CheckIn(p.ctx, coordinator, discussion.CheckIn{Meeting: meeting, Present: all, Acknowledged: all, Framed: all})
	if err != nil {
		return nil, err
	}
	if err := e.look(); err != nil { // an attendance has an id of its own from now on
		return nil, err
	}
	return e, p.Table.OpenMeeting(p.ctx, coordinator, discussion.OpenMeeting{Meeting: meeting, Chair: e.key("mayor"), SecrecyRead: true})
}

// look reads who is there and what stands on the agenda.
func (e *evening) look() error {
	v, err := e.Table.View(e.ctx, e.by("coordinator"), e.meeting)
	if err != nil {
		return err
	}
	for _, a := range v.Listed() {
		e.people[a.Hat] = a.Key()
	}
	for _, p := range v.Points {
		e.items[p.Case] = p.ID
	}
	return nil
}

func (e *evening) key(who string) livc.ID { return e.people[e.hat(who)] }

func (e *evening) keys(who ...string) (list []livc.ID) {
	for _, w := range who {
		list = append(list, e.key(w))
	}
	return list
}

// outside gives who is there and does not belong to a talk: need to know.
func (e *evening) outside(inside []livc.ID) (list []livc.ID) {
	v, err := e.Table.View(e.ctx, e.by("coordinator"), e.meeting)
	if err != nil {
		return nil
	}
	for _, a := range v.Listed() {
		if a.State == discussion.Present && !slices.Contains(inside, a.Key()) {
			list = append(list, a.Key())
		}
	}
	return list
}
