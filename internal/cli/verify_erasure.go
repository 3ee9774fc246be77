package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/note"

	"beraad.eu/internal/audit"
	"beraad.eu/internal/store"
	"beraad.eu/livc"
)

// errCertificate says that a certificate is not of this installation, or is not what was signed.
var errCertificate = errors.New("it is no certificate of this installation, or somebody changed it")

// stones checks the certificates of a LIVC R: each is signed here, says what its tombstone says, and nothing
// is left of what was erased.
func stones(w *World, db *store.DB, installation string, id livc.ID, public []byte) (int, error) {
	v, err := audit.NewVerifier(audit.ErasureOrigin(installation, id), public)
	if err != nil {
		return 0, err
	}
	list, err := db.Stones(w, id)
	if err != nil {
		return 0, err
	}
	bad := 0
	for _, s := range list {
		why, err := unsound(w, db, id, s, v)
		if err != nil {
			return 0, err
		}
		if why != "" {
			bad++
			fmt.Fprintf(w.Out, "  erasure %s: %s\n", s.ID, why)
		}
	}
	if len(list) > 0 {
		fmt.Fprintf(w.Out, "%s: %d erasures, %d findings\n", audit.ErasureOrigin(installation, id), len(list), bad)
	}
	return bad, nil
}

// unsound says what is wrong with a tombstone; "" when nothing is.
func unsound(w *World, db *store.DB, id livc.ID, s store.Stone, v note.Verifier) (string, error) {
	c, err := audit.OpenCertificate(s.Certificate, v)
	switch {
	case err != nil:
		return "its certificate is not signed by this installation", nil
	case c.ID != s.ID || c.Kind != s.Kind || c.Cause != s.Cause || c.Day != s.Day:
		return "its certificate says something else", nil
	}
	left, err := db.Left(w, id, s)
	if err == nil && left > 0 {
		return fmt.Sprintf("something of it is left (%d rows)", left), nil
	}
	return "", err
}

// certificates checks files that people kept: signed here, known here, and nothing left. It says for each
// what it proves.
func (v verifyCommand) certificates(w *World, db *store.DB, installation string, public []byte) (bad int, err error) {
	for _, path := range v.Certificate {
		text, err := os.ReadFile(path)
		if err != nil {
			return bad, fmt.Errorf("read a certificate: %w", err)
		}
		says, why, err := kept(w, db, installation, public, text)
		if err != nil {
			return bad, err
		}
		if why != "" {
			bad++
			says = why
		}
		fmt.Fprintf(w.Out, "%s: %s\n", path, says)
	}
	return bad, nil
}

// kept checks one certificate; why says what is wrong with it.
func kept(w *World, db *store.DB, installation string, public, text []byte) (says, why string, err error) {
	id, ours := audit.OriginLivc(installation, audit.CertificateOrigin(text))
	if !ours {
		return "", errCertificate.Error(), nil
	}
	v, err := audit.NewVerifier(audit.ErasureOrigin(installation, id), public)
	if err != nil {
		return "", "", err
	}
	c, err := audit.OpenCertificate(text, v)
	if err != nil {
		return "", errCertificate.Error(), nil
	}
	list, err := db.Stones(w, id)
	if err != nil {
		return "", "", err
	}
	for _, s := range list {
		if s.ID != c.ID || !bytes.Equal(s.Certificate, text) {
			continue
		}
		why, err := unsound(w, db, id, s, v)
		return proves(c) + "; nothing of it is left here", why, err
	}
	return "", "it is signed by this installation, and this database does not know it", nil
}

func proves(c audit.Certificate) string {
	return fmt.Sprintf("signed by this installation: a %s was erased on %s (%s; %v)", c.Kind, c.Day, c.Cause, c.Classes)
}

// elsewhere checks certificates without an installation, with the public key that stands on the page.
func (v verifyCommand) elsewhere(w *World) error {
	verifier, err := note.NewVerifier(v.Key)
	if err != nil {
		return fmt.Errorf("read the public key: %w", err)
	}
	bad := false
	for _, path := range v.Certificate {
		text, err := os.ReadFile(path)
		if err != nil {
			return fmt.Errorf("read a certificate: %w", err)
		}
		c, err := audit.OpenCertificate(text, verifier)
		if err != nil {
			bad = true
			fmt.Fprintf(w.Out, "%s: %s\n", path, errCertificate)
			continue
		}
		fmt.Fprintf(w.Out, "%s: %s; only the installation can say that nothing is left\n", path, proves(c))
	}
	if bad {
		return errFound
	}
	return nil
}
