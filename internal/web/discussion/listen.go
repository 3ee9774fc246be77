package discussion

import (
	"strconv"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// listenPage is what the listening guide shows.
type listenPage struct {
	Form    ui.Form
	Asked   bool // a member asked for this conversation
	Towns   []ui.Choice
	Danger  bool
	Read    []ui.Fact // what is read aloud, once asked
	Numbers []int
	Typed   []bool // which facts hold text already, so that they stand open
	More    bool   // what was told is completed, on the desk
}

func (p Before) listen(r *page.Request) error {
	asked, action, err := listenTo(r)
	if err != nil {
		return err
	}
	v := listenPage{Asked: asked != "", Numbers: factNumbers(), Typed: typedFacts(r)}
	if r.Posted() {
		in := heard(r, asked)
		switch {
		case in.Danger:
			v.Danger = true
		case r.Text("do") == "read":
			if v.Read = aloud(r, in); len(v.Read) == 0 {
				r.Faulty(livc.Invalid("law.refer.fact", law.MayorsList).At(discussion.FactField(0)))
			}
		default:
			made, err := p.Referrals.Listen(r.Context(), r.By(), in)
			if done, err := r.Done(made, err, page.To("/listen/kept")); done {
				return err
			}
		}
		v.Form = r.Again(action)
	} else {
		v.Form = r.Form(action)
	}
	m, err := p.Referrals.Mine(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	if asked == "" {
		v.Towns = towns(r, m)
	}
	return r.Show(i18n.T(r.Context(), "listen.title"), listenView(v, page.Help(r, "vl-oral-referral", "livc-3-2-list", "sw-458ter-1")))
}

// listenTo reads whose request for a conversation this answers.
func listenTo(r *page.Request) (asked livc.ID, action string, err error) {
	if r.PathValue("referral") == "" {
		return "", "/listen", nil
	}
	asked, err = r.ID("referral")
	return asked, "/listen/to/" + string(asked), err
}

// typedFacts tells which facts came back with text.
func typedFacts(r *page.Request) (list []bool) {
	for _, n := range factNumbers() {
		list = append(list, r.Posted() && !r.Secret(discussion.FactField(n)).Empty())
	}
	return list
}

func (v listenPage) typed(n int) bool { return v.Typed[n] }

func factNumbers() []int {
	list := make([]int, discussion.MaxFacts)
	for i := range list {
		list[i] = i
	}
	return list
}

// heard reads the guide as it was filled in.
func heard(r *page.Request, asked livc.ID) discussion.Listen {
	return discussion.Listen{Asked: asked, Municipality: r.Ref("municipality"), Told: told(r),
		Ages: page.Choice(r, "ages", livc.AgeBands()), Sector: page.Choice(r, "sector", discussion.Sectors()),
		Consent: page.Choice(r, "consent", discussion.Consents()), Danger: r.Yes("danger")}
}

func told(r *page.Request) discussion.Told {
	t := discussion.Told{Referrer: r.Secret("referrer"), First: r.Secret("first"), Last: r.Secret("last"), BirthYear: r.Secret("birth_year"),
		Town: r.Secret("town"), GoesWell: r.Secret("goes_well"), Indication: r.Secret("indication"), Tried: r.Secret("tried"),
		Asked: r.Secret("asked"), Wanted: r.Secret("wanted"), Child: r.Secret("child")}
	for i := range discussion.MaxFacts {
		f := discussion.FactField(i)
		one := discussion.Fact{What: r.Secret(f), When: r.Secret(f + "_when"),
			Source: livc.NewSecret(string(page.Choice(r, f+"_source", law.FactSources())))}
		if !one.What.Empty() {
			t.Facts = append(t.Facts, one)
		}
	}
	return t
}

// aloud is what the coordinator reads to the one who told it, to check it together.
func aloud(r *page.Request, in discussion.Listen) []ui.Fact {
	ctx := r.Context()
	lines := tellAgain(r, in.Told)
	if in.Consent != "" {
		lines = append(lines, ui.Fact{Term: i18n.T(ctx, "listen.field.consent"), Value: i18n.Enum(ctx, "consent", in.Consent)})
	}
	return lines
}

// tellAgain is what was told, the good first; what was not told is not there.
func tellAgain(r *page.Request, t discussion.Told) (lines []ui.Fact) {
	ctx := r.Context()
	add := func(term string, s livc.Secret) {
		if !s.Empty() {
			lines = append(lines, ui.Fact{Term: term, Value: s.Reveal()})
		}
	}
	add(i18n.T(ctx, "listen.field.goes_well"), t.GoesWell)
	for i, f := range t.Facts {
		term := i18n.T(ctx, "listen.fact", "Number", strconv.Itoa(i+1))
		lines = append(lines, ui.Fact{Term: term, Values: factLines(r, f)})
	}
	add(i18n.T(ctx, "listen.field.indication"), t.Indication)
	add(i18n.T(ctx, "listen.field.tried"), t.Tried)
	add(i18n.T(ctx, "listen.field.asked"), t.Asked)
	add(i18n.T(ctx, "listen.field.wanted"), t.Wanted)
	add(i18n.T(ctx, "listen.field.child"), t.Child)
	add(i18n.T(ctx, "listen.field.first"), t.First)
	add(i18n.T(ctx, "listen.field.last"), t.Last)
	add(i18n.T(ctx, "listen.field.birth_year"), t.BirthYear)
	add(i18n.T(ctx, "listen.field.town"), t.Town)
	add(i18n.T(ctx, "listen.field.referrer"), t.Referrer)
	return lines
}

func factLines(r *page.Request, f discussion.Fact) []string {
	lines := []string{f.What.Reveal()}
	if !f.When.Empty() {
		lines = append(lines, f.When.Reveal())
	}
	if !f.Source.Empty() {
		lines = append(lines, i18n.Enum(r.Context(), "fact_source", f.Source.Reveal()))
	}
	return lines
}

// kept confirms that the referral was kept, without a code and without a name.
func (p Before) kept(r *page.Request) error {
	until := r.Today().Add(0, 0, law.LongestTerms().UndecidedDays)
	return r.Show(i18n.T(r.Context(), "listen.kept.title"), keptView(i18n.Day(r.Context(), until), r.Me.ListHolder))
}
