package deed

import (
	"sync/atomic"
	"time"
)

// Clock tells two times. Wall is the machine's own and is used for sign-in, sessions and limits. Civil
// is the time of law and of every date a person sees; it runs ahead of the wall by an offset that only
// a practice installation has.
type Clock struct {
	now    func() time.Time
	offset atomic.Int64
}

// NewClock is the machine's clock.
func NewClock() *Clock { return ClockFrom(time.Now) }

// ClockFrom is a clock that takes its wall time from now.
func ClockFrom(now func() time.Time) *Clock { return &Clock{now: now} }

// Wall is the time of the machine, in UTC.
func (c *Clock) Wall() time.Time { return c.now().UTC() }

// Civil is the time of law, in UTC, to the microsecond as the database keeps it.
func (c *Clock) Civil() time.Time {
	return c.now().Add(time.Duration(c.offset.Load())).UTC().Truncate(time.Microsecond)
}

// Offset is how far the civil clock runs ahead.
func (c *Clock) Offset() time.Duration { return time.Duration(c.offset.Load()) }

// SetOffset moves the civil clock; the caller has recorded it as a deed (practice only).
func (c *Clock) SetOffset(d time.Duration) { c.offset.Store(int64(d)) }
