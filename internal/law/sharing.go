package law

import (
	"slices"

	"beraad.eu/livc"
)

// FactUse is what a fact shared at the table may serve for. Dutch: waarvoor een feit mag dienen.
type FactUse string

// The uses; the table alone is the default. Own dossiers are of nobody until the contributor says so.
const (
	UseTable        FactUse = "table"
	UseReport       FactUse = "report" // in general words
	UseAction       FactUse = "action"
	UseLTF          FactUse = "ltf"
	UseDossierNamed FactUse = "dossier_named" // the hats that the contributor names
	UseDossierAll   FactUse = "dossier_all"   // everyone inside who may register
)

// FactUses lists the uses.
func FactUses() []FactUse {
	return []FactUse{UseTable, UseReport, UseAction, UseLTF, UseDossierNamed, UseDossierAll}
}

// DefaultUses is what a fact may serve for when its contributor says nothing: the table (R2.5.3-i).
func DefaultUses() []FactUse { return []FactUse{UseTable} }

// FactSource is how the contributor knows it. Dutch: bron.
type FactSource string

// The sources.
const (
	Seen     FactSource = "seen"     // zelf gezien
	FromThem FactSource = "person"   // gehoord van de persoon
	FromElse FactSource = "other"    // van iemand anders
	Inferred FactSource = "inferred" // afgeleid
)

// FactSources lists the sources.
func FactSources() []FactSource { return []FactSource{Seen, FromThem, FromElse, Inferred} }

// Fact is something shared at the table, as the rules see it; the text is the only thing that must be
// there, and nobody must share one. Dutch: feit.
type Fact struct {
	Contributor             livc.ID // the hat that shared it
	Text                    livc.Secret
	Uses                    []FactUse
	Named                   []livc.ID // the hats that may register it
	FromProfessionalSecrecy bool
	ToldAsSecret            bool
	ClientConsented         bool // the person agreed, knowing that it comes here (R4.2-b)
	Withdrawn               bool
}

// Allows tells whether the contributor allows a use. What is secret never serves for the LTF, whatever
// was ticked (R2.5.3-i, X-L-k).
func (f Fact) Allows(use FactUse) bool {
	if f.Withdrawn || (use == UseLTF && (f.FromProfessionalSecrecy || f.ToldAsSecret)) {
		return false
	}
	return slices.Contains(f.Uses, use)
}

// MayUse refuses a use of a fact without the leave of who shared it (R2.5.3-d, R2.5.3-i). The
// contributor may always use the own words.
func MayUse(f Fact, use FactUse, by livc.ID) error {
	if use != UseLTF && by == f.Contributor {
		return nil
	}
	if f.Allows(use) {
		return nil
	}
	return livc.Denied("law.use.not_allowed", ContributorsSay)
}

// MayRegister refuses to copy a fact into an own dossier without a framework (R6.2-c), or without the
// leave of who shared it (R2.5.3-i). Registering is a choice: nothing at all is a full answer (R6.2-a,
// R6.2-b). Own words always may.
func MayRegister(f Fact, by livc.ID, framework Framework) error {
	if err := framework.MayKeepDossier(); err != nil {
		return err
	}
	named := f.Allows(UseDossierNamed) && slices.Contains(f.Named, by)
	if by == f.Contributor || named || f.Allows(UseDossierAll) {
		return nil
	}
	return livc.Denied("law.use.not_registered", ContributorsSay)
}

// CheckFact asks for nothing but the text: silence, "nothing to share" and no note are the same, and no
// field is compulsory (X-G-a, R0.3-d, R2.5.3-a, R2.5.3-j, X-F-j). Texts are short: need to know (R2.5.2-a, R2.5.3-g).
func CheckFact(f Fact) error {
	var faults livc.Faults
	faults.Check(!f.Text.Empty(), "text", "law.fact.empty", RightToSpeak)
	faults.Check(f.Text.Len() <= FactLength, "text", "law.fact.too_long", NeedToKnow)
	return faults.Err()
}

// FactLength is the most characters a shared fact may have.
const FactLength = 240

// SharingHints are the questions shown beside a text, which never block: is it needed, does it serve
// the person, does it harm others, does the law of my profession allow it, may the person know
// (R0.3-b, R2.5.2-a, R2.5.3-f, R2.5.3-g, R2.5.3-h, R4.2-a, R4.2-b).
func SharingHints() []Duty {
	return []Duty{
		{Key: "law.hint.needed", Norm: NeedToKnow},
		{Key: "law.hint.serves", Norm: PersonsInterest},
		{Key: "law.hint.others", Norm: PersonsInterest},
		{Key: "law.hint.own_rules", Norm: KnowYourRules},
		{Key: "law.hint.consent", Norm: ClientConsent},
	}
}
