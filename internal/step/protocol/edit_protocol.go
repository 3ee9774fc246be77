package protocol

import (
	"context"
	"unicode/utf8"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// The longest texts of a protocol, in characters.
const (
	maxChapter   = 4000
	maxCriterion = 240
)

// NewVersion copies the newest version into a draft, so that nothing in force changes silently (S28).
// There is one draft at a time.
func (s *Service) NewVersion(ctx context.Context, by deed.By) (number int, err error) {
	err = s.edit(ctx, by, func(tx *deed.Tx) error {
		all, err := s.Book.Versions(ctx, tx)
		if err != nil {
			return err
		}
		if len(all) == 0 {
			return livc.NotFound()
		}
		if all[0].State == Draft {
			return livc.Conflict("edit_protocol.draft_exists")
		}
		v, err := s.Book.Version(ctx, tx, all[0].Number)
		if err != nil {
			return err
		}
		v.Number, v.State, v.From, v.Answers = v.Number+1, Draft, "", nil
		number = v.Number
		return s.Book.InsertVersion(ctx, tx, v)
	})
	return number, err
}

// EditChapter writes the text of a chapter of a draft.
func (s *Service) EditChapter(ctx context.Context, by deed.By, number int, stem, text string) error {
	var f livc.Faults
	f.Check(text != "", "text", "edit_protocol.empty")
	f.Check(utf8.RuneCountInString(text) <= maxChapter, "text", "error.too_long")
	if err := f.Err(); err != nil {
		return err
	}
	return s.edit(ctx, by, func(tx *deed.Tx) error {
		v, err := s.draft(ctx, tx, number)
		if err != nil {
			return err
		}
		c, ok := v.Chapter(stem)
		if !ok {
			return livc.NotFound()
		}
		c.Text = text
		return s.Book.SetChapter(ctx, tx, number, c)
	})
}

// EditCriterion writes a criterion of a draft; a criterion of the third gate always has an explanation.
func (s *Service) EditCriterion(ctx context.Context, by deed.By, number int, in Criterion) error {
	var f livc.Faults
	f.Check(in.Text != "", "text", "edit_protocol.empty")
	f.Check(utf8.RuneCountInString(in.Text) <= maxCriterion, "text", "error.too_long")
	f.Check(utf8.RuneCountInString(in.Help) <= maxCriterion, "help", "error.too_long")
	if err := f.Err(); err != nil {
		return err
	}
	return s.edit(ctx, by, func(tx *deed.Tx) error {
		v, err := s.draft(ctx, tx, number)
		if err != nil {
			return err
		}
		old, ok := v.Criterion(in.Stem)
		if !ok {
			return livc.NotFound()
		}
		if old.List == Threshold && in.Help == "" {
			return livc.Invalid("put_in_force.no_explanation").At("help")
		}
		in.List = old.List
		return s.Book.SetCriterion(ctx, tx, number, in)
	})
}

// EditSettings writes the switches and terms of a draft; terms only get shorter (R6.2-k, R6.2-l).
func (s *Service) EditSettings(ctx context.Context, by deed.By, number int, in Settings) error {
	if err := in.Check(); err != nil {
		return err
	}
	return s.edit(ctx, by, func(tx *deed.Tx) error {
		if _, err := s.draft(ctx, tx, number); err != nil {
			return err
		}
		return s.Book.SetSettings(ctx, tx, number, in)
	})
}

func (s *Service) edit(ctx context.Context, by deed.By, f func(*deed.Tx) error) error {
	return s.Gate.Do(ctx, by, access.EditProtocol, access.Whole(by.Livc), f)
}
