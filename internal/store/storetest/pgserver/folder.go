package pgserver

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"time"
)

// onDisk and inMemory are where servers have their folders. Not the folder of temporary files that
// a user may have set: the account postgres must be able to enter, and the path of a socket has at
// most 107 bytes.
const (
	onDisk   = "/tmp"
	inMemory = "/dev/shm"
	prefix   = "beraad-postgres-"
)

// room is the free memory, in bytes, below which a quick server goes to the disk.
const room = 1 << 30

// folder belongs to one server. The process that made it holds a lock on it, which ends with the
// process however it ends; a folder without a lock is left over and may be removed.
type folder struct {
	path string
	lock *os.File
}

// place returns where a server of this kind has its folder. A new database is some three hundred
// files: in memory they take 30 ms, on some disks 300.
func place(kind Kind) string {
	var fs syscall.Statfs_t
	if err := syscall.Statfs(inMemory, &fs); kind == Lasting || err != nil || fs.Bavail*uint64(fs.Bsize) < room {
		return onDisk
	}
	return inMemory
}

func newFolder(where string, a account) (*folder, error) {
	if err := sweep(); err != nil {
		return nil, err
	}
	path, err := os.MkdirTemp(where, prefix)
	if err != nil {
		return nil, err
	}
	lock, err := lockFolder(path)
	if err != nil {
		return nil, errors.Join(err, os.Remove(path))
	}
	f := &folder{path: path, lock: lock}
	if err := os.Chown(path, a.uid, a.gid); err != nil {
		return nil, errors.Join(err, f.remove())
	}
	return f, nil
}

func (f *folder) remove() error {
	return errors.Join(os.RemoveAll(f.path), f.lock.Close())
}

// young is the age below which a folder may still be waiting for its lock.
const young = time.Minute

// sweep removes what servers left whose process was killed.
func sweep() error {
	disk, err := filepath.Glob(filepath.Join(onDisk, prefix+"*"))
	memory, err2 := filepath.Glob(filepath.Join(inMemory, prefix+"*"))
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	for _, path := range append(disk, memory...) {
		info, err := os.Stat(path)
		if err != nil || time.Since(info.ModTime()) < young {
			continue
		}
		lock, err := lockFolder(path)
		if err != nil {
			continue // in use, of another user, or gone meanwhile
		}
		if err := errors.Join(os.RemoveAll(path), lock.Close()); err != nil {
			return err
		}
	}
	return nil
}

func lockFolder(path string) (*os.File, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return f, nil
}
