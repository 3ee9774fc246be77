package plain

// An entry of the word guide: what to write instead stands in the language files under word.<id>.use,
// and why under word.<id>.why. A star stands for any ending.
type entry struct {
	id       string
	forms    map[string][]string // by language
	notAfter []string            // right after one of these it is another word
	unless   []string            // with one of these in the sentence it is in its place
	onlyWith []string            // without one of these in the sentence it is another word
}

// people are the words beside which an adjective speaks about a person.
var people = []string{"hij", "zij", "ze", "hem", "haar", "jongen", "meisje", "jongere", "persoon", "betrokkene", "man", "vrouw",
	"moeder", "vader", "leerling", "zoon", "dochter", "broer", "zus", "il", "elle", "garçon", "fille", "jeune", "personne", "père", "mère",
	"he", "she", "boy", "girl", "person", "student", "er", "sie", "junge", "mädchen"}

// guide is the table of product.md 7.3, and the judgement words that ask what somebody said or did.
var guide = []entry{
	{id: "target", notAfter: []string{"in", "elk", "ieder", "dit", "welk", "geen", "elke", "beide", "andere", "dat"},
		forms: map[string][]string{
			"nl": {"target*", "entiteit*", "subject", "subjecten", "geval", "gevallen", "dader*", "verdachte*"},
			"fr": {"cible*", "entité*", "auteur des faits", "suspect*"}, "en": {"target*", "suspect*", "perpetrator*"}, "de": {"zielperson*", "täter*", "verdächtige*"}}},
	{id: "alarm", forms: map[string][]string{
		"nl": {"alarmbel*", "red flag*", "dreiging*", "alarmerend*"}, "fr": {"sonnette d'alarme", "menace*", "alarmant*"},
		"en": {"red flag*", "alarm bell*", "threat*", "alarming"}, "de": {"alarmsignal*", "bedrohung*", "alarmierend*"}}},
	{id: "risk", forms: map[string][]string{
		"nl": {"risicofactor*", "risicoprofiel*", "score", "scores", "scoort", "risiconiveau*", "dreigingsniveau*"},
		"fr": {"facteur de risque", "facteurs de risque", "profil à risque", "score*", "niveau de risque", "niveau de menace"},
		"en": {"risk factor*", "risk profile*", "score*", "risk level*", "threat level*"}, "de": {"risikofaktor*", "risikoprofil*", "risikostufe*"}}},
	{id: "label", forms: map[string][]string{
		"nl": {"geradicaliseerd*", "radicaal", "radicale", "radicalen", "radicaaltje*", "extremist*", "terrorist*"},
		"fr": {"radicalisé*", "extrémiste*", "terroriste*"}, "en": {"radicalised", "radicalized", "extremist*", "terrorist*"}, "de": {"radikalisiert*", "extremist*", "terrorist*"}}},
	{id: "deradicalise", forms: map[string][]string{
		"nl": {"deradicaliser*", "gederadicaliseerd*", "deradicalisatie*", "ontprogrammer*", "geherprogrammeerd*"},
		"fr": {"déradicalis*", "déprogramm*"}, "en": {"deradicalis*", "deradicaliz*", "deprogram*"}, "de": {"deradikalisier*"}}},
	{id: "verdict", forms: map[string][]string{
		"nl": {"afgevinkt", "clean", "vrijgesproken", "onschadelijk"}, "fr": {"acquitté*", "blanchi*"}, "en": {"cleared", "acquitted"}, "de": {"freigesprochen"}}},
	{id: "false_alarm", forms: map[string][]string{
		"nl": {"onterecht gemeld", "onterechte melding*", "vals alarm", "loos alarm"}, "fr": {"fausse alerte", "signalé à tort"}, "en": {"false alarm*", "wrongly reported"}, "de": {"fehlalarm*", "falscher alarm"}}},
	{id: "judgement", forms: map[string][]string{
		"nl": {"agressief", "agressieve", "manipulatief", "manipulatieve", "onhandelbaar", "onhandelbare", "ongeïnteresseerd*", "brutaal", "brutale", "lui", "leugenachtig*", "onbetrouwbaar", "onbetrouwbare", "asociaal", "asociale", "gestoord", "gestoorde", "labiel", "labiele", "naïef", "achterbaks*"},
		"fr": {"agressif", "agressive", "manipulateur", "manipulatrice", "ingérable", "menteur", "menteuse", "paresseux", "instable"},
		"en": {"aggressive", "manipulative", "unmanageable", "dishonest", "lazy", "unstable", "rude"}, "de": {"aggressiv*", "manipulativ*", "faul", "verlogen"}}},
	{id: "closed", onlyWith: people, unless: []string{"deur", "zaak", "casus", "instelling", "vergadering", "school", "dossier"},
		forms: map[string][]string{"nl": {"gesloten"}, "fr": {"fermé", "fermée", "renfermé*"}, "en": {"closed"}, "de": {"verschlossen*"}}},
	{id: "milieu", forms: map[string][]string{
		"nl": {"milieu", "milieus", "clan", "clans", "achterban"}, "fr": {"clan", "clans", "milieu radical"}, "en": {"clan", "clans"}, "de": {"clan", "clans", "sippe*"}}},
	{id: "looks", forms: map[string][]string{
		"nl": {"islamitisch uiterlijk", "islamitisch-uiterlijk", "buitenlands uiterlijk", "baard", "baarden", "hoofddoek", "hoofddoeken", "djellaba", "allochtoon", "allochtone", "allochtonen"},
		"fr": {"barbe", "voile", "foulard", "djellaba", "allochtone*", "d'apparence musulmane"}, "en": {"beard*", "headscar*", "djellaba"}, "de": {"bart", "kopftuch"}}},
	{id: "refuse", forms: map[string][]string{
		"nl": {"weigert", "weigeren", "weigerde", "weigerden", "geweigerd", "niet meewerken", "werkt niet mee", "werken niet mee", "onwillig*"},
		"fr": {"refuse", "refusent", "refusé", "ne coopère pas", "non coopérant*"}, "en": {"refuses", "refused", "refuse", "uncooperative"}, "de": {"verweigert", "weigert sich", "unkooperativ*"}}},
	{id: "measure", unless: []string{"burgemeester", "bourgmestre", "mayor", "bürgermeister"}, forms: map[string][]string{
		"nl": {"maatregel", "maatregelen", "opdracht", "opdrachten"}, "fr": {"mesure", "mesures", "injonction*"}, "en": {"measure", "measures", "order"}, "de": {"maßnahme*", "auflage*"}}},
	{id: "databank", forms: map[string][]string{
		"nl": {"in het systeem", "in de databank", "in de database", "gefichet", "geseind"}, "fr": {"dans le système", "dans la banque de données", "fiché*"},
		"en": {"in the system", "in the database"}, "de": {"im system", "in der datenbank"}}},
	{id: "keep", forms: map[string][]string{
		"nl": {"archiveren", "gearchiveerd", "archiveer", "bewaren voor later", "bijhouden voor later"}, "fr": {"archiver", "archivé*", "garder pour plus tard"},
		"en": {"archive", "archived", "keep for later"}, "de": {"archivieren", "archiviert"}}},
	{id: "slang", forms: map[string][]string{
		"nl": {"jihadi", "jihadi's", "jihadist*", "bruin gedachtegoed", "bruine jongens", "salafist*", "moslimterrorist*", "haatbaard*", "nazi", "nazi's"},
		"fr": {"jihadi*", "djihadiste*", "salafiste*", "facho*", "nazi*"}, "en": {"jihadi*", "salafist*", "nazi*"}, "de": {"dschihadist*", "salafist*", "nazi*"}}},
}
