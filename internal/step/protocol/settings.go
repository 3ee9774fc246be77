package protocol

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
	MeetingWeeks    int   `json:"meeting_weeks"`    // rhythm
}

// Basic are the settings of the basic protocol that every LIVC R starts with.
func Basic() Settings {
	return Settings{RetentionMonths: 12, NotListedDays: 30, OfferDays: 5, ReviewMonths: []int{1, 6}, ManagerModel: true, MeetingWeeks: 6}
}
