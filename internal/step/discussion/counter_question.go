package discussion

import (
	"context"
	"hash/fnv"
	"strings"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
)

// The stems of counter-questions: what we do not know of a domain nobody spoke about, and what goes well
// in a domain of which only worries were named. Package web finds the words in the guide for weighing.
const (
	CounterUnknown  = "other."
	CounterProtects = "good."
)

// CounterQuestions are the questions that may be put against what the table tells itself so far, each as
// a stem: of the domains that were not spoken about, in the order of the guide. When all were, of those in
// which only worries were named. None means that the table looked everywhere, from both sides (R4.3-a,
// R4.3-d).
func CounterQuestions(weighed []DomainWeighed) []string {
	seen := map[string]DomainWeighed{}
	for _, d := range weighed {
		seen[d.Domain] = d
	}
	var open, oneSided []string
	for _, stem := range Domains() {
		switch d := seen[stem]; {
		case d.coverage() == law.NotYet:
			open = append(open, CounterUnknown+stem)
		case d.Concerns > 0 && d.Protects == 0:
			oneSided = append(oneSided, CounterProtects+stem)
		}
	}
	if len(open) > 0 {
		return open
	}
	return oneSided
}

// CounterQuestion picks one of them for an item: the one that was asked for, else one that follows from
// the item and from what was spoken about, so that looking again shows the same, and two cases are not
// asked the same. next is the one after it; "" when there is no other.
func CounterQuestion(i TableItem, weighed []DomainWeighed) (now, next string) {
	list := CounterQuestions(weighed)
	if len(list) == 0 {
		return "", ""
	}
	at := -1
	for n, stem := range list {
		if stem == i.Guide {
			at = n
		}
	}
	if at < 0 {
		h := fnv.New32a()
		_, _ = h.Write([]byte(string(i.ID) + strings.Join(list, " "))) // a hash never fails
		at = int(h.Sum32() % uint32(len(list)))
	}
	if len(list) == 1 {
		return list[0], ""
	}
	return list[at], list[(at+1)%len(list)]
}

// counter puts the counter-question on the wall, in the phase that is there for it.
func (t *Table) counter(ctx context.Context, tx *deed.Tx, i TableItem, r *Room) error {
	if i.Phase != PhaseOther {
		return nil
	}
	weighed, err := t.Book.Weighed(ctx, tx, i.ID)
	r.Guide, _ = CounterQuestion(i, weighed)
	return err
}
