package law

import "beraad.eu/livc"

// Agreements of good practice and local choices, named after what they protect. They rest on the
// guide for the LIVC R of June 2021, which is cited by step and never quoted.
const (
	ForcesShown        livc.NormID = "p-forces-shown"
	StepsRecur         livc.NormID = "p-steps-recur"
	LocalChoice        livc.NormID = "p-local-choice"
	OwnMission         livc.NormID = "p-own-mission"
	EqualPartners      livc.NormID = "p-equal-partners"
	Capacity           livc.NormID = "p-capacity"
	OfficerBridges     livc.NormID = "p-officer-bridges"
	CoordinatorBounds  livc.NormID = "p-coordinator-bounds"
	RolesNamed         livc.NormID = "p-roles-named"
	CivilSociety       livc.NormID = "p-civil-society"
	ManagerAlone       livc.NormID = "p-manager"
	ReviewMoments      livc.NormID = "p-review-moments"
	Serenity           livc.NormID = "p-serenity"
	AdHocBriefed       livc.NormID = "p-ad-hoc"
	KnowYourRules      livc.NormID = "p-know-your-rules"
	NobodyActsAlone    livc.NormID = "p-nobody-acts-alone"
	ContributorsSay    livc.NormID = "p-contributors-say"
	PersonsInterest    livc.NormID = "p-persons-interest"
	HoldRespected      livc.NormID = "p-hold"
	Proportionality    livc.NormID = "p-proportionality"
	AgendaOrder        livc.NormID = "p-agenda-order"
	ReferralGates      livc.NormID = "p-referral-gates"
	ReportNoNames      livc.NormID = "p-report-no-names"
	MayorToMayor       livc.NormID = "p-mayor-to-mayor"
	ClientConsent      livc.NormID = "p-client-consent"
	InformingThePerson livc.NormID = "p-informing"
	CarefulWeighing    livc.NormID = "p-weighing"
	TwoHands           livc.NormID = "p-two-hands"
	RightBody          livc.NormID = "p-right-body"
	OfficerWrites      livc.NormID = "p-officer-writes"
	BothSides          livc.NormID = "p-both-sides"
	ExtensionTalked    livc.NormID = "p-extension-talked"
	ClosingCriteria    livc.NormID = "p-closing-criteria"
	SmallNumbers       livc.NormID = "p-small-numbers"
	ChildFirst         livc.NormID = "p-child-first"
	ReferralForgotten  livc.NormID = "p-referral-forgotten"
	NoSideUse          livc.NormID = "p-no-side-use"
	OperationalOnly    livc.NormID = "p-operational-only"
)

const guideStart = livc.Day("2021-06-01")

func inGuide(id livc.NormID, force Force, step, rule, nl, en string) Norm {
	return Norm{ID: id, Rule: rules(rule), Force: force,
		Cite:  cite("draaiboek LIVC R (VVSG, 2021), "+step, "guide CSIL R (VVSG, 2021), "+step, "LIVC R guide (VVSG, 2021), "+step),
		Short: say(nl, en), ValidFrom: guideStart, Checked: textRead, Confirmed: true}
}

