package seal_test

import (
	"testing"

	"beraad.eu/internal/seal"
)

func BenchmarkRecord(b *testing.B) {
	base, _ := baseOf(0)
	k, plain := seal.NewKey(1), make([]byte, 400)
	ref := seal.Ref{Livc: base.Livc, Container: "c", Record: "r", Revision: 1, Kind: "concern", Author: "h", KeyVersion: 1}
	wrapped, body, err := seal.SealRecord(base, ref, k, plain)
	must(0, err)
	b.Run("seal 400 B", func(b *testing.B) {
		for b.Loop() {
			_, _, _ = seal.SealRecord(base, ref, k, plain)
		}
	})
	b.Run("open 400 B", func(b *testing.B) {
		for b.Loop() {
			_, _ = seal.OpenRecord(base, ref, k, wrapped, body)
		}
	})
}

func BenchmarkGrant(b *testing.B) {
	x := newTable()
	kem, sig := x.colleague.KEM(), x.manager.Sig()
	b.Run("seal", func(b *testing.B) {
		for b.Loop() {
			_, _, _ = seal.SealGrant(x.b, x.g, x.k, kem, x.manager)
		}
	})
	b.Run("open", func(b *testing.B) {
		for b.Loop() {
			_, _ = seal.OpenGrant(x.b, x.g, x.sealed, x.signature, x.colleague, sig)
		}
	})
	b.Run("derive a hat", func(b *testing.B) {
		m := seal.NewMaster()
		for b.Loop() {
			_, _ = m.Hat(x.b, "controller-1", "hat-1")
		}
	})
}
