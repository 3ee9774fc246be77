package cli

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

// How much room the embedded database should have: below little it may stop within days, below least
// within hours.
const (
	little = 1 << 30
	least  = 200 << 20
)

// folder looks at the data folder: whose it is, whether it takes a file, and how much room there is.
func (p *patient) folder() []check {
	list := []check{closed("the data folder", p.config.Data)}
	info, err := os.Stat(p.config.Data)
	if err != nil {
		return list // said already
	}
	if s, ok := info.Sys().(*syscall.Stat_t); ok && int(s.Uid) != os.Geteuid() {
		list = append(list, check{amber, fmt.Sprintf("the data folder belongs to user %d, and you are user %d", s.Uid, os.Geteuid()), "run beraad as the user whose folder it is"})
	}
	if err := tryFile(p.config.Data); err != nil {
		list = append(list, unwritable(p.config.Data, err))
	}
	if p.config.DatabaseFile != "" {
		return list // the database has a disk of its own
	}
	var s syscall.Statfs_t
	if err := syscall.Statfs(p.config.Data, &s); err != nil {
		return append(list, check{red, "the disk of the data folder: " + err.Error(), "look for " + p.config.Data})
	}
	return append(list, room(s.Bavail*uint64(s.Bsize)))
}

// room judges the free bytes on the disk of the database.
func room(free uint64) check {
	what := fmt.Sprintf("the disk of the database has %d MiB free", free>>20)
	const do = "make room, or make the disk larger; a full disk stops all work, and loses nothing"
	switch {
	case free < least:
		return check{red, what, do}
	case free < little:
		return check{amber, what, do}
	}
	return good(what)
}

// tryFile writes a small file and takes it away.
func tryFile(folder string) error {
	f, err := os.CreateTemp(folder, "doctor-")
	if err != nil {
		return err
	}
	_, err = f.Write(make([]byte, 4096))
	return errors.Join(err, f.Sync(), f.Close(), os.Remove(f.Name()))
}

func unwritable(folder string, err error) check {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		return check{red, "the disk of the data folder is full", "make room, or make the disk larger"}
	}
	return check{red, "the data folder cannot be written: " + err.Error(), "give this user the right to write to " + folder + ", and look whether the disk is set to reading only"}
}
