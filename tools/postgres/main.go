// Command postgres runs another command with a throwaway PostgreSQL server and stops the server
// afterwards. The command finds the address in BERAAD_TEST_POSTGRES:
//
//	go run ./tools/postgres node test/browser/run.mjs --engine postgres
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"beraad.eu/internal/store/storetest"
	"beraad.eu/internal/store/storetest/pgserver"
)

func main() {
	err := run(os.Args[1:])
	var ended *exec.ExitError
	if errors.As(err, &ended) {
		os.Exit(max(1, ended.ExitCode()))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "postgres:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("say which command to run")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	server, err := pgserver.Start(ctx, pgserver.Quick)
	if err != nil {
		return err
	}
	return errors.Join(command(ctx, server.Address(), args), server.Stop())
}

// command runs to its end, or is asked to end when this program is.
func command(ctx context.Context, server string, args []string) error {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.Env = append(os.Environ(), storetest.GivenPostgres+"="+server)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}
