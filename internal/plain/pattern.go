package plain

import (
	"regexp"
	"strings"
	"unicode"
)

// A pattern is a form that gives away a person wherever it stands; check looks closer.
type pattern struct {
	kind  Kind
	form  *regexp.Regexp
	check func(found, before, after string) bool
}

var patterns = []pattern{
	{Mail, regexp.MustCompile(`[\p{L}0-9._%+-]+@[\p{L}0-9-]+(?:\.[\p{L}0-9-]+)+`), nil},
	{URL, regexp.MustCompile(`(?i)(?:https?://|www\.)\S+|[\p{L}0-9-]+\.(?:be|com|nl|fr|de|org|net|eu|tv|me|gg|brussels|vlaanderen)(?:/\S*)?`), nil},
	{Handle, regexp.MustCompile(`@[\p{L}0-9_.]{2,}`), nil},
	{Handle, regexp.MustCompile(`(?i)(?:gebruikersnaam|nickname|username|pseudo|benutzername|account)\s*(?:is|:|=)?\s*["“']?[\p{L}0-9]+[_.0-9][\p{L}0-9_.]*`), nil},
	{NationalNumber, regexp.MustCompile(`\d{2}[.\s-]?\d{2}[.\s-]?\d{2}[.\s-]?\d{3}[.\s-]?\d{2}`), func(s, _, _ string) bool { return isNationalNumber(s) }},
	{IBAN, regexp.MustCompile(`[A-Z]{2}\d{2}(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?`), func(s, _, _ string) bool { return isIBAN(s) }},
	{Phone, regexp.MustCompile(`(?:\+|0)[\d][\d\s./()-]{6,}\d`), func(s, _, _ string) bool { return isPhone(s) }},
	{Plate, regexp.MustCompile(`(?:[1-9OTM][\s.-]?)?[A-Z]{3}[\s.-]?\d{3}|\d{3}[\s.-]?[A-Z]{3}`), nil},
	{Address, regexp.MustCompile(`(?:\p{Lu}[\p{L}-]*\s)?[\p{L}-]*(?i:straat|laan|steenweg|plein|dreef|kaai|stwg|strasse|straße)\s*(?:nr\.?\s*)?\d*`), isStreet},
	{Address, regexp.MustCompile(`\p{Lu}[\p{L}-]+(?:weg|baan|lei|hof|pad|markt|park|singel|vest|ring)\s+\d+`), nil},
	{Address, regexp.MustCompile(`(?:\d+,?\s)?(?i:rue|avenue|chaussée|boulevard|quai|impasse|allée)\s+(?:d[eu]s?\s+|de\s+l[a'’]\s*|d['’]|l['’])?\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)*(?:,?\s*\d+)?`), nil},
	{Organisation, regexp.MustCompile(`(?i:(?:basis|voetbal|sport|boks|jeugd|vecht|judo)?(?:school|club|huis)|college|atheneum|lyceum|instituut|campus|moskee|kerk|parochie|synagoge|tempel|chiro|scouts|scoutsgroep|jeugdbeweging|école|collège|athénée|institut|mosquée|église|mosque|church|moschee|kirche)\s+(?i:van\s+|de\s+|het\s+|in\s+|du\s+|la\s+|of\s+)?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*`), nil},
	{Organisation, regexp.MustCompile(`(?:K?FC|K?SK|K?VK|KV|KVV|KRC|RC|BC|TC|JC|SV|RSC|KAA|VC)\s\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)*`), nil},
	{Organisation, regexp.MustCompile(`\p{Lu}[\p{L}-]*\p{L}(?:college|atheneum|lyceum|instituut|school|moskee|kerk)`), notStart},
	{Organisation, regexp.MustCompile(`(?i:werkt|werkte|werken|jobt|stage|job|aan de slag|travaille|travaillait|works|worked|arbeitet)\s+(?i:bij|voor|chez|pour|for|at|bei)\s+(?i:de\s+|het\s+)?\p{Lu}\p{Ll}[\p{L}&'’-]*(?:\s\p{Lu}[\p{L}'’-]+)*`), nil},
	{Age, regexp.MustCompile(`(?i)\d{1,2}[\s-]?(?:jarige?n?|year-old|years[\s-]old|jährige[rn]?)`), nil},
	{Age, regexp.MustCompile(`(?i)(?:elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|twintig)(?:jarige?n?|\sjaar)`), notDuration},
	{Age, regexp.MustCompile(`(?i)\d{1,2}\s(?:jaar|ans|jahre)(?:\soud|\salt)?`), notDuration},
	{Rare, regexp.MustCompile(`(?i)als enige|(?:de|het|onze|hun|haar|zijn|ons|dé) enige(?:\s\p{L}+)?|(?:le seul|la seule|l['’]unique|comme seule?|the only|as the only|der einzige|die einzige|als einzige[rs]?)(?:\s\p{L}+)?`), nil},
	{Quote, regexp.MustCompile(`"[^"\n]{2,}"|[“„][^”“\n]{2,}[”“]|«[^»\n]{2,}»|‘[^’\n]{6,}’`), nil},
	{Initials, regexp.MustCompile(`\p{Lu}\.(?:[\s-]?\p{Lu}\.)*(?:[\s-]?\p{Lu})?`), isInitials},
	{Initials, regexp.MustCompile(`\p{Lu}`), isLoneCapital},
}

