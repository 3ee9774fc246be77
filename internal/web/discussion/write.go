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

// lastPage is the page on which everything is checked and sent.
const lastPage = 10

// writePage is one page of a written referral: one thing at a time.
type writePage struct {
	Number  int
	Form    ui.Form
	Draft   discussion.Draft
	Told    discussion.Told
	Towns   []ui.Choice
	Numbers []int
	Secrecy []string
	Check   []ui.Fact // on the last page
}

func (p Before) write(r *page.Request) error {
	n, err := strconv.Atoi(r.PathValue("page"))
	if err != nil || n < 1 || n > lastPage {
		return livc.NotFound()
	}
	d, err := p.Referrals.Draft(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	if r.Posted() {
		if done, err := p.writeOn(r, n, &d); done {
			return err
		}
	}
	return p.showWrite(r, n, d)
}

// writeOn keeps the page and goes on; on the last page it sends.
func (p Before) writeOn(r *page.Request, n int, d *discussion.Draft) (bool, error) {
	if r.Text("do") == "wipe" {
		return r.Done("", p.Referrals.EraseDraft(r.Context(), r.By()), page.To("/refer"))
	}
	if n == lastPage {
		made, err := p.Referrals.ReferCase(r.Context(), r.By(), referred(*d))
		return r.Done(made, err, page.To("/refer/sent"))
	}
	fillDraft(r, n, d)
	return r.Done("", p.Referrals.KeepDraft(r.Context(), r.By(), *d), page.To(writePath(n+1)))
}

func writePath(n int) string { return "/refer/write/" + strconv.Itoa(n) }

// fillDraft takes the fields of one page into the draft.
func fillDraft(r *page.Request, n int, d *discussion.Draft) {
	t, now := d.Text(), told(r)
	word := func(v string) livc.Secret { return livc.NewSecret(v) }
	switch n {
	case 1:
		d.SelfChecked, d.Team = word(r.Text("self_check")), word(string(page.Choice(r, "team", []law.Answer{law.Yes, law.No})))
	case 3:
		t.First, t.Last, t.BirthYear, t.Town, d.Municipality = now.First, now.Last, now.BirthYear, now.Town, word(string(r.Ref("municipality")))
	case 4:
		t.GoesWell = now.GoesWell
	case 5:
		t.Facts = now.Facts
	case 6:
		t.Indication = now.Indication
	case 7:
		t.Tried, t.Asked = now.Tried, now.Asked
	case 8:
		t.Wanted, t.Child = now.Wanted, now.Child
	case 9:
		d.Consent, d.Ages = word(string(page.Choice(r, "consent", discussion.Consents()))), word(string(page.Choice(r, "ages", livc.AgeBands())))
		d.Sector = word(string(page.Choice(r, "sector", discussion.Sectors())))
	}
	d.Told = []discussion.Told{t}
}

// referred is the draft as it is sent.
func referred(d discussion.Draft) discussion.ReferCase {
	in := discussion.ReferCase{Told: d.Text(), Ages: livc.AgeBand(d.Ages.Reveal()), Sector: discussion.Sector(d.Sector.Reveal()),
		Consent: discussion.Consent(d.Consent.Reveal()), SelfChecked: d.SelfChecked.Reveal() == "yes", Team: law.Answer(d.Team.Reveal())}
	in.Municipality = livc.ID(d.Municipality.Reveal())
	return in
}

func (p Before) showWrite(r *page.Request, n int, d discussion.Draft) error {
	m, err := p.Referrals.Mine(r.Context(), r.Actor)
	if err != nil {
		return err
	}
	v := writePage{Number: n, Form: r.Form(writePath(n)), Draft: d, Told: d.Text(), Towns: towns(r, m), Numbers: factNumbers()}
	for _, s := range m.Secrecy {
		v.Secrecy = append(v.Secrecy, i18n.T(r.Context(), dutyKeys[s]))
	}
	if n == lastPage {
		v.Check = checkFacts(r, d)
	}
	return r.Show(i18n.T(r.Context(), "refer_case.title"), writeView(v, page.Help(r, "vl-referral", "livc-3-2-list", "p-contributors-say")))
}

var dutyKeys = map[livc.Secrecy]string{
	livc.ProfessionalSecrecy: "law.duty.professional", livc.OfficialSecrecy: "law.duty.official",
	livc.Discretion: "law.duty.discretion", livc.TableSecrecy: "law.duty.table",
}

// checkFacts is what was written, each with the way back to its page.
func checkFacts(r *page.Request, d discussion.Draft) []ui.Fact {
	list := tellAgain(r, d.Text())
	places := map[string]int{"goes_well": 4, "indication": 6, "tried": 7, "asked": 7, "wanted": 8, "child": 8, "first": 3, "last": 3, "birth_year": 3, "town": 3}
	terms := map[string]int{}
	for field, n := range places {
		terms[fieldLabel(r, field)] = n
	}
	for i := range list {
		n := terms[list[i].Term]
		if n == 0 {
			n = 5
		}
		list[i].Change = writePath(n)
	}
	return list
}

// sent confirms without a code: a code comes only with the list.
func (p Before) sent(r *page.Request) error {
	until := r.Today().Add(0, 0, law.LongestTerms().UndecidedDays)
	return r.Show(i18n.T(r.Context(), "refer_case.sent"), sentView(i18n.Day(r.Context(), until)))
}
