package processing

import (
	"context"
	"strconv"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// registerPage asks one person what to keep after one item.
type registerPage struct {
	Offer      processing.Offer
	Facts      []processing.OfferedFact
	Lead       string
	Manners    []ui.Choice
	Categories []ui.Choice // French Community only
	Here       bool
	Why        string // why nothing can be kept here
	Until      string
	Form       ui.Form
}

func (p Pages) register(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	o, k, err := p.Service.Offer(r.Context(), r.Actor, item)
	if err != nil {
		return err
	}
	address := "/offers/" + string(item)
	if r.Posted() {
		made, err := p.Service.Register(r.Context(), r.By(), o.Case, registered(r, item))
		if done, err := r.Done(made, err, page.To(address+"/receipt")); done {
			return err
		}
	}
	if !o.Asks(r.Today()) {
		return r.Go("/dossiers")
	}
	v := registerPage{Offer: o.Offer, Facts: o.Facts, Manners: manners(r.Context(), k.MayKeep(r.Today()) == nil), Here: k.MayKeep(r.Today()) == nil, Why: mayKeep(r, k),
		Until: i18n.DateOf(r.Context(), law.RetentionEnd(o.Discussed)), Form: r.Form(address),
		Lead: i18n.T(r.Context(), "register.lead", "Code", o.Code, "Day", i18n.ShortDay(r.Context(), o.Discussed))}
	if k.Regime == livc.RegimeFrench {
		v.Categories = categories(r.Context())
	}
	return r.Show(i18n.T(r.Context(), "register.title"), registerView(v, page.Help(r, law.OwnDossier, law.ContributorsSay)))
}

func registered(r *page.Request, item livc.ID) processing.Register {
	category := page.Choice(r, "category", law.DataCategories())
	return processing.Register{Item: item, Manner: page.Choice(r, "manner", processing.Manners()), KeepsOn: r.Yes("decision"), Copy: copies(r),
		Note: processing.EntryText{OwnWords: r.Secret("own_words"), OwnAction: r.Secret("own_action"), Heard: r.Secret("heard"),
			Condition: r.Secret("condition"), Why: r.Secret("why"), Source: r.Secret("source"), Category: livc.NewSecret(string(category))},
		French: law.FrenchNote{Category: category, AboutOthers: r.Yes("about_others"), SpecialKind: r.Yes("special")}}
}

// manners are the answers, nothing first; "here" only where it can be.
func manners(ctx context.Context, here bool) (list []ui.Choice) {
	for _, m := range processing.Manners() {
		if m != processing.KeptHere || here {
			list = append(list, ui.Choice{Value: string(m), Label: i18n.Enum(ctx, "manner", m), Hint: i18n.Enum(ctx, "manner_hint", m)})
		}
	}
	return list
}

func categories(ctx context.Context) (list []ui.Choice) {
	for _, c := range law.DataCategories() {
		list = append(list, ui.Choice{Value: string(c), Label: i18n.Enum(ctx, "data_category", c)})
	}
	return list
}

// receipt is for the own data protection officer: when, until when, no case and no text (S20).
func (p Pages) receipt(r *page.Request) error {
	item, err := r.ID("item")
	if err != nil {
		return err
	}
	o, _, err := p.Service.Offer(r.Context(), r.Actor, item)
	if err != nil {
		return err
	}
	ctx := r.Context()
	facts := []ui.Fact{{Term: i18n.T(ctx, "register.receipt_day"), Value: i18n.DateOf(ctx, r.Today())},
		{Term: i18n.T(ctx, "register.receipt_for"), Value: r.Me.Organisation},
		{Term: i18n.T(ctx, "register.receipt_until"), Value: i18n.DateOf(ctx, law.RetentionEnd(o.Discussed))}}
	return r.Show(i18n.T(ctx, "register.receipt"), receiptView(append(facts, shared(r, o)...)))
}

// copies are the facts of the offer that were ticked.
func copies(r *page.Request) (ids []livc.ID) {
	for _, s := range r.Texts("copy") {
		if id, err := livc.ParseID(s); err == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// offeredChoices are the facts that may be copied: the words, where they came from and the condition.
func offeredChoices(ctx context.Context, list []processing.OfferedFact) (out []ui.Choice) {
	for _, f := range list {
		from := i18n.T(ctx, "register.own")
		if s := f.Text.From.Reveal(); s != "" {
			from = i18n.T(ctx, "register.from", "Service", page.Service(ctx, s), "Condition", conditions(ctx, f.Text.Condition))
		}
		out = append(out, ui.Choice{Value: string(f.ID), Label: f.Text.What.Reveal(), Hint: from})
	}
	return out
}

// services are those who were inside, one on a line.
func services(ctx context.Context, lines string) (list []string) {
	for said := range strings.SplitSeq(lines, "\n") {
		list = append(list, page.Service(ctx, said))
	}
	return list
}

// conditions are the uses that a contributor allowed, in words.
func conditions(ctx context.Context, uses livc.Secret) string {
	var out []string
	for _, u := range strings.Fields(uses.Reveal()) {
		out = append(out, i18n.Enum(ctx, "fact_use", u))
	}
	return strings.Join(out, ", ")
}

// shared says in numbers what somebody brought to a table on screens, under which right, and who could read
// it: proof for the own data protection officer, without a word of it (product P4).
func shared(r *page.Request, o processing.Offered) []ui.Fact {
	ctx, right := r.Context(), ""
	for _, c := range page.Cites(r, law.RightToSpeak) {
		right = c.Text
	}
	if o.Receipt == nil {
		return nil
	}
	count := func(s livc.Secret) int {
		n, _ := strconv.Atoi(s.Reveal()) // written as a number
		return n
	}
	return []ui.Fact{
		{Term: i18n.T(ctx, "register.receipt_shared"), Value: i18n.T(ctx, "register.receipt_counts", "Shared", count(o.Receipt.Shared), "Told", count(o.Receipt.Told), "Withdrawn", count(o.Receipt.Withdrawn))},
		{Term: i18n.T(ctx, "register.receipt_uses"), Value: conditions(ctx, o.Receipt.Uses)},
		{Term: i18n.T(ctx, "register.receipt_right"), Value: right},
		{Term: i18n.T(ctx, "register.receipt_readers"), Values: services(ctx, o.Receipt.Inside.Reveal())},
	}
}
