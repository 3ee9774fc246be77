package seal

import "fmt"

// mute is embedded in everything that holds a key: however it is printed or logged, the key stays
// inside (C3). Keys have no exported fields, so nothing marshals them either.
type mute struct{}

// Format prints a placeholder, whatever the verb.
func (mute) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte("[sleutel]")) }
