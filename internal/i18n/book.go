package i18n

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"sync"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

//go:embed nl/*.toml en/*.toml
var files embed.FS

// source is a set of files with texts: which of them are in a language.
type source struct {
	files   fs.FS
	pattern string // with the language in the place of %s
}

// sources are our own files, and the sentences that package law keeps beside its rules.
func sources() []source { return []source{{files, "%s/*.toml"}, {law.Texts(), "%s.toml"}} }

// book holds the texts of one language.
type book struct {
	messages map[string]*i18n.Message
	ready    map[string]sentence // those without a plural
	speaker  *i18n.Localizer
}

// books are read once each, beside what else the program does when it starts, the first language first: it
// is a third of what a start takes. A file that cannot be read is a fault of the build, and the tests of this
// package find it before anybody else does.
var books = map[livc.Language]func() *book{}

func init() {
	for _, lang := range Shown() {
		books[lang] = sync.OnceValue(func() *book { return mustRead(sources(), lang) })
	}
	go func() {
		for _, lang := range Shown() {
			books[lang]()
		}
	}()
}

// Shown lists the languages a person can choose, in the order of the switch.
func Shown() []livc.Language { return []livc.Language{livc.Dutch, livc.English} }

func mustRead(from []source, lang livc.Language) *book {
	b, err := readBook(from, lang)
	if err != nil {
		panic(err)
	}
	return b
}

func readBook(from []source, lang livc.Language) (*book, error) {
	b := &book{messages: map[string]*i18n.Message{}, ready: map[string]sentence{}}
	for _, s := range from {
		if err := b.readSource(s, lang); err != nil {
			return nil, err
		}
	}
	return b, b.open(lang)
}

func (b *book) readSource(s source, lang livc.Language) error {
	names, err := fs.Glob(s.files, fmt.Sprintf(s.pattern, lang))
	if err != nil {
		return fmt.Errorf("list texts in %s: %w", lang, err)
	}
	for _, name := range names {
		if err := b.readStem(s.files, name); err != nil {
			return fmt.Errorf("read texts %s: %w", name, err)
		}
	}
	return nil
}

func (b *book) readStem(from fs.FS, name string) error {
	text, err := fs.ReadFile(from, name)
	if err != nil {
		return err
	}
	var tree map[string]any
	if _, err := toml.Decode(string(text), &tree); err != nil {
		return err
	}
	return b.collect("", tree, path.Base(name))
}

// collect turns nested tables into keys with dots. A table with the words one and other, perhaps
// zero, and nothing else, is one text with a plural; so an enum may have a value called other.
func (b *book) collect(prefix string, tree map[string]any, file string) error {
	for _, word := range sortedKeys(tree) {
		key := join(prefix, word)
		switch v := tree[word].(type) {
		case string:
			if err := b.add(&i18n.Message{ID: key, Other: v}); err != nil {
				return err
			}
		case map[string]any:
			if m, ok := plural(v); ok {
				m.ID = key
				if err := b.add(m); err != nil {
					return err
				}
				continue
			}
			if err := b.collect(key, v, file); err != nil {
				return err
			}
		default:
			return fmt.Errorf("%s: %s is no text", file, key)
		}
	}
	return nil
}

func (b *book) add(m *i18n.Message) error {
	if _, twice := b.messages[m.ID]; twice {
		return fmt.Errorf("key %s stands in two files", m.ID)
	}
	b.messages[m.ID] = m
	if m.One != "" {
		return nil
	}
	var err error
	if b.ready[m.ID], err = takeApart(m.Other); err != nil {
		return fmt.Errorf("text %s: %w", m.ID, err)
	}
	return nil
}

// open hands the texts with a plural to the library that knows the plural rules of each language.
func (b *book) open(lang livc.Language) error {
	tag, err := language.Parse(string(lang))
	if err != nil {
		return fmt.Errorf("language %s: %w", lang, err)
	}
	bundle := i18n.NewBundle(tag)
	for _, m := range b.messages {
		if m.One == "" {
			continue
		}
		if err := bundle.AddMessages(tag, m); err != nil {
			return fmt.Errorf("text %s: %w", m.ID, err)
		}
	}
	b.speaker = i18n.NewLocalizer(bundle, string(lang))
	return nil
}

// plural reads one, other and, where nothing deserves words of its own, zero.
func plural(v map[string]any) (*i18n.Message, bool) {
	one, isOne := v["one"].(string)
	other, isOther := v["other"].(string)
	zero, isZero := v["zero"].(string)
	known := 2
	if isZero {
		known = 3
	}
	return &i18n.Message{Zero: zero, One: one, Other: other}, isOne && isOther && len(v) == known
}

func join(prefix, word string) string {
	if prefix == "" {
		return word
	}
	return prefix + "." + word
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
