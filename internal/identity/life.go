package identity

import "time"

// How long a session lives (settled question 21, W6).
const (
	idleLife     = 15 * time.Minute
	idleWarning  = 2 * time.Minute // before the end
	absoluteLife = 10 * time.Hour
	freshLife    = 5 * time.Minute
	draftLife    = 15 * time.Minute
)

// Ends is when the session ends if nobody presses anything. While its hat is checked in at an open
// meeting only the absolute end counts: who listens does not press. Nor does who waits at the door for one
// point, and cannot come in again: that session ends with the point.
func (r SessionRow) Ends(a Attendance) time.Time {
	end := r.Begun.Add(absoluteLife)
	if a.Open || r.Function.Visits() {
		return end
	}
	quiet := r.Touched
	if a.Ended.After(quiet) {
		quiet = a.Ended
	}
	if idle := quiet.Add(idleLife); idle.Before(end) {
		return idle
	}
	return end
}

// Alive tells whether the session may still be used at now.
func (r SessionRow) Alive(a Attendance, now time.Time) bool {
	return r.Stage != OverStage && len(r.Wrapped) > 0 && now.Before(r.Ends(a))
}

// Warns tells whether the page says that the session is about to end.
func (r SessionRow) Warns(a Attendance, now time.Time) bool {
	return !now.Before(r.Ends(a).Add(-idleWarning))
}

// IsFresh tells whether the person unlocked so recently that a weighty step needs no new unlock.
func (r SessionRow) IsFresh(now time.Time) bool { return now.Sub(r.Fresh) <= freshLife }
