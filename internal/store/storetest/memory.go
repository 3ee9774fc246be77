package storetest

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
)

// memory is where the embedded database of a test stands when there is room: it waits for no disk there.
// What is about losing nothing opens a database in a folder of its own.
const memory = "/dev/shm"

// room is the free memory, in bytes, below which the tests go to the disk.
const room = 1 << 30

// quick is a folder that is gone after the test, in memory where that can be.
func quick(t testing.TB) string {
	t.Helper()
	var fs syscall.Statfs_t
	if err := syscall.Statfs(memory, &fs); err != nil || fs.Bavail*uint64(fs.Bsize) < room {
		return t.TempDir()
	}
	sweep()
	folder, err := os.MkdirTemp(memory, fmt.Sprintf("beraad-sqlite-%d-", os.Getpid()))
	if err != nil {
		return t.TempDir()
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	return folder
}

// sweep removes, once, what tests left behind that were killed.
var sweep = sync.OnceFunc(func() {
	left, _ := filepath.Glob(memory + "/beraad-sqlite-*")
	for _, folder := range left {
		pid, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(folder), "beraad-sqlite-"), "-")
		if n, err := strconv.Atoi(pid); err == nil && syscall.Kill(n, 0) == syscall.ESRCH {
			_ = os.RemoveAll(folder)
		}
	}
})
