//go:build race

package seal_test

// everyBit walks the bits in steps of five under the race detector, which is ten times as slow: each
// byte still loses a bit. Without it every bit is walked.
const everyBit = 5
