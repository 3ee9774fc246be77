package practice

import (
	"context"
	"errors"
	"fmt"

	"beraad.eu/internal/plain"
	"beraad.eu/internal/step/discussion"
	pages "beraad.eu/internal/web/practice"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// walk is what the hall remembers of the guided path beside what the database says: the answers of the gate
// to what was tried, and the code of the case, which nobody else remembers after a year.
type walk struct {
	refused error
	marks   []plain.Mark
	code    string
	from    livc.Day
}

// table is the cast at the table of the guided path.
var table = []string{"mayor", "officer", "coordinator", "clb", "caw"}

// outing is one press of a visitor on the guided path: who acts, what is said, how things stand.
type outing struct {
	*Opened
	company
	ctx   context.Context
	words seed.PracticeWalk
	scene pages.Scene
}

func (o *Opened) outing(ctx context.Context, who ...string) (*outing, error) {
	s, err := seed.LoadPractice()
	if err != nil {
		return nil, err
	}
	c, err := o.enter(ctx, who...)
	return &outing{Opened: o, company: c, ctx: ctx, words: s.Walk}, err
}

// doing are the acts.
var doing = map[pages.Act]func(*outing) error{pages.Gather: (*outing).gather, pages.Share: (*outing).share, pages.Refuse: (*outing).refuse,
	pages.Object: (*outing).object, pages.Draft: (*outing).draft, pages.Agree: (*outing).agree, pages.Year: (*outing).year}

// Perform lets people of the town play an act, after those before it that were not played. A town in which
// somebody went another way refuses, as the gate does.
func (o *Opened) Perform(ctx context.Context, a pages.Act) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	p, err := o.outing(ctx, table...)
	if err != nil {
		return err
	}
	defer p.leave(ctx)
	for _, act := range pages.Acts() {
		if err := p.look(); err != nil {
			return err
		}
		if !p.scene.Has(act) {
			if err := doing[act](p); err != nil {
				return fmt.Errorf("play %s: %w", act, err)
			}
		}
		if act == a {
			return nil
		}
	}
	return livc.NotFound()
}

// Scene looks how things stand.
func (o *Opened) Scene(ctx context.Context) (pages.Scene, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	p, err := o.outing(ctx, "mayor", "coordinator", "clb", "caw")
	if err != nil {
		return pages.Scene{}, err
	}
	defer p.leave(ctx)
	if err := p.look(); err != nil {
		return pages.Scene{}, err
	}
	return p.scene, p.whatIsLeft()
}

// Name lets Ruben look at who it is about; the look is recorded as his.
func (o *Opened) Name(ctx context.Context) (who discussion.Identity, err error) {
	p, err := o.outing(ctx, "caw")
	if err != nil {
		return who, err
	}
	defer p.leave(ctx)
	m, err := p.Table.Mine(ctx, p.by["caw"], o.cast.Meeting)
	if err != nil {
		return who, err
	}
	return p.Table.ShowName(ctx, p.by["caw"], m.Item.ID)
}

// Worry gives the example of the town.
func (o *Opened) Worry() pages.Worry {
	s, err := seed.LoadPractice()
	if err != nil {
		return pages.Worry{}
	}
	return pages.Worry{Example: s.Walk.Worry, General: s.Walk.General}
}

// Think lets Lotte ask to think along.
func (o *Opened) Think(ctx context.Context, text livc.Secret) error {
	p, err := o.outing(ctx, "clb")
	if err != nil {
		return err
	}
	defer p.leave(ctx)
	_, err = p.Referrals.ThinkAlong(ctx, p.by["clb"], discussion.ThinkAlong{Text: discussion.ThinkingText{Saw: text}})
	return err
}

// look reads both surfaces, and from them which acts were played.
func (p *outing) look() (err error) {
	s := pages.Scene{Line: p.words.Line, Draft: livc.NewSecret(p.words.Draft), Refused: p.walk.refused, Marks: p.walk.marks}
	if s.Phone, err = p.Table.Mine(p.ctx, p.by["caw"], p.cast.Meeting); err != nil {
		return err
	}
	if s.Wall, err = p.Table.Room(p.ctx, p.by["coordinator"], p.cast.Meeting); err != nil {
		return err
	}
	room := s.Phone.Room
	if room.Report != nil && len(room.Words) > 0 {
		s.Report, s.Words = room.Report.Text, room.Words
	}
	there, err := p.there()
	if err != nil {
		return err
	}
	agreed := len(s.Words) > 0
	played := map[pages.Act]bool{pages.Gather: s.Phone.Item.InRoom(), pages.Share: len(room.Facts) > 0, pages.Refuse: s.Refused != nil || agreed,
		pages.Object: len(room.Objections) > 0, pages.Draft: len(s.Marks) > 0 || agreed, pages.Agree: agreed}
	closed := s.Phone.Sitting.State == livc.MeetingClosed && p.walk.code != ""
	for _, act := range pages.Acts() {
		if !there || played[act] || closed && act != pages.Year {
			s.Played = append(s.Played, act)
		}
	}
	p.scene = s
	return nil
}

// answered gives the answer of the gate to what was tried. Anything but a refusal is no answer.
func answered(err error) (refused, failed error) {
	var e *livc.Error
	if errors.As(err, &e) && (e.Kind == livc.DeniedKind || e.Kind == livc.InvalidKind) {
		return err, nil
	}
	if err == nil {
		err = errors.New("the gate let pass what it must refuse")
	}
	return nil, err
}
