package deed

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/audit"
	"beraad.eu/livc"
)

// sinceReach is how many leaves back the gate looks for who was first: far more than happen while
// somebody writes a form.
const sinceReach = 500

// since says in a conflict who changed the same thing last, and how it stands now. It comes after the
// permit: who gets here may do something to this very object, so its history of today is no secret.
func (g *Gate) since(ctx context.Context, tx *Tx, j *job, answer error) error {
	var e *livc.Error
	if !errors.As(answer, &e) || e.Kind != livc.ConflictKind || e.Since != nil {
		return nil
	}
	entry, found, err := newest(ctx, tx, j, time.Time{}, changed)
	if found {
		e.Since = tx.meanwhile(j, entry)
	}
	return err
}

// stale refuses a form that was shown before somebody else did the same to the same thing, where doing
// it again would silently replace what was decided.
func (g *Gate) stale(ctx context.Context, tx *Tx, j *job) error {
	if j.look || j.by.Seen.IsZero() || !access.Replaces(j.action) {
		return nil
	}
	same := func(e audit.Entry, j *job) bool { return e.Action == string(j.action) && changed(e, j) }
	entry, found, err := newest(ctx, tx, j, j.by.Seen, same)
	if err != nil || !found {
		return err
	}
	e := livc.Conflict("conflict.changed")
	e.Since = tx.meanwhile(j, entry)
	return e
}

// Unchanged refuses a form that puts something in the place of what stood there, when that is no longer as the
// form showed it. Who sends no form, or one that replaces nothing, names no revision.
func (tx *Tx) Unchanged(revision string) error {
	if was := tx.job.by.Revision; was == "" || was == revision {
		return nil
	}
	return livc.Conflict("conflict.changed")
}

// newest finds the last leaf that is about what a deed is about, of those that came after a moment. The log
// never runs backwards, so it looks no further back than that.
func newest(ctx context.Context, tx *Tx, j *job, after time.Time, about func(audit.Entry, *job) bool) (e audit.Entry, found bool, err error) {
	err = tx.batch.Newest(ctx, j.by.Livc, sinceReach, func(payload []byte) (more bool) {
		one, err := audit.ParseEntry(payload)
		if err != nil {
			return true // expired
		}
		if !one.At.After(after) {
			return false
		}
		if about(one, j) {
			e, found = one, true
		}
		return !found
	})
	if err != nil {
		err = fmt.Errorf("look who was first: %w", err)
	}
	return e, found, err
}

func (tx *Tx) meanwhile(j *job, e audit.Entry) *livc.Since {
	return &livc.Since{At: e.At, Function: e.Function, Mine: e.Hat == j.by.Hat, Deed: e.Action, State: state(j.on, tx.Facts)}
}

// changed tells whether a leaf is about a change of what a deed is about: a look at the page on which one
// could change it is none. Of the LIVC R as a whole so much is written that only the same deed counts.
func changed(e audit.Entry, j *job) bool {
	permits := access.Find(access.Action(e.Action))
	if !e.Authorised || e.Row == [32]byte{} || len(permits) == 0 || permits[0].Read {
		return false
	}
	if access.Aside(access.Action(e.Action)) && e.Hat != j.by.Hat {
		return false
	}
	if j.on.Kind == access.OfLivc {
		return e.Action == string(j.action)
	}
	return e.Object != "" && slices.Contains([]livc.ID{j.on.ID, j.on.Item, j.on.Meeting, j.on.Case}, e.Object)
}

// state is how the object stands, as a key of the language files.
func state(on access.Object, f access.Facts) string {
	switch {
	case on.Kind == access.OfReferral && f.Referral != "":
		return "enum.referral_state." + string(f.Referral)
	case on.Kind == access.OfItem && f.Item != "":
		return "enum.item_state." + string(f.Item)
	case on.Kind == access.OfMeeting && f.Meeting != "":
		return "enum.meeting_state." + string(f.Meeting)
	case on.Kind == access.OfCase && f.Case != "":
		return "enum.case_state." + string(f.Case)
	}
	return ""
}
