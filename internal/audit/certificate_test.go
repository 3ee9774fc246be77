package audit

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"beraad.eu/livc"
)

func certificate() Certificate {
	return Certificate{Origin: ErasureOrigin("test", id(1)), ID: id(9), Kind: "case", Cause: "term",
		Day: "2027-11-24", Classes: []string{"keys", "text", "plain", "stub"}}
}

func signerOf(t *testing.T, origin string, seed byte) note.Signer {
	t.Helper()
	s, err := NewSigner(origin, bytes.Repeat([]byte{seed}, 32))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// proves R6.2-k: security R14
func TestACertificateOfErasureIsCheckedByItself(t *testing.T) {
	c := certificate()
	s := signerOf(t, c.Origin, 1)
	msg, err := SignCertificate(c, s)
	if err != nil {
		t.Fatal(err)
	}
	v := s.(signer).Verifier
	got, err := OpenCertificate(msg, v)
	if err != nil || got.text() != c.text() || !slices.Equal(got.Classes, c.Classes) || got.Day != c.Day {
		t.Fatalf("read back as %+v, %v", got, err)
	}
	if of, ok := OriginLivc("test", CertificateOrigin(msg)); !ok || of != id(1) {
		t.Errorf("it says that it is of %q", of)
	}
	if _, ok := OriginLivc("other", c.Origin); ok {
		t.Error("it is taken for one of another installation")
	}
	t.Run("one changed letter, another key, another LIVC R: not ours", func(t *testing.T) {
		for i := range msg {
			m := bytes.Clone(msg)
			m[i] ^= 1
			if _, err := OpenCertificate(m, v); err == nil {
				t.Fatalf("a change at byte %d passes", i)
			}
		}
		for _, other := range []note.Signer{signerOf(t, c.Origin, 2), signerOf(t, ErasureOrigin("test", id(2)), 1)} {
			if _, err := OpenCertificate(msg, other.(signer).Verifier); err == nil {
				t.Errorf("the key of %s opens it", other.Name())
			}
		}
	})
	t.Run("a checkpoint is no certificate, and the other way round", func(t *testing.T) {
		if _, err := Open(msg, v); err == nil {
			t.Error("a certificate is read as a checkpoint")
		}
		n, err := note.Sign(&note.Note{Text: Checkpoint{Origin: c.Origin, Size: 1}.text()}, s)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := OpenCertificate(n, v); err == nil {
			t.Error("a checkpoint is read as a certificate")
		}
	})
	t.Run("nothing but identifiers and fixed words can stand in it", func(t *testing.T) {
		for name, change := range map[string]func(*Certificate){
			"a code":          func(c *Certificate) { c.ID = "Kwarts-41" },
			"a sentence":      func(c *Certificate) { c.Cause = "Milan verhuisde" },
			"a second line":   func(c *Certificate) { c.Cause = "term\nkind dossier" },
			"no day":          func(c *Certificate) { c.Day = "" },
			"nothing of it":   func(c *Certificate) { c.Classes = []string{""} },
			"an empty origin": func(c *Certificate) { c.Origin = "" },
			"no number":       func(c *Certificate) { c.ID = livc.ID("") },
		} {
			bad := certificate()
			change(&bad)
			if _, err := SignCertificate(bad, s); err == nil {
				t.Errorf("%s is signed", name)
			}
		}
	})
	t.Run("it is text that a person can read", func(t *testing.T) {
		if !strings.HasPrefix(string(msg), c.Origin+"\nproof 0000") || !strings.Contains(string(msg), "\nclasses keys text plain stub\n\n— ") {
			t.Errorf("%s", msg)
		}
	})
}
