package seal_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"beraad.eu/internal/seal"
)

// keysFolder is a folder with these epochs.
func keysFolder(t *testing.T, epochs ...uint32) string {
	dir := t.TempDir()
	for _, n := range epochs {
		must(0, seal.CreateKeyFile(filepath.Join(dir, seal.EpochFile(n)), seal.NewEpochKey()))
	}
	return dir
}

func TestRing(t *testing.T) {
	b, _ := baseOf(0)
	dir := keysFolder(t, 1)
	old := must(seal.LoadRing(dir))
	row := old.Wrap(b, "grant", "row-1", []byte("inner"))
	must(0, seal.CreateKeyFile(filepath.Join(dir, seal.EpochFile(2)), seal.NewEpochKey()))
	must(0, os.WriteFile(filepath.Join(dir, "epoch-2"), []byte("not a name we give"), 0o600))
	both := must(seal.LoadRing(dir))

	t.Run("the highest epoch is the current one, the other still opens", func(t *testing.T) {
		inner, err := both.Unwrap(b, "grant", "row-1", row)
		if err != nil || string(inner) != "inner" || both.Current() != 2 {
			t.Errorf("%q at %d: %v", inner, both.Current(), err)
		}
		turned := both.Wrap(b, "grant", "row-1", inner)
		if n, err := seal.EpochOf(turned); n != 2 || err != nil {
			t.Errorf("wrapped under %d: %v", n, err)
		}
	})
	t.Run("when the old epoch is destroyed, what lies under it is unreadable", func(t *testing.T) {
		must(0, os.Remove(filepath.Join(dir, seal.EpochFile(1))))
		if _, err := must(seal.LoadRing(dir)).Unwrap(b, "grant", "row-1", row); !errors.Is(err, seal.ErrUnknown) {
			t.Error(err)
		}
	})
	t.Run("a program that has only the old epoch refuses the new one", func(t *testing.T) {
		if _, err := old.Unwrap(b, "grant", "row-1", both.Wrap(b, "grant", "row-1", []byte("inner"))); !errors.Is(err, seal.ErrUnknown) {
			t.Error(err)
		}
	})
	t.Run("rings that cannot be", func(t *testing.T) {
		k := seal.NewEpochKey()
		for name, keys := range map[string]map[uint32][]byte{"none": {}, "another": {2: k}, "three": {1: k, 2: k, 3: k}, "zero": {0: k, 1: k}, "half a key": {1: k[:16]}} {
			if _, err := seal.NewRing(1, keys); err == nil {
				t.Errorf("%s: taken", name)
			}
		}
		for name, dir := range map[string]string{"empty": t.TempDir(), "three": keysFolder(t, 1, 2, 3), "absent": filepath.Join(dir, "nowhere")} {
			if _, err := seal.LoadRing(dir); err == nil {
				t.Errorf("folder %s: taken", name)
			}
		}
	})
}

func TestKeyFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, seal.ServiceFile)
	key := seal.NewEpochKey()
	must(0, seal.CreateKeyFile(path, key))
	t.Run("only the owner can read, and nobody writes", func(t *testing.T) {
		if mode := must(os.Stat(path)).Mode().Perm(); mode != 0o400 {
			t.Errorf("%o", mode)
		}
	})
	t.Run("a key is never overwritten", func(t *testing.T) {
		if err := seal.CreateKeyFile(path, seal.NewEpochKey()); !errors.Is(err, os.ErrExist) {
			t.Error(err)
		}
		if got := must(seal.ReadKeyFile(path)); string(got) != string(key) {
			t.Error("another key comes back")
		}
	})
	t.Run("a file that others can read is refused", func(t *testing.T) {
		must(0, os.Chmod(path, 0o440))
		if _, err := seal.LoadService(dir); !errors.Is(err, seal.ErrWeak) {
			t.Error(err)
		}
		must(0, os.Chmod(path, 0o400))
		if _, err := seal.LoadService(dir); err != nil {
			t.Error(err)
		}
	})
	t.Run("half a key, a longer file and an empty one are refused", func(t *testing.T) {
		if err := seal.CreateKeyFile(filepath.Join(dir, "short"), key[:16]); !errors.Is(err, seal.ErrWeak) {
			t.Error(err)
		}
		for _, text := range []string{"", x(key)[:62], x(key) + "\n\n", x(key) + "00", "zz" + x(key)[2:]} {
			other := filepath.Join(t.TempDir(), "key")
			must(0, os.WriteFile(other, []byte(text), 0o400))
			if _, err := seal.ReadKeyFile(other); err == nil {
				t.Errorf("%q: taken", text)
			}
		}
	})
	t.Run("the node key comes back from its file", func(t *testing.T) {
		n := seal.NewNode()
		must(0, seal.CreateKeyFile(filepath.Join(dir, seal.NodeFile), n.Seed()))
		loaded := must(seal.LoadNode(dir))
		if !seal.Verify(n.Public(), "erasure", []byte("m"), loaded.Sign("erasure", []byte("m"))) {
			t.Error("another node key")
		}
	})
}
