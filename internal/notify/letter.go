package notify

import (
	"context"
	"fmt"

	"beraad.eu/internal/i18n"
	"beraad.eu/livc"
)

// words are the texts that a letter can have. What a message is about shows after signing in only, so
// nearly every template has the same words.
type words string

const (
	enrolment     words = "enrolment"      // the one letter with an address of its own: the door to an account
	accessChanged words = "access_changed" // a key of yours was changed; call if that was not you
	invitation    words = "invitation"     // you are asked for a meeting
	waits         words = "waits"          // something waits for you
)

// wordsOf gives the texts of a template; what is not named here simply waits.
func wordsOf(template string) words {
	switch w := words(template); w {
	case enrolment, accessChanged, invitation:
		return w
	}
	return waits
}

// Message is what leaves: a template, for somebody, in a language.
type Message struct {
	Template string
	To       livc.Contact
	Language livc.Language
	// Link is the address of an enrolment; empty for every other template.
	Link string
}

// Opens tells whether this is the message that opens the door to an account.
func (m Message) Opens() bool { return wordsOf(m.Template) == enrolment }

// Letter is a message in words. Dutch: bericht.
type Letter struct {
	To            livc.Contact
	Subject, Body string
}

// Write puts a message in words. origin is the address of the installation.
func Write(origin string, m Message) Letter {
	ctx := i18n.With(context.Background(), m.Language)
	w := wordsOf(m.Template)
	address := origin
	if w == enrolment {
		address = m.Link
	}
	key := "mail." + string(w)
	return Letter{To: m.To, Subject: i18n.T(ctx, key+".subject"), Body: i18n.T(ctx, key+".body", "Address", address)}
}

// Print writes a letter out for whoever hands it over by hand.
func (l Letter) Print() string {
	return fmt.Sprintf("%s\n%s\n\n%s\n", l.To.Reveal(), l.Subject, l.Body)
}
