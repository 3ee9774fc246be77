package protocol

import (
	"context"
	"errors"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

func (p Pages) newVersion(r *page.Request) error {
	n, err := p.Protocol.NewVersion(r.Context(), r.By())
	var again *deed.Repeated
	if errors.As(err, &again) {
		return r.Go("/protocol")
	}
	if err != nil {
		return err
	}
	return r.Go(path(n))
}

func (p Pages) editChapter(r *page.Request) error {
	v, err := p.draft(r)
	if err != nil {
		return err
	}
	c, ok := v.Chapter(r.PathValue("chapter"))
	if !ok {
		return livc.NotFound()
	}
	at := path(v.Number) + "/chapters/" + c.Stem
	if r.Posted() {
		err := p.Protocol.EditChapter(r.Context(), r.By(), v.Number, c.Stem, r.Text("text"))
		if done, err := r.Done("", err, page.To(path(v.Number))); done {
			return err
		}
	}
	return r.Show(c.Title, chapterView(r.Form(at), path(v.Number), c, page.Help(r, law.RolesNamed)))
}

func (p Pages) editCriterion(r *page.Request) error {
	v, err := p.draft(r)
	if err != nil {
		return err
	}
	c, ok := v.Criterion(r.PathValue("criterion"))
	if !ok {
		return livc.NotFound()
	}
	at := path(v.Number) + "/criteria/" + c.Stem
	if r.Posted() {
		in := protocol.Criterion{Stem: c.Stem, Text: r.Text("text"), Help: r.Text("help")}
		err := p.Protocol.EditCriterion(r.Context(), r.By(), v.Number, in)
		if done, err := r.Done("", err, page.To(path(v.Number))); done {
			return err
		}
	}
	title := i18n.Enum(r.Context(), "criteria", c.List)
	return r.Show(title, criterionView(r.Form(at), path(v.Number), title, c, page.Help(r, law.ReferralGates)))
}

func (p Pages) putInForce(r *page.Request) error {
	if err := r.Fresh(); err != nil {
		return err
	}
	v, err := p.draft(r)
	if err != nil {
		return err
	}
	if !v.Forces {
		return livc.NotFound()
	}
	at := path(v.Number)
	if r.Posted() {
		if done, err := r.Done("", p.Protocol.PutInForce(r.Context(), r.By(), v.Number), page.To(at)); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "put_in_force.title"), forceView(r.Form(at+"/force"), at, exampleLeft(r, v.Version), says(r, v.Settings), page.Help(r, law.RolesNamed)))
}

// answers notes what partners say. The desk answers for whom it heard; a partner for itself only.
func (p Pages) answers(r *page.Request) error {
	n, err := version(r)
	if err != nil {
		return err
	}
	at := path(n)
	if r.Posted() {
		err := p.Protocol.AnswerProtocol(r.Context(), r.By(), n, r.Ref("organisation"), page.Choice(r, "answer", protocol.Standpoints()))
		if done, err := r.Done("", err, page.To(at)); done {
			return err
		}
	}
	v, err := p.Protocol.Protocol(r.Context(), r.By(), n)
	if err != nil {
		return err
	}
	var partners, said []ui.Choice
	for _, o := range v.Partners {
		if v.Edits || o.ID == r.Actor.Controller {
			partners = append(partners, ui.Choice{Value: string(o.ID), Label: o.Name})
		}
	}
	i18n.SortBy(r.Context(), partners, func(c ui.Choice) string { return c.Label })
	for _, s := range protocol.Standpoints() {
		said = append(said, ui.Choice{Value: string(s), Label: i18n.Enum(r.Context(), "standpoint", s)})
	}
	return r.Show(i18n.T(r.Context(), "answer_protocol.title"), answersView(r.Form(at+"/answers"), at, partners, said, page.Help(r, law.EqualPartners)))
}

// chapterHint says what a chapter must answer; the one on sharing asks two things (R2.5.3-c).
func chapterHint(ctx context.Context, c protocol.Chapter) string {
	if c.Stem == protocol.Sharing {
		return i18n.T(ctx, "edit_protocol.field.sharing_hint")
	}
	return i18n.T(ctx, "edit_protocol.field.chapter_hint")
}
