package canary

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/hex"
	"os"
	"path/filepath"
	"testing"
	"unicode/utf16"

	"beraad.eu/livc"
)

type letter struct {
	To    livc.Contact
	Text  livc.Secret
	Lines []line
	Count int
}
type line struct{ What livc.Secret }

func TestC2_EveryPersonalFieldIsFilledAndSeen(t *testing.T) {
	f := New()
	v := Fill(f, letter{Lines: make([]line, 2)})
	if len(f.Words()) != 4 || v.Text.Empty() || v.To.Empty() || v.Lines[1].What.Empty() || !f.Planted("canary.line") {
		t.Fatalf("filled %v", f.Words())
	}
}

// The scanner has teeth: a canary that leaks in any form is found.
func TestC2_ALeakIsFoundInEveryForm(t *testing.T) {
	f := New()
	w := f.Word()
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	_, _ = z.Write([]byte("abc " + w))
	_ = z.Close()
	var wide []byte
	for _, c := range utf16.Encode([]rune("a" + w)) {
		wide = append(wide, byte(c), byte(c>>8))
	}
	for name, leak := range map[string][]byte{
		"clear": []byte("… " + w + " …"), "utf16": wide, "gzip": zipped.Bytes(),
		"base64-0": []byte(base64.StdEncoding.EncodeToString([]byte("abc" + w + "tail"))),
		"base64-1": []byte(base64.StdEncoding.EncodeToString([]byte("a" + w + "tail"))),
		"base64-2": []byte(base64.StdEncoding.EncodeToString([]byte("ab" + w + "tail"))),
		"hex":      []byte(hex.EncodeToString([]byte("x" + w))),
		"lower":    bytes.ToLower([]byte(w)),
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "file"), leak, 0o600); err != nil {
			t.Fatal(err)
		}
		if found, err := f.Scan(dir); err != nil || len(found) == 0 {
			t.Errorf("a leak as %s is not found (%v)", name, err)
		}
	}
}

func TestC2_WhatIsCleanIsClean(t *testing.T) {
	f := New()
	f.Word()
	if found := f.In("page", []byte("Dit is een gewone zin over Kanarievogel.")); len(found) > 0 {
		t.Errorf("found %v", found)
	}
}
