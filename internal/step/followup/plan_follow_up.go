package followup

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// PlanFollowUp is the input of the use case of that name.
type PlanFollowUp struct {
	Review     livc.Day // when the path is looked at again
	Line       livc.ID  // a contact line, and how often it is used
	EveryWeeks int
	Next       livc.Day
}

// maxWeeks is the longest rhythm of a contact line: beyond a year nothing is kept.
const maxWeeks = 52

// PlanFollowUp sets when a path is looked at again and how often somebody is in touch (R2.3.5-h,
// R2.3.5-j, R5.1-c).
// It moves no clock (R6.2-m).
func (s *Service) PlanFollowUp(ctx context.Context, by deed.By, id livc.ID, in PlanFollowUp) error {
	return s.Gate.Do(ctx, by, access.PlanFollowUp, access.Case(id), func(tx *deed.Tx) error {
		c, err := s.Book.TableCase(ctx, tx, id)
		if err != nil {
			return err
		}
		var f livc.Faults
		f.Check(in.Review == "" || in.Review > tx.Today && in.Review < c.Due, "review", "plan_follow_up.review", law.ReviewMoments)
		f.Check(in.EveryWeeks >= 0 && in.EveryWeeks <= maxWeeks, "every_weeks", "plan_follow_up.weeks")
		if err := f.Err(); err != nil {
			return err
		}
		if in.Review != "" {
			c.Review = in.Review
			if err := s.Book.SetTableCase(ctx, tx, c); err != nil {
				return err
			}
		}
		return s.setLine(ctx, tx, id, in)
	})
}

func (s *Service) setLine(ctx context.Context, tx *deed.Tx, id livc.ID, in PlanFollowUp) error {
	if in.Line == "" {
		return nil
	}
	lines, err := s.Book.ContactLines(ctx, tx, id)
	if err != nil {
		return err
	}
	for _, l := range lines {
		if l.ID == in.Line {
			l.EveryWeeks, l.Next = in.EveryWeeks, in.Next
			return s.Book.SetContactLine(ctx, tx, id, l)
		}
	}
	return livc.NotFound()
}

// NextReview is the first review of a path after a day: by default one and six months after its start
// (R2.3.5-j); "" when all are past.
func NextReview(start livc.Day, months []int, after livc.Day) livc.Day {
	for _, day := range law.Reviews(start, months) {
		if day > after {
			return day
		}
	}
	return ""
}

// DueReviews lists the cases of the own municipality whose review falls by a day, for the agenda and the
// first page (R5.2-d): codes and days.
func (s *Service) DueReviews(ctx context.Context, by deed.By, upTo livc.Day) (list []discussion.Case, err error) {
	err = s.Gate.Look(ctx, by, access.ViewTerms, access.Whole(by.Livc), func(tx *deed.Tx) error {
		list, err = s.Book.DueReviews(ctx, tx, by.Controller, upTo)
		return err
	})
	return list, err
}
