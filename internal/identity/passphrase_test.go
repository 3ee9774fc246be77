package identity

import (
	"strings"
	"testing"

	"beraad.eu/livc"
)

func TestPassphrase(t *testing.T) {
	mail := livc.NewContact("nele.peeters@leefstad.be")
	for text, key := range map[string]string{
		goodPassphrase:                       "",
		"zestigvijftienk":                    "", // fifteen small letters: no kinds of characters are asked
		"ééééé ùùùù ççç àà":                  "passphrase.common",
		"café ùlçà zeewier":                  "",
		"veertien teken":                     "passphrase.short",
		"  veertien teken  \n":               "passphrase.short",
		strings.Repeat("zeven fietsen ", 19): "passphrase.long",
		"aaaaaaaaaaaaaaaaaaaa":               "passphrase.common",
		"Wachtwoord123456!":                  "passphrase.common",
		"azertyuiop azertyuiop":              "passphrase.common",
		"correct horse battery staple":       "passphrase.common",
		"gemeente beraad 2026":               "passphrase.common",
		"nele.peeters@leefstad.be":           "passphrase.common",
		"nele.peeters nele.peeters":          "passphrase.common",
	} {
		t.Run(text, func(t *testing.T) {
			err := CheckPassphrase(text, mail)
			if key == "" {
				must(t, err)
			} else {
				refused(t, err, key)
			}
		})
	}
	t.Run("what is drawn is six words, never the same, and accepted", func(t *testing.T) {
		a, b := NewPassphrase(), NewPassphrase()
		must(t, CheckPassphrase(a, mail))
		if a == b || len(strings.Fields(a)) != generatedWords {
			t.Fatalf("drew %d words", len(strings.Fields(a)))
		}
	})
}
