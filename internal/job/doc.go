// Package job runs the clocks: for each LIVC R it lets the steps warn, remind and forget what is due.
// It knows no rule and no ticker; each step has its own clock, and time is what the gate is given, so that
// a year passes in a test in milliseconds.
package job
