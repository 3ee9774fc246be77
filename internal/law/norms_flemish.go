package law

import "beraad.eu/livc"

// The norms of the Flemish decree of 21 May 2021 on taking part in a LIVC R. Only the existence of its
// articles 3 and 8 was seen, through the guide of the cities and municipalities; the numbers of the
// other articles are left open for a jurist.
const (
	FlemishServices     livc.NormID = "vl-services"
	FreeParticipation   livc.NormID = "vl-free"
	RightToSpeak        livc.NormID = "vl-speak"
	NeedToKnow          livc.NormID = "vl-need-to-know"
	ReasonedAnswer      livc.NormID = "vl-answer"
	NoSanction          livc.NormID = "vl-no-sanction"
	FlemishReferral     livc.NormID = "vl-referral"
	OralReferral        livc.NormID = "vl-oral-referral"
	FixedRepresentative livc.NormID = "vl-representative"
	OwnDossier          livc.NormID = "vl-own-dossier"
	OwnDossierClosed    livc.NormID = "vl-own-dossier-closed"
	DesignatedRecorder  livc.NormID = "vl-recorder"
	RetentionYear       livc.NormID = "vl-retention"
	RetentionExtended   livc.NormID = "vl-extension"
)

const flemishStart = livc.Day("2021-07-19") // ten days after the probable publication; unconfirmed

func inFlemishDecree(id livc.NormID, article, rule, nl, en string) Norm {
	return Norm{ID: id, Rule: rules(rule), Force: Decree, Regime: livc.RegimeFlemish,
		Cite: cite("Vlaams decreet 21 mei 2021"+article, "décret flamand du 21 mai 2021"+article,
			"Flemish decree of 21 May 2021"+article),
		Short: say(nl, en), ValidFrom: flemishStart}
}

var flemish = []Norm{
	inFlemishDecree(FlemishServices, ", art. 3", "R0.3-a R2.3.4-a R0.3-e",
		"Het decreet noemt de Vlaamse diensten die mogen deelnemen.",
		"The decree names the Flemish services that may take part."),
	inFlemishDecree(FreeParticipation, "", "R0.3-c R3.0-b",
		"Deelnemen is altijd vrij.", "Taking part is always free."),
	inFlemishDecree(RightToSpeak, "", "R0.3-d R2.5.3-a R2.5.3-j",
		"Je mag spreken, je moet niet. Niemand kan je verplichten iets te delen.",
		"You may speak, you need not. Nobody can oblige you to share."),
	inFlemishDecree(NeedToKnow, "", "R0.3-b R2.5.2-a R2.5.3-g",
		"Deel alleen wat nodig is, met wie het nodig heeft.",
		"Share only what is needed, with those who need it."),
	inFlemishDecree(ReasonedAnswer, "", "R3.0-c R3.0-d",
		"Wie niet deelneemt, geeft de burgemeester een reden. Daarna kan een gesprek volgen.",
		"Who does not take part gives the mayor a reason. A talk may follow."),
	inFlemishDecree(NoSanction, "", "R3.0-e R3.0-f",
		"Niet deelnemen heeft geen enkel gevolg, ook niet voor subsidies.",
		"Not taking part has no consequence at all, not for subsidies either."),
	inFlemishDecree(FlemishReferral, ", art. 8", "R2.1-g R4.1-c R4.1.2-a R4.1-g R6.2-f",
		"Een deelnemer mag iemand aanmelden bij de burgemeester of de vertegenwoordiger.",
		"A participant may refer somebody to the mayor or the representative."),
	inFlemishDecree(OralReferral, ", art. 8", "R4.1-h R4.1-i",
		"Aanmelden gebeurt mondeling. Schriftelijk mag alleen langs een beveiligd kanaal.",
		"Referring is done orally. In writing only over a secured channel."),
	inFlemishDecree(FixedRepresentative, "", "R2.5.4-a R2.5.4-b",
		"Een vaste vertegenwoordiger mag spreken voor een collega van dezelfde organisatie.",
		"A fixed representative may speak for a colleague of the same organisation."),
	inFlemishDecree(OwnDossier, "", "R0.3-e R6.2-a R6.2-b R6.2-c R6.2-d R6.2-e R6.2-i",
		"Je mag noteren in je eigen dossier. Niets noteren mag ook.",
		"You may note in your own dossier. Noting nothing is fine too."),
	inFlemishDecree(OwnDossierClosed, "", "R6.2-g R6.2-d",
		"Je dossier is niet te lezen voor andere leden, en ook niet voor collega's.",
		"Your dossier cannot be read by other members, nor by colleagues."),
	inFlemishDecree(DesignatedRecorder, "", "R6.2-j",
		"Eén deelnemer mag noteren voor de tafel, als iedereen akkoord is.",
		"One participant may note for the table, if everybody agrees."),
	inFlemishDecree(RetentionYear, "", "R6.2-k R6.2-l R6.2-m",
		"Bewaren mag hoogstens één jaar na de laatste bespreking.",
		"Keeping is allowed for at most one year after the last discussion."),
	inFlemishDecree(RetentionExtended, "", "R6.2-n R6.2-o",
		"Langer bewaren, tot vijf jaar, mag alleen met ernstige aanwijzingen en een reden.",
		"Keeping longer, up to five years, needs serious indications and a reason."),
}
