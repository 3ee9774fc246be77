package law

import "beraad.eu/livc"

// The 25 categories of article 3 of the decree of the French Community, in its order (X-F-a). The
// government can extend the list. Who is addressed for an invitation stands in AddresseeOf.
func frenchServices() []Service {
	of := func(c Category, secrecy livc.Secrecy, fr, en string) Service {
		names := map[livc.Language]string{livc.Dutch: fr, livc.French: fr, livc.English: en}
		return Service{c, names, livc.RegimeFrench, secrecy, FrenchServices}
	}
	p, o, d := livc.ProfessionalSecrecy, livc.OfficialSecrecy, livc.Discretion
	return []Service{
		of("fwb_ministere", o, "ministère de la Communauté française", "ministry of the French Community"),
		of("fwb_one", p, "Office de la Naissance et de l'Enfance (ONE)", "Birth and Childhood Office (ONE)"),
		of("fwb_chu_liege", p, "CHU de Liège", "Liège university hospital"),
		of("fwb_wbe", d, "Wallonie-Bruxelles Enseignement", "Wallonie-Bruxelles Enseignement"),
		of("fwb_ecole", d, "pouvoir organisateur d'enseignement subventionné", "organising power of subsidised schools"),
		of("fwb_pms", p, "centre psycho-médico-social (PMS)", "psycho-medico-social centre (PMS)"),
		of("fwb_pse", p, "promotion de la santé à l'école", "school health service"),
		of("fwb_superieur", d, "enseignement supérieur", "higher education"),
		of("fwb_hopital", p, "hôpital universitaire", "university hospital"),
		of("fwb_promotion_sociale", d, "enseignement de promotion sociale", "social advancement education"),
		of("fwb_internat", d, "internat ou home d'accueil", "boarding home"),
		of("fwb_justice_communautaire", p, "partenaire de la justice communautaire", "partner of community justice"),
		of("fwb_aide_jeunesse", p, "service agréé de l'aide à la jeunesse", "accredited youth aid service"),
		of("fwb_maison_jeunes", d, "maison de jeunes ou centre d'information", "youth house or information centre"),
		of("fwb_organisation_jeunesse", d, "organisation de jeunesse", "youth organisation"),
		of("fwb_forum_jeunes", d, "Forum des Jeunes", "Youth Forum"),
		of("fwb_aide_sport", d, "aide à la performance sportive", "support for sports performance"),
		of("fwb_sport", d, "mouvement sportif organisé", "organised sports movement"),
		of("fwb_culture", d, "opérateur culturel", "cultural operator"),
		of("fwb_education_permanente", d, "association d'éducation permanente", "continuing education association"),
		of("fwb_vacances", d, "centre de vacances", "holiday centre"),
		of("fwb_extrascolaire", d, "accueil extrascolaire", "out-of-school care"),
		of("fwb_ecole_devoirs", d, "école de devoirs", "homework school"),
		of("fwb_petite_enfance", d, "accueil de la petite enfance", "early childhood care"),
		of("fwb_citoyennete", d, "opérateur de citoyenneté et d'interculturalité", "citizenship and interculturality operator"),
	}
}

// addressedToDirection are the categories whose invitation goes to the director instead of the
// superior of the case holder: article 4, second paragraph (X-F-c).
var addressedToDirection = []Category{
	"fwb_wbe", "fwb_ecole", "fwb_pms", "fwb_superieur", "fwb_promotion_sociale", "fwb_internat",
}
