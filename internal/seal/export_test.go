package seal

// KeyFrom and KeyBytes let vectors name the key of a container, which nothing else may.
func KeyFrom(version int, key []byte) *Key { return keyOf(version, key) }

// KeyBytes gives the key of a container.
func KeyBytes(k *Key) []byte { return k.key }

// DataKey opens the data key of a record.
func DataKey(b Base, ref Ref, k *Key, wrapped []byte) ([]byte, error) {
	return openDataKey(b, ref, k, wrapped)
}

// SealWith seals under any key and context, as somebody with a copy of this program could.
func SealWith(key, context, plain []byte) []byte { return sealInner(key, context, plain) }

// Context gives the bytes that bind a blob to its place.
func Context(b Base, purpose string, fields ...string) []byte { return b.context(purpose, fields...) }

// SealTo seals to a public key under any context, as everybody can.
func SealTo(public, context, plain []byte) ([]byte, error) { return sealTo(public, context, plain) }

// KeyContext gives the bytes that bind the data key of a record to its place.
func KeyContext(b Base, ref Ref) []byte { return ref.keyContext(b) }

// TransferBytes is a transfer as it is sealed to an address.
func TransferBytes(to TransferAddress, t *Transfer) []byte { return t.bytes(to) }

// ParseTransfer reads it.
func ParseTransfer(b []byte, to TransferAddress) (Transfer, error) { return parseTransfer(b, to) }

// SealInside seals to one address a transfer that says another.
func SealInside(to, says TransferAddress, t *Transfer) ([]byte, error) {
	t.Receipt = random(receiptSize)
	return sealFile(to, pad(t.bytes(says)))
}
