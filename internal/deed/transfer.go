package deed

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"

	"beraad.eu/internal/seal"
	"beraad.eu/livc"
)

// TransferAddress is where a file for the list of another town goes, as the steps handle it.
type TransferAddress = seal.TransferAddress

// The ways in which a file of another town stays closed, for the step that says so in words.
var (
	ErrOtherTown = seal.ErrOtherTown
	ErrOtherKind = seal.ErrOtherKind
	// ErrDamaged: no file of a transfer, or not as it was made.
	ErrDamaged = errors.New("deed: a file that does not open")
)

// MaxTransfer is the most that a file for another town may hold, in bytes.
const MaxTransfer = seal.MaxTransfer

// The two records of a list in which its address stands. The halves stand apart, so that a page that shows
// the public one does not open the other.
const (
	addressPublic  livc.ID = "transfer-public"
	addressPrivate livc.ID = "transfer-private"
	addressKind            = "transfer_address"
	identityKind           = "transfer_identity"
)

// ListAddress is the public half of a list's address as it stands in the list: sealed, not because it is
// secret, but so that nobody puts another one in its place. Dutch: adres van de lijst.
type ListAddress struct{ Text livc.Secret }

// Made tells whether the list has an address.
func (a ListAddress) Made() bool { return !a.Text.Empty() }

// Address reads it.
func (a ListAddress) Address() (TransferAddress, error) {
	return seal.ParseTransferAddress(a.Text.Reveal())
}

type listIdentity struct{ Private livc.Secret }

// TransferFile is what a file of another town says beside its text. Dutch: bestand van een overdracht.
type TransferFile struct {
	Made    livc.Day
	Both    bool   // both towns go on
	Receipt []byte // random; whoever opened the file knows it, and who carried it does not
}

// Words are the four words that the receiving town says back.
func (f TransferFile) Words() string { return strings.Join(FourWords(f.Receipt), " ") }

// Fingerprint is how a file that was opened is known again.
func (f TransferFile) Fingerprint() string {
	sum := sha256.Sum256(f.Receipt)
	return hex.EncodeToString(sum[:])
}

// ParseAddress reads the address of another list; of the other kind of installation it is refused.
func (g *Gate) ParseAddress(text string) (TransferAddress, error) {
	a, err := seal.ParseTransferAddress(text)
	if err == nil && a.Practice() != g.Practice {
		err = ErrOtherKind
	}
	return a, err
}

// MakeAddress draws an address for a list; one that stood there opens nothing more from now on.
func (tx *Tx) MakeAddress(list livc.ID) error {
	private, a, err := seal.NewTransferAddress(tx.gate.Practice)
	if err != nil {
		return err
	}
	if err := tx.Keep(list, addressPrivate, identityKind, listIdentity{livc.NewSecret(string(private))}); err != nil {
		return err
	}
	return tx.Keep(list, addressPublic, addressKind, ListAddress{livc.NewSecret(a.Text())})
}

// LaterAddress asks for the address of a list to be opened after the leaf is committed; without one into
// stays empty.
func (tx *Tx) LaterAddress(list livc.ID, into *ListAddress) error {
	err := tx.Later(list, addressPublic, into)
	if livc.KindOf(err) == livc.NotFoundKind {
		return nil
	}
	return err
}

// SealTransfer seals a text struct to the list of another town. The file leaves with who asked for it; here
// nothing of it stays.
func (tx *Tx) SealTransfer(to TransferAddress, both bool, text any) (file []byte, said TransferFile, err error) {
	if to.Practice() != tx.gate.Practice {
		return nil, said, ErrOtherKind
	}
	body, err := livc.PackText(text)
	if err != nil {
		return nil, said, err
	}
	defer clear(body)
	t := seal.Transfer{Made: tx.Today, Both: both, Text: body}
	file, err = seal.SealTransfer(to, &t)
	return file, TransferFile{t.Made, t.Both, t.Receipt}, err
}

// OpenTransfer opens a file for a list with its identity. NotFound: the list has no address.
func (tx *Tx) OpenTransfer(list livc.ID, file []byte, dst any) (said TransferFile, err error) {
	var i listIdentity
	if err := tx.Open(list, addressPrivate, &i); err != nil {
		return said, err
	}
	t, err := seal.OpenTransfer(tx.gate.Practice, []byte(i.Private.Reveal()), file)
	if errors.Is(err, seal.ErrBroken) || errors.Is(err, seal.ErrTooLong) {
		err = ErrDamaged // not to be taken for a row of ours that was changed
	}
	if err != nil {
		return said, err
	}
	defer clear(t.Text)
	if livc.UnpackText(t.Text, dst) != nil {
		return said, ErrDamaged // the error of the text names its fields
	}
	return TransferFile{t.Made, t.Both, t.Receipt}, nil
}
