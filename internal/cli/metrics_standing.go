package cli

import (
	"context"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"beraad.eu/livc"
)

// standing are the numbers that are asked of the database whenever somebody looks at the metrics. What
// it does not answer is left out.
type standing struct{ house *House }

var (
	sessionsNow = prometheus.NewDesc("beraad_sessions", "Sessions that are kept now.", nil, nil)
	streamsNow  = prometheus.NewDesc("beraad_streams", "Screens that follow a meeting on this node now.", nil, nil)
	outboxNow   = prometheus.NewDesc("beraad_outbox_messages", "Messages that did not leave, by state.", []string{"state"}, nil)
	headAge     = prometheus.NewDesc("beraad_log_head_age_seconds", "How long ago anything was recorded, in any log.", nil, nil)
)

// Describe names the numbers.
func (standing) Describe(to chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{sessionsNow, streamsNow, outboxNow, headAge} {
		to <- d
	}
}

// askTime bounds what one look at the metrics may cost.
const askTime = 5 * time.Second

// Collect asks the database.
func (s standing) Collect(to chan<- prometheus.Metric) {
	ctx, done := context.WithTimeout(context.Background(), askTime)
	defer done()
	if n, err := s.house.Sessions.Count(ctx); err == nil {
		to <- prometheus.MustNewConstMetric(sessionsNow, prometheus.GaugeValue, float64(n))
	}
	to <- prometheus.MustNewConstMetric(streamsNow, prometheus.GaugeValue, float64(s.house.Live.Streams()))
	waiting, last, err := s.livcs(ctx)
	if err != nil {
		s.house.Log.Error("the metrics could not be asked", "error", err.Error())
		return
	}
	for _, state := range []string{"waiting", "given_up"} {
		to <- prometheus.MustNewConstMetric(outboxNow, prometheus.GaugeValue, float64(waiting[state]), state)
	}
	if !last.IsZero() {
		to <- prometheus.MustNewConstMetric(headAge, prometheus.GaugeValue, s.house.Clock.Civil().Sub(last).Seconds())
	}
}

// livcs adds up what is asked of every LIVC R.
func (s standing) livcs(ctx context.Context) (waiting map[string]int, last time.Time, err error) {
	ids, err := s.house.DB.LivcRs(ctx)
	if err != nil {
		return nil, last, err
	}
	waiting = map[string]int{}
	for _, id := range append(ids, livc.Installation) {
		n, err := s.house.DB.Outbox(ctx, id)
		if err != nil {
			return nil, last, err
		}
		for state, many := range n {
			waiting[state] += many
		}
		head, err := s.house.DB.LogHead(ctx, id)
		if err != nil && livc.KindOf(err) != livc.NotFoundKind {
			return nil, last, err
		}
		if head.LastAt.After(last) {
			last = head.LastAt
		}
	}
	return waiting, last, nil
}
