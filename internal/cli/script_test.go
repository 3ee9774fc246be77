package cli_test

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"beraad.eu/internal/cli"
)

// TestMain makes `beraad` a command of the stories.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"beraad": func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// The stories of whoever runs the machine, as they would be typed.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script"})
}
