package name

import (
	"slices"
	"strings"

	"beraad.eu/livc"
)

// Person is what a referral tells about who somebody is: the least that S3 asks for.
// BirthYear is a year of the civil calendar; 0 means unknown.
type Person struct {
	First, Last livc.Secret
	BirthYear   int
}

// Reason says in which way two names are the same name. Its words in each language stand under the
// key reason.<value>.
type Reason string

// The reasons, in the order in which they are shown.
const (
	Exact           Reason = "exact"           // letter for letter
	Diacritics      Reason = "diacritics"      // accents, dots, hyphens
	Transliteration Reason = "transliteration" // another alphabet or language, written by another hand
	Spelling        Reason = "spelling"        // sounds the same, written otherwise: De Backer, De Bakker
	Particle        Reason = "particle"        // van den, el, ben: apart, joined or left out
	Swapped         Reason = "swapped"         // first name and surname changed places
	Compound        Reason = "compound"        // one of two names, or joined differently
	Typing          Reason = "typing"          // a letter or digit too many, missing, wrong or moved
	ShortForm       Reason = "short_form"      // an initial, a pet name, or a part that is missing
	YearByOne       Reason = "year_by_one"     // the birth years differ by one
)

// Reasons is every reason in the order in which they are shown.
func Reasons() []Reason {
	return []Reason{Exact, Diacritics, Transliteration, Spelling, Particle, Swapped, Compound, Typing, ShortForm, YearByOne}
}

// Key is the key of the language files.
func (r Reason) Key() string { return "reason." + string(r) }

// Match is the answer: words, never a number (product.md E1: no score for a person). Likely and
// Possible exclude each other; both false is "no hit". A person decides, the program never does.
type Match struct {
	Likely   bool
	Possible bool
	Reasons  []Reason
}

// Any tells whether there is something to look at.
func (m Match) Any() bool { return m.Likely || m.Possible }

// Enough tells whether p can be compared: a surname with a first name, an initial or a birth year.
// With less, every Peeters in town would be a hit (S5: ask the one who refers).
func Enough(p Person) bool { return prepare(p).enough() }

// unknown are the words people type where they know nothing.
var unknown = []string{"onbekend", "inconnu", "inconnue", "unknown", "unbekannt", "nvt", "?", "x", "xx", "xxx"}

func isUnknown(s string) bool { return slices.Contains(unknown, strings.Trim(s, ". -")) }
