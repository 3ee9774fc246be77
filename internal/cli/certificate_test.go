package cli_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"testing"
	"time"

	"beraad.eu/internal/cli"
)

// certify puts a certificate for localhost in the folder of a clinic, and names it in the configuration.
func (c *clinic) certify(from, until time.Duration) {
	c.t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	c.must(err)
	template := &x509.Certificate{SerialNumber: big.NewInt(1), DNSNames: []string{"localhost"}, NotBefore: time.Now().Add(from), NotAfter: time.Now().Add(until)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	c.must(err)
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	c.must(err)
	c.write("cert.pem", string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})))
	c.write("key.pem", string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: secret})))
	c.change(func(f *cli.Config) {
		f.Certificate, f.Key, f.Origin = c.path("cert.pem"), c.path("key.pem"), "https://localhost"
	})
}

const day = 24 * time.Hour

func TestDoctorLooksAtTheCertificate(t *testing.T) {
	c := newClinic(t, "")
	c.certify(-day, 10*day)
	c.says("amber", "the certificate ends on .*, in 9 days", "renew it")
	c.certify(-2*day, -day)
	c.says("red", "the certificate ended on", "renew it")
	c.certify(day, 2*day)
	c.says("red", "the certificate holds only from", "clock")
	c.certify(-day, 100*day)
	if out, _ := run(t, "doctor", "--config", c.config); !containsLine(out, `green +the certificate holds until`) {
		t.Error(out)
	}
	c.change(func(f *cli.Config) { f.Origin = "https://beraad.example.be" })
	c.says("red", "the certificate is not for beraad.example.be", "renew it")
	c.write("key.pem", "nothing")
	c.says("red", "certificate: ", "belong together")
}
