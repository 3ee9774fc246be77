package protocol

import (
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Settings are the choices of the protocol in force. The zero value is the strictest. Later steps ask
// for them inside their own deeds.
type Settings struct {
	WrittenReferral bool `json:"written_referral"` // S3: off until the protocol switches it on
	ThinkAlong      bool `json:"think_along"`      // S2: thinking along in text
	OwnWorries      bool `json:"own_worries"`      // S1: the own organisation decides too
	// IdentityAtTable shows who it is about at the table only; otherwise after the secrecy text, before
	// answering an invitation (architecture 17).
	IdentityAtTable bool `json:"identity_at_table"`

	RetentionMonths int   `json:"retention_months"` // at most 12
	NotListedDays   int   `json:"not_listed_days"`  // at most 30
	OfferDays       int   `json:"offer_days"`       // working days to register, 0 to 7
	ReviewMonths    []int `json:"review_months"`    // after 1 and 6 months
	ManagerModel    bool  `json:"manager_model"`    // case manager and director are two persons
	MeetingWeeks    int   `json:"meeting_weeks"`    // rhythm (R4.1.1-c)
}

// Basic are the settings of the basic protocol that every LIVC R starts with.
func Basic() Settings {
	return Settings{RetentionMonths: 12, NotListedDays: 30, OfferDays: 5, ReviewMonths: []int{1, 6}, ManagerModel: true, MeetingWeeks: 6}
}

// longestRetention is the year of the law, in months (R6.2-l).
const longestRetention = 12

// Terms are the short terms of this protocol: the longest of all, where it agreed on nothing shorter.
func (s Settings) Terms() law.Terms {
	t := law.LongestTerms()
	t.NotListedDays, t.OfferDays = s.NotListedDays, s.OfferDays
	return t
}

// Check refuses settings that go beyond the law: a protocol shortens a term and never lengthens it
// (R6.2-k, R6.2-l), and the table meets at least once a year (R1.3-c, R1.3-d).
func (s Settings) Check() error {
	var f livc.Faults
	f.Check(s.RetentionMonths >= 1 && s.RetentionMonths <= longestRetention, "retention", "law.term.only_shorter", law.StorageLimit)
	f.Check(rising(s.ReviewMonths), "reviews", "edit_settings.reviews", law.ReviewMoments)
	f.Check(s.MeetingWeeks >= 1 && s.MeetingWeeks <= 52, "weeks", "edit_settings.weeks", "livc-2")
	if err := f.Err(); err != nil {
		return err
	}
	return law.MayShorten(s.Terms())
}

// rising tells whether the months of the reviews lie within a year and follow each other (R2.3.5-j).
func rising(months []int) bool {
	for i, m := range months {
		if m < 1 || m > 12 || i > 0 && m <= months[i-1] {
			return false
		}
	}
	return len(months) > 0
}
