package identity

import (
	"os"
	"path/filepath"
	"testing"

	"beraad.eu/livc"
)

func TestPractice(t *testing.T) {
	folder := t.TempDir()
	w := newTown(t, func(s *Setting) { s.Base.Practice, s.PracticeFolder = true, folder })
	p := person{mail: "nele@oefenstad.example"}
	k := w.withRecovery(w.withPassphrase(w.enrolling(p.mail), &p), &p)
	must(t, k.AddPractice(w.now))
	w.finish(w.next(k), &p)

	click := func(w *town) error {
		c, err := w.door.LookPractice(ctx, nil, p.id)
		if err != nil {
			return err
		}
		proof, err := w.door.ProvePractice(c, w.now)
		if err == nil {
			must(t, w.resume(w.begin(proof).Cookie()))
		}
		return err
	}
	t.Run("one click is the ordinary unlock with the secret in the file", func(t *testing.T) { must(t, click(w)) })
	t.Run("only the owner reads the file", func(t *testing.T) {
		info, err := os.Stat(filepath.Join(folder, string(p.id)+".secret"))
		must(t, err)
		if info.Mode().Perm() != 0o600 {
			t.Fatal(info.Mode())
		}
	})
	t.Run("another file opens nothing", func(t *testing.T) {
		must(t, os.WriteFile(filepath.Join(folder, string(p.id)+".secret"), make([]byte, practiceSize), 0o600))
		refused(t, click(w), "signin.wrong")
	})
	t.Run("a real installation refuses a practice folder", func(t *testing.T) {
		s := w.setting
		s.Base.Practice = false
		if _, err := NewDoor(s, w.book, w.sessions, &MemoryOnce{Size: 1}); err == nil {
			t.Fatal("accepted")
		}
	})
	t.Run("a real installation has no such unlocker, click or file", func(t *testing.T) {
		real := newTown(t)
		k := real.enrolling("nele@town.be")
		refused(t, k.AddPractice(real.now), "error.not_found")
		refused(t, click(real), "error.not_found")
		_, err := real.door.ProvePractice(Candidate{}, real.now)
		refused(t, err, "error.not_found")
		if _, err := real.door.wrap(Practice, "p", make([]byte, practiceSize), k.master); livc.KindOf(err) != "" || err == nil {
			t.Fatal("the seal made a practice unlocker for a real installation")
		}
	})
}
