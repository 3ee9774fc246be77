package i18n

import (
	"context"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"

	"beraad.eu/livc"
)

type langKey struct{}

// With gives a context in which texts are in lang; a language that is not shown becomes Dutch.
func With(ctx context.Context, lang livc.Language) context.Context {
	if _, known := books[lang]; !known {
		lang = livc.Dutch
	}
	return context.WithValue(ctx, langKey{}, lang)
}

// Lang is the language of the context: Dutch, the source, unless With said otherwise.
func Lang(ctx context.Context) livc.Language {
	if lang, ok := ctx.Value(langKey{}).(livc.Language); ok {
		return lang
	}
	return livc.Dutch
}

// T is the text under key. args are names and values in turn, for the placeholders {{.Name}} of the
// text; an argument called Count, an int, chooses the plural. A key without a text, or a text whose
// placeholder got no value, shows as ⟦key⟧: seen at once on the page, and found by a test.
func T(ctx context.Context, key string, args ...any) string {
	return books[Lang(ctx)]().say(key, pairs(args))
}

// Enum is the name of a value of an enumeration: the key enum.<typ>.<value>, for example
// Enum(ctx, "function", livc.Mayor).
func Enum[S ~string](ctx context.Context, typ string, value S) string {
	return T(ctx, "enum."+typ+"."+string(value))
}

// Fault is the text of an answer for a person, with its arguments.
func Fault(ctx context.Context, e *livc.Error) string {
	return books[Lang(ctx)]().say(e.Key, table(e.Args))
}

// Has tells whether key has a text in the language of the context.
func Has(ctx context.Context, key string) bool { return books[Lang(ctx)]().messages[key] != nil }

// values are what stands in the placeholders of a text.
type values interface {
	value(name string) (any, bool)
	all() map[string]any
}

// pairs are names and values in turn.
type pairs []any

func (p pairs) value(name string) (any, bool) {
	for i := 0; i+1 < len(p); i += 2 {
		if p[i] == name {
			return p[i+1], true
		}
	}
	return nil, false
}

func (p pairs) all() map[string]any {
	m := make(map[string]any, len(p)/2)
	for i := 0; i+1 < len(p); i += 2 {
		if name, ok := p[i].(string); ok {
			m[name] = p[i+1]
		}
	}
	return m
}

// table are values by name.
type table map[string]any

func (t table) value(name string) (any, bool) { v, ok := t[name]; return v, ok }
func (t table) all() map[string]any           { return t }

func (b *book) say(key string, with values) string {
	m, ok := b.messages[key]
	if !ok {
		return missing(key)
	}
	if m.One == "" {
		return b.ready[key].fill(key, with)
	}
	all := with.all()
	if m.Zero != "" && all["Count"] == 0 { // the plural rules of our languages know no zero
		return m.Zero
	}
	text, err := b.speaker.Localize(&i18n.LocalizeConfig{MessageID: key, TemplateData: all, PluralCount: all["Count"]})
	if err != nil || strings.Contains(text, "<no value>") {
		return missing(key)
	}
	return text
}

func missing(key string) string { return "⟦" + key + "⟧" }
