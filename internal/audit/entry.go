package audit

import (
	"fmt"
	"time"

	"beraad.eu/livc"
)

// Entry is what one leaf says: who did or tried what to which object, and on which norms. It is
// pseudonymous: identifiers and fixed words, no names, no free text (L5). Dutch: logregel.
type Entry struct {
	At                time.Time // civil time of the deed, kept to the microsecond
	Livc, Person, Hat livc.ID   // empty person and hat: the clock's own deed
	Function          livc.Function
	Action            string  // the stem of the deed, such as refer_case; an answer never carries what was answered
	Kind              string  // what sort of thing Object is
	Object            livc.ID // its mapping to a person dies with the dossier
	Norms             []livc.NormID
	Authorised        bool     // false: a refusal, recorded like any other deed (L6)
	Row               [32]byte // hash of the ciphertext written; zero for a look
}

// About is the object under which a leaf is found again, so that who keeps something can see who looked
// (L7): own dossiers and the containers of their keys. Of everything else it is empty: the log is no index
// of what happened to a case.
func (e Entry) About() livc.ID {
	if indexed(e.Kind) {
		return e.Object
	}
	return ""
}

// indexed tells whether leaves about a kind of object can be found by it.
func indexed(kind string) bool { return kind == "dossier" || kind == "container" }

// Check tells whether the entry holds nothing but identifiers and fixed words, so that neither a name nor
// a sentence can reach the log by accident (L5). The gate asks before it appends; the error is ours.
func (e Entry) Check() error {
	for field, id := range map[string]livc.ID{"livc": e.Livc, "person": e.Person, "hat": e.Hat, "object": e.Object} {
		if !pseudonym(id) {
			return fmt.Errorf("audit: %s is no identifier", field)
		}
	}
	words := []string{e.Action, e.Kind, string(e.Function)}
	for _, n := range e.Norms {
		words = append(words, string(n))
	}
	for _, w := range words {
		if !fixedWord(w) {
			return fmt.Errorf("audit: an entry of action %.32q holds something that is no fixed word", e.Action)
		}
	}
	if e.Action == "" || e.At.IsZero() {
		return fmt.Errorf("audit: an entry needs an action and a time")
	}
	return nil
}

func pseudonym(id livc.ID) bool {
	if id == "" || id == livc.Installation {
		return true
	}
	_, err := livc.ParseID(string(id))
	return err == nil
}

const longestWord = 64

// fixedWord tells whether w could be a word of our own: a stem, a function, the id of a norm.
func fixedWord(w string) bool {
	for _, r := range w {
		small, digit := 'a' <= r && r <= 'z', '0' <= r && r <= '9'
		if !small && !digit && r != '_' && r != '-' && r != '.' {
			return false
		}
	}
	return len(w) <= longestWord
}
