package seal

import (
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// The names of the key files in the keys folder of an installation.
const (
	ServiceFile = "service"
	NodeFile    = "node"
	epochPrefix = "epoch-"
)

// EpochFile is the name of the file of one epoch key.
func EpochFile(n uint32) string { return fmt.Sprintf("%s%04d", epochPrefix, n) }

// CreateKeyFile writes a key of 32 bytes as one line of hexadecimal, readable by its owner only
// (0400). It never overwrites: a key that is lost is lost with all that it opens.
func CreateKeyFile(path string, key []byte) error {
	if _, err := exactKey("key", key); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o400)
	if err != nil {
		return fmt.Errorf("create key file: %w", err)
	}
	_, err = f.WriteString(hex.EncodeToString(key) + "\n")
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err == nil {
		err = syncFolder(filepath.Dir(path))
	}
	if err != nil {
		return fmt.Errorf("write key file: %w", err)
	}
	return nil
}

// syncFolder makes the name of a new file as durable as its content.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer func() { _ = d.Close() }()
	return d.Sync()
}

// keyLine is the length of a key file: 64 digits and a line end.
const keyLine = 2*keySize + 1

// ReadKeyFile reads what CreateKeyFile wrote. ErrWeak: others than its owner can read the file.
func ReadKeyFile(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read key file: %w", err)
	}
	defer func() { _ = f.Close() }()
	if err := ownerOnly(f); err != nil {
		return nil, fmt.Errorf("read key file %s: %w", filepath.Base(path), err)
	}
	text, err := io.ReadAll(io.LimitReader(f, keyLine+1))
	if err != nil {
		return nil, fmt.Errorf("read key file: %w", err)
	}
	defer clear(text)
	key, err := hex.DecodeString(strings.TrimSuffix(string(text), "\n"))
	if err != nil || len(key) != keySize {
		return nil, fmt.Errorf("read key file %s: not 64 hexadecimal digits", filepath.Base(path))
	}
	return key, nil
}

func ownerOnly(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || info.Mode().Perm()&0o077 != 0 {
		return ErrWeak
	}
	return nil
}
