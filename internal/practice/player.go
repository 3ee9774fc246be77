package practice

import (
	"strings"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/identity"
	"beraad.eu/livc"
	"beraad.eu/seed"
)

// player is one of the people while the town is played.
type player struct {
	seed.PracticePerson
	by      deed.By
	session *identity.Session
}

// mailOf is an address that leads nowhere.
func mailOf(x seed.PracticePerson) livc.Contact {
	name := strings.ToLower(strings.ReplaceAll(x.Name, " ", "."))
	return livc.NewContact(name + "@" + x.At + ".demerrode.example")
}

func (p *play) hat(stem string) livc.ID { return p.hats[stem] }

func (p *play) by(stem string) deed.By { return p.players[stem].by }

func (p *play) person(stem string) seed.PracticePerson {
	for _, x := range p.seed.People {
		if x.Stem == stem {
			return x
		}
	}
	return seed.PracticePerson{}
}

func (p *play) story(stem string) seed.PracticeStory {
	for _, x := range p.seed.Stories {
		if x.Stem == stem {
			return x
		}
	}
	return seed.PracticeStory{}
}

// hasAccount tells whether somebody keeps data here: who only comes to speak needs no account
// (architecture 18).
func hasAccount(x seed.PracticePerson) bool {
	return x.Shown || x.At == "town" || x.Function == string(livc.DPO)
}

// leave signs everybody out: no session of the play stays open.
func (p *play) leave() error {
	for _, x := range p.players {
		if err := x.session.Leave(p.ctx); err != nil {
			return err
		}
	}
	return nil
}
