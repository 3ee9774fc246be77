// Package seed holds the texts an LIVC R begins with: the basic protocol, the network, the guide for
// weighing and the fixed sentences. They are drafts: init copies them into rows, and from then on the
// protocol of the LIVC R decides. The package knows no rule and no row; it reads its files strictly, so
// that a misspelled word is an error and never a silent gap.
package seed

import (
	"embed"
	"fmt"
	"sync"

	"github.com/BurntSushi/toml"

	"beraad.eu/livc"
)

//go:embed *.toml
var files embed.FS

// Text is a text in Dutch, the source, and in English.
type Text struct {
	NL string `toml:"nl"`
	EN string `toml:"en"`
}

// In gives the text in a language, or else in Dutch.
func (t Text) In(lang livc.Language) string {
	if lang == livc.English && t.EN != "" {
		return t.EN
	}
	return t.NL
}

// Named is a text with a stem, a stable word that rows keep.
type Named struct {
	Stem string `toml:"stem"`
	Text Text   `toml:"text"`
}

// Start is everything an LIVC R begins with.
type Start struct {
	Protocol Protocol
	Network  Network
	Weighing Weighing
	Phrases  Phrases
}

// Load gives what stands in the four files; who asks changes nothing in it, for all share it. It errs when a
// file names something unknown, lacks a text or uses a stem twice; that is a fault of the program and never
// of a person.
func Load() (Start, error) { return loaded() }

var loaded = sync.OnceValues(read)

func read() (Start, error) {
	var s Start
	for _, f := range []struct {
		name string
		into interface{ check(*checker) }
	}{
		{"protocol.toml", &s.Protocol}, {"network.toml", &s.Network}, {"weighing.toml", &s.Weighing}, {"phrases.toml", &s.Phrases},
	} {
		text, err := files.ReadFile(f.name)
		if err != nil {
			return Start{}, fmt.Errorf("read %s: %w", f.name, err)
		}
		if err := decode(string(text), f.into); err != nil {
			return Start{}, fmt.Errorf("read %s: %w", f.name, err)
		}
	}
	return s, nil
}

func decode(text string, into interface{ check(*checker) }) error {
	meta, err := toml.Decode(text, into)
	if err != nil {
		return err
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return fmt.Errorf("%s is not known here", unknown[0])
	}
	c := &checker{stems: map[string]bool{}}
	into.check(c)
	return c.err
}
