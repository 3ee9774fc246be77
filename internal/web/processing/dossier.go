package processing

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// dossierPage is one own dossier.
type dossierPage struct {
	ID         livc.ID
	Title      string
	Facts      []ui.Fact
	Notes      []noteView
	Extensions []ui.Row
	Here       bool
	Houses     ui.Homes
	Form, Drop ui.Form
}

// noteView is one note with its parts that are filled.
type noteView struct {
	ID    livc.ID
	Parts []notePart
}

type notePart struct {
	Label string
	Text  livc.Secret
}

func (p Pages) dossier(r *page.Request) error {
	id, err := r.ID("dossier")
	if err != nil {
		return err
	}
	address := "/dossiers/" + string(id)
	if r.Posted() {
		err := p.Service.AddNote(r.Context(), r.By(), id, processing.EntryText{OwnWords: r.Secret("own_words"), Why: r.Secret("why")})
		if done, err := r.Done(id, err, page.To(address)); done {
			return err
		}
	}
	o, err := p.Service.OwnDossier(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	v := dossierPage{ID: id, Title: i18n.T(r.Context(), "own_dossiers.outside"), Facts: terms(r, o), Here: o.Container != "", Houses: page.OwnHouses(r.Context(), o.Houses),
		Form: r.Form(address), Drop: r.Form(address + "/drop")}
	if o.Code != nil {
		v.Title = i18n.T(r.Context(), "own_dossiers.case", "Code", o.Code.Code.Reveal())
	}
	for _, e := range o.Entries {
		v.Notes = append(v.Notes, noteView{e.ID, parts(r.Context(), e.Text)})
	}
	for _, f := range o.Copied {
		v.Notes = append(v.Notes, noteView{f.ID, copied(r.Context(), f)})
	}
	for _, e := range o.Extensions {
		v.Extensions = append(v.Extensions, ui.Row{Text: i18n.T(r.Context(), "own_dossier.extension", "Until", i18n.DateOf(r.Context(), e.Until)),
			Tag: ui.Tag{Text: i18n.Enum(r.Context(), "extension_state", e.State), Tone: ui.Plain}})
	}
	return r.Show(i18n.T(r.Context(), "own_dossier.title"), dossierView(v, page.Help(r, law.RetentionYear, law.OwnDossierClosed)))
}

func terms(r *page.Request, o processing.OpenDossier) []ui.Fact {
	c := o.Retention.Clock
	return []ui.Fact{
		{Term: i18n.T(r.Context(), "terms.last"), Value: i18n.DateOf(r.Context(), c.LastDiscussed)},
		{Term: i18n.T(r.Context(), "terms.erased_on"), Value: i18n.DateOf(r.Context(), o.Retention.End())},
		{Term: i18n.T(r.Context(), "terms.restarts"), Value: i18n.T(r.Context(), "terms.times", "Count", c.Restarts)},
	}
}

func parts(ctx context.Context, t *processing.EntryText) (list []notePart) {
	for _, p := range []notePart{{"register.field.own_words", t.OwnWords}, {"register.field.own_action", t.OwnAction}, {"register.field.heard", t.Heard},
		{"register.field.condition", t.Condition}, {"register.field.source", t.Source}, {"register.field.why", t.Why}} {
		if !p.Text.Empty() {
			p.Label = i18n.T(ctx, p.Label)
			list = append(list, p)
		}
	}
	if !t.Decision.Empty() {
		said := i18n.Enum(ctx, "outcome", t.Decision.Reveal()) + ", " + i18n.DateOf(ctx, livc.Day(t.Discussed.Reveal()))
		list = append(list, notePart{i18n.T(ctx, "register.keep_decision"), livc.NewSecret(said)})
	}
	return list
}

func (p Pages) drop(r *page.Request) error {
	id, err := r.ID("dossier")
	if err != nil {
		return err
	}
	_, err = r.Done(id, p.Service.DropNote(r.Context(), r.By(), id, r.Ref("note")), page.To("/dossiers/"+string(id)))
	return err
}

// copied are the words that were copied from a table on screens, with the condition of who brought them: own
// words have none (R2.5.3-i).
func copied(ctx context.Context, f processing.OfferedFact) []notePart {
	if f.Text.From.Empty() {
		return []notePart{{i18n.T(ctx, "register.field.own_words"), f.Text.What}}
	}
	return []notePart{{i18n.T(ctx, "register.copied_from", "Service", page.Service(ctx, f.Text.From.Reveal())), f.Text.What},
		{i18n.T(ctx, "register.field.condition"), livc.NewSecret(conditions(ctx, f.Text.Condition))}}
}
