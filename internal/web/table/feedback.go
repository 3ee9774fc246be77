package table

import (
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// feedbackPage is the sheet for the LTF at the table.
type feedbackPage struct {
	D                               discussion.Desk
	At, Empty, Title                string
	Choose, Line, Drop, Side, Adopt ui.Form
	Errors                          ui.Errors
	Agreed                          []string
	Going                           bool
}

func (p Pages) feedback(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.showFeedback(r, item)
}

func (p Pages) showFeedback(r *page.Request, item livc.ID) error {
	d, err := p.Table.Desk(r.Context(), r.By(), item)
	if err != nil {
		return err
	}
	at := deskAt(item) + "/feedback"
	f := feedbackPage{D: d, At: at, Empty: phrases.FeedbackEmpty.In(r.Frame.Lang), Title: i18n.T(r.Context(), "feedback.title"), Choose: form(r, at),
		Line: form(r, at+"/line"), Drop: form(r, at+"/drop"), Side: form(r, at+"/sides"), Adopt: form(r, at+"/adopt"), Errors: r.Form(r.URL.Path).Errors}
	if d.Sheet != nil {
		f.Going = d.Sheet.State == discussion.SheetDraft
		now := d.Sheet.Revisions()
		f.Drop.Revision, f.Side.Revision, f.Adopt.Revision = now.Lines, now.Sides, now.All
		for _, id := range d.Sheet.Agreed {
			f.Agreed = append(f.Agreed, string(id))
		}
	}
	return r.Show(f.Title, feedbackView(f, page.Help(r, "livc-4-2", "livc-4-2-secrets", "p-officer-writes")))
}

// afterFeedback answers a form of the sheet.
func (p Pages) afterFeedback(r *page.Request, item livc.ID, err error) error {
	if done, err := r.Done(item, err, page.To(deskAt(item)+"/feedback")); done {
		return err
	}
	return p.showFeedback(r, item)
}

func (p Pages) chooseFeedback(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	_, err = p.Table.ChooseFeedback(r.Context(), r.By(), item, r.Text("feedback") == "sheet")
	return p.afterFeedback(r, item, err)
}

// theirs is the sheet as it stands, for who comes too late with own words.
func (p Pages) theirs(r *page.Request, item livc.ID) func() (livc.Secret, error) {
	return func() (livc.Secret, error) {
		d, err := p.Table.Desk(r.Context(), r.Actor, item)
		if err != nil || d.Sheet == nil {
			return livc.Secret{}, err
		}
		return wordsOf(*d.Sheet), nil
	}
}

// wordsOf are all words of a sheet, one below the other.
func wordsOf(s discussion.OpenSheet) livc.Secret {
	var words []string
	for _, l := range s.Text.Lines {
		words = append(words, l.Text.Reveal())
	}
	return livc.NewSecret(strings.TrimSpace(strings.Join(append(words, s.Text.Evaluation.Reveal()), "\n")))
}

func (p Pages) addLine(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.afterFeedback(r, item, p.Table.AddLine(r.Context(), r.By(), discussion.AddLine{Item: item, Text: r.Secret("text"), Side: r.Text("side"),
		Source: page.Choice(r, "origin", law.FactSources()), FromProfessionalSecrecy: r.Text("secret") == "professional",
		ToldAsSecret: r.Text("secret") == "told", Declared: r.Yes("declared")}))
}

func (p Pages) dropLine(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.afterFeedback(r, item, p.Table.DropLine(r.Context(), r.By(), item, r.Number("line")-1))
}

func (p Pages) sides(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	r.Theirs = p.theirs(r, item)
	return p.afterFeedback(r, item, p.Table.AskedBothSides(r.Context(), r.By(), item, r.Yes("positive"), r.Yes("negative"), r.Secret("evaluation")))
}

func (p Pages) adopt(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.afterFeedback(r, item, p.Table.AdoptSheet(r.Context(), r.By(), discussion.AdoptSheet{Item: item, ReadAloud: r.Yes("read"),
		Objection: r.Text("do") == "objection", Agreed: refs(r, "agreed")}))
}
