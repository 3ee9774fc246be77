// Package live tells screens that something changed at a meeting, and never what. A screen that hears it
// asks for its page again, through the gate like everybody; so no text, no name and no number of a case
// passes here, and who listens without leave learns no more than that something changed (ADR 0015).
//
// A writer never waits for a reader. A reader that is slow misses changes in between, never the last one:
// there is one mark for each stream, not a queue.
package live
