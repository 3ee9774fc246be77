package transfer

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// overviewPage is a case on its way: what was made of it, and the words that are waited for.
type overviewPage struct {
	At      string // address of the page
	Title   string
	Files   []ui.Event
	Waits   bool // a file is out, and its words were not said back
	Gone    bool // the other town has it, and this one stops
	Sends   bool // the chair decides; who prepares sees what happened
	Closed  bool
	Forget  string
	Letters []ui.Link
	Form    ui.Form
}

func at(id livc.ID) string { return "/cases/" + string(id) + "/transfer" }

func (p Pages) overview(r *page.Request) error {
	id, err := r.ID("case")
	if err != nil {
		return err
	}
	if r.Posted() {
		err := p.Referrals.WordsBack(r.Context(), r.By(), id, r.Text("words"))
		if done, err := r.Done("", err, page.To(at(id))); done {
			return err
		}
	}
	t, err := p.Referrals.Transfers(r.Context(), r.Actor, id)
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "transfer.title"), overviewView(overviewOf(r, t), page.Help(r, law.MayorToMayor)))
}

func overviewOf(r *page.Request, t discussion.CaseTransfer) overviewPage {
	ctx := r.Context()
	v := overviewPage{At: at(t.Case.ID), Title: i18n.T(ctx, "transfer.named", "Code", t.Case.Code), Gone: discussion.SentFiles(t.Files).Gone(),
		Closed: t.Case.State == livc.CaseClosed, Forget: "/cases/" + string(t.Case.ID) + "/mistake", Form: r.Form(at(t.Case.ID))}
	v.Sends = r.Actor.Function.Chairs() && !v.Closed
	for _, f := range t.Files {
		e := ui.Event{When: i18n.DateOf(ctx, f.Made), Text: i18n.T(ctx, "transfer.made", "Words", f.Receiver), Sub: i18n.T(ctx, "transfer.waits")}
		if f.Said != "" {
			e.Sub = i18n.T(ctx, "transfer.said", "Day", i18n.DateOf(ctx, f.Said), "Words", f.Words)
		}
		if f.Both {
			e.Sub += " " + i18n.T(ctx, "transfer.both")
		}
		v.Waits = v.Waits || f.Said == ""
		v.Files = append(v.Files, e)
	}
	for _, l := range i18n.Shown() {
		v.Letters = append(v.Letters, ui.Link{Href: v.At + "/letter?language=" + string(l), Text: i18n.T(ctx, "transfer.letter_in", "Language", i18n.Enum(ctx, "language", l))})
	}
	return v
}

// toPage asks for the address of the other town.
type toPage struct {
	Back, Title string
	Form        ui.Form
}

func (p Pages) to(r *page.Request) error {
	id, c, err := p.sendable(r)
	if err != nil {
		return err
	}
	if r.Posted() {
		if text := r.File(); len(text) > 0 && r.Text("to") == "" {
			r.PostForm.Set("to", string(text))
		}
		words, err := p.Referrals.AddressWords(r.Text("to"))
		if err == nil {
			return p.showFile(r, c, words, r.Text("to"))
		}
		if done, err := r.Done("", err, page.To(at(id))); done {
			return err
		}
	}
	v := toPage{Back: at(id), Title: i18n.T(r.Context(), "transfer.named", "Code", c.Code), Form: r.Form(at(id) + "/to")}
	v.Form.Upload = true
	return r.Show(i18n.T(r.Context(), "send_case.title"), toView(v, page.Help(r, law.MayorToMayor)))
}

// sendable opens the case of the address for who may make a file of it.
func (p Pages) sendable(r *page.Request) (id livc.ID, c discussion.Case, err error) {
	if id, err = r.ID("case"); err == nil {
		c, err = p.Referrals.MaySend(r.Context(), r.Actor, id)
	}
	return id, c, err
}

// filePage asks what goes along, once the words of the address can be compared.
type filePage struct {
	At, Title string
	Words     []string
	To        string
	Along     []ui.Choice
	Follows   []ui.Choice
	Form      ui.Form
}

func (p Pages) showFile(r *page.Request, c discussion.Case, words []string, to string) error {
	ctx := r.Context()
	v := filePage{At: at(c.ID), Title: i18n.T(ctx, "transfer.named", "Code", c.Code), Words: words, To: to, Form: r.Form(at(c.ID) + "/file"),
		Along:   []ui.Choice{{Value: "birth_year", Label: i18n.T(ctx, "send_case.along.birth_year")}, {Value: "town", Label: i18n.T(ctx, "send_case.along.town")}},
		Follows: enumChoices(ctx, "follow", discussion.Follows())}
	return r.Show(i18n.T(ctx, "send_case.title"), fileView(v, page.Help(r, law.MayorToMayor)))
}

// file makes the file. It is a text that leaves, so the key is asked once more.
func (p Pages) file(r *page.Request) error {
	id, c, err := p.sendable(r)
	if err != nil {
		return err
	}
	if r.Posted() {
		if err := r.Fresh(); err != nil {
			return err
		}
		file, err := p.Referrals.SendCase(r.Context(), r.By(), sent(r, id))
		if err == nil {
			return r.Leave(i18n.T(r.Context(), "send_case.file")+"-"+string(r.Today())+".age", "application/octet-stream", file, at(id))
		}
		if done, err := r.Done("", err, page.To(at(id))); done {
			return err
		}
	}
	to := r.Text("to")
	if r.Returned != nil {
		to = r.Returned.Get("to")
	}
	words, err := p.Referrals.AddressWords(to)
	if err != nil {
		return r.Go(at(id) + "/to")
	}
	return p.showFile(r, c, words, to)
}

func sent(r *page.Request, id livc.ID) discussion.SendCase {
	along := page.Choices(r, "along", []string{"birth_year", "town"})
	in := discussion.SendCase{Case: id, To: r.Text("to"), Compared: r.Yes("compared"), Reason: r.Secret("reason"), Contact: r.Secret("contact"),
		Follow: page.Choice(r, "follow", discussion.Follows())}
	for _, a := range along {
		in.BirthYear = in.BirthYear || a == "birth_year"
		in.Town = in.Town || a == "town"
	}
	return in
}

// letter is a letter to fill in by hand: the way without a computer always works too (settled 29).
func (p Pages) letter(r *page.Request) error {
	id, err := r.ID("case")
	if err != nil {
		return err
	}
	if _, err := p.Referrals.Transfers(r.Context(), r.Actor, id); err != nil {
		return err
	}
	f := r.Frame
	for _, l := range i18n.Shown() {
		if r.URL.Query().Get("language") == string(l) {
			f.Lang = l
		}
	}
	f.Title = i18n.T(i18n.With(r.Context(), f.Lang), "letter.title")
	return r.Print(letterPaper(ui.Paper{Frame: f, Back: at(id), Dossier: true}, r.Me.Organisation))
}

// noText stands in a field before somebody typed.
var noText livc.Secret
