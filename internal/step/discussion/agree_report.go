package discussion

import (
	"context"
	"strconv"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/plain"
	"beraad.eu/livc"
)

// AgreeReport is the input of the use case of that name.
type AgreeReport struct {
	Item      livc.ID
	Text      livc.Secret
	Lang      string
	Left      []string // marks that the table lets stand, as MarkKey names them
	ReadAloud bool
	Agreed    bool // everybody inside agrees
}

// ReportText is the sealed report of one item; Seal makes its fingerprint unguessable once the text is
// gone. Dutch: tekst van het verslag.
type ReportText struct{ Text, Seal livc.Secret }

// MaxReport is the longest report of one item, in characters.
const MaxReport = 2400

// AgreeReport freezes the report of an item after it was read aloud. It is built from what was chosen,
// not from what was said; what could point to a person is marked first. A name, a number, an address, a
// birth date or a mail address cannot stay (R4.1.1-e, invariant 15); of other marks the table decides.
// It is no anonymous text: it has the clock of the casusblad (architecture 9). It gives the marks it found.
func (t *Table) AgreeReport(ctx context.Context, by deed.By, in AgreeReport) (marks []plain.Mark, err error) {
	err = t.onItem(ctx, by, access.AgreeReport, in.Item, func(tx *deed.Tx, a *atTable) error {
		if a.Item.InRoom() {
			return livc.Conflict("conflict.on_own_screens")
		}
		var err error
		if marks, err = t.mayReport(ctx, tx, *a, in); err != nil {
			return err
		}
		tx.Made(in.Item)
		return t.freezeText(ctx, tx, a, ReportText{in.Text, livc.NewSecret(string(tx.NewID()))})
	})
	return marks, err
}

// mayReport looks at the words of a report before they are agreed, and gives what could point to a person.
func (t *Table) mayReport(ctx context.Context, tx *deed.Tx, a atTable, in AgreeReport) ([]plain.Mark, error) {
	if a.Item.Frozen() {
		return nil, livc.Conflict("conflict.report_agreed")
	}
	if a.Item.Outcome == "" {
		return nil, livc.Denied("denied.decide_first", law.CarefulWeighing)
	}
	marks, err := t.marks(ctx, tx, a, in)
	if err != nil {
		return nil, err
	}
	return marks, in.check(marks)
}

func (in AgreeReport) check(marks []plain.Mark) error {
	var f livc.Faults
	f.Check(!in.Text.Empty(), "text", "agree_report.text")
	f.Check(in.Text.Len() <= MaxReport, "text", "error.too_long")
	for _, m := range marks {
		f.Check(!neverStays(m.Kind), "text", "agree_report.never", law.ReportNoNames)
		f.Check(neverStays(m.Kind) || known(in.Left, MarkKey(m)), "left", "agree_report.look", law.ReportNoNames)
	}
	f.Check(in.ReadAloud, "read", "agree_report.read")
	f.Check(in.Agreed, "agreed", "agree_report.agreed")
	return f.Err()
}

// MarkKey names a mark by its place in the text, so that a text that changed is looked at anew.
func MarkKey(m plain.Mark) string { return strconv.Itoa(m.From) + "-" + strconv.Itoa(m.To) }

// neverStays tells which identifiers the table cannot let stand.
func neverStays(k plain.Kind) bool {
	return known([]plain.Kind{plain.Name, plain.NationalNumber, plain.Address, plain.BirthDate, plain.Mail, plain.Phone, plain.Initials, plain.IBAN, plain.Plate}, k)
}

// NeverStays tells whether a mark must be replaced before the report can be agreed.
func NeverStays(m plain.Mark) bool { return neverStays(m.Kind) }

// marks looks for what points to a person: the names of everybody in the network, and of the person
// when the actor holds the list.
func (t *Table) marks(ctx context.Context, tx *deed.Tx, a atTable, in AgreeReport) ([]plain.Mark, error) {
	hats, err := t.Book.Hats(ctx, tx)
	if err != nil {
		return nil, err
	}
	o := plain.Options{Lang: in.Lang, Today: tx.Today}
	for _, h := range hats {
		o.Names = append(o.Names, h.Name.Secret())
	}
	for _, p := range a.People {
		o.Names = append(o.Names, p.Name.Secret())
	}
	person, err := t.person(ctx, tx, a)
	if err != nil {
		return nil, err
	}
	o.Names = append(o.Names, person...)
	if o.Allowed, err = t.allowed(ctx, tx, a.Case); err != nil {
		return nil, err
	}
	return plain.Identifiers(in.Text, o), nil
}

// person gives the names of the person, when the actor holds the mayor's list.
func (t *Table) person(ctx context.Context, tx *deed.Tx, a atTable) ([]livc.Secret, error) {
	m, err := t.Book.Municipality(ctx, tx, a.Case.Municipality)
	if err != nil || m.List == "" || tx.Facts.ListHolder != access.Yes {
		return nil, err
	}
	var e ListEntry
	if err := tx.Open(m.List, a.Case.ID, &e); err != nil {
		return nil, err
	}
	return []livc.Secret{e.First, e.Last}, nil
}

func (t *Table) freezeText(ctx context.Context, tx *deed.Tx, a *atTable, text ReportText) error {
	var err error
	if a.Item.ReportHash, err = deed.Fingerprint(text); err != nil {
		return err
	}
	if a.Item.ReportRecord, err = a.keep(tx, "report", text); err != nil {
		return err
	}
	a.Item.Reported = tx.At
	return t.Book.SetTableItem(ctx, tx, a.Item)
}
