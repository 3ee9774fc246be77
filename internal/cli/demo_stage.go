package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"sync/atomic"

	"beraad.eu/internal/web"
	"beraad.eu/internal/web/page"
)

// stage serves a practice hall, and a page that says "one moment" while its town is being played.
type stage struct {
	command demoCommand
	config  Config
	world   *World
	log     *slog.Logger
	again   chan struct{}

	pages atomic.Pointer[web.Server] // nil while the town is played
	step  atomic.Int32
	of    atomic.Int32
}

// run plays and serves until ctx ends; a visitor who asks for it gets a new town.
func (s *stage) run(ctx context.Context, l net.Listener) error {
	server := newHTTPServer(s, s.log)
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	err := s.halls(ctx, ended)
	wait, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopTime)
	defer cancel()
	return errors.Join(err, server.Shutdown(wait))
}

// halls opens one hall after the other.
func (s *stage) halls(ctx context.Context, ended <-chan error) error {
	for {
		h, err := s.open(ctx)
		if err != nil {
			return err
		}
		again, err := s.hall(ctx, h, ended)
		if err != nil || !again {
			return err
		}
		if err := s.clear(ctx); err != nil {
			return err
		}
	}
}

// hall serves one hall; again says that a new town was asked for.
func (s *stage) hall(ctx context.Context, h *House, ended <-chan error) (again bool, err error) {
	pages, err := h.Server()
	if err != nil {
		return false, errors.Join(err, h.Close())
	}
	end, err := h.beside(ctx)
	if err != nil {
		return false, errors.Join(err, h.Close())
	}
	s.pages.Store(pages)
	fmt.Fprintf(s.world.Out, "\nThe practice hall is open: %s\nStop it with Ctrl+C; %s keeps it.\n", s.config.Origin, s.command.Data)
	select {
	case <-ctx.Done():
	case <-s.again:
		again = true
	case err = <-ended:
	}
	s.pages.Store(nil)
	s.step.Store(0)
	h.Live.Close()
	end()
	return again, errors.Join(err, h.Close())
}

// say tells how far the play is.
func (s *stage) say(step, of int, what string) {
	s.step.Store(int32(step))
	s.of.Store(int32(of))
	fmt.Fprintf(s.world.Out, "step %d of %d: %s\n", step, of, what)
}

// ServeHTTP gives the pages of the hall, or says that they are not there yet.
func (s *stage) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if pages := s.pages.Load(); pages != nil {
		pages.ServeHTTP(w, r)
		return
	}
	if r.Header.Get(page.RegionHeader) != "" { // a page that renews itself waits; a style of another page offends its policy
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	w.Header().Set("Refresh", "2")
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(http.StatusServiceUnavailable)
	fmt.Fprintf(w, moment, s.step.Load(), s.of.Load())
}

const moment = `<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Even geduld · Beraad</title>
<style>body{margin:0;padding:12vh 1.5rem;font:1.0625rem/1.6 "Liberation Sans",Arial,sans-serif}main{max-width:40rem;margin:auto}h1{font-size:2rem;line-height:1.2}</style>
</head>
<body>
<main>
<h1>Even geduld</h1>
<p>Demerrode wordt gespeeld, stap %d van %d. Deze pagina ververst vanzelf.</p>
<p lang="en">One moment: the town is being played. This page refreshes by itself.</p>
</main>
</body>
</html>
`
