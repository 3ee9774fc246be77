package processing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// WriteExtension is the input of the use case of that name.
type WriteExtension struct {
	Criteria         []law.Criterion
	Motivation, Link livc.Secret
	Until            livc.Day // first day on which the dossier must be gone
	Discussed        livc.Day // the day on which the table talked about it; "" = it did not
}

// WriteExtension writes why one dossier must be kept longer: an objective reason, a motivation, the link
// with prevention (R6.2-n, R6.2-o, R3). It binds nobody before somebody else signs it for the controller.
// A yearly confirmation is written the same way, before the old one lapses.
func (s *Service) WriteExtension(ctx context.Context, by deed.By, id livc.ID, in WriteExtension) (made livc.ID, err error) {
	err = s.Gate.Do(ctx, by, access.WriteExtension, dossier(id), func(tx *deed.Tx) error {
		d, err := s.here(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := s.mayExtend(ctx, tx, d, in); err != nil {
			return err
		}
		e := Extension{ID: tx.NewID(), Dossier: id, Discussed: in.Discussed, Until: in.Until, Written: tx.Today,
			WrittenBy: by.Hat, State: ExtensionWritten}
		if err := tx.Keep(d.Container, e.ID, extensionRecord, in.text()); err != nil {
			return err
		}
		made = e.ID
		tx.Made(made)
		return s.Book.InsertExtension(ctx, tx, e)
	})
	return made, err
}

func (in WriteExtension) text() ExtensionText {
	t := ExtensionText{Motivation: in.Motivation, Link: in.Link}
	for _, c := range in.Criteria {
		t.Criteria = append(t.Criteria, livc.NewSecret(string(c)))
	}
	return t
}

func (s *Service) mayExtend(ctx context.Context, tx *deed.Tx, d Dossier, in WriteExtension) error {
	k, err := s.Book.Keeper(ctx, tx, d.Hat)
	if err != nil {
		return err
	}
	var f livc.Faults
	f.Check(in.Motivation.Len() <= 2*maxNote, "motivation", "error.too_long")
	f.Check(in.Link.Len() <= maxNote, "link", "error.too_long")
	if in.Discussed != "" {
		was, err := s.Book.DiscussedOn(ctx, tx, d.Case, in.Discussed)
		if err != nil {
			return err
		}
		f.Check(was, "at_table", "write_extension.not_discussed", law.ExtensionTalked)
	}
	if err := f.Err(); err != nil {
		return err
	}
	return law.MayExtend(d.Retention.Clock, law.Extension{Criteria: in.Criteria, Motivation: in.Motivation, Link: in.Link,
		Author: tx.By.Hat, Until: in.Until, Decided: tx.Today, AtTable: in.Discussed}, k.Framework(tx.Today))
}
