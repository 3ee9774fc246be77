package cli

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/BurntSushi/toml"
)

type serveCommand struct {
	place
	Check bool `help:"Print the configuration as it holds, without secrets, and stop."`
}

// Run serves until it is told to stop.
func (s serveCommand) Run(w *World) error {
	c, err := s.read()
	if err != nil {
		return err
	}
	if s.Check {
		return toml.NewEncoder(w.Out).Encode(c)
	}
	if err := notRoot(c); err != nil {
		return err
	}
	tune()
	log := NewLog(w.Errs)
	held, err := lock(c.Data)
	if err != nil {
		return err
	}
	defer held.Close()
	h, err := OpenHouse(w, c, log)
	if err != nil {
		return err
	}
	h.openHall()
	return errors.Join(h.Serve(w), h.Close())
}

// The times of a server. Nobody holds a connection by sending slowly; who is being answered when it
// stops gets ten seconds.
const (
	headerTime = 10 * time.Second
	readTime   = 30 * time.Second
	idleTime   = 2 * time.Minute
	stopTime   = 10 * time.Second
	maxHeader  = 32 << 10
)

// Serve answers requests until ctx ends.
func (h *House) Serve(ctx context.Context) error {
	pages, err := h.Server()
	if err != nil {
		return err
	}
	listener, err := h.listen(ctx)
	if err != nil {
		return err
	}
	end, err := h.beside(ctx)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer end()
	endMetrics, err := h.serveMetrics(ctx)
	if err != nil {
		return errors.Join(err, listener.Close())
	}
	defer endMetrics()
	server := newHTTPServer(pages, h.Log)
	server.RegisterOnShutdown(h.Live.Close) // a stream ends with a goodbye, or the server would wait for it
	h.Log.Info("beraad serves", "address", h.Config.Origin, "engine", h.DB.Engine(), "version", version())
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		h.Log.Info("beraad stops")
		wait, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
		defer cancel()
		stopped <- server.Shutdown(wait)
	}()
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return <-stopped
}

func (h *House) listen(ctx context.Context) (net.Listener, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", h.Config.Listen)
	if err != nil || h.Config.Certificate == "" {
		return l, err
	}
	cert, err := tls.LoadX509KeyPair(h.Config.Certificate, h.Config.Key)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("load the certificate: %w", err), l.Close())
	}
	return tls.NewListener(l, &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS13,
		NextProtos: []string{"h2", "http/1.1"}}), nil
}

// newHTTPServer is a server with these times.
func newHTTPServer(h http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: headerTime, ReadTimeout: readTime, IdleTimeout: idleTime,
		MaxHeaderBytes: maxHeader, ErrorLog: slog.NewLogLogger(log.Handler(), slog.LevelWarn)}
}
