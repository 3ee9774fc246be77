package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// commands are what a newcomer can type.
type commands struct {
	Demo    demoCommand    `cmd:"" help:"Open a practice hall: an invented town, a clock that moves, nothing to configure."`
	Init    initCommand    `cmd:"" help:"Make an installation and found its first LIVC R: keys, database and a link for the founder."`
	Found   foundCommand   `cmd:"" help:"Found one more LIVC R in this installation, with a link for its founder."`
	Founder founderCommand `cmd:"" help:"Give a founder who did not enrol yet a new link and code."`
	Serve   serveCommand   `cmd:"" help:"Run the server."`
	Doctor  doctorCommand  `cmd:"" help:"Look whether everything is in order, and say what to do."`
	Migrate migrateCommand `cmd:"" help:"Bring the database up to date with this program."`
	Verify  verifyCommand  `cmd:"" help:"Check the whole log of every LIVC R."`
	Mail    mailCommand    `cmd:"" help:"Print the messages that wait where no mail server is set, and count them as handed over."`
	Version versionCommand `cmd:"" help:"Say which version this is."`
}

// World is what a command meets outside: where it reads and writes, and when it must stop.
type World struct {
	context.Context
	In        io.Reader
	Out, Errs io.Writer
}

// The exit codes of beraad: all well, something found that asks for work, and could not be done.
const (
	exitWell  = 0
	exitFound = 1
	exitBroke = 2
)

// found says that a command did its work and found something that must be looked at.
var errFound = errors.New("cli: something was found")

// Main runs one command and gives its exit code.
func Main(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	syscall.Umask(0o077) // nothing that is written here is for others
	var c commands
	left := false
	parser, err := kong.New(&c, kong.Name("beraad"), kong.Description("Software for a local integral security cell (LIVC R)."),
		kong.Writers(out, errs), kong.Exit(func(int) { left = true }), kong.UsageOnError())
	if err != nil {
		fmt.Fprintln(errs, "beraad:", err)
		return exitBroke
	}
	command, err := parser.Parse(args)
	if left {
		return exitWell
	}
	if err == nil {
		err = command.Run(&World{ctx, in, out, errs})
	}
	switch {
	case errors.Is(err, errFound):
		return exitFound
	case err != nil:
		fmt.Fprintln(errs, "beraad:", err)
		return exitBroke
	}
	return exitWell
}
