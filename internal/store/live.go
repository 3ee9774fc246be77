package store

import (
	"context"
	"log/slog"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"beraad.eu/internal/live"
	"beraad.eu/livc"
)

// The channel on which the nodes of one PostgreSQL database hear of each other's changes, and what is said
// there: a LIVC R and a meeting, nothing else. PostgreSQL says it at the commit and forgets it when the
// savepoint is undone; the same word twice in one commit is one word. SQLite knows neither statement.
const (
	channel   = "beraad_live"
	notifyAll = "SELECT pg_notify('" + channel + "', $1)"
	listenAll = "LISTEN " + channel
)

// Stir leaves word for who follows a meeting: with the database on PostgreSQL, so that every node hears it;
// with this batch on SQLite, which is one process.
func (b *batch) Stir(ctx context.Context, id, meeting livc.ID) error {
	if b.lite == nil {
		_, err := b.exec(ctx, notifyAll, string(id)+" "+string(meeting))
		return err
	}
	b.stirred = append(b.stirred, live.At{Livc: id, Meeting: meeting})
	return nil
}

func (d *DB) stir(list []live.At) {
	hub := d.hub.Load()
	if hub == nil {
		return
	}
	for _, at := range list {
		hub.Stir(at)
	}
}

// Listen lets a hub hear of every committed change from now on, of every node of the database; end stops it.
func (d *DB) Listen(hub *live.Hub, log *slog.Logger) (end func()) {
	if d.writer != nil {
		d.hub.Store(hub)
		return func() { d.hub.Store(nil) }
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		ear{d.dsn, hub, log}.listen(ctx)
	}()
	return func() { cancel(); <-ended }
}

// ear is the one connection of a node that listens. It belongs to no pool, and is made anew when it breaks.
type ear struct {
	dsn string
	hub *live.Hub
	log *slog.Logger
}

// The times of listening: between two tries; without a word, until the server is asked whether it is there;
// and for its answer.
const (
	earPause  = time.Second
	earSilent = 30 * time.Second
	earAnswer = 5 * time.Second
)

func (e ear) listen(ctx context.Context) {
	for {
		err := e.hear(ctx)
		if ctx.Err() != nil {
			return
		}
		e.log.Warn("screens hear nothing of other changes for a moment", "error", err.Error())
		select {
		case <-time.After(earPause):
		case <-ctx.Done():
			return
		}
	}
}

// hear listens until the connection breaks. What was said while nobody listened is lost, so everybody is
// stirred once when it stands.
func (e ear) hear(ctx context.Context) error {
	opening, cancel := context.WithTimeout(ctx, earAnswer)
	defer cancel()
	conn, err := pgx.Connect(opening, e.dsn)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx)) //nolint:errcheck // it listened only
	if _, err := conn.Exec(opening, listenAll); err != nil {
		return err
	}
	e.hub.StirAll()
	for {
		if err := e.next(ctx, conn); err != nil {
			return err
		}
	}
}

// next waits for a word. A connection whose server went away without one looks silent for ever, so a long
// silence is broken by a question.
func (e ear) next(ctx context.Context, conn *pgx.Conn) error {
	waiting, cancel := context.WithTimeout(ctx, earSilent)
	defer cancel()
	word, err := conn.WaitForNotification(waiting)
	switch {
	case err == nil:
		e.tell(word.Payload)
		return nil
	case waiting.Err() == nil || ctx.Err() != nil || conn.IsClosed():
		return err
	}
	asking, cancel := context.WithTimeout(ctx, earAnswer)
	defer cancel()
	return conn.Ping(asking)
}

// tell passes on what was said; what is no LIVC R and meeting was not said by this program.
func (e ear) tell(said string) {
	first, second, _ := strings.Cut(said, " ")
	id, err := livc.ParseID(first)
	if err != nil {
		return
	}
	if meeting, err := livc.ParseID(second); err == nil {
		e.hub.Stir(live.At{Livc: id, Meeting: meeting})
	}
}
