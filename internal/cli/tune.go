package cli

import (
	"context"
	"os"
	"runtime"
	"runtime/debug"
	"time"
)

// A server collects its garbage when there is eight times as much of it as there is use, but holds no
// more than a limit: what pages take for a moment, and room for each derivation that runs (P11), twice: the
// block of the one before is garbage until it is collected. Who sets GOGC or GOMEMLIMIT decides himself
// (ADR 0011).
const (
	garbagePercent = 800
	pagesRoom      = 128 << 20
	derivationRoom = 2 * (64 << 20)
)

func tune() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(pagesRoom + derivationRoom*int64(max(1, runtime.NumCPU()/2)))
	}
}

// rest gives memory that nothing uses back to the machine: after somebody signed in, 64 MB stand empty.
func (h *House) rest(context.Context) error {
	err := h.DB.Rest()
	debug.FreeOSMemory()
	return err
}

// restEvery is how often.
const restEvery = time.Minute
