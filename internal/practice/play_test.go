package practice_test

import (
	"testing"

	"beraad.eu/internal/practice"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
)

func TestTheTownIsPlayedThroughTheGate(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		h := empty(t, db)
		cast, err := practice.Play(t.Context(), h)
		must(t, err)
		t.Logf("%+v", cast)
	})
}
