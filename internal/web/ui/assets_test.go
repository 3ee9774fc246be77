package ui

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
)

func ask(h http.Handler, path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

func TestAssets(t *testing.T) {
	files := fstest.MapFS{
		"dist/manifest.json":     {Data: []byte(`{"beraad.css":"beraad-1a2b.css"}`)},
		"dist/beraad-1a2b.css":   {Data: []byte("body{}")},
		"dist/beraad-stale.css":  {Data: []byte("old")},
		"internal/secret-source": {Data: []byte("no")},
	}
	built := serve(files, readManifest(files))

	t.Run("a file of the manifest is served, and may be kept for good", func(t *testing.T) {
		w := ask(built, "/assets/beraad-1a2b.css")
		if w.Code != 200 || w.Body.String() != "body{}" || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
			t.Fatalf("%d %q %v", w.Code, w.Body, w.Header())
		}
		if got := w.Header().Get("Content-Type"); !strings.HasPrefix(got, "text/css") {
			t.Errorf("content type %q", got)
		}
	})
	for _, path := range []string{"/assets/manifest.json", "/assets/beraad-stale.css", "/assets/../internal/secret-source", "/assets/"} {
		t.Run("what the manifest does not name is not served: "+path, func(t *testing.T) {
			if w := ask(built, path); w.Code != http.StatusNotFound {
				t.Fatalf("%d", w.Code)
			}
		})
	}
	t.Run("a program without assets says how to build them", func(t *testing.T) {
		empty := fstest.MapFS{}
		if w := ask(serve(empty, readManifest(empty)), "/assets/beraad.css"); !strings.Contains(w.Body.String(), "go run ./tools/assets") {
			t.Fatalf("%q", w.Body)
		}
	})
}
