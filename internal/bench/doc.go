// Package bench measures Beraad beside the bare limits of the machine, in one run: make bench. It fills
// a database through the gate, starts the server as a program of its own, presses its pages over HTTP,
// and prints each figure with the ratio to what the machine can do without Beraad. Ratios can be
// compared between machines; the absolute figures cannot. It belongs to the workshop.
package bench
