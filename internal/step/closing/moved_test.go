package closing_test

import (
	"testing"

	"beraad.eu/internal/step/closing"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// proves R4.1.4-a: a case that moved by file closes here once the other town said the four words, and takes over
func TestACaseThatMovedClosesOnceTheOtherTownSaidTheWords(t *testing.T) {
	evening(t, func(t *testing.T, e *storetest.Evening, s *closing.Service) {
		there := storetest.NewTown(t, storetest.SQLite(t))
		in := whole(e, s)
		in.Reason, in.ToldOther = closing.Moved, closing.ByFile
		refused := func(key string) {
			t.Helper()
			_, err := s.CloseCase(e.Context(), e.Coordinator, in)
			is(t, err, livc.DeniedKind, key)
		}
		refused("law.transfer.not_made")
		both := storetest.Sending(e.Case, there.Address())
		both.Follow = "both"
		_, err := e.Referrals().SendCase(e.Context(), e.Mayor, both)
		e.Must(err)
		refused("law.transfer.not_said")
		e.Exec(`UPDATE transfer SET said = $2 WHERE livc = $1`, e.Livc, e.Today())
		refused("law.transfer.both_follow")
		e.SaidBack(e.Case, there)
		if c := e.Town.Case(e.Case.ID); !c.State.Open() {
			t.Fatalf("it closed by itself: %s", c.State)
		}
		_, err = s.CloseCase(e.Context(), e.Coordinator, in)
		e.Must(err)
		if c := e.Town.Case(e.Case.ID); c.State != livc.CaseClosed || c.ClosingReason != "moved" {
			t.Errorf("%s because %s", c.State, c.ClosingReason)
		}
	})
}

// By mouth or by letter always works too (settled 29).
func TestACaseThatMovedByMouthOrLetterClosesWithoutAFile(t *testing.T) {
	for _, told := range []closing.Telling{closing.ByMouth, closing.ByLetter} {
		evening(t, func(t *testing.T, e *storetest.Evening, s *closing.Service) {
			in := whole(e, s)
			in.Reason, in.ToldOther = closing.Moved, told
			_, err := s.CloseCase(e.Context(), e.Coordinator, in)
			e.Must(err)
		})
	}
}
