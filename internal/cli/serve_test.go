package cli_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/cli"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// served is an installation that is being served, with the way to stop it.
type served struct {
	*cli.House
	stop  context.CancelFunc
	ended chan error
}

func serve(t *testing.T, h *cli.House) *served {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	s := &served{h, stop, make(chan error, 1)}
	go func() { s.ended <- h.Serve(ctx) }()
	t.Cleanup(stop)
	return s
}

// end tells the server to stop and waits until it did.
func (s *served) end(t *testing.T) {
	t.Helper()
	s.stop()
	if err := <-s.ended; err != nil {
		t.Error(err)
	}
}

// proves settled 32
func TestOwnCertificateFilesSpeakTLS13Only(t *testing.T) {
	c := newClinic(t, "")
	c.certify(-day, 100*day)
	port := freePort(t)
	c.change(func(f *cli.Config) { f.Listen, f.Origin = "127.0.0.1:"+port, "https://localhost:"+port })
	h := c.house()
	defer h.Close()
	s := serve(t, h)
	pool := x509.NewCertPool()
	b, err := os.ReadFile(c.path("cert.pem"))
	c.must(err)
	pool.AppendCertsFromPEM(b)
	get := func(newest uint16, protocols ...string) (*http.Response, error) {
		transport := &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool, MaxVersion: newest, NextProtos: protocols}, ForceAttemptHTTP2: len(protocols) == 0}
		defer transport.CloseIdleConnections()
		return (&http.Client{Transport: transport}).Get("https://localhost:" + port + "/healthz")
	}
	var res *http.Response
	for range 100 {
		if res, err = get(tls.VersionTLS13); err == nil {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	c.must(err)
	_ = res.Body.Close()
	if res.StatusCode != http.StatusOK || res.ProtoMajor != 2 || res.TLS.Version != tls.VersionTLS13 || res.Header.Get("Strict-Transport-Security") == "" {
		t.Errorf("%s over %s, HSTS %q", res.Status, res.Proto, res.Header.Get("Strict-Transport-Security"))
	}
	if _, err := get(tls.VersionTLS12); err == nil || !strings.Contains(err.Error(), "protocol version") {
		t.Errorf("TLS 1.2 is answered: %v", err)
	}
	if res, err := http.Get("http://localhost:" + port + "/healthz"); err == nil {
		text, _ := io.ReadAll(res.Body)
		_ = res.Body.Close()
		if res.StatusCode != http.StatusBadRequest || bytes.Contains(text, []byte("ok")) {
			t.Errorf("without TLS: %d %s", res.StatusCode, text)
		}
	}
	s.end(t)
}

// A server that is told to stop ends the deed that is being done, answers it, and takes none after it.
//
// proves settled 34
func TestAServerThatStopsEndsWhatItWasDoing(t *testing.T) {
	clinics(t, func(t *testing.T, c *clinic) {
		port := freePort(t)
		c.change(func(f *cli.Config) { f.Listen, f.Origin = "127.0.0.1:"+port, "http://localhost:"+port })
		h := c.house()
		s := serve(t, h)
		if code := ask("http://localhost:" + port + "/healthz"); code != 0 {
			t.Fatal("it never answered")
		}
		begun, answer := make(chan bool), make(chan error, 1)
		by := deed.By{Actor: livc.TheSystem(livc.Installation)}
		do := func(f func(*deed.Tx) error) error {
			return h.Gate.Do(context.Background(), by, access.RefuseSignIn, access.Whole(livc.Installation), f)
		}
		go func() {
			answer <- do(func(*deed.Tx) error { close(begun); time.Sleep(300 * time.Millisecond); return nil })
		}()
		<-begun
		s.end(t)
		c.must(h.Close())
		if err := <-answer; err != nil {
			t.Errorf("the deed that was being done: %v", err)
		}
		if err := do(func(*deed.Tx) error { return errors.New("never") }); err == nil || !strings.Contains(err.Error(), "the gate is closed") {
			t.Errorf("a deed after the end: %v", err)
		}
		if out, code := run(t, "verify", "--config", c.config); code != 0 {
			t.Error(out)
		}
	})
}
