package cli

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"beraad.eu/internal/seal"
)

// keys looks at the key files, their copy and who can read them.
func (p *patient) keys() []check {
	list := []check{closed("the keys folder", p.config.Keys), closed("the data folder", p.config.Data)}
	if _, err := seal.LoadRing(p.config.Keys); err != nil {
		list = append(list, check{red, "epoch keys: " + err.Error(), "put them back from their second place"})
	}
	for _, name := range []string{seal.ServiceFile, seal.NodeFile} {
		if _, err := seal.ReadKeyFile(filepath.Join(p.config.Keys, name)); err != nil {
			list = append(list, check{red, "keys: " + err.Error(), "put it back from its second place; only its owner may read it"})
		}
	}
	return append(list, p.copies())
}

// closed tells whether a folder is for its owner only.
func closed(what, folder string) check {
	info, err := os.Stat(folder)
	switch {
	case err != nil:
		return check{red, what + " is not there", "look for " + folder}
	case info.Mode().Perm()&0o077 != 0:
		return check{red, what + " is open to others", "chmod 700 " + folder}
	}
	return check{light: green, what: what + " is for its owner only"}
}

// copies tells whether every key stands in two places: a key that is lost is lost with all it opens.
func (p *patient) copies() check {
	const do = "copy the key files to another disk, and name that folder as second_keys"
	if p.config.SecondKeys == "" {
		return check{red, "the keys stand in one place only", do}
	}
	files, err := os.ReadDir(p.config.Keys)
	if err != nil {
		return check{red, "the keys folder cannot be read", "look for " + p.config.Keys}
	}
	for _, f := range files {
		a, err1 := seal.ReadKeyFile(filepath.Join(p.config.Keys, f.Name()))
		b, err2 := seal.ReadKeyFile(filepath.Join(p.config.SecondKeys, f.Name()))
		if os.IsNotExist(err2) || err2 != nil && !exists(p.config.SecondKeys) {
			return check{amber, "the second place for the keys is not at hand", "if the disk lies in a safe, look there that it is whole"}
		}
		if err1 != nil || err2 != nil || !bytes.Equal(a, b) {
			return check{red, fmt.Sprintf("key %s differs from its copy", f.Name()), do}
		}
	}
	return check{light: green, what: "the keys stand in two places"}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
