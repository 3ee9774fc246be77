package seal

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"

	"beraad.eu/livc"
)

// MaxTransfer is the most that a file for another town may hold, in bytes, as it travels.
const MaxTransfer = 64 << 10

// The ways in which a file of another town stays closed, beside ErrTooLong.
var (
	// ErrOtherTown: the file was made for another address.
	ErrOtherTown = errors.New("seal: file made for another address")
	// ErrOtherKind: a practice file in a real installation, or the other way round.
	ErrOtherKind = errors.New("seal: file of another kind of installation")
)

// Transfer is what stands in a file for another town: the day on which it was made, whether both towns go
// on, a random receipt that only who opened the file can say, and the text. Dutch: overdracht.
type Transfer struct {
	Made    livc.Day
	Both    bool
	Receipt []byte
	Text    []byte
}

// receiptSize is the length in bytes of a receipt.
const receiptSize = 16

// The words that a file has for who follows on.
const (
	bothFollow   = "both"
	senderCloses = "sender-closes"
)

// SealTransfer seals a transfer to an address, under a fresh receipt, padded so that the length of the file
// tells little (C8). ErrTooLong: more than MaxTransfer.
func SealTransfer(to TransferAddress, t *Transfer) (file []byte, err error) {
	t.Receipt = random(receiptSize)
	plain := pad(t.bytes(to))
	defer clear(plain)
	return sealFile(to, plain)
}

func sealFile(to TransferAddress, plain []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := age.Encrypt(&b, to.to)
	if err == nil {
		_, err = w.Write(plain)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("seal a transfer: %w", err)
	}
	if b.Len() > MaxTransfer {
		return nil, ErrTooLong
	}
	return b.Bytes(), nil
}

// OpenTransfer opens a file with the private half of an address. A file that was sealed to this address but
// says another one inside was passed on by somebody, and is refused.
func OpenTransfer(practice bool, private, file []byte) (t Transfer, err error) {
	if len(file) > MaxTransfer {
		return t, ErrTooLong
	}
	i, err := age.ParseHybridIdentity(string(private))
	if err != nil {
		return t, ErrWeak // the error of the library repeats the text
	}
	r, err := age.Decrypt(bytes.NewReader(file), i)
	var other *age.NoIdentityMatchError
	if errors.As(err, &other) {
		return t, ErrOtherTown
	}
	if err != nil {
		return t, ErrBroken
	}
	padded, err := io.ReadAll(r)
	defer clear(padded)
	if err != nil {
		return t, ErrBroken
	}
	plain, err := unpad(padded)
	if err != nil {
		return t, err
	}
	return parseTransfer(plain, TransferAddress{i.Recipient(), practice})
}

// bytes is the transfer as it is sealed: its fields, each after its length.
func (t Transfer) bytes(to TransferAddress) []byte {
	follow := senderCloses
	if t.Both {
		follow = bothFollow
	}
	address := sha256.Sum256([]byte(to.Text()))
	head := appendFields(nil, protocol, transferPurpose, Base{Practice: to.practice}.kind())
	return appendFields(appendFields(head, address[:]), []byte(t.Made), []byte(follow), t.Receipt, t.Text)
}

// parseTransfer reads what bytes wrote, and nothing else.
func parseTransfer(plain []byte, to TransferAddress) (t Transfer, err error) {
	fields := readFields(plain)
	if len(fields) != 8 || string(fields[0]) != protocol || string(fields[1]) != transferPurpose {
		return t, ErrBroken
	}
	if kind := (Base{Practice: to.practice}).kind(); string(fields[2]) != kind {
		return t, ErrOtherKind
	}
	if address := sha256.Sum256([]byte(to.Text())); !bytes.Equal(fields[3], address[:]) {
		return t, ErrOtherTown
	}
	if t.Made, err = livc.ParseDay(string(fields[4])); err != nil || string(t.Made) != string(fields[4]) {
		return Transfer{}, ErrBroken
	}
	t.Both = string(fields[5]) == bothFollow
	if !t.Both && string(fields[5]) != senderCloses || len(fields[6]) != receiptSize {
		return Transfer{}, ErrBroken
	}
	t.Receipt, t.Text = bytes.Clone(fields[6]), bytes.Clone(fields[7])
	return t, nil
}

// readFields is the other half of appendFields; nil when the bytes are not so written.
func readFields(b []byte) (fields [][]byte) {
	for len(b) > 0 {
		if len(b) < 4 || uint64(binary.BigEndian.Uint32(b)) > uint64(len(b)-4) {
			return nil
		}
		n := 4 + int(binary.BigEndian.Uint32(b))
		fields, b = append(fields, b[4:n:n]), b[n:]
	}
	return fields
}
