package seed

import "fmt"

// Practice is the invented town of the practice hall: who lives there and what is told. It is no start
// of an LIVC R, so Load does not read it.
type Practice struct {
	Town     PracticeTown      `toml:"town"`
	Partners []PracticePartner `toml:"partner"`
	People   []PracticePerson  `toml:"person"`
	Stories  []PracticeStory   `toml:"story"`
	Talks    []PracticeTalk    `toml:"talk"`
	Walk     PracticeWalk      `toml:"walk"`
}

// PracticeWalk is what is said on the guided path, which the hall plays when a visitor asks for it.
type PracticeWalk struct {
	Worry   string `toml:"worry"`   // points to one person
	General string `toml:"general"` // the same, and points to nobody
	Fact    string `toml:"fact"`    // that is shared for the table only
	When    string `toml:"when"`
	Line    string `toml:"line"`   // that somebody tries to put on the sheet for the LTF
	Reason  string `toml:"reason"` // of the objection, for the chair alone
	Draft   string `toml:"draft"`  // a report with four places that point to somebody
	Report  string `toml:"report"` // the same, in general words; {code} is the code of the case
	Keeps   string `toml:"keeps"`  // what one service keeps
	Why     string `toml:"why"`
}

// PracticeTown is the town with the names of its own organisations.
type PracticeTown struct {
	Livc         string `toml:"livc"`
	Municipality string `toml:"municipality"`
	Police       string `toml:"police"`
	Place        string `toml:"place"` // where the table meets
}

// PracticePartner is a service in the network.
type PracticePartner struct {
	Stem     string `toml:"stem"`
	Name     string `toml:"name"`
	Category string `toml:"category"` // of the register of services in package law
	Domain   string `toml:"domain"`   // of the guide for weighing
}

// PracticePerson is one of the people; At is "town", "police" or the stem of a partner.
type PracticePerson struct {
	Stem     string   `toml:"stem"`
	Name     string   `toml:"name"`
	Function string   `toml:"function"`
	At       string   `toml:"at"`
	Secrecy  []string `toml:"secrecy"`
	Mandate  string   `toml:"mandate"`
	Shown    bool     `toml:"shown"` // has a button on the first page
}

// PracticeStory is what is told about an invented person, as the guide for listening asks it.
type PracticeStory struct {
	Stem       string         `toml:"stem"`
	Sector     string         `toml:"sector"`
	First      string         `toml:"first"`
	Last       string         `toml:"last"`
	BirthYear  string         `toml:"birth_year"`
	Town       string         `toml:"town"`
	GoesWell   string         `toml:"goes_well"`
	Indication string         `toml:"indication"`
	Tried      string         `toml:"tried"`
	Asked      string         `toml:"asked"`
	Wanted     string         `toml:"wanted"`
	Child      string         `toml:"child"`
	Grounds    string         `toml:"grounds"`
	Advice     string         `toml:"advice"`
	Facts      []PracticeFact `toml:"fact"`
}

// PracticeFact is one thing that was seen or heard.
type PracticeFact struct {
	What   string `toml:"what"`
	When   string `toml:"when"`
	Source string `toml:"source"`
}

// PracticeTalk is one case at one evening: what was decided, in general words.
type PracticeTalk struct {
	Story    string           `toml:"story"`
	Evening  string           `toml:"evening"`
	Outcome  string           `toml:"outcome"`
	Report   string           `toml:"report"`
	Manager  string           `toml:"manager"`
	Director string           `toml:"director"`
	Contact  string           `toml:"contact"`
	Review   int              `toml:"review"` // months until the next review; one when nothing is said
	Ending   string           `toml:"ending"` // close, last_check or nothing
	Reason   string           `toml:"reason"`
	Stays    string           `toml:"stays"` // who stays in touch
	Invites  []PracticeInvite `toml:"invite"`
	Goals    []PracticeGoal   `toml:"goal"`
	Actions  []PracticeAction `toml:"action"`
	Asks     []PracticeAsk    `toml:"ask"`
}

// PracticeInvite is a question to somebody who is asked to come.
type PracticeInvite struct {
	Who      string `toml:"who"`
	Question string `toml:"question"`
}

// PracticeGoal is what the path wants to reach.
type PracticeGoal struct {
	Domain string `toml:"domain"`
	Text   string `toml:"text"`
}

// PracticeAction is what somebody takes on, so many days long.
type PracticeAction struct {
	Who  string `toml:"who"`
	Kind string `toml:"kind"`
	What string `toml:"what"`
	Why  string `toml:"why"`
	Days int    `toml:"days"`
}

// PracticeAsk is what the table does not know, and who finds out.
type PracticeAsk struct {
	Domain string `toml:"domain"`
	Who    string `toml:"who"`
	Text   string `toml:"text"`
	Days   int    `toml:"days"`
}

// LoadPractice reads the practice town.
func LoadPractice() (p Practice, err error) {
	text, err := files.ReadFile("practice.toml")
	if err != nil {
		return p, fmt.Errorf("read practice.toml: %w", err)
	}
	if err := decode(string(text), &p); err != nil {
		return p, fmt.Errorf("read practice.toml: %w", err)
	}
	return p, nil
}

func (p *Practice) check(c *checker) {
	t := p.Town
	c.must(t.Livc != "" && t.Municipality != "" && t.Police != "" && t.Place != "", "the town lacks a name")
	places := map[string]bool{"town": true, "police": true}
	for _, x := range p.Partners {
		c.stem("partner", x.Stem)
		c.must(x.Name != "" && x.Category != "" && x.Domain != "", "partner %s lacks something", x.Stem)
		places[x.Stem] = true
	}
	for _, x := range p.People {
		c.stem("person", x.Stem)
		c.must(x.Name != "" && x.Function != "" && places[x.At], "person %s lacks something", x.Stem)
	}
	p.checkStories(c)
	w := p.Walk
	c.must(w.Worry != "" && w.General != "" && w.Fact != "" && w.Line != "" && w.Draft != "" && w.Report != "", "the walk lacks a text")
	for _, x := range p.Talks {
		c.must(c.stems["story."+x.Story], "the talk about %s is about nobody", x.Story)
		c.must(x.Report != "" && len(x.Invites) > 0, "the talk about %s says nothing, or nobody came", x.Story)
	}
}

func (p *Practice) checkStories(c *checker) {
	for _, x := range p.Stories {
		c.stem("story", x.Stem)
		c.must(x.GoesWell != "" && len(x.Facts) > 0, "story %s tells nothing good, or no fact", x.Stem)
	}
}
