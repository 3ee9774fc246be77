package i18n

import (
	"context"
	"sort"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"beraad.eu/livc"
)

// Sort puts names in the order of the reader's language: é beside e, capitals beside small letters.
// The database never sorts names, for it holds them sealed.
func Sort(ctx context.Context, names []string) { collator(ctx).SortStrings(names) }

// SortBy sorts items by their name in the order of the reader's language; equal names keep their order.
func SortBy[E any](ctx context.Context, items []E, name func(E) string) {
	c := collator(ctx)
	sort.SliceStable(items, func(i, j int) bool { return c.CompareString(name(items[i]), name(items[j])) < 0 })
}

func collator(ctx context.Context) *collate.Collator {
	return collate.New(language.Make(string(Lang(ctx))), collate.IgnoreCase)
}

// Prefer chooses the shown language that an Accept-Language header asks for; Dutch if it asks for none.
func Prefer(header string) livc.Language {
	asked, _, err := language.ParseAcceptLanguage(header)
	if err != nil || len(asked) == 0 {
		return livc.Dutch
	}
	tags := make([]language.Tag, 0, len(Shown()))
	for _, lang := range Shown() {
		tags = append(tags, language.Make(string(lang)))
	}
	_, i, sure := language.NewMatcher(tags).Match(asked...)
	if sure == language.No {
		return livc.Dutch
	}
	return Shown()[i]
}
