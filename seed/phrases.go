package seed

// Phrases are the fixed sentences.
type Phrases struct {
	Secrecy         Text    `toml:"secrecy"`
	Newcomer        Text    `toml:"newcomer"`
	Silence         Text    `toml:"silence"`
	FeedbackEmpty   Text    `toml:"feedback_empty"`
	Informing       Text    `toml:"informing"`
	ClosingSentence Text    `toml:"closing_sentence"`
	Referrer        []Named `toml:"referrer"` // answers to the one who referred
	Decline         []Named `toml:"decline"`  // drafts for who does not come
}

func (p *Phrases) check(c *checker) {
	for where, t := range map[string]Text{"secrecy": p.Secrecy, "newcomer": p.Newcomer, "silence": p.Silence,
		"feedback_empty": p.FeedbackEmpty, "informing": p.Informing, "closing_sentence": p.ClosingSentence} {
		c.text(where, t)
	}
	c.named("referrer", p.Referrer)
	c.named("decline", p.Decline)
}