func patternMarks(t text, o Options) (marks []Mark) {
	for _, p := range patterns {
		for _, at := range p.form.FindAllStringIndex(t.raw, -1) {
			from, to := at[0], at[0]+len(strings.TrimRight(t.raw[at[0]:at[1]], " .,;\n"))
			if p.kind == Initials {
				to = at[1]
			}
			if !alone(t.raw, from, to) || p.check != nil && !p.check(t.raw[from:to], t.raw[:from], t.raw[to:]) ||
				p.kind == Organisation && o.allows(t.raw[from:to]) {
				continue
			}
			marks = append(marks, Mark{From: from, To: to, Kind: p.kind})
		}
	}
	return marks
}

// isStreet: a street has a capital or a number; "op straat" has neither.
func isStreet(s, before, _ string) bool {
	last := s[strings.LastIndexByte(strings.TrimRight(s, " 0123456789"), ' ')+1:]
	digits := strings.ContainsAny(s, "0123456789")
	return digits || unicode.IsUpper(firstRune(last)) && notStart(s, before, "")
}

// notStart: a capital at the start of a sentence says nothing.
func notStart(_, before, _ string) bool {
	before = strings.TrimRight(before, " \"“„«-•")
	return before != "" && !strings.ContainsRune(".!?:;\n", lastRune(before))
}

// durations stand before a number of years that is no age.
var durations = regexp.MustCompile(`(?i)(?:al|sinds|gedurende|binnen|na|om de|elke|maximaal|hoogstens|over|voor|tot|minstens|min|plus|van|de laatste|de voorbije|depuis|pendant|dans|après|il y a|tous les|for|seit|nach|vor)\s+$`)

func notDuration(s, before, after string) bool {
	if strings.HasSuffix(s, "oud") || strings.HasSuffix(s, "alt") {
		return true
	}
	return !durations.MatchString(before) && !strings.HasPrefix(strings.TrimSpace(after), "geleden") && unicode.IsDigit(rune(s[0])) == (len(digits(s)) == 2)
}

// notInitials come before a capital that names no person.
var notInitials = regexp.MustCompile(`(?i)(?:plan|optie|groep|punt|vitamine|type|klas|bijlage|deel|artikel|lijn|zaal|lokaal|livc|csil|option|groupe|annexe|point|group|part|teil)[\s-]+$`)

func isInitials(s, before, after string) bool {
	single := len([]rune(s)) <= 2
	return !notInitials.MatchString(before) && !(single && strings.TrimSpace(after) == "")
}

// isLoneCapital: "M kwam", but not "I said", "A friend" or "À midi" at the start of a sentence.
func isLoneCapital(s, before, after string) bool {
	if strings.ContainsAny(s, "AIÀUO") && !notStart(s, before, after) || s == "I" {
		return false
	}
	joined := after != "" && strings.ContainsRune("-'’&/.+", firstRune(after)) || before != "" && strings.ContainsRune("-'’&/.", lastRune(before))
	return !joined && !notInitials.MatchString(before)
}
