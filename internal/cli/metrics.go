package cli

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
)

// metrics are the counters of one node, for the tools of whoever runs the machine. No label names a
// LIVC R, a person or a thing: routes are templates, actions are words of the program (settled 34).
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	took     prometheus.Histogram
	deeds    *prometheus.CounterVec
	refused  prometheus.Counter
	size     prometheus.Histogram
	commit   prometheus.Histogram
}

func newMetrics(h *House) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "beraad_requests_total", Help: "Answers, by route template and status class."}, []string{"route", "status"}),
		took:     prometheus.NewHistogram(prometheus.HistogramOpts{Name: "beraad_request_seconds", Help: "How long an answer took.", Buckets: prometheus.ExponentialBuckets(0.002, 2, 12)}),
		deeds:    prometheus.NewCounterVec(prometheus.CounterOpts{Name: "beraad_deeds_total", Help: "Deeds and looks, by action and outcome."}, []string{"action", "outcome"}),
		refused:  prometheus.NewCounter(prometheus.CounterOpts{Name: "beraad_sign_in_failures_total", Help: "Sign-ins that were refused and recorded."}),
		size:     prometheus.NewHistogram(prometheus.HistogramOpts{Name: "beraad_batch_deeds", Help: "How many deeds shared a commit.", Buckets: prometheus.ExponentialBuckets(1, 2, 7)}),
		commit:   prometheus.NewHistogram(prometheus.HistogramOpts{Name: "beraad_batch_seconds", Help: "How long a batch took, its commit included.", Buckets: prometheus.ExponentialBuckets(0.001, 2, 14)}),
	}
	m.registry.MustRegister(m.requests, m.took, m.deeds, m.refused, m.size, m.commit, standing{h})
	return m
}

// answered counts one answer.
func (m *metrics) answered(route string, status int, took time.Duration) {
	if route == "" {
		route = "none"
	}
	m.requests.WithLabelValues(route, strconv.Itoa(status/100)+"xx").Inc()
	if !strings.HasSuffix(route, "/live") { // a stream lasts as long as somebody listens
		m.took.Observe(took.Seconds())
	}
}

// batched counts one commit.
func (m *metrics) batched(b deed.Batched) {
	m.size.Observe(float64(len(b.Deeds)))
	m.commit.Observe(b.Took.Seconds())
	for _, d := range b.Deeds {
		m.deeds.WithLabelValues(string(d.Action), string(d.Result)).Inc()
		if d.Action == access.RefuseSignIn && d.Result == deed.Done {
			m.refused.Inc()
		}
	}
}

// serveMetrics answers /metrics on an address of its own; no address is no metrics.
func (h *House) serveMetrics(ctx context.Context) (end func(), err error) {
	if h.Config.Metrics == "" {
		return func() {}, nil
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", h.Config.Metrics)
	if err != nil {
		return nil, fmt.Errorf("listen for metrics: %w", err)
	}
	pages := http.NewServeMux()
	pages.Handle("GET /metrics", promhttp.HandlerFor(h.metrics.registry, promhttp.HandlerOpts{ErrorHandling: promhttp.ContinueOnError}))
	server := newHTTPServer(pages, h.Log)
	go func() {
		if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
			h.Log.Error("metrics stopped", "error", err.Error())
		}
	}()
	return func() { _ = server.Close() }, nil
}
