package table

import (
	"context"
	"strings"

	"beraad.eu/internal/i18n"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
	"beraad.eu/seed"
)

// counterQuestion is the one question against what the table tells itself so far (product D7).
type counterQuestion struct {
	Text string
	Why  string // which domain it comes from; "" when nothing is left to ask
	Next string // stem of another one; "" when there is none
}

func newCounter(ctx context.Context, d discussion.Desk) (c counterQuestion) {
	now, next := discussion.CounterQuestion(d.Item, d.Weighed)
	c.Text, c.Next = counterOr(ctx, now), next
	if side, domain, found := strings.Cut(now, "."); found {
		c.Why = i18n.T(ctx, "enum.counter_question."+side, "Domain", page.Domain(ctx, domain))
	}
	return c
}

// counterOr is the text of a counter-question; the open question of the phase when there is none.
func counterOr(ctx context.Context, stem string) string {
	if text := counterText(ctx, stem); text != "" {
		return text
	}
	return i18n.T(ctx, "desk.other_explanation")
}

// counterText finds the words of a counter-question in the guide: the first question of its side.
func counterText(ctx context.Context, stem string) string {
	for prefix, side := range map[string]seed.Side{discussion.CounterUnknown: seed.Unknown, discussion.CounterProtects: seed.Protects} {
		domain, ok := strings.CutPrefix(stem, prefix)
		if !ok {
			continue
		}
		for _, d := range guide.Domains {
			for _, q := range d.Questions {
				if d.Stem == domain && q.Side == side {
					return q.Text.In(i18n.Lang(ctx))
				}
			}
		}
	}
	return ""
}
