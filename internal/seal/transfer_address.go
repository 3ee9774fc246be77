package seal

import (
	"errors"
	"fmt"
	"strings"

	"filippo.io/age"
)

// ErrAddress: what was given is no address of a list.
var ErrAddress = errors.New("seal: no address of a list")

// TransferAddress is where a file for the list of another town goes: the public half of a hybrid age identity
// (ML-KEM-768 with X25519), with the kind of its installation. It is no secret. Dutch: adres van een lijst.
type TransferAddress struct {
	to       *age.HybridRecipient
	practice bool
}

// transferPurpose names addresses and files of a transfer.
const transferPurpose = "transfer"

// NewTransferAddress draws a fresh identity: its private half, for the list to keep sealed, and its address.
func NewTransferAddress(practice bool) (private []byte, a TransferAddress, err error) {
	i, err := age.GenerateHybridIdentity()
	if err != nil {
		return nil, a, fmt.Errorf("make an address: %w", err)
	}
	return []byte(i.String()), TransferAddress{i.Recipient(), practice}, nil
}

// ParseTransferAddress reads the text of an address, wherever its lines were broken on the way.
func ParseTransferAddress(text string) (a TransferAddress, err error) {
	words := strings.Fields(text)
	if len(words) < 4 || words[0] != protocol || words[1] != transferPurpose {
		return a, ErrAddress
	}
	a.practice = words[2] == Base{Practice: true}.kind()
	if words[2] != (Base{Practice: a.practice}).kind() {
		return a, ErrAddress
	}
	if a.to, err = age.ParseHybridRecipient(strings.Join(words[3:], "")); err != nil {
		return TransferAddress{}, ErrAddress // the error of the library repeats the text
	}
	return a, nil
}

// Practice tells whether the address is of a practice installation.
func (a TransferAddress) Practice() bool { return a.practice }

// Text is the address as it travels.
func (a TransferAddress) Text() string {
	return strings.Join([]string{protocol, transferPurpose, Base{Practice: a.practice}.kind()}, " ") + "\n" + a.to.String() + "\n"
}

// Words are the eight words that the two towns compare by phone.
func (a TransferAddress) Words() [8]string { return Fingerprint([]byte(a.Text())) }
