package discussion

import (
	"slices"

	"beraad.eu/livc"
	"beraad.eu/seed"
)

// beginning is what an LIVC R begins with, until its own protocol says otherwise.
var beginning = func() seed.Start {
	start, err := seed.Load()
	if err != nil {
		panic(err) // embedded; its own tests read it
	}
	return start
}()

// ReferrerSentences lists the fixed sentences that a referrer may hear: the same whether or not a case
// was listed, and without the name of the conference (architecture 22).
func ReferrerSentences() []seed.Named { return slices.Clone(beginning.Phrases.Referrer) }

// firstCriteria are the questions of the third gate that the basic protocol has.
func firstCriteria() (list []Criterion) {
	for _, c := range beginning.Protocol.Criteria {
		list = append(list, Criterion{livc.ID(c.Stem), c.Text.NL})
	}
	return list
}
