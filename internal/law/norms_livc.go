package law

import "beraad.eu/livc"

// The norms of the federal law of 30 July 2018 that creates the LIVC R.
const (
	Purpose               livc.NormID = "livc-2"
	JointLIVC             livc.NormID = "livc-2-joint"
	ThreeSeats            livc.NormID = "livc-3-1-seats"
	PoliceCleared         livc.NormID = "livc-3-1-clearance"
	MayorInvites          livc.NormID = "livc-3-1-invites"
	MayorsList            livc.NormID = "livc-3-2-list"
	FollowUpPath          livc.NormID = "livc-3-2-path"
	CardsOfListedOnly     livc.NormID = "livc-4-1"
	FeedbackByConsensus   livc.NormID = "livc-4-2"
	FeedbackEvaluates     livc.NormID = "livc-4-2-evaluation"
	FeedbackNoSecrets     livc.NormID = "livc-4-2-secrets"
	NoProcessing          livc.NormID = "livc-4-3"
	ConsultationStructure livc.NormID = "livc-5"
)

const (
	livcURL   = "https://www.ejustice.just.fgov.be/eli/loi/2018/07/30/2018031809/justel"
	livcStart = livc.Day("2018-09-24")
	terStart  = livc.Day("2024-10-01")
	textRead  = livc.Day("2026-11-23")
)

// inLivcAct makes a confirmed norm of the law of 30 July 2018; article is written as "3 § 1".
func inLivcAct(id livc.NormID, article, rule, nl, en string) Norm {
	return Norm{ID: id, Rule: rules(rule), Force: Federal,
		Cite: cite("wet 30 juli 2018 (LIVC R), art. "+article, "loi du 30 juillet 2018 (CSIL R), art. "+article,
			"law of 30 July 2018 (LIVC R), art. "+article),
		Short: say(nl, en), ValidFrom: livcStart, URL: livcURL, Checked: textRead, Confirmed: true}
}

// until ends a version; the successor is another version of the same norm, or another norm.
func (n Norm) until(day livc.Day, successor livc.NormID) Norm {
	n.ValidUntil, n.Successor = day, successor
	return n
}

// amended is the version that the law of 29 March 2024 made.
func (n Norm) amended() Norm {
	n.ValidFrom = terStart
	for lang, mark := range cite(" (gewijzigd 2024)", " (modifié 2024)", " (amended 2024)") {
		n.Cite[lang] += mark
	}
	return n
}

// The articles on cards and feedback have two versions: the law of 29 March 2024 rewrote whom they
// name, from 1 October 2024.
var livcAct = []Norm{
	inLivcAct(Purpose, "2", "R0.0-a R0.1-c R1.3-a R2.1-a X-L-a",
		"Een LIVC R dient om terroristische misdrijven te voorkomen.",
		"A LIVC R exists to prevent terrorist offences."),
	inLivcAct(JointLIVC, "2", "X-L-b",
		"Burgemeesters mogen samen één LIVC R oprichten voor al hun gemeenten.",
		"Mayors may create one LIVC R together for all their municipalities."),
	inLivcAct(ThreeSeats, "3 § 1", "R0.2-b R2.3-b R2.3-c R2.3.1-a R2.3.3-a X-L-c",
		"Burgemeester, lokale politie en de gemeenteambtenaar preventie zitten altijd mee aan tafel.",
		"The mayor, the local police and the municipal prevention officer always sit at the table."),
	inLivcAct(PoliceCleared, "3 § 1", "X-L-d",
		"Wie voor de politie zit, heeft een veiligheidsmachtiging van minstens het niveau geheim.",
		"Who sits for the police holds a security clearance of at least the level secret."),
	inLivcAct(MayorInvites, "3 § 1", "R1.3-b R2.3-d R3.0-a X-L-e",
		"Alleen de burgemeester nodigt uit, om wat iemands functie kan bijdragen.",
		"Only the mayor invites, because of what somebody's function can add."),
	inLivcAct(MayorsList, "3 § 2", "R2.1-e R4.1-d R4.1-e X-L-f",
		"De burgemeester maakt de lijst van casussen, als er aanwijzingen zijn.",
		"The mayor draws up the list of cases, where there are indications."),
	inLivcAct(FollowUpPath, "3 § 2", "R4.1-f R5.2-b",
		"De LIVC R mag voor elke persoon een traject op maat uitwerken.",
		"The LIVC R may work out a personal path for each person."),
	inLivcAct(CardsOfListedOnly, "4 § 1", "R4.1.3-c R4.1.3-d X-L-g",
		"De politie mag een informatiekaart enkel tonen over iemand op de lijst.",
		"The police may show an information card only about somebody on the list.").until(terStart, CardsOfListedOnly),
	inLivcAct(CardsOfListedOnly, "4 § 1", "R4.1.3-c R4.1.3-d X-L-g",
		"De politie mag een informatiekaart enkel tonen over iemand op de lijst.",
		"The police may show an information card only about somebody on the list.").amended(),
	inLivcAct(FeedbackByConsensus, "4 § 2", "R6.1-a R6.1-b R6.1-e X-L-h X-L-i",
		"Er gaat alleen iets naar de LTF als iedereen aan tafel akkoord is.",
		"Something goes to the LTF only when everybody at the table agrees.").until(terStart, FeedbackByConsensus),
	inLivcAct(FeedbackByConsensus, "4 § 2", "R6.1-a R6.1-b R6.1-e X-L-h X-L-i",
		"Er gaat alleen iets naar de LTF als iedereen aan tafel akkoord is.",
		"Something goes to the LTF only when everybody at the table agrees.").amended(),
	inLivcAct(FeedbackEvaluates, "4 § 2", "R6.1-c X-L-j",
		"De fiche zegt hoe de opvolging in de LIVC R loopt.",
		"The sheet says how the follow-up in the LIVC R goes."),
	inLivcAct(FeedbackNoSecrets, "4 § 2", "X-L-k",
		"Een geheim dat aan tafel verteld werd, komt niet op de fiche.",
		"A secret told at the table does not go on the sheet."),
	inLivcAct(NoProcessing, "4 § 3", "R6.2-e X-L-l",
		"Gegevens van besproken personen bewaren mag niet, tenzij een wet het toelaat.",
		"Keeping data of persons discussed is not allowed, unless a law allows it."),
	inLivcAct(ConsultationStructure, "5", "R0.1-a R0.2-a X-L-m",
		"De LIVC R is een wettelijk casusoverleg, zonder aparte toestemming van het parket.",
		"The LIVC R is a lawful case conference, without a separate permission of the prosecutor."),
}
