package page

import (
	"context"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/law"
	"beraad.eu/seed"
)

// guide names the life domains; it is part of the program.
var guide = func() seed.Weighing {
	s, err := seed.Load()
	if err != nil {
		panic(err) // tested: the files belong to the program
	}
	return s.Weighing
}()

// Domain is the name of a life domain in the reader's language.
func Domain(ctx context.Context, stem string) string {
	for _, d := range guide.Domains {
		if d.Stem == stem {
			return d.Name.In(i18n.Lang(ctx))
		}
	}
	return stem
}

// Service is the name of a service at the table, or its kind in the reader's language (see discussion.Attendee).
func Service(ctx context.Context, said string) string {
	if s, ok := law.FindService(law.Category(said)); ok {
		return law.NameIn(s.Name, i18n.Lang(ctx))
	}
	return said
}

// Or is a text, or what stands in its place where no casusblad may hold one (X-L-l).
func Or(text, instead string) string {
	if text == "" {
		return instead
	}
	return text
}
