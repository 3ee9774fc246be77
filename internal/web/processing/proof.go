package processing

import (
	"net/http"
	"strconv"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/internal/web/ui"
)

// proofPage is one certificate of erasure, to print and to keep.
type proofPage struct {
	Lead    string
	Facts   []ui.Fact
	Classes []string
	Sound   bool
	Note    string
	Key     string
	File    string // name under which it is kept
	Href    string // where the file is
	Command string
}

func (p Pages) certificate(r *page.Request) (c processing.Certificate, err error) {
	id, err := r.ID("proof")
	if err != nil {
		return c, err
	}
	return p.Service.Proof(r.Context(), r.Actor, id)
}

func (p Pages) proof(r *page.Request) error {
	c, err := p.certificate(r)
	if err != nil {
		return err
	}
	ctx := r.Context()
	v := proofPage{Lead: i18n.T(ctx, "enum.proof."+c.Kind, "Day", i18n.DateOf(ctx, c.Day)), Sound: c.Sound, Note: string(c.Note), Key: c.Key,
		File: fileOf(c), Href: toProof(c.ID) + "/note"}
	v.Command = "beraad verify --certificate " + v.File
	v.Facts = []ui.Fact{
		{Term: i18n.T(ctx, "proof.number_term"), Value: c.Number()},
		{Term: i18n.T(ctx, "proof.day_term"), Value: i18n.DateOf(ctx, c.Day)},
		{Term: i18n.T(ctx, "proof.cause_term"), Value: i18n.Enum(ctx, "cause", c.Cause)},
		{Term: i18n.T(ctx, "proof.shown_term"), Value: i18n.DateOf(ctx, c.Day.Add(0, 0, processing.ProofDays))},
	}
	for _, class := range c.Classes {
		v.Classes = append(v.Classes, i18n.Enum(ctx, "erased_class", class))
	}
	return r.Show(i18n.T(ctx, "proof.title"), proofView(v, page.Help(r, law.StorageLimit)))
}

// fileOf names the file of a certificate by its number, which tells nothing.
func fileOf(c processing.Certificate) string { return "wisbewijs-" + c.Number() + ".txt" }

// note gives the signed note as a file, byte by byte as it was signed.
func (p Pages) note(r *page.Request) error {
	c, err := p.certificate(r)
	if err != nil {
		return err
	}
	h := r.Writer().Header()
	h.Set("Content-Type", "text/plain; charset=utf-8")
	h.Set("Content-Disposition", `attachment; filename="`+fileOf(c)+`"`)
	h.Set("Content-Length", strconv.Itoa(len(c.Note)))
	r.Writer().WriteHeader(http.StatusOK)
	_, err = r.Writer().Write(c.Note)
	return err
}

// forgottenRows say with pride that a case was forgotten today; not which (settled 28).
func forgottenRows(r *page.Request, t processing.Terms) (rows []ui.Row) {
	ctx := r.Context()
	for _, f := range t.Proofs {
		if f.Kind == "case" && f.Day == r.Today() {
			rows = append(rows, ui.Row{Href: toProof(f.ID), Text: i18n.T(ctx, "proof.today", "Number", f.Number()), Sub: i18n.T(ctx, "proof.today_sub"),
				Tag: ui.Tag{Text: i18n.T(ctx, "proof.tag"), Tone: ui.Settled}})
		}
	}
	return rows
}
