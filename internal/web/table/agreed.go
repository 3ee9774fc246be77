package table

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// newGoals is how many goals the page offers at once; more follow by sending it again.
const newGoals = 2

func (p Pages) path(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	if r.Posted() {
		in, fault := readPath(r, item)
		if fault == nil {
			if done, err := r.Done(item, p.Table.StartPath(r.Context(), r.By(), in), deskAt); done {
				return err
			}
		} else {
			r.Faulty(fault)
		}
	}
	d, err := p.Table.Desk(r.Context(), r.By(), item)
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "start_path.title"), pathView(d, r.Form(r.URL.Path), page.Help(r, "p-manager", "p-two-hands", "p-closing-criteria")))
}

func readPath(r *page.Request, item livc.ID) (in discussion.StartPath, fault error) {
	in = discussion.StartPath{Item: item, Criteria: refsOrStems(r, "criteria"), Manager: r.Ref("manager"), Director: r.Ref("director"),
		Contact: r.Ref("contact"), Reach: page.Choice(r, "reach", law.Reaches()), Toward: r.Text("toward")}
	for n := range newGoals {
		g := discussion.NewGoal{Text: r.Secret(goalField("goal", n)), Domain: r.Text(goalField("goal_domain", n))}
		if !g.Text.Empty() {
			in.Goals = append(in.Goals, g)
		}
	}
	day, e := r.Day("review")
	if e != nil {
		return in, e
	}
	in.NextReview = day
	return in, nil
}

// goalField names the fields of the n-th goal; the first has the plain name, to which messages lead.
func goalField(name string, n int) string {
	if n == 0 {
		return name
	}
	return name + "_" + number(n+1)
}

// refsOrStems reads criteria: their ids are stems of the protocol.
func refsOrStems(r *page.Request, name string) (ids []livc.ID) {
	for _, s := range r.Texts(name) {
		ids = append(ids, livc.ID(s))
	}
	return ids
}

func criteria(list []discussion.Criterion) (out []ui.Choice) {
	for _, c := range list {
		out = append(out, ui.Choice{Value: string(c.ID), Label: c.Text})
	}
	return out
}

func chosenCriteria(d discussion.Desk) (out []string) {
	for _, id := range d.Chosen {
		out = append(out, string(id))
	}
	return out
}

// actionPage is the form of an agreed action, with what the source check proposes.
type actionPage struct {
	D    discussion.Desk
	Form ui.Form
	Else alternatives
}

func (p Pages) action(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	if r.Posted() && !asksAlternatives(r) {
		due, fault := r.Day("due")
		if fault == nil {
			made, err := p.Table.AgreeAction(r.Context(), r.By(), readAction(r, item, due))
			if done, err := r.Done(made, err, page.To(deskAt(item))); done {
				return err
			}
		} else {
			r.Faulty(fault)
		}
	}
	d, err := p.Table.Desk(r.Context(), r.By(), item)
	if err != nil {
		return err
	}
	v := actionPage{D: d, Form: r.Form(r.URL.Path)}
	v.alternatives(r, d)
	return r.Show(i18n.T(r.Context(), "agree_action.title"), actionView(v, page.Help(r, "p-proportionality", "p-nobody-acts-alone", "p-no-side-use")))
}

func readAction(r *page.Request, item livc.ID, due livc.Day) discussion.AgreeAction {
	return discussion.AgreeAction{Item: item, Kind: page.Choice(r, "kind", law.ActionKinds()), Holder: r.Ref("holder"), Due: due,
		Text: discussion.ActionText{What: r.Secret("what"), Why: r.Secret("why"), Contact: r.Secret("contact"), Enough: r.Secret("enough"),
			Proportionate: r.Secret("proportionate"), Repercussions: r.Secret("repercussions"), Task: r.Secret("task")},
		Betrays: sourceAnswer(r), OwnYes: r.Text("own_yes") == "yes", ThirdParty: r.Yes("third"), TaskChecked: r.Yes("checked"),
		ParentsKnow: page.Choice(r, "parents", discussion.Knowns()), Facts: refs(r, "facts")}
}

func (p Pages) inform(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	if r.Posted() {
		in := discussion.InformPerson{Item: item, Choice: page.Choice(r, "choice", discussion.InformingChoices()), Agreed: refs(r, "agreed"),
			Safe: r.Yes("safe"), By: r.Ref("by"), Offer: r.Secret("offer")}
		do := p.Table.InformPerson
		if r.Text("do") == "propose" {
			do = p.Table.ProposeInforming
		}
		if done, err := r.Done(item, do(r.Context(), r.By(), in), deskAt); done {
			return err
		}
	}
	d, err := p.Table.Desk(r.Context(), r.By(), item)
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "inform_person.title"), informView(d, r.Form(r.URL.Path), phrases.Informing.In(r.Frame.Lang), page.Help(r, "p-informing", "p-hold")))
}

func (p Pages) card(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	if r.Posted() {
		in := discussion.ShowCard{Item: item, Whole: r.Text("part") == "whole", Contributes: r.Yes("contributes"), UseWeighed: r.Yes("use"),
			Vulnerability: r.Yes("vulnerability"), MinorityWeighed: r.Yes("minority"), Proportionate: r.Yes("proportionate"), ProsecutorOpposes: r.Yes("opposed")}
		if done, err := r.Done(item, p.Table.ShowCard(r.Context(), r.By(), in), deskAt); done {
			return err
		}
	}
	d, err := p.Table.Desk(r.Context(), r.By(), item)
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "show_card.title"), cardView(d, r.Form(r.URL.Path), page.Help(r, "ter-24-2", "livc-4-1", "ter-23")))
}

func (p Pages) closeItem(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	d, err := p.Table.Desk(r.Context(), r.By(), item)
	if err != nil {
		return err
	}
	if r.Posted() && r.Text("do") == "ask" {
		return p.afterAsk(r, d.Sitting.ID, p.asksChair(r, d.Sitting.ID, discussion.DoorClose, item))
	}
	if r.Posted() {
		in := discussion.CloseItem{Item: item, Substantive: r.Yes("substantive"), Postponed: r.Yes("postponed")}
		if done, err := r.Done(item, p.Table.CloseItem(r.Context(), r.By(), in), p.afterClose(r, d.Sitting.ID)); done {
			return err
		}
	}
	return r.Show(i18n.T(r.Context(), "close_item.title"), closeItemView(d, r.Form(r.URL.Path), page.Help(r, "vl-retention", "sw-458ter-1")))
}

// afterClose is where closing an item leads: to the own screen when the press came from there.
func (p Pages) afterClose(r *page.Request, meeting livc.ID) func(livc.ID) string {
	if r.Text("from") == "mine" {
		return page.To(mineAt(meeting))
	}
	return page.To(tableAt(meeting))
}

// servingAction are the facts on which an action may rest, as their contributors allow.
func servingAction(d discussion.Desk) (list []ui.Choice) {
	for _, f := range d.Room.Facts {
		if f.MayServe(law.UseAction, "") || f.Mine {
			list = append(list, ui.Choice{Value: string(f.ID), Label: f.Text.What.Reveal()})
		}
	}
	return list
}

// proposedOffer and proposedBy are what was put to everybody about informing the person.
func proposedOffer(d discussion.Desk) livc.Secret {
	if d.Room.Informing == nil {
		return livc.Secret{}
	}
	return d.Room.Informing.Offer
}

func proposedBy(d discussion.Desk) string {
	if d.Room.Informing == nil {
		return ""
	}
	return d.Room.Informing.By.Reveal()
}
