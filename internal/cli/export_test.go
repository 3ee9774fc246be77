package cli

import "time"

// Room is what the doctor says of so many free bytes.
func Room(free uint64) (light, what string) { c := room(free); return string(c.light), c.what }

// Hurry makes the doctor impatient.
func Hurry() { patience = time.Second }
