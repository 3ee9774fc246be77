package page

import (
	"bytes"
	"strconv"
	"sync"

	"github.com/a-h/templ"
)

// Write answers with a component.
func (r *Request) Write(status int, c templ.Component) error {
	b := sheets.Get().(*bytes.Buffer)
	defer putAway(b)
	if err := c.Render(r.Context(), b); err != nil {
		return err
	}
	h := r.w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(b.Len()))
	r.w.WriteHeader(status)
	_, err := r.w.Write(b.Bytes())
	if err != nil {
		return nil //nolint:nilerr // the client left; the deed happened all the same
	}
	return nil
}

// sheets are the memory in which pages are made. A page is wiped before the next one takes its place.
var sheets = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// largestSheet is the most memory that is kept for the next page.
const largestSheet = 256 << 10

func putAway(b *bytes.Buffer) {
	if b.Cap() > largestSheet {
		return
	}
	b.Reset()
	clear(b.AvailableBuffer()[:b.Cap()])
	sheets.Put(b)
}
