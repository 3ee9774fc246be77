package seal_test

import (
	"bytes"
	"testing"

	"beraad.eu/internal/seal"
)

// protected are the arguments of a vector that lie in a database, where somebody could change them.
func protected(v vector) (args []string) {
	for _, arg := range []string{"outer", "sealed", "wrapped", "body", "signature", "manifest1", "signature1", "manifest2", "signature2"} {
		if v.Args[arg] != "" {
			args = append(args, arg)
		}
	}
	return args
}

// C6: no single bit can be turned unseen; one vector of every form, every bit of it.
func TestC6_every_single_bit_counts(t *testing.T) {
	seen, bits := map[string]bool{}, 0
	for _, v := range makeVectors(t) {
		if seen[v.Form] {
			continue
		}
		seen[v.Form] = true
		for _, arg := range protected(v) {
			blob := v.bytes(arg)
			for n := 0; n < 8*len(blob); n += everyBit {
				bits++
				if _, err := v.with(arg, x(flipped(blob, n))).open(); err == nil {
					t.Fatalf("%s opens with bit %d of its %s turned", v.Name, n, arg)
				}
			}
		}
	}
	t.Logf("%d bits", bits)
}

func TestC6_a_blob_that_is_cut_or_prolonged_does_not_open(t *testing.T) {
	seen := map[string]bool{}
	for _, v := range makeVectors(t) {
		if seen[v.Form] {
			continue
		}
		seen[v.Form] = true
		for _, arg := range protected(v) {
			blob := v.bytes(arg)
			for n := range min(len(blob), 120) {
				if arg == "manifest1" && n == 0 || arg == "manifest2" && n == 0 {
					continue // no manifest at all is another chain, not a cut one
				}
				if _, err := v.with(arg, x(blob[:n])).open(); err == nil {
					t.Errorf("%s opens with %d bytes of its %s", v.Name, n, arg)
				}
			}
			if _, err := v.with(arg, x(append(bytes.Clone(blob), 0))).open(); err == nil {
				t.Errorf("%s opens with a byte more in its %s", v.Name, arg)
			}
		}
	}
}

// FuzzC6 gives anything at all to everything that opens: an error or the very same content, no panic.
func FuzzC6_anything_else_is_refused(f *testing.F) {
	vectors := readLines[vector]("positive.json")
	for i, v := range vectors {
		for _, arg := range protected(v) {
			f.Add(uint8(i), v.bytes(arg))
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, blob []byte) {
		v := vectors[int(which)%len(vectors)]
		for _, arg := range protected(v) {
			opened, err := v.with(arg, x(blob)).open()
			if err == nil && opened != v.Opens {
				t.Errorf("%s gives other content", v.Name)
			}
			if err == nil && !bytes.Equal(blob, v.bytes(arg)) {
				t.Errorf("%s opens with another %s", v.Name, arg)
			}
		}
	})
}

// FuzzManifest: there is one way to write a manifest down.
func FuzzC6_a_manifest_is_written_in_one_way(f *testing.F) {
	for _, v := range readLines[vector]("positive.json") {
		if v.Form == "chain" {
			f.Add(v.bytes("manifest1"))
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := seal.ParseManifest(b); err == nil && !bytes.Equal(m.Bytes(), b) {
			t.Error("two ways to write one manifest")
		}
	})
}
