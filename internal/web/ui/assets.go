package ui

import (
	"embed"
	"encoding/json"
	"io/fs"
	"net/http"
	"strings"
)

//go:embed all:dist
var dist embed.FS

// AssetPath is where the style sheet, the script and the images are served.
const AssetPath = "/assets/"

// buildHint tells whoever starts a program without assets what to do.
const buildHint = "This program was built without its style sheet. Run: npm ci --ignore-scripts && go run ./tools/assets\n"

// manifest gives for each asset the name that carries the hash of its content.
var manifest = readManifest(dist)

func readManifest(from fs.FS) map[string]string {
	names := map[string]string{}
	text, err := fs.ReadFile(from, "dist/manifest.json")
	if err != nil {
		return names // an empty dist is allowed: pages work without style
	}
	if err := json.Unmarshal(text, &names); err != nil {
		panic(err) // a manifest that does not parse is a fault of the build
	}
	return names
}

// Built tells whether the assets were built into the program.
func Built() bool { return len(manifest) > 0 }

// AssetURL is the address of an asset by its plain name, for example beraad.css.
func AssetURL(name string) string {
	if hashed, ok := manifest[name]; ok {
		return AssetPath + hashed
	}
	return AssetPath + name
}

// Assets serves what AssetURL names; mount it at AssetPath. The names carry their content's hash, so
// a browser may keep them for good. Without assets it answers 404 and says how to build them.
func Assets() http.Handler { return serve(dist, manifest) }

func serve(from fs.FS, names map[string]string) http.Handler {
	hashed := map[string]bool{}
	for _, name := range names {
		hashed[name] = true
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, AssetPath)
		if !hashed[name] {
			http.Error(w, notServed(names), http.StatusNotFound)
			return
		}
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		http.ServeFileFS(w, r, from, "dist/"+name)
	})
}

func notServed(names map[string]string) string {
	if len(names) == 0 {
		return buildHint
	}
	return http.StatusText(http.StatusNotFound)
}
