package support

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// AtTable counts the talks about cases of one age band at which a kind of service was inside. It counts no
// person, no refusal and no silence. Dutch: gesprekken met een soort dienst.
type AtTable struct {
	Category string // of package law
	Ages     livc.AgeBand
	Talks    int
}

// Makeup says which kinds of service sit at the table, for which kind of case, so that the coordinator and
// the chair can ask whether the right ones are there (R2.3.3-c). Small numbers are hidden. Dutch:
// samenstelling van de tafel.
type Makeup struct {
	Categories []string // rows
	Ages       []livc.AgeBand
	Talks      law.Published // with totals as last row and column
	Hidden     bool          // something is too small to show
}

// WhoSits gives the makeup of the table.
func (s *Service) WhoSits(ctx context.Context, by deed.By) (m Makeup, err error) {
	err = s.Gate.Look(ctx, by, access.ViewMakeup, access.Whole(by.Livc), func(tx *deed.Tx) error {
		counted, err := s.Book.AtTable(ctx, tx)
		m = makeup(counted)
		return err
	})
	return m, err
}

func makeup(counted []AtTable) (m Makeup) {
	m.Ages = livc.AgeBands()
	for _, c := range counted {
		if !slices.Contains(m.Categories, c.Category) {
			m.Categories = append(m.Categories, c.Category)
		}
	}
	slices.Sort(m.Categories)
	counts := make([][]int, len(m.Categories))
	for i := range counts {
		counts[i] = make([]int, len(m.Ages))
	}
	for _, c := range counted {
		if age := slices.Index(m.Ages, c.Ages); age >= 0 {
			counts[slices.Index(m.Categories, c.Category)][age] += c.Talks
		}
	}
	m.Talks = law.Suppress(counts, law.Threshold)
	for _, row := range m.Talks {
		m.Hidden = m.Hidden || len(counts) > 0 && slices.ContainsFunc(row, func(f law.Figure) bool { return !f.Shown })
	}
	return m
}
