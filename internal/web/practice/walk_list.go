package practice

import (
	"context"

	"beraad.eu/internal/i18n"
)

// installing are the commands of the README for real use.
var installing = []string{"make build", "./beraad init", "./beraad serve", "./beraad doctor"}

// homes are the things of one case, with the house in which each lived.
var homes = []string{"name", "facts", "sheet", "report", "dossier", "ltf", "proof"}

func housesRows(ctx context.Context) (rows [][]string) {
	for _, h := range homes {
		key := "walk.home." + h
		rows = append(rows, []string{i18n.T(ctx, key+".what"), i18n.T(ctx, key+".house"), i18n.T(ctx, key+".until")})
	}
	return rows
}

func traceWord(ctx context.Context, t Trace) string {
	if t.Gone {
		return i18n.T(ctx, "walk.year.gone")
	}
	return i18n.T(ctx, "walk.year.there")
}

// yearTitle names the code only while the hall remembers it.
func yearTitle(ctx context.Context, e *Ended) string {
	days := []any{"From", i18n.DateOf(ctx, e.From), "To", i18n.DateOf(ctx, e.To)}
	if e.Code == "" {
		return i18n.T(ctx, "walk.year.after", days...)
	}
	return i18n.T(ctx, "walk.year.after_code", append(days, "Code", e.Code)...)
}
