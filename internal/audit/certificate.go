package audit

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"beraad.eu/livc"
)

// Certificate says that something was erased, when and why; not what it was (R14). Signed, it is a note that
// tools of others read too. Dutch: wisbewijs.
type Certificate struct {
	Origin  string // whose: see ErasureOrigin
	ID      livc.ID
	Kind    string   // case, dossier, referral or hat
	Cause   string   // why
	Day     livc.Day // civil
	Classes []string // what of it was erased, such as keys and text
}

// ErasureOrigin names the certificates of one LIVC R in one installation. It is another name than that of
// its log, so that a certificate is never taken for a checkpoint.
func ErasureOrigin(installation string, of livc.ID) string {
	return Origin(installation, of) + "/erasure"
}

// OriginLivc gives the LIVC R of certificates of an installation; ok is false for those of another.
func OriginLivc(installation, origin string) (id livc.ID, ok bool) {
	s, ok := strings.CutPrefix(origin, Origin(installation, ""))
	if !ok {
		return "", false
	}
	s, ok = strings.CutSuffix(s, "/erasure")
	return livc.ID(s), ok
}

var errCertificate = errors.New("audit: malformed certificate")

// certificateLines are the names of the lines after the origin, in their order.
var certificateLines = []string{"proof ", "kind ", "cause ", "day ", "classes "}

func (c Certificate) text() string {
	values := []string{string(c.ID), c.Kind, c.Cause, string(c.Day), strings.Join(c.Classes, " ")}
	var b strings.Builder
	fmt.Fprintln(&b, c.Origin)
	for i, name := range certificateLines {
		fmt.Fprintln(&b, name+values[i])
	}
	return b.String()
}

// parseCertificate takes only what text writes, and only identifiers and fixed words: no name and no code
// can stand in it.
func parseCertificate(text string) (c Certificate, err error) {
	lines := strings.Split(text, "\n")
	if len(lines) != len(certificateLines)+2 {
		return c, errCertificate
	}
	values := make([]string, len(certificateLines))
	for i, name := range certificateLines {
		v, ok := strings.CutPrefix(lines[i+1], name)
		if !ok {
			return c, errCertificate
		}
		values[i] = v
	}
	day, err := livc.ParseDay(values[3])
	if err != nil {
		return c, errCertificate
	}
	c = Certificate{Origin: lines[0], ID: livc.ID(values[0]), Kind: values[1], Cause: values[2], Day: day, Classes: strings.Split(values[4], " ")}
	words := append([]string{c.Kind, c.Cause}, c.Classes...)
	if c.text() != text || c.Origin == "" || c.ID == "" || len(c.Classes) == 0 || !pseudonym(c.ID) || slices.ContainsFunc(words, func(w string) bool { return w == "" || !fixedWord(w) }) {
		return c, errCertificate
	}
	return c, nil
}

// SignCertificate writes a certificate as a signed note.
func SignCertificate(c Certificate, s note.Signer) ([]byte, error) {
	if _, err := parseCertificate(c.text()); err != nil || c.Origin != s.Name() {
		return nil, errCertificate
	}
	msg, err := note.Sign(&note.Note{Text: c.text()}, s)
	if err != nil {
		return nil, fmt.Errorf("sign certificate: %w", err)
	}
	return msg, nil
}

// OpenCertificate checks the signature and reads the certificate.
func OpenCertificate(msg []byte, v note.Verifier) (Certificate, error) {
	n, err := note.Open(msg, note.VerifierList(v))
	if err != nil {
		return Certificate{}, fmt.Errorf("open certificate: %w", err)
	}
	c, err := parseCertificate(n.Text)
	if err != nil || c.Origin != v.Name() {
		return Certificate{}, errCertificate
	}
	return c, nil
}

// CertificateOrigin reads whose a certificate says that it is, before its signature is checked.
func CertificateOrigin(msg []byte) string {
	first, _, _ := strings.Cut(string(msg), "\n")
	return first
}
