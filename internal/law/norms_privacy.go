package law

import "beraad.eu/livc"

// The norms of data protection.
const (
	StorageLimit      livc.NormID = "gdpr-5-1-e"
	SecurityDuty      livc.NormID = "gdpr-32"
	AuthorisedOnly    livc.NormID = "gdpr-29"
	SpecialKinds      livc.NormID = "gdpr-9-10"
	DataProtector     livc.NormID = "gdpr-37"
	OwnController     livc.NormID = "gdpr-4-7"
	WalloonDecree     livc.NormID = "wal-pending"
	BrusselsOrdinance livc.NormID = "bru-pending"
	GermanDecree      livc.NormID = "dg-pending"
)

func inGDPR(id livc.NormID, article, rule, nl, en string) Norm {
	return Norm{ID: id, Rule: rules(rule), Force: Privacy,
		Cite:  cite("AVG, art. "+article, "RGPD, art. "+article, "GDPR, art. "+article),
		Short: say(nl, en), ValidFrom: "2018-05-25",
		URL: "https://eur-lex.europa.eu/eli/reg/2016/679/oj"}
}

var privacy = []Norm{
	inGDPR(StorageLimit, "5.1.e", "R6.2-k",
		"We bewaren niets langer dan nodig.", "We keep nothing longer than needed."),
	inGDPR(SecurityDuty, "32", "R6.2-h R6.2-x",
		"Gegevens zijn verzegeld, en elke inzage laat een spoor.",
		"Data are sealed, and every look leaves a trace."),
	inGDPR(AuthorisedOnly, "29, 32", "R6.2-u R6.2-v R6.2-w",
		"Alleen wie op de lijst van bevoegden staat, kan gegevens zien.",
		"Only who stands on the list of authorised persons can see data."),
	inGDPR(SpecialKinds, "9, 10", "X-D-c",
		"We vragen niet naar afkomst, geloof, politiek of gezondheid.",
		"We do not ask for origin, faith, politics or health."),
	inGDPR(DataProtector, "37", "R6.2-q",
		"Elke organisatie heeft een functionaris voor gegevensbescherming.",
		"Each organisation has a data protection officer."),
	inGDPR(OwnController, "4.7", "R6.2-d",
		"Elke organisatie is zelf verantwoordelijk voor haar dossier.",
		"Each organisation is itself responsible for its dossier."),
}

// Texts of which no day of entry into force is known: their services cannot be invited yet. When a
// text begins, its row gets a first day. The ban on side use of the Walloon draft is taken over as
// good practice in NoSideUse.
var draft = []Norm{
	pending(WalloonDecree, livc.RegimeWalloon, "ontwerp van Waals decreet", "projet de décret wallon",
		"draft Walloon decree", "X-W-a"),
	pending(BrusselsOrdinance, livc.RegimeBrussels, "Brusselse ordonnantie", "ordonnance bruxelloise",
		"Brussels ordinance", ""),
	pending(GermanDecree, livc.RegimeGerman, "decreet van de Duitstalige Gemeenschap",
		"décret de la Communauté germanophone", "decree of the German-speaking Community", ""),
}

// never is the first day of a text of which no day is known.
const never = livc.Day("9999-12-31")

func pending(id livc.NormID, regime livc.Regime, nl, fr, en, rule string) Norm {
	return Norm{ID: id, Rule: rules(rule), Force: Decree, Regime: regime,
		Cite: cite(nl+" (niet van kracht)", fr+" (pas en vigueur)", en+" (not in force)"),
		Short: say("Deze diensten hebben nog geen eigen wettelijke basis.",
			"These services have no legal basis of their own yet."),
		ValidFrom: never}
}
