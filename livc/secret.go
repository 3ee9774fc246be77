package livc

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"unicode"
	"unicode/utf8"
)

// errSealOnly answers whoever tries to store or send personal text without sealing it.
var errSealOnly = errors.New("livc: personal text can only leave sealed")

// hidden is what a personal text looks like to anything that prints.
const hidden = "[verzegeld]"

// Secret holds anything said about a person who is discussed, or that can point to one, and all free
// text of steps 4 to 7. The text stands behind a pointer, and every way in which Go prints, logs,
// stores or marshals a value is closed: fmt does not call methods on unexported fields, so a plain
// string would leak from inside another struct. It leaves memory sealed to people (package seal) or
// on a page of somebody who may see it. Dutch: geheim.
type Secret struct{ text *string }

// Contact holds the name, mail address or phone of a participant. It is sealed under the service key
// of the installation, so that mail and "signed in as" work without anybody being signed in.
// Dutch: contactgegeven.
type Contact struct{ text *string }

// NewSecret wraps personal text.
func NewSecret(s string) Secret { return Secret{&s} }

// NewContact wraps contact data.
func NewContact(s string) Contact { return Contact{&s} }

// Reveal gives the text to the one who seals it or shows it; a test lists the callers.
func (s Secret) Reveal() string { return reveal(s.text) }

// Reveal gives the text to the one who seals it, shows it, or addresses mail.
func (c Contact) Reveal() string { return reveal(c.text) }

// Secret gives the contact data as personal text, for a rule that looks for names in a text.
func (c Contact) Secret() Secret { return Secret(c) }

// Joined gives texts on one line, or contact data as personal text, for a text that says who told it; what is
// empty is left out.
func Joined[T Secret | Contact](parts ...T) Secret {
	var said []string
	for _, p := range parts {
		if s := Secret(p); !s.Empty() {
			said = append(said, strings.TrimSpace(reveal(s.text)))
		}
	}
	return NewSecret(strings.Join(said, ", "))
}

func reveal(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

// Empty tells whether nothing but space was written.
func (s Secret) Empty() bool { return strings.TrimSpace(reveal(s.text)) == "" }

// Empty tells whether nothing but space was written.
func (c Contact) Empty() bool { return strings.TrimSpace(reveal(c.text)) == "" }

// Len is the length in characters.
func (s Secret) Len() int { return utf8.RuneCountInString(reveal(s.text)) }

// Len is the length in characters.
func (c Contact) Len() int { return utf8.RuneCountInString(reveal(c.text)) }

// Typed tells whether the text could have been typed in a field: whole characters, and none that controls
// what reads it. What comes from another installation is asked so.
func (s Secret) Typed() bool {
	text := reveal(s.text)
	control := func(c rune) bool { return unicode.Is(unicode.C, c) && c != '\n' && c != '\t' }
	return utf8.ValidString(text) && strings.IndexFunc(text, control) < 0
}

func writeHidden(f fmt.State) { _, _ = f.Write([]byte(hidden)) }

// Format prints a placeholder, whatever the verb.
func (Secret) Format(f fmt.State, _ rune) { writeHidden(f) }

// Format prints a placeholder, whatever the verb.
func (Contact) Format(f fmt.State, _ rune) { writeHidden(f) }

// LogValue logs a placeholder.
func (Secret) LogValue() slog.Value { return slog.StringValue(hidden) }

// LogValue logs a placeholder.
func (Contact) LogValue() slog.Value { return slog.StringValue(hidden) }

// Value refuses to be stored: without it a database driver would fall back on printing.
func (Secret) Value() (driver.Value, error) { return nil, errSealOnly }

// Value refuses to be stored.
func (Contact) Value() (driver.Value, error) { return nil, errSealOnly }

// MarshalJSON refuses to be sent.
func (Secret) MarshalJSON() ([]byte, error) { return nil, errSealOnly }

// MarshalJSON refuses to be sent.
func (Contact) MarshalJSON() ([]byte, error) { return nil, errSealOnly }

// MarshalText refuses to be sent.
func (Secret) MarshalText() ([]byte, error) { return nil, errSealOnly }

// MarshalText refuses to be sent.
func (Contact) MarshalText() ([]byte, error) { return nil, errSealOnly }

// GobEncode refuses to be sent.
func (Secret) GobEncode() ([]byte, error) { return nil, errSealOnly }

// GobEncode refuses to be sent.
func (Contact) GobEncode() ([]byte, error) { return nil, errSealOnly }
