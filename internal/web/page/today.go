package page

import "beraad.eu/internal/web/ui"

// Today gives what waits for the person who is signed in, as sentences for the first page. Each step
// gives its own; what one may not know is simply not there.
type Today func(*Request) ([]ui.Row, error)
