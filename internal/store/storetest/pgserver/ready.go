package pgserver

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// waitUntilReady returns when the server answers, or an error when it ended or the time is up.
func waitUntilReady(ctx context.Context, address string, p *process) error {
	for {
		conn, err := pgx.Connect(ctx, address)
		if err == nil {
			return conn.Close(ctx)
		}
		select {
		case <-p.ended:
			return errEnded
		case <-ctx.Done():
			return fmt.Errorf("no answer in time: %w", err)
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// heldByOthers tells whether the log says that processes from before a crash are still ending.
func heldByOthers(log string) bool {
	words := tail(log)
	return strings.Contains(words, "still in use") || strings.Contains(words, "already exists")
}

// tail returns the last words of the log, for an error message.
func tail(log string) string {
	text, err := os.ReadFile(log)
	if err != nil {
		return err.Error()
	}
	return strings.TrimSpace(string(text[max(0, len(text)-2000):]))
}
