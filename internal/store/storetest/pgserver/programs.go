package pgserver

import (
	"fmt"
	"path/filepath"
	"strconv"
)

// debianPrograms is where Debian puts each version's programs.
const debianPrograms = "/usr/lib/postgresql/*/bin/initdb"

// oldest is the first version Beraad serves (architecture, decision 27).
const oldest = 15

// Programs returns the folder with the programs of PostgreSQL, such as pg_basebackup.
func Programs() (string, error) { return programs(debianPrograms) }

// programs returns the folder with the programs of the newest version that the pattern finds.
func programs(pattern string) (string, error) {
	found, err := filepath.Glob(pattern)
	if err != nil {
		return "", fmt.Errorf("find PostgreSQL: %w", err)
	}
	newest, folder := oldest-1, ""
	for _, initdb := range found {
		bin := filepath.Dir(initdb)
		if v, err := strconv.Atoi(filepath.Base(filepath.Dir(bin))); err == nil && v > newest {
			newest, folder = v, bin
		}
	}
	if folder == "" {
		return "", fmt.Errorf("PostgreSQL %d or newer is not installed: apt-get install -y postgresql", oldest)
	}
	return folder, nil
}
