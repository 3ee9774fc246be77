package seed

// IdentityShown is when an invited person learns whom it is about.
type IdentityShown string

// The moments.
const (
	AfterSecrecy IdentityShown = "after_secrecy" // after the secrecy text, before answering
	AtTable      IdentityShown = "at_table"
	ByPhone      IdentityShown = "by_phone"
)

// Switches are what the protocol switches on or off.
type Switches struct {
	WrittenReferral    bool          `toml:"written_referral"`
	OwnWorries         bool          `toml:"own_worries"`
	ThinkAlong         bool          `toml:"think_along"`
	IdentityShown      IdentityShown `toml:"identity_shown"`
	ManagerAndDirector bool          `toml:"manager_and_director"`
	NewCasesFirst      bool          `toml:"new_cases_first"`
	ReviewMonths       []int         `toml:"review_months"`
}

// Terms are the short terms, in the unit of their name; OffersDays are working days.
type Terms struct {
	NotListedDays        int `toml:"not_listed_days"`
	UndecidedDays        int `toml:"undecided_days"`
	NeverDiscussedMonths int `toml:"never_discussed_months"`
	HoldMonths           int `toml:"hold_months"`
	ThinkingAlongDays    int `toml:"thinking_along_days"`
	OwnWorryDays         int `toml:"own_worry_days"`
	DeclineDays          int `toml:"decline_days"`
	PaperDays            int `toml:"paper_days"`
	NoteDays             int `toml:"note_days"`
	OffersDays           int `toml:"offers_days"`
}

// Chapter is one of the six chapters of a protocol.
type Chapter struct {
	Stem  string `toml:"stem"`
	Title Text   `toml:"title"`
	Text  Text   `toml:"text"`
}

// Criterion is one question of the third gate: does this belong on the LIVC R?
type Criterion struct {
	Stem string `toml:"stem"`
	Text Text   `toml:"text"`
	Help Text   `toml:"help"`
}

// Protocol is the basic protocol.
type Protocol struct {
	Switches  Switches    `toml:"switches"`
	Terms     Terms       `toml:"terms"`
	Chapters  []Chapter   `toml:"chapter"`
	Criteria  []Criterion `toml:"criterion"`
	Closing   []Named     `toml:"closing"`
	StopRules []Named     `toml:"stop_rule"`
}

func (p *Protocol) check(c *checker) {
	for _, ch := range p.Chapters {
		c.stem("chapter", ch.Stem)
		c.text("title of "+ch.Stem, ch.Title)
		c.text("chapter "+ch.Stem, ch.Text)
	}
	for _, k := range p.Criteria {
		c.stem("criterion", k.Stem)
		c.text("criterion "+k.Stem, k.Text)
		c.text("help of "+k.Stem, k.Help)
	}
	c.named("closing", p.Closing)
	c.named("stop_rule", p.StopRules)
	switch p.Switches.IdentityShown {
	case AfterSecrecy, AtTable, ByPhone:
	default:
		c.must(false, "identity_shown is %q", p.Switches.IdentityShown)
	}
}
