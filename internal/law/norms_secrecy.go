package law

import "beraad.eu/livc"

// The norms on secrecy and on duties in danger, in the Criminal Code of 1867 and in the new Code.
const (
	ProfessionalSecrecyDuty livc.NormID = "sw-458"
	TableException          livc.NormID = "sw-458ter-1"
	TableSecrecyDuty        livc.NormID = "sw-458ter-2"
	PurposeLimit            livc.NormID = "sw-458ter-2-use"
	LawyerOutside           livc.NormID = "sw-458quater"
	MinorInDanger           livc.NormID = "sw-458bis"
	NewSecrecyDuty          livc.NormID = "nsw-352"
	NewTableException       livc.NormID = "nsw-353-2"
	NewTableSecrecy         livc.NormID = "nsw-353-2-secrecy"
	NewPurposeLimit         livc.NormID = "nsw-353-2-use"
	NewLawyerOutside        livc.NormID = "nsw-353-3"
	NewMinorInDanger        livc.NormID = "nsw-353-1"
	HelpInDanger            livc.NormID = "sw-422bis"
	OfficialsReport         livc.NormID = "sv-29"
	DiscretionDuty          livc.NormID = "aow-17-3"
	OfficialSecrecyDuty     livc.NormID = "ambtsgeheim"
)

// CodeSwitch is the planned first day of the new Criminal Code. A postponement was debated and the
// date could not be confirmed: it is data, and both articles are shown until a jurist confirms it.
const CodeSwitch = livc.Day("2026-04-08")

const (
	oldCodeURL = "https://www.ejustice.just.fgov.be/eli/wet/1867/06/08/1867060850/justel"
	newCodeURL = "https://www.ejustice.just.fgov.be/eli/wet/2024/02/29/2024002088/justel"
	terActURL  = "https://www.ejustice.just.fgov.be/eli/wet/2024/03/29/2024002980/justel"
)

// The articles of the old Code are older than the LIVC R; the day on which its law began is early
// enough for every question that Beraad asks.
func inOldCode(id livc.NormID, article, rule, nl, en string) Norm {
	return Norm{ID: id, Rule: rules(rule), Force: Federal,
		Cite:  cite("Strafwetboek, art. "+article, "Code pénal, art. "+article, "Criminal Code, art. "+article),
		Short: say(nl, en), ValidFrom: livcStart, URL: oldCodeURL}
}

func inNewCode(id livc.NormID, article, rule, nl, en string) Norm {
	return Norm{ID: id, Rule: rules(rule), Force: Federal,
		Cite: cite("nieuw Strafwetboek, art. "+article, "nouveau Code pénal, art. "+article,
			"new Criminal Code, art. "+article),
		Short: say(nl, en), ValidFrom: CodeSwitch, URL: newCodeURL}
}

const (
	secretNL, secretEN = "Wie beroepsgeheim heeft, zwijgt, ook na het einde van de job.",
		"Who is bound by professional secrecy keeps silent, also after the job ends."
	exceptionNL, exceptionEN = "Tijdens het overleg mag je een geheim delen, als vooraf vastligt wie, waarom en hoe.",
		"During the conference you may share a secret, if who, why and how were fixed before."
	tableNL, tableEN = "Iedereen aan tafel zwijgt over de geheimen die er verteld worden. Dat is strafbaar.",
		"Everybody at the table keeps the secrets told there. Breaking that is punishable."
	limitNL, limitEN = "Wat hier verteld wordt, dient enkel voor het doel van dit overleg.",
		"What is told here serves the purpose of this conference only."
	lawyerNL, lawyerEN = "Voor een advocaat geldt de uitzondering op het beroepsgeheim niet.",
		"The exception to professional secrecy does not hold for a lawyer."
	minorNL, minorEN = "Bij ernstig gevaar voor een minderjarige mag je het parket verwittigen.",
		"When a minor is in serious danger you may tell the prosecutor."
)

var secrecyNorms = []Norm{
	inOldCode(ProfessionalSecrecyDuty, "458", "R2.5.1-a R2.5.1-e", secretNL, secretEN).until(CodeSwitch, NewSecrecyDuty),
	inOldCode(TableException, "458ter § 1", "R0.1-a R0.1-b R0.1-c R2.5.2-a R2.5.2-b R2.5.2-c", exceptionNL, exceptionEN).until(CodeSwitch, NewTableException),
	inOldCode(TableSecrecyDuty, "458ter § 2", "R0.1-d R0.1-e R0.1-g R2.5.3-l R4.1-g R2.3.6-c", tableNL, tableEN).until(CodeSwitch, NewTableSecrecy),
	inOldCode(PurposeLimit, "458ter § 2", "R0.1-f", limitNL, limitEN).until(CodeSwitch, NewPurposeLimit),
	inOldCode(LawyerOutside, "458quater", "X-C-e", lawyerNL, lawyerEN).until(CodeSwitch, NewLawyerOutside),
	inOldCode(MinorInDanger, "458bis", "R2.5-a X-F-l", minorNL, minorEN).until(CodeSwitch, NewMinorInDanger),
	inNewCode(NewSecrecyDuty, "352", "R2.5.1-a X-C-a", secretNL, secretEN),
	inNewCode(NewTableException, "353 § 2", "X-C-b X-C-c", exceptionNL, exceptionEN),
	inNewCode(NewTableSecrecy, "353 § 2", "X-C-d", tableNL, tableEN),
	inNewCode(NewPurposeLimit, "353 § 2", "X-C-d", limitNL, limitEN),
	inNewCode(NewLawyerOutside, "353 § 3", "X-C-e", lawyerNL, lawyerEN),
	inNewCode(NewMinorInDanger, "353 § 1", "R2.5-a X-F-l", minorNL, minorEN),
	inOldCode(HelpInDanger, "422bis", "R2.5-a R2.5.3-i",
		"Wie iemand in groot gevaar weet, moet helpen of hulp halen.",
		"Who knows somebody in great danger must help or fetch help."),
	{ID: OfficialsReport, Rule: rules("R2.5-a R2.5.3-i X-F-l"), Force: Federal,
		Cite: cite("Wetboek van Strafvordering, art. 29", "Code d'instruction criminelle, art. 29",
			"Code of Criminal Procedure, art. 29"),
		Short: say("Een ambtenaar die een misdrijf verneemt, meldt dat aan het parket.",
			"An official who learns of an offence reports it to the prosecutor."),
		ValidFrom: livcStart},
	{ID: DiscretionDuty, Rule: rules("R2.5.1-b R2.5.1-f"), Force: Federal,
		Cite: cite("arbeidsovereenkomstenwet, art. 17, 3°", "loi relative aux contrats de travail, art. 17, 3°",
			"Employment Contracts Act, art. 17, 3°"),
		Short: say("Een werknemer praat niet over vertrouwelijke zaken van de dienst.",
			"An employee does not talk about confidential matters of the service."),
		ValidFrom: livcStart},
	{ID: OfficialSecrecyDuty, Rule: rules("R2.5.1-c R2.5.1-d R2.5.1-f R2.5.1-g"), Force: Federal,
		Cite: cite("ambtsgeheim in het eigen statuut", "devoir de discrétion du statut", "official secrecy in one's own statute"),
		Short: say("Een statutair ambtenaar zwijgt over wat in de dienst vertrouwelijk is.",
			"A statutory official keeps silent about what is confidential in the service."),
		ValidFrom: livcStart},
}
