package processing

import (
	"context"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/livc"
)

// Clocks is what the clocks ask of the database: dates and states, never a text.
type Clocks interface {
	Run(ctx context.Context, tx *deed.Tx) (Run, error)
	SetRun(ctx context.Context, tx *deed.Tx, r Run) error
	LastCheckpoint(ctx context.Context, tx *deed.Tx) (time.Time, error)
	MeetingClosedAfter(ctx context.Context, tx *deed.Tx, at time.Time) (bool, error)
	Settings(ctx context.Context, tx *deed.Tx) (protocol.Settings, error)
	// Sweep counts the cases and dossiers that are due, and all of them.
	Sweep(ctx context.Context, tx *deed.Tx) (due, all int, err error)

	// KeepersOf gives the dossiers of a case with the case's own clock on them.
	KeepersOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]Dossier, error)
	// Behind gives dossiers of cases that were discussed again since.
	Behind(ctx context.Context, tx *deed.Tx, limit int) ([]Dossier, error)
	DueDossiers(ctx context.Context, tx *deed.Tx, upTo livc.Day, limit int) ([]Dossier, error)
	DueCases(ctx context.Context, tx *deed.Tx, upTo livc.Day, limit int) ([]WaitingCase, error)
	SetCaseDue(ctx context.Context, tx *deed.Tx, caseID livc.ID, due livc.Day) error
	DueReferrals(ctx context.Context, tx *deed.Tx, limit int) ([]WaitingReferral, error)
	SetEraseOn(ctx context.Context, tx *deed.Tx, referral livc.ID, on livc.Day) error
	Undecided(ctx context.Context, tx *deed.Tx, receivedBy livc.Day, limit int) ([]WaitingReferral, error)
	// Notice notes once that somebody was told something; told says whether that was so already.
	Notice(ctx context.Context, tx *deed.Tx, object livc.ID, kind string, due livc.Day) error
	Noticed(ctx context.Context, tx *deed.Tx, object livc.ID, kind string, due livc.Day) (told bool, err error)

	DropOffers(ctx context.Context, tx *deed.Tx) (int, error)
	DropNotes(ctx context.Context, tx *deed.Tx) (int, error)
	DropTokens(ctx context.Context, tx *deed.Tx) error
	// DropScreens forgets the screens in the room that had their time, with what hung on them.
	DropScreens(ctx context.Context, tx *deed.Tx) error
	// DropLinks forgets the links to refer by that had their time, used or not.
	DropLinks(ctx context.Context, tx *deed.Tx) error
	// DropStandIns forgets who stood in until yesterday.
	DropStandIns(ctx context.Context, tx *deed.Tx) error
	// DropGuests ends the passes whose day is over, and forgets passes that ended a week ago.
	DropGuests(ctx context.Context, tx *deed.Tx) error
	Chairs(ctx context.Context, tx *deed.Tx, municipality livc.ID) ([]livc.ID, error)
}

// WaitingCase is a case as its clock sees it. Dutch: casus op de klok.
type WaitingCase struct {
	CaseTerm
	Municipality livc.ID
	Listed       livc.Day
	Holds        []law.Hold
}

// End is its last day: six months when never discussed, longer while the officer asked to wait.
func (w WaitingCase) End(t law.Terms, on livc.Day) livc.Day {
	if w.Retention.Clock.LastDiscussed != "" {
		return w.CaseTerm.End()
	}
	c := law.ReferralClock{State: livc.Listed, Decided: w.Listed, Holds: w.Holds}
	if len(w.Holds) == 0 {
		return w.Retention.Due
	}
	return c.End(t, on)
}

// WaitingReferral is a referral as its clock sees it. Dutch: aanmelding op de klok.
type WaitingReferral struct {
	ID, Municipality livc.ID
	Clock            law.ReferralClock
}

// Report says what one run of the clocks did. Dutch: verslag van de klok.
type Report struct {
	Cases, Dossiers, Referrals int // forgotten
	Offers, Notes              int // gone unanswered or on their day
	Warned, Reminded           int
	Held                       Held
	Checkpoint                 bool
	more                       bool
}

// Forgotten tells whether anything was erased.
func (r Report) Forgotten() bool { return r.Cases+r.Dossiers+r.Referrals+r.Notes > 0 }

// batch is how many of each kind one deed handles, so that nobody waits long for the clocks.
const batch = 100

// RunClocks does in one LIVC R what the day asks: warns, reminds, and forgets what is due (R6.2-k,
// R6.2-l). Running it twice does nothing more. While erasing is held (R11) nothing is erased and nobody
// is mailed; reading has stopped all the same, because every deed asks the term itself (R1).
func (s *Service) RunClocks(ctx context.Context, id livc.ID) (r Report, err error) {
	for again := true; again; again = r.more {
		r.more = false
		if err := s.round(ctx, id, &r); err != nil {
			return r, err
		}
	}
	if r.Checkpoint {
		err = s.Gate.SignCheckpoint(ctx, id)
	}
	if r.Forgotten() {
		err = s.wipe(ctx, err)
	}
	return r, err
}

func (s *Service) round(ctx context.Context, id livc.ID, sum *Report) error {
	var r Report
	err := s.Gate.Do(ctx, deed.By{Actor: livc.TheSystem(id)}, access.RunClocks, access.Whole(id), func(tx *deed.Tx) error {
		r = Report{}
		held, err := s.brake(ctx, tx)
		if err != nil || held != NotHeld {
			r.Held = held
			return err
		}
		for _, step := range []func(context.Context, *deed.Tx, *Report) error{
			s.catchUp, s.forgetDossiers, s.forgetCases, s.forgetReferrals, s.dropShortLived, s.warn, s.remind, s.checkpointDue} {
			if err := step(ctx, tx, &r); err != nil {
				return err
			}
		}
		return nil
	})
	if err == nil {
		sum.add(r)
	}
	return err
}

func (r *Report) add(o Report) {
	r.Cases, r.Dossiers, r.Referrals = r.Cases+o.Cases, r.Dossiers+o.Dossiers, r.Referrals+o.Referrals
	r.Offers, r.Notes = r.Offers+o.Offers, r.Notes+o.Notes
	r.Warned, r.Reminded = r.Warned+o.Warned, r.Reminded+o.Reminded
	r.Held, r.Checkpoint, r.more = o.Held, o.Checkpoint, o.more
}
