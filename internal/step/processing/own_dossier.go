package processing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// OpenDossier is one dossier with its texts. Dutch: geopend dossier.
type OpenDossier struct {
	KeptDossier
	Keeper     Keeper
	Entries    []Entry
	Copied     []OfferedFact // what its contributors allowed to be registered here
	Extensions []Extension
	Texts      map[livc.ID]*ExtensionText
	Houses     Houses
}

// OwnDossier opens a dossier for who holds its key.
func (s *Service) OwnDossier(ctx context.Context, by deed.By, id livc.ID) (o OpenDossier, err error) {
	err = s.Gate.Look(ctx, by, access.ViewDossier, dossier(id), func(tx *deed.Tx) error {
		o = OpenDossier{Texts: map[livc.ID]*ExtensionText{}}
		if o.Dossier, err = s.Book.Dossier(ctx, tx, id); err != nil {
			return err
		}
		if o.Keeper, err = s.Book.Keeper(ctx, tx, o.Hat); err != nil {
			return err
		}
		if o.Houses, err = s.housesOf(ctx, tx, o.Dossier); err != nil {
			return err
		}
		if o.Extensions, err = s.Book.Extensions(ctx, tx, id); err != nil || o.Container == "" {
			return err
		}
		return o.texts(tx)
	})
	return o, err
}

func (o *OpenDossier) texts(tx *deed.Tx) error {
	o.Code = &CodeText{}
	if err := tx.Later(o.Container, o.ID, o.Code); err != nil {
		return err
	}
	err := tx.LaterAll(o.Container, entryRecord, func(record livc.ID) any {
		o.Entries = append(o.Entries, Entry{ID: record, Text: &EntryText{}})
		return o.Entries[len(o.Entries)-1].Text
	})
	if err != nil {
		return err
	}
	err = tx.LaterAll(o.Container, copiedRecord, func(record livc.ID) any {
		o.Copied = append(o.Copied, OfferedFact{record, &discussion.OfferedText{}})
		return o.Copied[len(o.Copied)-1].Text
	})
	if err != nil {
		return err
	}
	return tx.LaterAll(o.Container, extensionRecord, func(record livc.ID) any {
		o.Texts[record] = &ExtensionText{}
		return o.Texts[record]
	})
}

// AddNote adds the own words to a dossier that is kept here; it moves no clock (R2, R6.2-m).
func (s *Service) AddNote(ctx context.Context, by deed.By, id livc.ID, note EntryText) error {
	var f livc.Faults
	f.Check(!note.OwnWords.Empty(), "own_words", "own_dossier.own_words", "vl-own-dossier")
	f.Check(!note.Why.Empty(), "why", "own_dossiers.why", "vl-need-to-know")
	note.limits(&f)
	if err := f.Err(); err != nil {
		return err
	}
	return s.Gate.Do(ctx, by, access.KeepNote, dossier(id), func(tx *deed.Tx) error {
		d, err := s.here(ctx, tx, id)
		if err != nil {
			return err
		}
		k, err := s.Book.Keeper(ctx, tx, by.Hat)
		if err != nil {
			return err
		}
		if err := k.MayKeep(tx.Today); err != nil {
			return err
		}
		return tx.Keep(d.Container, tx.NewID(), entryRecord, EntryText{OwnWords: note.OwnWords, Why: note.Why})
	})
}

// DropNote erases one note.
func (s *Service) DropNote(ctx context.Context, by deed.By, id, note livc.ID) error {
	return s.Gate.Do(ctx, by, access.KeepNote, dossier(id), func(tx *deed.Tx) error {
		d, err := s.here(ctx, tx, id)
		if err != nil {
			return err
		}
		if note == d.ID {
			return livc.NotFound()
		}
		return tx.Forget(d.Container, note)
	})
}

func (s *Service) here(ctx context.Context, tx *deed.Tx, id livc.ID) (Dossier, error) {
	d, err := s.Book.Dossier(ctx, tx, id)
	if err == nil && d.Container == "" {
		err = livc.NotFound()
	}
	return d, err
}
