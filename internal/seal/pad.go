package seal

import (
	"bytes"
	"encoding/binary"
)

// MaxPlain is the most that one record may hold, in bytes.
const MaxPlain = 1 << 20

// bucket is the length to which n bytes are padded: the length of a ciphertext tells no more than
// this step (C8).
func bucket(n int) int {
	for _, step := range []int{256, 1024, 4096} {
		if n <= step {
			return step
		}
	}
	return (n + 4095) / 4096 * 4096
}

// zeros are more than any padding has: the largest step, and the difference of the first two.
var zeros [4096]byte

// pad gives length | plain | zeros.
func pad(plain []byte) []byte {
	b := make([]byte, 4, bucket(4+len(plain)))
	binary.BigEndian.PutUint32(b, uint32(len(plain)))
	return append(b, plain...)[:cap(b)]
}

// unpad refuses whatever pad would not have written.
func unpad(b []byte) ([]byte, error) {
	if len(b) < 4 {
		return nil, ErrBroken
	}
	n := int(binary.BigEndian.Uint32(b))
	if n > len(b)-4 || bucket(4+n) != len(b) || len(b)-4-n > len(zeros) {
		return nil, ErrBroken
	}
	if !bytes.Equal(b[4+n:], zeros[:len(b)-4-n]) {
		return nil, ErrBroken
	}
	return b[4 : 4+n : 4+n], nil
}
