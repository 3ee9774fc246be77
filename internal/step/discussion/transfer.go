package discussion

import (
	"context"
	"strings"
	"unicode"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Transfer is what is kept of a file that was made for another town: that it was made, for which address, by
// its eight words, and the four words that the other town says back. Never the file. Dutch: overdracht.
type Transfer struct {
	ID, Case livc.ID
	Made     livc.Day
	Receiver string // the eight words of the address
	Words    string // the four words that stand inside the file
	Both     bool   // both towns go on
	Said     livc.Day
}

// Arrival is what is kept of a file that came in, so that it opens once. Dutch: binnengekomen bestand.
type Arrival struct {
	Fingerprint string // of the receipt in the file: random, without anything about a person
	Referral    livc.ID
	Words       string // to say back by phone
	Both        bool
	ForgetOn    livc.Day
}

// TransferBook is what transfers ask of the database. Dutch: boek van de overdrachten.
type TransferBook interface {
	InsertTransfer(ctx context.Context, tx *deed.Tx, t Transfer) error
	// TransfersOf lists the files that were made of a case, the newest first.
	TransfersOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]Transfer, error)
	// TransferSaid notes that the four words were said back.
	TransferSaid(ctx context.Context, tx *deed.Tx, id livc.ID) error
	InsertArrival(ctx context.Context, tx *deed.Tx, a Arrival) error
	// Arrived tells whether a file was opened before.
	Arrived(ctx context.Context, tx *deed.Tx, fingerprint string) (bool, error)
	// ArrivalOf gives the file from which a referral came; NotFound when it came another way.
	ArrivalOf(ctx context.Context, tx *deed.Tx, referral livc.ID) (Arrival, error)
}

// SentFiles says of the files of a case what the law asks before it ends here.
func SentFiles(list []Transfer) law.SentFile {
	f := law.SentFile{Made: len(list) > 0, Both: true}
	for _, t := range list {
		f.Said = f.Said || t.Said != ""
		f.Both = f.Both && (t.Both || t.Said == "")
	}
	return f
}

// ListAddress is where other towns send a file to the list of this one. Dutch: adres van de lijst.
type ListAddress struct {
	Municipality support.Municipality
	deed.ListAddress
}

// Address shows the address of the own list to a holder of it.
func (s *Referrals) Address(ctx context.Context, by deed.By) (a ListAddress, err error) {
	err = s.Gate.Look(ctx, by, access.ViewAddress, access.Whole(by.Livc), func(tx *deed.Tx) error {
		a = ListAddress{}
		if a.Municipality, err = s.ownList(ctx, tx); err != nil {
			return err
		}
		return tx.LaterAddress(a.Municipality.List, &a.ListAddress)
	})
	return a, err
}

// MakeAddress draws a new address for the own list. An older one opens nothing more (settled 29).
func (s *Referrals) MakeAddress(ctx context.Context, by deed.By) error {
	return s.Gate.Do(ctx, by, access.MakeAddress, access.Whole(by.Livc), func(tx *deed.Tx) error {
		m, err := s.ownList(ctx, tx)
		if err != nil {
			return err
		}
		return tx.MakeAddress(m.List)
	})
}

// ownList is the municipality of the actor, which has a list.
func (s *Referrals) ownList(ctx context.Context, tx *deed.Tx) (support.Municipality, error) {
	m, err := s.own(ctx, tx)
	if err == nil && m.List == "" {
		err = livc.NotFound()
	}
	return m, err
}

// plainWords are words as somebody types what he heard: without capitals, commas and strokes.
func plainWords(typed string) string {
	letter := func(c rune) bool { return !unicode.IsLetter(c) }
	return strings.Join(strings.FieldsFunc(strings.ToLower(typed), letter), " ")
}
