package discussion

import (
	"beraad.eu/internal/name"
	"beraad.eu/livc"
)

// Told is what a referrer told: the text of one referral (form 4.1, R4.1.1-b). Every field may be empty; nothing is
// asked about origin, faith, politics or health: a referral holds the least of a person (R6.2-f). Dutch: wat verteld werd.
type Told struct {
	Referrer                     livc.Secret // who tells, for somebody from outside, and how to answer
	First, Last, BirthYear, Town livc.Secret
	GoesWell                     livc.Secret // asked before the worries
	Facts                        []Fact
	Indication                   livc.Secret // why a process that may lead to violence (R4.1-d)
	Tried                        livc.Secret
	Asked                        livc.Secret // what the person or the parents said
	Wanted                       livc.Secret // what is asked of the table
	Child                        livc.Secret // what the young person and the parents know and want
}

// Fact is one thing that somebody saw or heard. Dutch: feit.
type Fact struct {
	What   livc.Secret
	When   livc.Secret
	Source livc.Secret // a law.FactSource
}

// Limits of the text, in characters, and of the number of facts.
const (
	MaxFacts = 5
	MaxFact  = 600
	MaxWhen  = 80
	MaxText  = 1500
	MaxName  = 80
)

// toldKind is the kind of the records of the intake that hold what was told.
const toldKind = "told"

// Who gives the identity.
func (t Told) Who() Identity { return Identity{t.First, t.Last, t.BirthYear, t.Town} }

// person is the identity as names are compared.
func (i Identity) person() name.Person {
	return name.Person{First: i.First, Last: i.Last, BirthYear: name.YearOf(i.BirthYear)}
}

// facts counts what was really told.
func (t Told) facts() (n int) {
	for _, f := range t.Facts {
		if !f.What.Empty() {
			n++
		}
	}
	return n
}

// lengths notes what is too long, at its field.
func (t Told) lengths(faults *livc.Faults) {
	for _, p := range []struct {
		field string
		text  livc.Secret
		max   int
	}{
		{"referrer", t.Referrer, MaxName * 2}, {"first", t.First, MaxName}, {"last", t.Last, MaxName}, {"birth_year", t.BirthYear, 10}, {"town", t.Town, MaxName},
		{"goes_well", t.GoesWell, MaxText}, {"indication", t.Indication, MaxText}, {"tried", t.Tried, MaxText},
		{"asked", t.Asked, MaxText}, {"wanted", t.Wanted, MaxText}, {"child", t.Child, MaxText},
	} {
		faults.Check(p.text.Len() <= p.max, p.field, "error.too_long")
	}
	faults.Check(len(t.Facts) <= MaxFacts, "facts", "listen.facts")
	for i, f := range t.Facts {
		faults.Check(f.What.Len() <= MaxFact && f.When.Len() <= MaxWhen, FactField(i), "error.too_long")
	}
}

// FactField is the name of the field of the i-th fact, counted from 0.
func FactField(i int) string { return "fact_" + string(rune('1'+i)) }
