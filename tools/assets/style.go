package main

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// sheets are our own style sheets, in the order of the cascade.
var sheets = []string{"palette", "base", "frame", "sheet", "form", "meeting", "state", "practice", "gallery", "print", "card"}

// parts are the components that we take from the kit.
var parts = []string{".govuk-radios", ".govuk-checkboxes"}

// byDevice is the place in palette.css where the dark colours are repeated for a device that asks
// for them, so that they are written down once.
const byDevice = "@beraad dark-by-device;"

func style() ([]byte, error) {
	text, err := os.ReadFile(kit + "/govuk-frontend.min.css")
	if err != nil {
		return nil, fmt.Errorf("read the kit: %w", err)
	}
	all := keep(string(text), parts)
	for _, name := range sheets {
		text, err := os.ReadFile(look + "/css/" + name + ".css")
		if err != nil {
			return nil, fmt.Errorf("read our style: %w", err)
		}
		all += string(text)
	}
	if all, err = darkByDevice(all); err != nil {
		return nil, err
	}
	return minify(all, api.LoaderCSS)
}

func darkByDevice(css string) (string, error) {
	const start = `:root[data-theme="dark"] {`
	_, rest, found := strings.Cut(css, start)
	colours, _, closed := strings.Cut(rest, "}")
	if !found || !closed || !strings.Contains(css, byDevice) {
		return "", errors.New("palette.css has no dark colours to repeat")
	}
	rule := `@media (prefers-color-scheme: dark) { :root:not([data-theme="light"], [data-theme="dark"]) {` + colours + "} }"
	return strings.Replace(css, byDevice, rule, 1), nil
}

func minify(text string, loader api.Loader) ([]byte, error) {
	made := api.Transform(text, api.TransformOptions{
		Loader: loader, MinifyWhitespace: true, MinifySyntax: true, Charset: api.CharsetUTF8,
		Engines: engines, LogLevel: api.LogLevelWarning,
	})
	if len(made.Errors) > 0 {
		return nil, fmt.Errorf("build the style: %s", made.Errors[0].Text)
	}
	return made.Code, nil
}
