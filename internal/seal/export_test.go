package seal

// KeyFrom and KeyBytes let vectors name the key of a container, which nothing else may.
func KeyFrom(version int, key []byte) *Key { return &Key{version: version, key: key} }

// KeyBytes gives the key of a container.
func KeyBytes(k *Key) []byte { return k.key }

// DataKey opens the data key of a record.
func DataKey(b Base, ref Ref, k *Key, wrapped []byte) ([]byte, error) {
	return openDataKey(b, ref, k, wrapped)
}

// SealWith seals under any key and context, as somebody with a copy of this program could.
func SealWith(key, context, plain []byte) []byte { return sealInner(key, context, plain) }
