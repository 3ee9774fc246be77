package seal_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"beraad.eu/internal/seal"
)

func aTransfer(text string) *seal.Transfer {
	return &seal.Transfer{Made: "2026-11-24", Both: true, Text: []byte(text)}
}

// proves R4.1.4-a
func TestC4_a_file_for_another_town_opens_at_its_own_address_only(t *testing.T) {
	private, to, err := seal.NewTransferAddress(false)
	must(0, err)
	other, _, err := seal.NewTransferAddress(false)
	must(0, err)
	sent := aTransfer("who, why, whom to call")
	file := must(seal.SealTransfer(to, sent))
	if got := must(seal.OpenTransfer(false, private, file)); got.Made != sent.Made || !got.Both || !bytes.Equal(got.Receipt, sent.Receipt) || !bytes.Equal(got.Text, sent.Text) {
		t.Errorf("another transfer comes out: %+v", got)
	}
	if _, err := seal.OpenTransfer(false, other, file); !errors.Is(err, seal.ErrOtherTown) {
		t.Errorf("another list: %v", err)
	}
	if _, err := seal.OpenTransfer(true, private, file); !errors.Is(err, seal.ErrOtherKind) {
		t.Errorf("practice opens a real file: %v", err)
	}
	if _, err := seal.OpenTransfer(false, []byte("no identity"), file); !errors.Is(err, seal.ErrWeak) || strings.Contains(err.Error(), "no identity") {
		t.Errorf("no identity: %v", err)
	}
	if bytes.Contains(file, sent.Text) || bytes.Contains(file, []byte(sent.Made)) {
		t.Error("the file says what stands in it")
	}
}

// settled 26: both ways.
func TestC6_a_practice_file_stays_closed_in_a_real_installation(t *testing.T) {
	private, to, err := seal.NewTransferAddress(true)
	must(0, err)
	file := must(seal.SealTransfer(to, aTransfer("x")))
	if _, err := seal.OpenTransfer(false, private, file); !errors.Is(err, seal.ErrOtherKind) {
		t.Error(err)
	}
	must(seal.OpenTransfer(true, private, file))
}

// Who got a file and seals it on to a third town passes nothing off as the first town's.
func TestC6_a_file_that_was_passed_on_is_refused(t *testing.T) {
	_, first, err := seal.NewTransferAddress(false)
	must(0, err)
	private, third, err := seal.NewTransferAddress(false)
	must(0, err)
	file := must(seal.SealInside(third, first, aTransfer("x")))
	if _, err := seal.OpenTransfer(false, private, file); !errors.Is(err, seal.ErrOtherTown) {
		t.Error(err)
	}
}

func TestC6_a_changed_file_is_refused(t *testing.T) {
	private, to, err := seal.NewTransferAddress(false)
	must(0, err)
	file := must(seal.SealTransfer(to, aTransfer("x")))
	for bit := 0; bit < 8*len(file); bit += 61 {
		if _, err := seal.OpenTransfer(false, private, flipped(file, bit)); err == nil {
			t.Fatalf("it opens with bit %d turned", bit)
		}
	}
	for _, odd := range [][]byte{nil, []byte("plain text"), file[:len(file)-1], append(bytes.Clone(file), 0), file[:200]} {
		if _, err := seal.OpenTransfer(false, private, odd); !errors.Is(err, seal.ErrBroken) {
			t.Errorf("%d bytes: %v", len(odd), err)
		}
	}
	if _, err := seal.OpenTransfer(false, private, make([]byte, seal.MaxTransfer+1)); !errors.Is(err, seal.ErrTooLong) {
		t.Errorf("too big: %v", err)
	}
	if _, err := seal.SealTransfer(to, aTransfer(strings.Repeat("x", seal.MaxTransfer))); !errors.Is(err, seal.ErrTooLong) {
		t.Errorf("too much to send: %v", err)
	}
}

func TestC8_the_length_of_a_file_tells_little(t *testing.T) {
	_, to, err := seal.NewTransferAddress(false)
	must(0, err)
	lengths := map[int]bool{}
	for n := 1; n < 3500; n += 50 {
		lengths[len(must(seal.SealTransfer(to, aTransfer(strings.Repeat("o", n)))))] = true
	}
	if len(lengths) > 3 {
		t.Errorf("the files have %d lengths", len(lengths))
	}
}

func TestC9_two_files_of_the_same_share_nothing(t *testing.T) {
	_, to, err := seal.NewTransferAddress(false)
	must(0, err)
	one, two := aTransfer("x"), aTransfer("x")
	a, b := must(seal.SealTransfer(to, one)), must(seal.SealTransfer(to, two))
	if bytes.Equal(a, b) || bytes.Equal(one.Receipt, two.Receipt) || bytes.Equal(a[len(a)-64:], b[len(b)-64:]) {
		t.Error("the second file is the first")
	}
}

func TestAnAddressTravelsAsText(t *testing.T) {
	_, to, err := seal.NewTransferAddress(true)
	must(0, err)
	broken := strings.ReplaceAll(to.Text()[:400], "q", "q\r\n ") + to.Text()[400:]
	for name, text := range map[string]string{"as it is": to.Text(), "with other line ends": broken} {
		got, err := seal.ParseTransferAddress(text)
		if err != nil || got.Text() != to.Text() || got.Words() != to.Words() || !got.Practice() {
			t.Errorf("%s: %v", name, err)
		}
	}
	typo := []byte(to.Text())
	typo[900] ^= 1
	for name, text := range map[string]string{"nothing": "", "half": to.Text()[:300], "a typing error": string(typo), "a classic age address": "beraad/1 transfer real age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p",
		"no kind": strings.Replace(to.Text(), "practice", "other", 1), "another purpose": strings.Replace(to.Text(), "transfer", "record", 1)} {
		if _, err := seal.ParseTransferAddress(text); !errors.Is(err, seal.ErrAddress) {
			t.Errorf("%s: %v", name, err)
		}
	}
	t.Run("the words of practice and real differ for the same key", func(t *testing.T) {
		real := must(seal.ParseTransferAddress(strings.Replace(to.Text(), "practice", "real", 1)))
		if real.Words() == to.Words() {
			t.Error("they are the same")
		}
	})
}

// What is read from an opened file was written in one way, or is refused.
func FuzzC6_an_opened_transfer_is_written_in_one_way(f *testing.F) {
	_, to, err := seal.NewTransferAddress(false)
	must(0, err)
	sealed := aTransfer("text")
	sealed.Receipt = make([]byte, 16)
	f.Add(seal.TransferBytes(to, sealed))
	f.Add([]byte{})
	f.Add([]byte{0, 0, 0, 8, 'b', 'e', 'r', 'a', 'a', 'd', '/', '1', 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := seal.ParseTransfer(b, to)
		if err == nil && !bytes.Equal(seal.TransferBytes(to, &got), b) {
			t.Errorf("%x is read and written otherwise", b)
		}
	})
}
