package discussion

import (
	"context"
	"errors"
	"strings"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// SendCase is the input of the use case of that name: what the mayor tells the mayor of another town. It has
// no field for facts, and nothing of a dossier (R4.1.4-a).
type SendCase struct {
	Case      livc.ID
	To        string // the address of the other list, as text
	Compared  bool   // the eight words were compared by phone
	BirthYear bool   // goes along; the name always does
	Town      bool   // goes along
	Reason    livc.Secret
	Contact   livc.Secret // whom the other town can call
	Follow    Follow
}

// Follow is who goes on with the person after a transfer. Dutch: wie opvolgt.
type Follow string

// The answers weigh alike.
const (
	BothFollow   Follow = "both"  // both towns follow on
	OthersFollow Follow = "other" // this town closes once the other said the four words back
)

// Follows lists the answers.
func Follows() []Follow { return []Follow{OthersFollow, BothFollow} }

// MaxReason is the longest reason that goes to another town, in characters.
const MaxReason = 600

// SentText is the text of a file for another town: identity, reason and contact, and nothing else. Dutch: tekst van de overdracht.
type SentText struct {
	From                         livc.Secret // name of the municipality
	First, Last, BirthYear, Town livc.Secret
	Reason, Contact              livc.Secret
}

// SendCase makes a file for the list of another town: the minimum, sealed to that list alone. People carry
// it; Beraad sends nothing and keeps no copy. It is a fresh referral by the mayor, without history (R4.1.4-a).
// The case stays as it is until the other town said the four words back.
func (s *Referrals) SendCase(ctx context.Context, by deed.By, in SendCase) (file []byte, err error) {
	to, err := in.check(s.Gate)
	if err != nil {
		return nil, err
	}
	err = s.Gate.Do(ctx, by, access.SendCase, access.Case(in.Case), func(tx *deed.Tx) error {
		if err := law.MayTransfer(tx.By.Function, false); err != nil {
			return err
		}
		text, err := s.sentText(ctx, tx, in)
		if err != nil {
			return err
		}
		made, said, err := tx.SealTransfer(to, in.Follow == BothFollow, text)
		if err != nil {
			return err
		}
		file = made
		words := to.Words()
		t := Transfer{ID: tx.NewID(), Case: in.Case, Made: said.Made, Receiver: strings.Join(words[:], " "), Words: said.Words(), Both: said.Both}
		tx.Made(t.ID)
		return s.Book.InsertTransfer(ctx, tx, t)
	})
	if err != nil {
		return nil, err
	}
	return file, nil
}

func (in SendCase) check(g *deed.Gate) (deed.TransferAddress, error) {
	to, fault := parseAddress(g, in.To)
	var f livc.Faults
	f.Add(fault)
	f.Check(in.Compared, "compared", "send_case.compare", law.MayorToMayor)
	f.Check(!in.Reason.Empty(), "reason", "send_case.reason", law.MayorToMayor)
	f.Check(!in.Contact.Empty(), "contact", "send_case.contact", law.MayorToMayor)
	f.Check(contains(Follows(), in.Follow), "follow", "send_case.follow", law.MayorToMayor)
	f.Check(in.Reason.Len() <= MaxReason, "reason", "error.too_long")
	f.Check(in.Contact.Len() <= MaxName, "contact", "error.too_long")
	return to, f.Err()
}

// sentText takes from the entry of the list what goes along. While the officer asked to wait, nothing goes.
func (s *Referrals) sentText(ctx context.Context, tx *deed.Tx, in SendCase) (t SentText, err error) {
	if err := s.notHeld(ctx, tx, in.Case); err != nil {
		return t, err
	}
	m, err := s.ownList(ctx, tx)
	if err != nil {
		return t, err
	}
	var e ListEntry
	if err := tx.Open(m.List, in.Case, &e); err != nil {
		return t, err
	}
	t = SentText{From: livc.NewSecret(m.Name), First: e.First, Last: e.Last, Reason: in.Reason, Contact: in.Contact}
	if in.BirthYear {
		t.BirthYear = e.BirthYear
	}
	if in.Town {
		t.Town = e.Town
	}
	return t, nil
}

func (s *Referrals) notHeld(ctx context.Context, tx *deed.Tx, caseID livc.ID) error {
	referrals, err := s.Book.ReferralsOf(ctx, tx, caseID)
	if err != nil {
		return err
	}
	for _, r := range referrals {
		holds, err := s.Book.Holds(ctx, tx, r.ID)
		if err == nil {
			err = law.MayGoOn(running(holds, tx.Today))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// CaseTransfer is a case with the files that were made of it for another town. Dutch: overdracht van een casus.
type CaseTransfer struct {
	Case  Case
	Files []Transfer // without the four words of a file until the other town said them
}

// Transfers shows what was made of a case, to a holder of its list.
func (s *Referrals) Transfers(ctx context.Context, by deed.By, caseID livc.ID) (t CaseTransfer, err error) {
	err = s.Gate.Look(ctx, by, access.ViewTransfer, access.Case(caseID), func(tx *deed.Tx) error {
		if t.Case, err = s.Book.Case(ctx, tx, caseID); err != nil {
			return err
		}
		t.Files, err = s.Book.TransfersOf(ctx, tx, caseID)
		return err
	})
	for i := range t.Files {
		if t.Files[i].Said == "" {
			t.Files[i].Words = "" // who could read them here need not hear them from the other town
		}
	}
	return t, err
}

// WordsBack takes the four words that the other town said by phone. They stand inside the file, so who says
// them has opened it. Closing stays a decision of the table, or of the mayor: nothing happens by itself.
func (s *Referrals) WordsBack(ctx context.Context, by deed.By, caseID livc.ID, typed string) error {
	return s.Gate.Do(ctx, by, access.WordsBack, access.Case(caseID), func(tx *deed.Tx) error {
		files, err := s.Book.TransfersOf(ctx, tx, caseID)
		if err != nil {
			return err
		}
		for _, t := range files {
			if t.Words == plainWords(typed) {
				tx.Made(t.ID)
				return s.Book.TransferSaid(ctx, tx, t.ID)
			}
		}
		return livc.Invalid("words_back.wrong", law.MayorToMayor).At("words")
	})
}

// MaySend tells whether somebody may make a file of a case; the page asks before it shows a form.
func (s *Referrals) MaySend(ctx context.Context, by deed.By, caseID livc.ID) (c Case, err error) {
	err = s.Gate.Look(ctx, by, access.SendCase, access.Case(caseID), func(tx *deed.Tx) error {
		c, err = s.Book.Case(ctx, tx, caseID)
		return err
	})
	return c, err
}

// AddressWords gives the eight words of an address that somebody pasted, to compare by phone.
func (s *Referrals) AddressWords(text string) ([]string, error) {
	to, fault := parseAddress(s.Gate, text)
	if fault != nil {
		return nil, fault
	}
	words := to.Words()
	return words[:], nil
}

func parseAddress(g *deed.Gate, text string) (deed.TransferAddress, *livc.Error) {
	to, err := g.ParseAddress(text)
	switch {
	case errors.Is(err, deed.ErrOtherKind):
		return to, livc.Invalid("send_case.other_kind", law.MayorToMayor).At("to")
	case err != nil:
		return to, livc.Invalid("send_case.no_address", law.MayorToMayor).At("to")
	}
	return to, nil
}
