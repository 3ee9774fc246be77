package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"

	"beraad.eu/internal/seal"
)

// keys looks at the key files, their copy and who can read them.
func (p *patient) keys() []check {
	list := []check{closed("the keys folder", p.config.Keys)}
	if _, err := seal.LoadRing(p.config.Keys); err != nil {
		list = append(list, p.lost("epoch keys", err))
	}
	for _, name := range []string{seal.ServiceFile, seal.NodeFile} {
		if _, err := seal.ReadKeyFile(filepath.Join(p.config.Keys, name)); err != nil {
			list = append(list, p.lost("keys", err))
		}
	}
	return append(append(list, p.apart()...), p.copies())
}

// lost says how a key file that cannot be used is mended. A key is never made anew: what it opened stays
// closed then.
func (p *patient) lost(what string, err error) check {
	do := "put it back from its second place, and never make a new one: cp -p second/* " + p.config.Keys
	if errors.Is(err, seal.ErrWeak) {
		do = "chmod 400 " + p.config.Keys + "/*; somebody else may have read it"
	}
	return check{red, what + ": " + err.Error(), do}
}

// apart tells whether the keys lie where a copy of the data, or one broken disk, takes them along.
func (p *patient) apart() (list []check) {
	for what, folder := range map[string]string{"the keys": p.config.Keys, "the second keys": p.config.SecondKeys} {
		real, err := filepath.EvalSymlinks(folder)
		data, err2 := filepath.EvalSymlinks(p.config.Data)
		if folder != "" && errors.Join(err, err2) == nil && within(real, data) {
			list = append(list, check{red, what + " lie in the data folder, so they are in its copies", "move " + folder + " elsewhere, and name the new place in the configuration"})
		}
	}
	a, err := os.Stat(p.config.Keys)
	b, err2 := os.Stat(p.config.SecondKeys)
	if errors.Join(err, err2) == nil && disk(a) == disk(b) {
		list = append(list, check{amber, "both places of the keys are on one disk", "copy the key files to another disk, and keep that one elsewhere"})
	}
	return list
}

func disk(info os.FileInfo) uint64 {
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok {
		return 0
	}
	return s.Dev
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
