package cli

import (
	"fmt"
	"runtime/debug"
)

type versionCommand struct{}

// Run says which version this is.
func (versionCommand) Run(w *World) error {
	_, err := fmt.Fprintln(w.Out, "beraad", version())
	return err
}

// version is the version of the module, or the commit it was built from.
func version() string {
	b, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range b.Settings {
		if s.Key == "vcs.revision" {
			return b.Main.Version + " " + s.Value
		}
	}
	return b.Main.Version
}
