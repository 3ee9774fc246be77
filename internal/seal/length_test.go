package seal_test

import (
	"bytes"
	"errors"
	"testing"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

func TestC8_the_length_reveals_the_bucket_only(t *testing.T) {
	b, _ := baseOf(0)
	k := seal.NewKey(1)
	ref := seal.Ref{Livc: b.Livc, Container: "c", Record: "r", Revision: 1, Kind: "concern", Author: "h", KeyVersion: 1}
	const around = 6 + 12 + 16 // head, nonce, tag
	for _, c := range []struct{ from, to, bucket int }{{0, 252, 256}, {253, 1020, 1024}, {1021, 4092, 4096}, {4093, 8188, 8192}, {8189, 12284, 12288}} {
		for _, n := range []int{c.from, c.from + 1, (c.from + c.to) / 2, c.to} {
			plain := bytes.Repeat([]byte{'a'}, n)
			wrapped, body, err := seal.SealRecord(b, ref, k, plain)
			if err != nil || len(body) != c.bucket+around {
				t.Errorf("%d bytes give %d, want %d (%v)", n, len(body), c.bucket+around, err)
			}
			if got, err := seal.OpenRecord(b, ref, k, wrapped, body); err != nil || !bytes.Equal(got, plain) {
				t.Errorf("%d bytes do not come back: %v", n, err)
			}
		}
	}
	t.Run("a name of two letters is as long as a name of two hundred", func(t *testing.T) {
		s := must(seal.NewService(seal.NewEpochKey()))
		short, long := s.Seal(b, "person", "p", "name", livc.NewContact("Jo")), s.Seal(b, "person", "p", "name", livc.NewContact(string(bytes.Repeat([]byte("j"), 200))))
		if len(short) != len(long) {
			t.Errorf("%d and %d bytes", len(short), len(long))
		}
	})
	t.Run("more than a record may hold is refused", func(t *testing.T) {
		if _, _, err := seal.SealRecord(b, ref, k, make([]byte, seal.MaxPlain+1)); !errors.Is(err, seal.ErrTooLong) {
			t.Error(err)
		}
	})
	t.Run("padding that we would not write is refused", func(t *testing.T) {
		key, cookie := make([]byte, 32), seal.NewSessionSecret()
		s := must(seal.NewService(key))
		for name, padded := range map[string][]byte{
			"too short": {0, 0}, "length beyond the end": append([]byte{0, 0, 1, 0}, make([]byte, 252)...),
			"a bucket too large": make([]byte, 1024), "no zeros": append([]byte{0, 0, 0, 1}, bytes.Repeat([]byte{1}, 252)...),
		} {
			sealed := seal.SealWith(key, seal.Context(b, "contact", "person", "p", "name"), padded)
			if _, err := s.Open(b, "person", "p", "name", sealed); !errors.Is(err, seal.ErrBroken) {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := seal.OpenDraft(b, cookie, "form", seal.SealDraft(b, cookie, "form", nil)); err != nil {
			t.Errorf("an empty draft: %v", err)
		}
	})
}
