package table

import (
	"encoding/hex"
	"slices"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

func (p Pages) share(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	if meeting, err := r.ID("meeting"); err == nil && r.Text("do") == "nothing" {
		return r.Go(mineAt(meeting)) // nothing was shared, and nothing says so
	}
	made, err := p.Table.ShareFact(r.Context(), r.By(), discussion.ShareFact{Item: item, Side: page.Choice(r, "side", discussion.Sides()), Domain: r.Text("domain"),
		Text: factText(r), How: page.Choice(r, "how", law.FactSources()), Uses: page.Choices(r, "uses", law.FactUses()), Named: refs(r, "named"),
		KeptSecret: r.Yes("secret"), Behalf: r.Yes("behalf"), Told: r.Text("do") == "tell"})
	return p.afterMine(r, made, err)
}

func factText(r *page.Request) discussion.FactText {
	return discussion.FactText{What: r.Secret("what"), When: r.Secret("when")}
}

// factPage is one own fact, to narrow, correct or withdraw.
type factPage struct {
	F      discussion.FactSeen
	Back   string
	Form   ui.Form
	Named  []string
	Others []ui.Choice
}

func (p Pages) fact(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	fact, err := r.ID("fact")
	if err != nil {
		return err
	}
	if r.Posted() {
		r.Theirs = func() (livc.Secret, error) { return p.factNow(r, meeting, fact) }
		err := p.Table.ChangeFact(r.Context(), r.By(), discussion.ChangeFact{Item: item, Fact: fact, Withdraw: r.Text("do") == "withdraw", Text: factText(r),
			How: page.Choice(r, "how", law.FactSources()), Uses: page.Choices(r, "uses", law.FactUses()), Named: refs(r, "named"), KeptSecret: r.Yes("secret")})
		if done, err := r.Done(fact, err, page.To(mineAt(meeting))); done {
			return err
		}
	}
	m, err := p.Table.Mine(r.Context(), r.By(), meeting)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(m.Room.Facts, func(f discussion.FactSeen) bool { return f.ID == fact && f.Mine && f.State != discussion.FactWithdrawn })
	if i < 0 || m.Item.ID != item {
		return livc.NotFound()
	}
	v := factPage{F: m.Room.Facts[i], Back: mineAt(meeting), Form: r.Form(r.URL.Path)}
	v.Form.Revision = number(v.F.Revision)
	for _, a := range m.Circle {
		if a.Hat != r.Actor.Hat && a.Hat != "" {
			v.Others = append(v.Others, ui.Choice{Value: string(a.ID), Label: role(r.Context(), a)})
			if slices.Contains(v.F.Named, a.Hat) {
				v.Named = append(v.Named, string(a.ID))
			}
		}
	}
	return r.Show(i18n.T(r.Context(), "change_fact.title"), factView(v, page.Help(r, "p-contributors-say", "vl-speak")))
}

// factNow is an own fact as it stands.
func (p Pages) factNow(r *page.Request, meeting, fact livc.ID) (words livc.Secret, err error) {
	m, err := p.Table.Mine(r.Context(), r.Actor, meeting)
	for _, f := range m.Room.Facts {
		if f.ID == fact && f.Mine {
			words = f.Text.What
		}
	}
	return words, err
}

func (p Pages) answer(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	seen, _ := hex.DecodeString(r.Text("seen")) // what is no fingerprint is not the one that was shown
	err = p.Table.AnswerAtTable(r.Context(), r.By(), discussion.AnswerAtTable{Item: item, Motion: r.Ref("motion"), Reply: page.Choice(r, "reply", discussion.TableReplies()), Seen: seen})
	return p.afterMine(r, item, err)
}

func (p Pages) askLines(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.afterMine(r, item, p.Table.AskLines(r.Context(), r.By(), item))
}

func (p Pages) object(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	if lift := r.Ref("lift"); lift != "" {
		return p.afterMine(r, item, p.Table.LiftObjection(r.Context(), r.By(), item, lift))
	}
	err = p.Table.Object(r.Context(), r.By(), discussion.Object{Item: item, Kind: page.Choice(r, "objection", discussion.ObjectionKinds()), Reason: r.Secret("reason")})
	return p.afterMine(r, item, err)
}

func (p Pages) takeQuestion(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	question := r.Ref("question")
	due, fault := r.Day("due." + string(question))
	if fault != nil {
		return p.afterMine(r, item, fault)
	}
	return p.afterMine(r, item, p.Table.TakeQuestion(r.Context(), r.By(), item, question, due))
}

// name shows who it is about: for the script in the place of the button, without one on a page of its own.
func (p Pages) name(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	who, err := p.Table.ShowName(r.Context(), r.Actor, item)
	if err != nil {
		return err
	}
	return r.Show(i18n.T(r.Context(), "show_name.title"), nameView(mineAt(meeting), who))
}

func (p Pages) bringName(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	return p.afterMine(r, item, p.Table.BringName(r.Context(), r.By(), item))
}

func (p Pages) giveDoor(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	return p.afterMine(r, meeting, p.Table.GiveDoor(r.Context(), r.By(), meeting, r.Ref("to")))
}
