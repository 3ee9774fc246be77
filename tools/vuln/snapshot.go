package main

import (
	"archive/tar"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
)

// day finds the date of a snapshot in the words beside it.
var day = regexp.MustCompile(`\b20\d\d-\d\d-\d\d\b`)

// date returns "of <date>" from the README.md beside the snapshot: the data carries no date itself.
func date(path string) string {
	text, err := os.ReadFile(filepath.Join(filepath.Dir(path), "README.md"))
	if found := day.Find(text); err == nil && found != nil {
		return "of " + string(found)
	}
	return "of an unknown date"
}

// open returns the snapshot as an absolute folder, and what removes it if it had to be unpacked.
func open(path string) (folder string, remove func() error, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return "", nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return "", nil, err
	}
	if info.IsDir() {
		return path, func() error { return nil }, nil
	}
	folder, err = os.MkdirTemp("", "vulndb")
	if err != nil {
		return "", nil, err
	}
	remove = func() error { return os.RemoveAll(folder) }
	if err := unpack(path, folder); err != nil {
		return "", nil, errors.Join(err, remove())
	}
	return folder, remove, nil
}

// unpack writes the files of a .tar.gz into the folder; os.Root refuses a name that leads out of it.
func unpack(path, folder string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	plain, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		return err
	}
	defer root.Close()
	return unpackAll(tar.NewReader(plain), root)
}

func unpackAll(archive *tar.Reader, root *os.Root) error {
	for {
		entry, err := archive.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if err := unpackOne(archive, entry, root); err != nil {
			return fmt.Errorf("unpack %s: %w", entry.Name, err)
		}
	}
}

// unpackOne writes one file; folders appear with their files.
func unpackOne(archive *tar.Reader, entry *tar.Header, root *os.Root) error {
	if entry.Typeflag != tar.TypeReg {
		return nil
	}
	if err := root.MkdirAll(filepath.Dir(entry.Name), 0o755); err != nil {
		return err
	}
	file, err := root.Create(entry.Name)
	if err != nil {
		return err
	}
	_, err = io.Copy(file, archive)
	return errors.Join(err, file.Close())
}
