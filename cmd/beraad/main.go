// Command beraad runs the software for a Belgian LIVC R; `beraad --help` lists what it can do.
package main

import (
	"os"

	"beraad.eu/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
