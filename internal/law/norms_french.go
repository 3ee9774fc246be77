package law

import "beraad.eu/livc"

// The norms of the decree of the French Community of 8 June 2023.
const (
	FrenchServices       livc.NormID = "fwb-3"
	FrenchNotInCare      livc.NormID = "fwb-3-care"
	FrenchAddressee      livc.NormID = "fwb-4"
	FrenchFourteenDays   livc.NormID = "fwb-5"
	FrenchInvitation     livc.NormID = "fwb-6"
	FrenchParticipant    livc.NormID = "fwb-7-1"
	FrenchVoluntary      livc.NormID = "fwb-7-2"
	FrenchReasonInside   livc.NormID = "fwb-7-3"
	FrenchChild          livc.NormID = "fwb-8"
	FrenchProportionate  livc.NormID = "fwb-9"
	FrenchPrepares       livc.NormID = "fwb-9-prepares"
	FrenchOwnFrame       livc.NormID = "fwb-10"
	FrenchAnswersMayor   livc.NormID = "fwb-11"
	FrenchDataCategories livc.NormID = "fwb-12-19"
	FrenchRetention      livc.NormID = "fwb-20"
	FrenchRights         livc.NormID = "fwb-21"
	FrenchStatistics     livc.NormID = "fwb-22"
)

const (
	frenchURL   = "https://www.ejustice.just.fgov.be/eli/decret/2023/06/08/2023042906/justel"
	frenchStart = livc.Day("2023-08-28")
)

func inFrenchDecree(id livc.NormID, article, rule, nl, en string) Norm {
	return Norm{ID: id, Rule: rules(rule), Force: Decree, Regime: livc.RegimeFrench,
		Cite: cite("decreet Franse Gemeenschap 8 juni 2023, art. "+article,
			"décret de la Communauté française du 8 juin 2023, art. "+article,
			"decree of the French Community of 8 June 2023, art. "+article),
		Short: say(nl, en), ValidFrom: frenchStart, URL: frenchURL, Checked: textRead, Confirmed: true}
}

var french = []Norm{
	inFrenchDecree(FrenchServices, "3", "X-F-a",
		"Het decreet noemt 25 soorten diensten die mogen deelnemen.",
		"The decree names 25 kinds of services that may take part."),
	inFrenchDecree(FrenchNotInCare, "3", "X-F-b",
		"Een dienst die de persoon niet begeleidt, neemt niet deel.",
		"A service that does not have the person in care does not take part."),
	inFrenchDecree(FrenchAddressee, "4", "X-F-c",
		"De uitnodiging gaat naar de leidinggevende of de directie van de dienst.",
		"The invitation goes to the superior or the director of the service."),
	inFrenchDecree(FrenchFourteenDays, "5", "X-F-d",
		"Tussen uitnodiging en overleg liggen 14 dagen, tenzij het dringend is.",
		"There are 14 days between invitation and conference, unless it is urgent."),
	inFrenchDecree(FrenchInvitation, "6", "X-F-e",
		"De uitnodiging noemt doel, tijd, plaats, persoon, genodigde diensten en het decreet.",
		"The invitation names purpose, time, place, person, services invited and the decree."),
	inFrenchDecree(FrenchParticipant, "7 § 1", "X-F-g",
		"De begeleider, een leidinggevende of een vaste vertegenwoordiger mag deelnemen.",
		"The case holder, a superior or a permanent representative may take part."),
	inFrenchDecree(FrenchVoluntary, "7 § 2", "X-F-f",
		"Je neemt vrijwillig deel en weegt zelf of het nodig is.",
		"You take part freely and weigh yourself whether it is needed."),
	inFrenchDecree(FrenchReasonInside, "7 § 3", "X-F-h",
		"De reden om niet te komen, blijft in de eigen dienst.",
		"The reason for not coming stays inside one's own service."),
	inFrenchDecree(FrenchChild, "8", "X-F-i",
		"Bij een kind gaat het belang van het kind voor.",
		"With a child, the interest of the child comes first."),
	inFrenchDecree(FrenchProportionate, "9", "X-F-j",
		"Deel alleen wat nodig en in verhouding is. Jij beslist.",
		"Share only what is relevant and proportionate. You decide."),
	inFrenchDecree(FrenchPrepares, "9-10", "X-F-k",
		"De begeleider bereidt het overleg voor met de persoon zelf.",
		"The case holder prepares the conference with the person."),
	inFrenchDecree(FrenchOwnFrame, "10", "X-F-l",
		"Bij de start zegt de deelnemer welke eigen regels en meldplichten gelden.",
		"At the start the participant names own rules and duties to report."),
	inFrenchDecree(FrenchAnswersMayor, "11", "X-L-f",
		"Een dienst mag antwoorden op een vraag van de burgemeester voor de lijst.",
		"A service may answer a question of the mayor for the list."),
	inFrenchDecree(FrenchDataCategories, "12-19", "X-F-m",
		"Alleen negen soorten gegevens mogen, met de bron erbij.",
		"Only nine kinds of data are allowed, with their source."),
	inFrenchDecree(FrenchRetention, "20", "X-F-n",
		"Eén jaar bewaren. Langer mag pas na bespreking aan tafel.",
		"Keep for one year. Longer only after discussion at the table."),
	inFrenchDecree(FrenchRights, "21", "X-F-o",
		"Wie rechten vraagt, krijgt binnen een maand schriftelijk antwoord.",
		"Who asks for rights gets a written answer within a month."),
	inFrenchDecree(FrenchStatistics, "15, 22", "X-F-p",
		"Tellen mag, zonder dat iemand herkenbaar is.",
		"Counting is allowed, without anybody being recognisable."),
}
