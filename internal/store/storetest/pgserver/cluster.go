package pgserver

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// fillCluster puts an empty cluster into the folder data. The first one is made by initdb, which
// takes a second, and kept in the user's cache; the next ones are copies of it.
func fillCluster(ctx context.Context, bin string, a account, data string) error {
	kept, err := cached(bin, a)
	if err != nil {
		return err
	}
	if _, err := os.Stat(kept); err == nil {
		return run(ctx, account{}, "cp", "--archive", "--reflink=auto", kept, data)
	}
	if err := initialise(ctx, bin, a, data); err != nil {
		return err
	}
	return keep(ctx, data, kept)
}

// initialise makes an empty cluster. Order of text is by code point, so that a test fails where a
// query leans on the order of one language.
func initialise(ctx context.Context, bin string, a account, data string) error {
	return run(ctx, a, filepath.Join(bin, "initdb"), "--pgdata", data, "--username", superuser,
		"--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--data-checksums", "--no-sync")
}

// keep copies the cluster to the cache. The rename makes it appear whole or not at all; when
// another process was first, its copy stays.
func keep(ctx context.Context, data, kept string) error {
	if err := os.MkdirAll(filepath.Dir(kept), 0o700); err != nil {
		return fmt.Errorf("keep an empty cluster: %w", err)
	}
	part := fmt.Sprintf("%s.%d", kept, os.Getpid())
	if err := run(ctx, account{}, "cp", "--archive", "--reflink=auto", data, part); err != nil {
		return err
	}
	if err := os.Rename(part, kept); err != nil && !errors.Is(err, os.ErrExist) {
		return fmt.Errorf("keep an empty cluster: %w", err)
	}
	return os.RemoveAll(part)
}

// cached returns where the empty cluster of this version of PostgreSQL and this account is kept.
func cached(bin string, a account) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("find the cache folder: %w", err)
	}
	version, err := exec.Command(filepath.Join(bin, "postgres"), "-V").Output()
	if err != nil {
		return "", fmt.Errorf("ask PostgreSQL for its version: %w", err)
	}
	return filepath.Join(cache, "beraad", fmt.Sprintf("cluster-%s-%d", fileName(version), a.uid)), nil
}

// fileName turns a line of words into one that can be a file name.
func fileName(line []byte) string {
	var name []byte
	for _, c := range line {
		if c == '.' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' {
			name = append(name, c)
		}
	}
	return string(name)
}

// run runs a program to its end and returns its words as an error when it ends badly.
func run(ctx context.Context, a account, program string, args ...string) error {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Dir, cmd.SysProcAttr = "/", a.attributes()
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("run %s: %w\n%s", filepath.Base(program), err, out)
	}
	return nil
}
