// Package practice plays the invented town Demerrode: its people enrol, refer, meet, decide and forget,
// all through the gate, with a civil clock that starts in the past and runs to today. It never writes a
// row itself. What the town is called and what is told stands in seed/practice.toml; what may happen is
// decided by the same rules as in a real installation. Only a practice installation has this package.
package practice
