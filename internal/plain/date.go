package plain

import (
	"regexp"
	"strconv"
)

const months = `januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|` +
	`janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|` +
	`january|february|march|may|june|july|august|october|januar|februar|märz|juni|juli|oktober|dezember`

var (
	fullDate = regexp.MustCompile(`(?i)\d{1,2}(?:\s?[-/.]\s?\d{1,2}\s?[-/.]\s?|(?:e|er|st|nd|rd|th|\.)?\s(?:` + months + `)\s)((?:19|20)?\d{2})`)
	isoDate  = regexp.MustCompile(`((?:19|20)\d{2})-\d{2}-\d{2}`)
	born     = regexp.MustCompile(`(?i)(?:geboren|geboortedatum|geboortejaar|°|née?|né\(e\)|naissance|born|geb\.)(?:\s(?:op|in|le|en|on|am|is))?\s*:?\s*(?:\d{1,2}[^\n.]{0,14})?\d{2,4}`)
)

// youngest is the age below which a date is no birthday of anybody the table speaks about.
const youngest = 8

// dateMarks marks birthdays: after "geboren", or a full date too long ago to be that of a meeting.
func dateMarks(t text, o Options) (marks []Mark) {
	for _, at := range born.FindAllStringIndex(t.raw, -1) {
		if alone(t.raw, at[0], at[1]) {
			marks = append(marks, Mark{From: at[0], To: at[1], Kind: BirthDate})
		}
	}
	for _, form := range []*regexp.Regexp{fullDate, isoDate} {
		for _, at := range form.FindAllStringSubmatchIndex(t.raw, -1) {
			if alone(t.raw, at[0], at[1]) && longAgo(t.raw[at[2]:at[3]], o) {
				marks = append(marks, Mark{From: at[0], To: at[1], Kind: BirthDate})
			}
		}
	}
	return marks
}

// longAgo reads a year of two or four digits.
func longAgo(year string, o Options) bool {
	y, err := strconv.Atoi(year)
	today := 0
	if o.Today != "" {
		today = o.Today.Start().Year()
	}
	if err != nil || today == 0 {
		return true
	}
	if y < 100 {
		y += today / 100 * 100
		if y > today {
			y -= 100
		}
	}
	return y <= today-youngest
}
