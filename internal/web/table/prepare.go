package table

import (
	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
	"beraad.eu/livc"
)

// preparePage is what somebody prepares for a meeting.
type preparePage struct {
	M     discussion.MyScreen
	At    string
	Form  ui.Form
	Drop  ui.Form
	Items []ui.Choice
}

func (p Pages) prepare(r *page.Request) error {
	meeting, err := r.ID("meeting")
	if err != nil {
		return err
	}
	at := "/meetings/" + string(meeting) + "/prepare"
	if r.Posted() {
		made, err := p.prepares(r, meeting)
		if done, err := r.Done(made, err, page.To(at)); done {
			return err
		}
	}
	m, err := p.Table.Mine(r.Context(), r.Actor, meeting)
	if err != nil {
		return err
	}
	v := preparePage{M: m, At: at, Form: r.Form(at), Drop: form(r, at)}
	for _, n := range m.Next {
		v.Items = append(v.Items, ui.Choice{Value: string(n.Item), Label: i18n.T(r.Context(), "desk.point", "At", n.Place, "Of", m.Of)})
	}
	return r.Show(i18n.T(r.Context(), "prepare.title"), prepareView(v, page.Help(r, "vl-speak", "vl-need-to-know")))
}

func (p Pages) prepares(r *page.Request, meeting livc.ID) (livc.ID, error) {
	if drop := r.Ref("drop"); drop != "" {
		return meeting, p.Table.DropPrepared(r.Context(), r.By(), meeting, drop)
	}
	return meeting, p.Table.Prepare(r.Context(), r.By(), discussion.Prepare{Meeting: meeting, Item: r.Ref("item"), Domain: r.Text("domain"),
		How: page.Choice(r, "how", law.FactSources()), Weighed: page.Choice(r, "weighed", discussion.Weigheds()),
		Text: discussion.PreparedText{What: r.Secret("what"), Softer: r.Secret("softer"), When: r.Secret("when"), Client: r.Secret("client"), Ask: r.Secret("ask")}})
}
