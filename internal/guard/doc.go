// Package guard keeps the conventions of the whole project: which package may import which, where time
// and personal text come in, which words stay out, and that every dependency and every type is explained.
// It holds tests only and knows nothing of the domain. Each rule is a small function with a test that
// shows it a planted fault, so that a guard that sleeps is noticed.
package guard
