package law

import (
	"slices"
	"sync"

	"beraad.eu/livc"
)

// Category is a kind of service in the register of services, a stable word such as "clb".
// Dutch: categorie van diensten.
type Category string

// Service is a kind of service that the law or the guide names. The secrecy is only what usually
// binds such a service; each person confirms what binds him or her (R2.5.1-g). Dutch: dienst.
type Service struct {
	Category Category
	Name     map[livc.Language]string
	Regime   livc.Regime
	Secrecy  livc.Secrecy
	Norm     livc.NormID // what authorises it to take part
}

// Services lists the kinds of service that may be invited, whatever their framework (R2.3-d, R2.3.4-a,
// X-F-a). Whether the framework is in force is asked of FrameworkOf.
func Services() []Service {
	return slices.Concat(flemishServices(), municipalServices(), policeServices(), frenchServices())
}

// FindService looks a category up.
func FindService(c Category) (Service, bool) {
	s, ok := servicesByCategory()[c]
	return s, ok
}

// servicesByCategory is made once: a page at a table looks one up for each fact.
var servicesByCategory = sync.OnceValue(func() map[Category]Service {
	m := map[Category]Service{}
	for _, s := range slices.Backward(Services()) { // the first of a category counts
		m[s.Category] = s
	}
	return m
})

// Exclusion is a body that never sits at the table, with the norm that says so. Dutch: uitgesloten dienst.
type Exclusion struct {
	Category Category
	Name     map[livc.Language]string
	Norm     livc.NormID
	Key      string
}

// Exclusions lists the bodies that cannot be invited (R2.3-e, X-C-e). LTF and NTF are other tables
// (R0.0-b); the information officer alone sits in two, by role.
func Exclusions() []Exclusion {
	security := func(c Category, nl, fr, en string) Exclusion {
		return Exclusion{c, cite(nl, fr, en), ExcludedServices, "law.excluded.security"}
	}
	return []Exclusion{
		security("ocad", "OCAD", "OCAM", "OCAD"),
		security("vsse", "Veiligheid van de Staat", "Sûreté de l'État", "State Security"),
		security("adiv", "militaire inlichtingendienst (ADIV)", "renseignement militaire (SGRS)", "military intelligence"),
		security("parket", "parket", "parquet", "public prosecutor's office"),
		security("andere_politie", "politie buiten de politiezetel", "police hors du siège de police", "police outside the police seat"),
		{"ltf", cite("LTF", "TFL", "LTF"), BodiesApart, "law.excluded.other_table"},
		{"ntf", cite("NTF", "TFN", "NTF"), BodiesApart, "law.excluded.other_table"},
		{"advocaat", cite("advocaat", "avocat", "lawyer"), LawyerOutside, "law.excluded.lawyer"},
	}
}

// MayInviteCategory refuses the excluded bodies with their reason, and a category that the register
// does not know: who is not authorised by name is not invited (R2.3-d, R2.3-e, X-C-e).
func MayInviteCategory(c Category) error {
	for _, x := range Exclusions() {
		if x.Category == c {
			return livc.Denied(x.Key, x.Norm).At("category")
		}
	}
	if _, known := FindService(c); !known {
		return livc.Invalid("law.category.unknown", MayorInvites).At("category")
	}
	return nil
}

// NameIn is a name in the reader's language, or else in Dutch.
func NameIn(names map[livc.Language]string, lang livc.Language) string {
	return inLanguage(names, lang)
}
