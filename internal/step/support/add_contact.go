package support

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// AddContact is the input of the use case of that name.
type AddContact struct {
	Kind          ContactKind
	Name          string
	Dialogue      Dialogue
	Person, Reach livc.Contact // one of several voices; both may stay empty
}

// AddContact puts a group of civil society beside the network, apart from every case (R2.3.4-b, R2.3.5-f).
func (s *Service) AddContact(ctx context.Context, by deed.By, in AddContact) (made livc.ID, err error) {
	var f livc.Faults
	f.Check(slices.Contains(ContactKinds(), in.Kind), "kind", "add_contact.kind", law.CivilSociety)
	f.Check(in.Name != "", "name", "add_contact.name")
	f.Check(len([]rune(in.Name)) <= maxName, "name", "error.too_long")
	f.Check(slices.Contains(Dialogues(), in.Dialogue), "dialogue", "add_contact.dialogue", law.CivilSociety)
	f.Check(in.Person.Len() <= maxName, "person", "error.too_long")
	f.Check(in.Reach.Len() <= maxReach, "reach", "error.too_long")
	if err := f.Err(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.AddContact, access.Whole(by.Livc), func(tx *deed.Tx) error {
		made = tx.NewID()
		tx.Made(made)
		return s.Book.InsertContact(ctx, tx, NetworkContact{ID: made, Kind: in.Kind, Name: in.Name, Dialogue: in.Dialogue, Person: in.Person, Reach: in.Reach})
	})
	return made, err
}

// maxReach is the longest way to reach somebody, in characters: a mail address or a number.
const maxReach = 254

// NoteDialogue notes that the municipality talked with a contact today. What was said is written nowhere.
func (s *Service) NoteDialogue(ctx context.Context, by deed.By, contact livc.ID) error {
	return s.Gate.Do(ctx, by, access.NoteDialogue, access.Whole(by.Livc), func(tx *deed.Tx) error {
		if contact == "" {
			return livc.Invalid("contacts.choose").At("contact")
		}
		tx.Made(contact)
		return s.Book.SetTalked(ctx, tx, contact, tx.Today)
	})
}

// RemoveContact takes a contact away.
func (s *Service) RemoveContact(ctx context.Context, by deed.By, contact livc.ID) error {
	return s.Gate.Do(ctx, by, access.RemoveContact, access.Whole(by.Livc), func(tx *deed.Tx) error {
		if contact == "" {
			return livc.Invalid("contacts.choose").At("gone")
		}
		return s.Book.DeleteContact(ctx, tx, contact)
	})
}
