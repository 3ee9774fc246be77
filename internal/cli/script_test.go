package cli_test

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"beraad.eu/internal/cli"
	"beraad.eu/internal/store/storetest"
)

// both runs the tests with PostgreSQL at hand.
type both struct{ m *testing.M }

// Run gives the exit code.
func (b both) Run() int { return storetest.Run(b.m) }

// TestMain makes `beraad` a command of the stories, and `ask`, which asks an address until it answers.
func TestMain(m *testing.M) {
	testscript.Main(both{m}, map[string]func(){
		"beraad": func() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
		"ask":    func() { os.Exit(ask(os.Args[1])) },
	})
}

// The stories of whoever runs the machine, as they would be typed.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{Dir: "testdata/script", Setup: func(e *testscript.Env) error {
		e.Setenv("PORT", freePort(t))
		e.Setenv("METRICS", freePort(t))
		return nil
	}})
}
