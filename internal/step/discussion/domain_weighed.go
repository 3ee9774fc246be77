package discussion

import (
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// DomainWeighed is how far one life domain was talked about: from how many places at the table something
// was said, never what (R4.3-e, R4.3-f). The two counts are never added up. Dutch: gewogen levensdomein.
type DomainWeighed struct {
	Domain             string
	Protects, Concerns int // perspectives
	Unknown            bool
	NotApplicable      bool
}

// coverage is the domain as the rules see it.
func (d DomainWeighed) coverage() law.Coverage {
	switch {
	case d.Protects > 0 || d.Concerns > 0:
		return law.Covered
	case d.Unknown:
		return law.OpenQuestion
	case d.NotApplicable:
		return law.NotApplicable
	}
	return law.NotYet
}

// weighing is the whole guide as the rules see it.
func weighing(i TableItem, list []DomainWeighed, procedure bool) law.Weighing {
	w := law.Weighing{Domains: map[string]law.Coverage{}, StopQuestions: len(i.Stops), ProcedureExists: procedure}
	for _, stem := range Domains() {
		w.Domains[stem] = law.NotYet
	}
	for _, d := range list {
		w.Domains[d.Domain] = d.coverage()
	}
	if i.AskedProtects {
		w.Protective = law.Yes
	}
	if i.AskedConcerns {
		w.Concerns = law.Yes
	}
	return w
}

// OpenQuestion is what the table does not know, in general words, with somebody who finds out. Its text
// is sealed on the casusblad. Dutch: open vraag.
type OpenQuestion struct {
	ID, Case, Item, Record      livc.ID
	Domain                      string
	Attendee, Hat, Organisation livc.ID // the holder; empty: nobody yet
	Due                         livc.Day
	State                       string // open, answered, let_go
}

// QuestionText is the sealed text of an open question. Dutch: tekst van een open vraag.
type QuestionText struct{ Text livc.Secret }
