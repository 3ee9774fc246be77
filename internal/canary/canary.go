// Package canary plants a text of its own in every personal field and looks for it afterwards where it
// may never be: in database files, logs, mail, sessions and pages of others (C1). Fill finds the fields
// by their type, so a new personal field cannot be forgotten; Missing names the types that no test has
// filled. It belongs to the workshop: nothing that runs imports it.
package canary

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"unicode/utf16"

	"beraad.eu/livc"
)

// Flock is every canary that was planted.
type Flock struct {
	// Dress gives what is planted for a canary, such as a piece of markup around it; nil plants it bare.
	Dress func(word string) string

	mu      sync.Mutex
	words   []string
	planted map[string]bool // "package.Type"
}

// New makes an empty flock.
func New() *Flock { return &Flock{planted: map[string]bool{}} }

// Stem is how every canary begins.
const Stem = "Kanarievogel"

// Watch looks for one more word: a stem, when the canaries were planted by another program, or a secret.
func (f *Flock) Watch(word string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.words = append(f.words, word)
}

// dressed is a new canary as it is planted.
func (f *Flock) dressed() string {
	w := f.Word()
	if f.Dress != nil {
		return f.Dress(w)
	}
	return w
}

// Word draws a canary: a word that stands nowhere else.
func (f *Flock) Word() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	w := fmt.Sprintf(Stem+"%04dqx", len(f.words)+1)
	f.words = append(f.words, w)
	return w
}

// Words lists every canary.
func (f *Flock) Words() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]string(nil), f.words...)
}

var (
	secretType  = reflect.TypeFor[livc.Secret]()
	contactType = reflect.TypeFor[livc.Contact]()
)

// Fill plants a canary in every empty personal field of the struct that v points to, also inside
// structs and slices in it, and gives v back.
func Fill[T any](f *Flock, v T) T {
	p := reflect.New(reflect.TypeOf(v))
	p.Elem().Set(reflect.ValueOf(v))
	f.fill(p.Elem())
	return p.Elem().Interface().(T)
}

func (f *Flock) fill(v reflect.Value) {
	switch {
	case v.Type() == secretType:
		if v.Interface().(livc.Secret).Empty() {
			v.Set(reflect.ValueOf(livc.NewSecret(f.dressed())))
		}
	case v.Type() == contactType:
		if v.Interface().(livc.Contact).Empty() {
			v.Set(reflect.ValueOf(livc.NewContact(f.dressed())))
		}
	case v.Kind() == reflect.Struct:
		f.mu.Lock()
		f.planted[v.Type().String()] = true
		f.mu.Unlock()
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				f.fill(v.Field(i))
			}
		}
	case v.Kind() == reflect.Slice:
		for i := range v.Len() {
			f.fill(v.Index(i))
		}
	}
}

// Planted tells whether a struct type, as "package.Type", was filled.
func (f *Flock) Planted(typ string) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.planted[typ]
}

// Find is a canary where it may not be.
type Find struct{ Where, Word, Form string }

// Scan looks for every canary in all files under the folders, in every form in which a text can hide.
func (f *Flock) Scan(folders ...string) (found []Find, err error) {
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !d.Type().IsRegular() {
				return err
			}
			b, err := os.ReadFile(path)
			found = append(found, f.In(path, b)...)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// In looks for every canary in one text.
func (f *Flock) In(where string, b []byte) (found []Find) {
	texts := map[string][]byte{"": b}
	if zr, err := gzip.NewReader(bytes.NewReader(b)); err == nil {
		if plain, err := io.ReadAll(zr); err == nil {
			texts["gzip "] = plain
		}
	}
	nest := f.anywhere(Stem, texts)
	for _, w := range f.Words() {
		if nest || !strings.HasPrefix(w, Stem) {
			found = append(found, f.word(where, w, texts)...)
		}
	}
	return found
}

// anywhere tells whether a stem stands in the texts in any form: most files hold none of all canaries.
func (f *Flock) anywhere(stem string, texts map[string][]byte) bool {
	return len(f.word("", stem, texts)) > 0
}

func (f *Flock) word(where, w string, texts map[string][]byte) (found []Find) {
	for how, text := range texts {
		for form, needles := range forms(w) {
			for _, n := range needles {
				if bytes.Contains(text, n) {
					found = append(found, Find{where, w, how + form})
				}
			}
		}
		if len(found) == 0 && strings.HasPrefix(w, Stem) && bytes.Contains(bytes.ToLower(text), []byte(strings.ToLower(w))) {
			found = append(found, Find{where, w, how + "another case"})
		}
	}
	return found
}

// forms are the ways in which a word can stand in a file.
func forms(w string) map[string][][]byte {
	j, _ := json.Marshal(w)
	u := utf16.Encode([]rune(w))
	le, be := make([]byte, 0, 2*len(u)), make([]byte, 0, 2*len(u))
	for _, c := range u {
		le = append(le, byte(c), byte(c>>8))
		be = append(be, byte(c>>8), byte(c))
	}
	b64 := make([][]byte, 0, 6)
	for before := range 3 {
		// Three bytes make four letters, so the middle of the encoding is the same whatever stands before.
		start := (3 - before) % 3
		cut := base64.StdEncoding.EncodeToString([]byte(w[start : start+(len(w)-start)/3*3]))
		b64 = append(b64, []byte(cut), []byte(strings.NewReplacer("+", "-", "/", "_").Replace(cut)))
	}
	return map[string][][]byte{
		"clear": {[]byte(w)}, "UTF-16": {le, be}, "base64": b64,
		"hex": {[]byte(hex.EncodeToString([]byte(w))), []byte(strings.ToUpper(hex.EncodeToString([]byte(w))))},
		"URL": {[]byte(url.QueryEscape(w))}, "JSON": {j[1 : len(j)-1]},
	}
}
