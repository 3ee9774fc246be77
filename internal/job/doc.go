// Package job runs the clocks: for each LIVC R it lets the steps warn, remind and forget what is due.
// It knows no rule; each step has its own clock. Time comes from the ticker it is given, so that a year
// passes in a test in milliseconds.
package job
