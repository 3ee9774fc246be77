package seed

// Side says what a question asks after; what protects comes first.
type Side string

// The sides.
const (
	Protects Side = "protects"
	Concerns Side = "concerns"
	Unknown  Side = "unknown"
)

// Prompt is one question of the guide.
type Prompt struct {
	Side Side `toml:"side"`
	Text Text `toml:"text"`
}

// Domain is one of the ten life domains with its questions.
type Domain struct {
	Stem      string   `toml:"stem"`
	Name      Text     `toml:"name"`
	Goals     []Text   `toml:"goal"` // examples; about life, never about faith or opinion (R2.3.5-l)
	Questions []Prompt `toml:"question"`
}

// Weighing is the guide for weighing. It has no points.
type Weighing struct {
	Lead     Text     `toml:"lead"`
	Domains  []Domain `toml:"domain"`
	Stop     []Named  `toml:"stop"`    // the three questions nobody skips
	Cross    []Named  `toml:"cross"`   // the sheet across the domains
	Outcomes []Named  `toml:"outcome"` // stems are those of livc.Outcome
	Sentence Text     `toml:"sentence"`
}

func (w *Weighing) check(c *checker) {
	for _, d := range w.Domains {
		c.stem("domain", d.Stem)
		c.text("domain "+d.Stem, d.Name)
		c.must(len(d.Goals) > 0, "%s has no goal", d.Stem)
		for _, g := range d.Goals {
			c.text("goal of "+d.Stem, g)
		}
		for _, q := range d.Questions {
			c.must(q.Side == Protects || q.Side == Concerns || q.Side == Unknown, "%s asks after %q", d.Stem, q.Side)
			c.text("question of "+d.Stem, q.Text)
		}
	}
	c.text("lead", w.Lead)
	c.named("stop", w.Stop)
	c.named("cross", w.Cross)
	c.named("outcome", w.Outcomes)
	c.text("sentence", w.Sentence)
}
