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
	return say(ctx, key, named(args))
}

// Enum is the name of a value of an enumeration: the key enum.<typ>.<value>, for example
// Enum(ctx, "function", livc.Mayor).
func Enum[S ~string](ctx context.Context, typ string, value S) string {
	return T(ctx, "enum."+typ+"."+string(value))
}

// Fault is the text of an answer for a person, with its arguments.
func Fault(ctx context.Context, e *livc.Error) string { return say(ctx, e.Key, e.Args) }

// Has tells whether key has a text in the language of the context.
func Has(ctx context.Context, key string) bool { return books[Lang(ctx)].messages[key] != nil }

func say(ctx context.Context, key string, args map[string]any) string {
	return books[Lang(ctx)].say(key, args)
}

func (b *book) say(key string, args map[string]any) string {
	m, ok := b.messages[key]
	if !ok {
		return missing(key)
	}
	if m.One == "" && !strings.Contains(m.Other, "{{") {
		return m.Other
	}
	if m.Zero != "" && args["Count"] == 0 { // the plural rules of our languages know no zero
		return m.Zero
	}
	ask := &i18n.LocalizeConfig{MessageID: key, TemplateData: args}
	if m.One != "" { // a text without a plural may show a count as well
		ask.PluralCount = args["Count"]
	}
	text, err := b.speaker.Localize(ask)
	if err != nil || strings.Contains(text, "<no value>") {
		return missing(key)
	}
	return text
}

func missing(key string) string { return "⟦" + key + "⟧" }

func named(args []any) map[string]any {
	m := make(map[string]any, len(args)/2)
	for i := 0; i+1 < len(args); i += 2 {
		if name, ok := args[i].(string); ok {
			m[name] = args[i+1]
		}
	}
	return m
}