var practice = []Norm{
	inGuide(ForcesShown, Practice, "0", "R0.0-c",
		"We zeggen er altijd bij of iets wet is of goede praktijk.",
		"We always say whether something is law or good practice."),
	inGuide(StepsRecur, Practice, "0.4", "R0.4-a",
		"De zeven stappen keren terug. We kijken ze geregeld na.",
		"The seven steps return. We look at them regularly."),
	inGuide(LocalChoice, Option, "0.4", "R0.4-b R0.4-c R1.3-d R2.3-a R4.1.1-c R4.1.1-d R4.2-h R4.3-d R4.3-g R2.5.3-e",
		"Elke LIVC R kiest zelf wat past bij de eigen gemeente.",
		"Each LIVC R chooses what suits its own municipality."),
	inGuide(EqualPartners, Practice, "1.1", "R1.1-e",
		"Elke partner telt even veel. Niemand heeft een beslissende stem.",
		"Each partner counts as much. Nobody has a casting vote."),
	inGuide(OwnMission, Practice, "1.2", "R1.2-b",
		"Een afspraak bindt pas als de trekker zelf ja zegt.",
		"An agreed action binds only when its holder says yes."),
	inGuide(Capacity, Practice, "2.3", "R2.3-f",
		"Zeg bij de start voor wie je spreekt en wat je mag beslissen.",
		"Say at the start for whom you speak and what you may decide."),
	inGuide(OfficerBridges, Practice, "2.3.2", "R2.3.2-a R2.3.2-b R2.3.2-c R2.3.2-d R4.1.3-a R4.1.3-b",
		"De information officer is de enige brug met de LTF.",
		"The information officer is the only bridge to the LTF."),
	inGuide(CoordinatorBounds, Practice, "2.3.3", "R2.3.3-b R2.3.3-c R2.3.3-d R2.3.3-e R2.3.3-g",
		"De coördinator bewaart het overzicht en neemt niet alle rollen op.",
		"The coordinator keeps the overview and does not take every role."),
	inGuide(RolesNamed, Practice, "2.3.3", "R2.3.3-f",
		"Elke rol heeft een naam en een houder die iedereen kent.",
		"Each role has a name and a holder whom everybody knows."),
	inGuide(CivilSociety, Practice, "2.3.4", "R2.3.4-b",
		"Spreek met het middenveld in al zijn diversiteit, los van casussen.",
		"Talk with civil society in all its diversity, apart from cases."),
	inGuide(ManagerAlone, Option, "2.3.5", "R2.3.5-a R2.3.5-b R2.3.5-c R2.3.5-d R2.3.5-e R2.3.5-f R2.3.5-g R2.3.5-l R5.1-c R5.1-d",
		"Eén casusmanager volgt de casus op en schrijft de voortgang.",
		"One case manager follows the case and writes the progress."),
	inGuide(ReviewMoments, Option, "2.3.5", "R2.3.5-h R2.3.5-i R2.3.5-j R2.3.5-k R5.2-d",
		"We kijken terug na één maand en na zes maanden.",
		"We look back after one month and after six months."),
	inGuide(Serenity, Practice, "2.3.5", "R2.3.5-m",
		"We gaan rustig om met elke casus. Uit nieuwsgierigheid kijken mag niet.",
		"We handle each case calmly. Looking out of curiosity is not allowed."),
	inGuide(AdHocBriefed, Option, "2.3.6", "R2.3.6-a R2.3.6-b R2.3.6-c R4.1.2-c",
		"Wie één keer komt, spreekt eerst met de coördinator. Zonder geheimen.",
		"Who comes once talks to the coordinator first. Without secrets."),
	inGuide(KnowYourRules, Practice, "2.5", "R2.5-a R2.5.3-b R2.5.3-c R2.5.1-g R4.1.2-b R4.2-a",
		"Ken je eigen regels en de regels van het overleg.",
		"Know your own rules and the rules of the conference."),
	inGuide(NobodyActsAlone, Practice, "2.5.3", "R2.5.3-d",
		"Niemand handelt alleen op wat een ander vertelde.",
		"Nobody acts alone on what another told."),
	inGuide(ContributorsSay, Option, "2.5.3", "R2.5.3-i",
		"Wie iets deelt, bepaalt mee wat ermee gebeurt.",
		"Who shares something keeps a say in what happens with it."),
	inGuide(PersonsInterest, Option, "2.5.3", "R2.5.3-f R2.5.3-h",
		"Delen is in het belang van de persoon en schaadt geen anderen.",
		"Sharing serves the person and harms no others."),
	inGuide(HoldRespected, Practice, "2.5.3", "R2.5.3-k R2.3.2-c",
		"Een lopend onderzoek gaat voor. Dan wachten we.",
		"A running inquiry comes first. Then we wait."),
	inGuide(Proportionality, Practice, "2.5.3", "R2.5.3-m",
		"Weten we genoeg, is het in verhouding, en wat kan misgaan?",
		"Do we know enough, is it proportionate, and what may go wrong?"),
	inGuide(AgendaOrder, Practice, "4", "R4.0-a R4.0-b R4.0-c",
		"Eerst de vorige afspraken, dan pas nieuwe casussen.",
		"First the earlier agreements, then new cases."),
	inGuide(ReferralGates, Practice, "4.1", "R4.1-a R4.1-b R4.1.1-a R4.1.1-b R2.1-g",
		"Weeg eerst zelf, liefst met je team, of dit op de LIVC R hoort.",
		"First weigh, preferably with your team, whether this belongs on the LIVC R."),
	inGuide(ReportNoNames, Option, "4.1.1", "R4.1.1-e",
		"Het verslag noemt geen namen en niets dat iemand herkenbaar maakt.",
		"The report holds no names and nothing that makes somebody recognisable."),
	inGuide(MayorToMayor, Practice, "4.1.4", "R4.1.4-a",
		"Bij een verhuis meldt de ene burgemeester opnieuw aan bij de andere.",
		"After a move one mayor refers anew to the other."),
	inGuide(ClientConsent, Practice, "4.2", "R4.2-b",
		"Met toestemming delen kan ook. De persoon weet dan dat het hierheen gaat.",
		"Sharing with consent is possible too. The person then knows that it comes here."),
	inGuide(InformingThePerson, Practice, "4.2", "R4.2-c R4.2-d R4.2-e R4.2-f R4.2-g R4.3-i",
		"De persoon verneemt alleen dat er gesproken is, en alleen als iedereen akkoord is.",
		"The person learns only that a talk took place, and only if all agree."),
	inGuide(CarefulWeighing, Practice, "4.3", "R4.3-a R4.3-b R4.3-c R4.3-e R4.3-f R4.3-h",
		"Eerst wegen, dan beslissen. Zonder punten.",
		"First weigh, then decide. Without points."),
	inGuide(TwoHands, Option, "5.1", "R5.1-a R5.1-b",
		"Casusmanager en casusregisseur zijn twee verschillende mensen.",
		"Case manager and case director are two different people."),
	inGuide(RightBody, Practice, "5.2", "R5.2-a R5.2-c R5.2-e",
		"We volgen op als er genoeg signalen zijn en dit de juiste tafel is.",
		"We follow up if there are enough signals and this is the right table."),
	inGuide(OfficerWrites, Practice, "6.1", "R6.1-d R6.1-f",
		"De information officer vult de fiche in, tijdens de vergadering.",
		"The information officer fills in the sheet, during the meeting."),
	inGuide(BothSides, Practice, "6.1", "R6.1-g",
		"Op de fiche kan ook wat goed gaat.",
		"What goes well can stand on the sheet too."),
	inGuide(ExtensionTalked, Practice, "6.2", "R6.2-p",
		"Bespreek een verlenging eerst aan tafel.",
		"Discuss an extension at the table first."),
	inGuide(ClosingCriteria, Practice, "7.1", "R7.1-b R7.1-c",
		"Spreek bij de start af wanneer we stoppen.",
		"Agree at the start when we stop."),
	inGuide(SmallNumbers, Practice, "7.2", "R7.2-b",
		"Kleine aantallen tonen we niet. Ze kunnen iemand herkenbaar maken.",
		"We do not show small numbers. They may make somebody recognisable."),
	inGuide(ChildFirst, Practice, "4.2", "X-O-f",
		"Bij een minderjarige vragen we eerst wat de jongere zelf wil.",
		"With a minor we first ask what the young person wants."),
	inGuide(ReferralForgotten, Practice, "6.2", "R6.2-k",
		"Een aanmelding zonder vervolg wissen we snel.",
		"A referral that leads nowhere is erased soon."),
	inGuide(NoSideUse, Practice, "5.2", "R2.5.3-d X-W-a",
		"Een afspraak is nooit een straf en nooit een controle van rechten.",
		"An agreed action is never a sanction and never a check of rights."),
	inGuide(OperationalOnly, Practice, "2.2", "R2.2-b",
		"Een strategische tafel spreekt niet over personen.",
		"A strategic table does not talk about persons."),
}
