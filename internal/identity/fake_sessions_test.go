package identity

import (
	"context"
	"time"

	"beraad.eu/livc"
)

// fakeSessions is the volatile store in maps.
type fakeSessions struct {
	rows   map[string]SessionRow
	drafts map[string]DraftRow
}

func newFakeSessions() *fakeSessions {
	return &fakeSessions{map[string]SessionRow{}, map[string]DraftRow{}}
}

func (f *fakeSessions) Insert(_ context.Context, r SessionRow) error { f.rows[r.ID] = r; return nil }

func (f *fakeSessions) Find(_ context.Context, id string) (SessionRow, error) {
	r, ok := f.rows[id]
	if !ok {
		return r, livc.NotFound()
	}
	return r, nil
}

func (f *fakeSessions) Save(_ context.Context, r SessionRow) error {
	if _, ok := f.rows[r.ID]; !ok {
		return livc.NotFound()
	}
	f.rows[r.ID] = r
	return nil
}

func (f *fakeSessions) Touch(_ context.Context, id string, at time.Time) error {
	r := f.rows[id]
	r.Touched = at
	f.rows[id] = r
	return nil
}

func (f *fakeSessions) Delete(_ context.Context, id string) error { delete(f.rows, id); return nil }

func (f *fakeSessions) DeleteForPerson(_ context.Context, person livc.ID, but string) error {
	for id, r := range f.rows {
		if r.Person == person && id != but {
			delete(f.rows, id)
		}
	}
	return nil
}

func (f *fakeSessions) Sweep(_ context.Context, begunBefore, now time.Time) error {
	for id, r := range f.rows {
		if r.Begun.Before(begunBefore) {
			delete(f.rows, id)
		}
	}
	for id, d := range f.drafts {
		if now.After(d.Until) {
			delete(f.drafts, id)
		}
	}
	return nil
}

func (f *fakeSessions) InsertDraft(_ context.Context, d DraftRow) error {
	f.drafts[d.ID] = d
	return nil
}

func (f *fakeSessions) TakeDraft(_ context.Context, id string) (DraftRow, error) {
	d, ok := f.drafts[id]
	if !ok {
		return d, livc.NotFound()
	}
	delete(f.drafts, id)
	return d, nil
}
