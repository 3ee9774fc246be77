package cli_test

import (
	"database/sql"
	"net/http"
	"strings"
	"testing"
)

// Somebody else holds the database: who is signed in sees nothing and gets a reference, signing in and
// readiness fail in the open, and afterwards everything is as it was.
//
// proves L2, settled 34
func TestL2_TheWholeHouseWhileItsDatabaseIsLocked(t *testing.T) {
	w := build(t)
	w.browser.Get("/readyz").At("/readyz").Says("ok")
	form := w.browser.Get("/network/partner").Form("name", "CGG Hageland", "category", "cgg")
	before := w.rows(t)
	other, err := sql.Open("sqlite", "file:"+w.db)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	if err := w.DB.OnWriter(`PRAGMA busy_timeout(50)`); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Exec(`BEGIN IMMEDIATE`); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"/network", "/today", "/people/new"} {
		if b := w.browser.Get(path); b.Status != http.StatusServiceUnavailable || !strings.Contains(b.Body, "Kenmerk") || strings.Contains(b.Body, "politiezone") {
			t.Errorf("%s answers %d", path, b.Status)
		}
	}
	if b := w.browser.Do(w.browser.Request(http.MethodPost, "/network/partner", form)); b.Status != http.StatusServiceUnavailable {
		t.Errorf("a form is answered %d", b.Status)
	}
	if b := w.browser.Get("/readyz"); b.Status != http.StatusServiceUnavailable {
		t.Errorf("the house says it is ready: %d", b.Status)
	}
	if b := w.browser.Get("/healthz"); b.Status != http.StatusOK {
		t.Errorf("the process says it is dead: %d", b.Status)
	}
	if _, err := other.Exec(`ROLLBACK`); err != nil {
		t.Fatal(err)
	}
	if w.rows(t) != before {
		t.Error("something changed")
	}
	w.browser.Get("/readyz").Says("ok")
	w.browser.Do(w.browser.Request(http.MethodPost, "/network/partner", form)).Says("CGG Hageland")
}
