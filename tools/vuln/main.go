// Command vuln asks govulncheck whether the code of Beraad reaches a known vulnerability. It uses the
// public Go vulnerability database; where that cannot be reached, the snapshot that BERAAD_VULNDB
// names (a folder, or a .tar.gz of one), and says the snapshot's date. With neither it says that
// nothing was checked and ends well, because a machine without network is not a fault in the code.
package main

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"time"
)

// checker is the version of govulncheck that is run.
const checker = "golang.org/x/vuln/cmd/govulncheck@v1.9.0"

const (
	public   = "https://vuln.go.dev"
	snapshot = "BERAAD_VULNDB" // environment variable
	patience = 10 * time.Second
)

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "vuln:", err)
		os.Exit(1)
	}
}

func run(out io.Writer) error {
	if reachable(public) {
		return check(out, public)
	}
	path := os.Getenv(snapshot)
	if path == "" {
		fmt.Fprintf(out, "NOT CHECKED: %s cannot be reached and %s names no snapshot.\n", public, snapshot)
		return nil
	}
	folder, remove, err := open(path)
	if err != nil {
		return fmt.Errorf("open the snapshot %s: %w", path, err)
	}
	fmt.Fprintf(out, "%s cannot be reached; checking with the snapshot %s.\n", public, date(path))
	return errors.Join(check(out, "file://"+folder), remove())
}

// reachable tells whether the database answers.
func reachable(database string) bool {
	client := http.Client{Timeout: patience}
	answer, err := client.Get(database + "/index/db.json")
	if err != nil {
		return false
	}
	return answer.Body.Close() == nil && answer.StatusCode == http.StatusOK
}

// check runs govulncheck over the whole program and returns an error when it finds something.
func check(out io.Writer, database string) error {
	cmd := exec.Command("go", "run", checker, "-db", database, "./...")
	cmd.Stdout, cmd.Stderr = out, os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("run govulncheck: %w", err)
	}
	return nil
}
