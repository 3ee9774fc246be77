package plain

import (
	"cmp"
	"slices"

	"beraad.eu/livc"
)

// Kind is the kind of identifier.
type Kind string

// The kinds of identifier, from product.md S2 and settled 9.
const (
	Name           Kind = "name"
	Initials       Kind = "initials"
	BirthDate      Kind = "birth_date"
	Age            Kind = "age"
	Phone          Kind = "phone"
	Mail           Kind = "mail"
	NationalNumber Kind = "national_number"
	Address        Kind = "address"
	IBAN           Kind = "iban"
	Plate          Kind = "plate"
	URL            Kind = "url"
	Handle         Kind = "handle"
	Organisation   Kind = "organisation"
	Rare           Kind = "rare"
	Quote          Kind = "quote"
	RoleActionDate Kind = "role_action_date"
)

// Kinds is every kind, in the order in which the strongest comes first: of two marks on one place the
// first kind stays.
func Kinds() []Kind {
	return []Kind{Mail, URL, Handle, NationalNumber, IBAN, Phone, BirthDate, Plate, Address, Organisation,
		Age, Rare, Initials, Name, Quote, RoleActionDate}
}

// Key is the key of the language files for the name of the kind.
func (k Kind) Key() string { return "identifier." + string(k) }

// wide marks are whole phrases; smaller marks inside them stay.
func (k Kind) wide() bool { return k == Quote || k == RoleActionDate }

// A Mark is a place in a text that can point to a person. From and To are offsets in characters (runes),
// To behind the last. Suggestion is the key of "make it more general", with an example.
type Mark struct {
	From, To   int
	Kind       Kind
	Suggestion string
}

// Options say what the caller knows. The zero Options are the strictest.
type Options struct {
	// Lang is the language of the text: nl (also when empty), fr, de or en. German nouns have capitals,
	// so that in de only known names are marked as names.
	Lang string
	// Today decides whether a full date can be a birthday; without it every full date is marked.
	Today livc.Day
	// Names are names that must not appear, such as those of the person and the family.
	Names []livc.Secret
	// Allowed are words with a capital that name nobody: the town, the partners.
	Allowed []string
}

// Identifiers marks everything in the text that can point to a person, in the order of the text. It
// misses things: the text is still read aloud (settled 9).
func Identifiers(text livc.Secret, o Options) []Mark {
	t := readText(text.Reveal())
	marks := slices.Concat(patternMarks(t, o), dateMarks(t, o), nameMarks(t, o), givenNameMarks(t, o), roleMarks(t))
	for i := range marks {
		marks[i].From, marks[i].To = t.rune[marks[i].From], t.rune[marks[i].To]
		marks[i].Suggestion = marks[i].Kind.Key() + ".suggestion"
	}
	return settle(marks)
}

// settle keeps one mark for each place.
func settle(marks []Mark) []Mark {
	kinds := Kinds()
	slices.SortStableFunc(marks, func(a, b Mark) int {
		return slices.Index(kinds, a.Kind) - slices.Index(kinds, b.Kind)
	})
	var kept []Mark
	for _, m := range marks {
		if !slices.ContainsFunc(kept, func(k Mark) bool { return k.covers(m) }) {
			kept = append(kept, m)
		}
	}
	slices.SortFunc(kept, func(a, b Mark) int { return cmp.Or(a.From-b.From, b.To-a.To) })
	return kept
}

func (m Mark) covers(other Mark) bool {
	if m.Kind.wide() != other.Kind.wide() || m.Kind.wide() && m.Kind != other.Kind {
		return false
	}
	return m.From < other.To && other.From < m.To
}
