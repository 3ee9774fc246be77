// Command assets builds the style sheet, the script and the images of Beraad into
// internal/web/ui/dist, where the program embeds them. It takes from the kit (govuk-frontend, MIT)
// only the rules of the components that we use, without its fonts and without its crest, and sets our
// own look on top. Run it from the root of the project: go run ./tools/assets
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
)

const (
	look = "internal/web/ui"
	out  = look + "/dist"
	kit  = "node_modules/govuk-frontend/dist/govuk"
)

func main() {
	log.SetFlags(0)
	if err := build(); err != nil {
		log.Fatal("assets: ", err)
	}
}

func build() error {
	if _, err := os.Stat(kit); err != nil {
		return fmt.Errorf("the kit is not installed, run npm ci --ignore-scripts: %w", err)
	}
	made := map[string][]byte{}
	var err error
	if made["beraad.css"], err = style(); err != nil {
		return err
	}
	if made["beraad.js"], err = script(); err != nil {
		return err
	}
	for _, name := range []string{"favicon.svg", "blank.svg"} {
		if made[name], err = os.ReadFile(look + "/image/" + name); err != nil {
			return fmt.Errorf("read an image: %w", err)
		}
	}
	return write(out, made)
}

// write replaces what stands in the output folder: each file under a name that carries the hash of its
// content, and the manifest that leads from the plain name to it.
func write(out string, made map[string][]byte) error {
	if err := clear(out); err != nil {
		return err
	}
	manifest := map[string]string{}
	for name, content := range made {
		manifest[name] = hashed(name, content)
		if err := put(out, manifest[name], content); err != nil {
			return err
		}
		log.Printf("%-12s %6.1f kB", name, float64(len(content))/1000)
	}
	list, err := json.MarshalIndent(manifest, "", "  ")
	if err != nil {
		return fmt.Errorf("write the manifest: %w", err)
	}
	return put(out, "manifest.json", append(list, '\n'))
}

func clear(out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("make %s: %w", out, err)
	}
	old, err := filepath.Glob(out + "/[^.]*")
	if err != nil {
		return fmt.Errorf("list %s: %w", out, err)
	}
	for _, name := range old {
		if err := os.Remove(name); err != nil {
			return fmt.Errorf("remove an old asset: %w", err)
		}
	}
	return nil
}

func put(out, name string, content []byte) error {
	if err := os.WriteFile(filepath.Join(out, name), content, 0o644); err != nil {
		return fmt.Errorf("write an asset: %w", err)
	}
	return nil
}

func hashed(name string, content []byte) string {
	sum := sha256.Sum256(content)
	ext := filepath.Ext(name)
	return strings.TrimSuffix(name, ext) + "-" + hex.EncodeToString(sum[:5]) + ext
}
