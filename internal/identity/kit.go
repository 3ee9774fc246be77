package identity

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// Kit is a person's new unlockers while they are being made, over several pages. It stands sealed
// under the cookie in the session row: nothing else is stored before the last page, and who stops
// half-way leaves nothing behind. Dutch: sleutelset.
type Kit struct {
	door    *Door
	session *Session
	master  *seal.Master
	state   kitState
}

// kitState is what travels sealed from page to page.
type kitState struct {
	Enrolment livc.ID // "" for somebody who has an account
	Person    livc.ID
	Name      string // under which passkeys and the app list this account
	Made      []Unlocker
	TOTP      string // proposed, not yet proved
	Recovery  string // printed, not yet proved to be kept
	Asked     []int
	Proving   livc.ID // a passkey whose PRF is still to be read
}

const kitContext = "kit"

// ResumeKit goes on making unlockers: during enrolment, after a recovery code, or in a fresh session.
func (d *Door) ResumeKit(ctx context.Context, tx Tx, cookie string, now time.Time) (*Kit, error) {
	s, err := d.find(ctx, tx, cookie, now)
	if err == nil && s.Row.Function.Visits() {
		err = livc.NotFound() // keys of one browser and one point: nothing opens them elsewhere or later
	}
	if err != nil {
		return nil, err
	}
	if s.Row.Stage != EnrollingStage {
		if err := d.current(ctx, tx, s); err != nil {
			return nil, err
		}
	}
	if s.Row.Stage == OpenStage {
		if err := s.NeedFresh(now); err != nil {
			return nil, err
		}
	}
	return d.kit(ctx, tx, s)
}

func (d *Door) kit(ctx context.Context, tx Tx, s *Session) (k *Kit, err error) {
	k = &Kit{door: d, session: s}
	if k.state, err = d.kitState(ctx, tx, s); err != nil {
		return nil, err
	}
	k.master, err = s.Master()
	return k, err
}

func (d *Door) kitState(ctx context.Context, tx Tx, s *Session) (state kitState, err error) {
	if len(s.Row.Draft) == 0 {
		p, err := d.book.Person(ctx, tx, s.Row.Person)
		return kitState{Person: p.ID, Name: p.Mail.Reveal()}, err
	}
	b, err := seal.OpenDraft(d.base, s.secret, kitContext, s.Row.Draft)
	if err != nil {
		return state, fmt.Errorf("open unlockers in the making: %w", err)
	}
	if err := json.Unmarshal(b, &state); err != nil {
		return state, fmt.Errorf("read unlockers in the making: %w", err)
	}
	return state, nil
}

// Save keeps the kit for the next page and starts the idle time anew.
func (k *Kit) Save(ctx context.Context, now time.Time) error {
	if err := k.session.keepKit(k.state); err != nil {
		return err
	}
	k.session.Row.Touched = now
	return k.door.sessions.Save(ctx, k.session.Row)
}

func (s *Session) keepKit(state kitState) error {
	b, err := json.Marshal(state)
	if err != nil {
		return fmt.Errorf("write unlockers in the making: %w", err)
	}
	s.Row.Draft = seal.SealDraft(s.door.base, s.secret, kitContext, b)
	return nil
}

// Discard forgets what was made so far, for somebody who thinks better of it.
func (k *Kit) Discard(ctx context.Context) error {
	k.state.Made, k.session.Row.Draft = nil, nil
	return k.door.sessions.Save(ctx, k.session.Row)
}

// Drop forgets the master key; call it at the end of each request.
func (k *Kit) Drop() { k.master.Wipe() }

// Session is the session in which the kit is made.
func (k *Kit) Session() *Session { return k.session }

// Has tells whether an unlocker of this kind was made in this kit.
func (k *Kit) Has(kind Kind) bool {
	return slices.ContainsFunc(k.state.Made, func(u Unlocker) bool { return u.Kind == kind })
}

// add puts u in the kit; of every kind but passkeys the newest replaces the former.
func (k *Kit) add(u Unlocker, now time.Time) {
	u.Made = now
	if u.Kind != Passkey {
		k.state.Made = slices.DeleteFunc(k.state.Made, func(o Unlocker) bool { return o.Kind == u.Kind })
	}
	k.state.Made = append(k.state.Made, u)
}
