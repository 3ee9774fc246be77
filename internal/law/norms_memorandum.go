package law

import "beraad.eu/livc"

// Norms that stand in the explanatory memorandum or in federal guidelines, and in the law on the
// common database of the security services.
const (
	BodiesApart         livc.NormID = "memo-bodies-apart"
	BroadPrevention     livc.NormID = "memo-broad-prevention"
	OnlyMayorChairs     livc.NormID = "memo-chair"
	ExcludedServices    livc.NormID = "memo-excluded"
	CommunityAuthorises livc.NormID = "memo-community"
	GroundLapses        livc.NormID = "memo-ground-lapses"
	FirstMeeting        livc.NormID = "memo-first-meeting"
	FourSafeguards      livc.NormID = "gwh-52-2021"
	CardWeighed         livc.NormID = "ter-23"
	CardNotFiled        livc.NormID = "ter-24-2"
)

func inMemorandum(id livc.NormID, rule, nl, en string) Norm {
	return Norm{ID: id, Rule: rules(rule), Force: Memorandum,
		Cite: cite("memorie van toelichting bij de wet van 30 juli 2018", "exposé des motifs de la loi du 30 juillet 2018",
			"explanatory memorandum of the law of 30 July 2018"),
		Short: say(nl, en), ValidFrom: livcStart}
}

var memorandum = []Norm{
	inMemorandum(BodiesApart, "R0.0-b",
		"LIVC R, LTF en NTF zijn drie verschillende tafels. We mengen ze niet.",
		"LIVC R, LTF and NTF are three different tables. We do not mix them."),
	inMemorandum(BroadPrevention, "R0.2-c R2.1-a",
		"Overleg mag zuiver preventief zijn. Er hoeft geen misdrijf te zijn.",
		"The conference may be purely preventive. No offence is needed."),
	inMemorandum(OnlyMayorChairs, "R2.3.1-b",
		"Alleen de burgemeester of de aangestelde vertegenwoordiger zit voor. De politie niet.",
		"Only the mayor or the appointed representative chairs. The police do not."),
	inMemorandum(ExcludedServices, "R2.3-e R0.0-b",
		"Veiligheidsdiensten, parket en andere politie zitten niet mee aan tafel.",
		"Security services, the prosecutor and other police do not sit at the table."),
	inMemorandum(CommunityAuthorises, "R0.2-d",
		"Elke gemeenschap of elk gewest zegt zelf welke diensten mogen deelnemen.",
		"Each community or region says itself which services may take part."),
	inMemorandum(GroundLapses, "R7.1-a",
		"Zonder zorg over radicalisering is er geen grond meer om te bespreken.",
		"Without a concern about radicalisation there is no ground to discuss."),
	inMemorandum(FirstMeeting, "R1.3-c",
		"Een LIVC R komt minstens één keer samen.",
		"A LIVC R meets at least once."),
	{ID: FourSafeguards, Rule: rules("X-G-a"), Force: Federal,
		Cite: cite("Grondwettelijk Hof, arrest 52/2021", "Cour constitutionnelle, arrêt 52/2021",
			"Constitutional Court, judgment 52/2021"),
		Short: say("Geen spreekplicht, geheimhouding, consensus en geen databank: daarom mag het.",
			"No duty to speak, secrecy, consensus and no data bank: that is why it is allowed."),
		ValidFrom: "2021-04-01"},
}

var sharedDatabase = []Norm{
	{ID: CardWeighed, Rule: rules("X-T-j"), Force: Federal,
		Cite:  cite("wet 29 maart 2024 (T.E.R.), art. 23", "loi du 29 mars 2024 (T.E.R.), art. 23", "law of 29 March 2024 (T.E.R.), art. 23"),
		Short: say("Weeg eerst of de kaart nodig is, zeker bij wie kwetsbaar of minderjarig is.", "First weigh whether the card is needed, above all for the vulnerable and minors."),
		URL:   terActURL, ValidFrom: terStart, Confirmed: true},
	{ID: CardNotFiled, Rule: rules("X-T-d"), Force: Federal,
		Cite:  cite("wet 29 maart 2024 (T.E.R.), art. 24 § 2", "loi du 29 mars 2024 (T.E.R.), art. 24, § 2", "law of 29 March 2024 (T.E.R.), art. 24 §2"),
		Short: say("Een informatiekaart komt in geen dossier en gaat niet naar de persoon.", "An information card goes into no file and not to the person."),
		URL:   terActURL, ValidFrom: terStart, Confirmed: true},
}
