package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Weight is what a list holder wrote at the third gate: the answer to each criterion of the protocol,
// and two sentences for the mayor. It is a text, never a sum. Dutch: drempel 3.
type Weight struct {
	Answers []CriterionAnswer
	Grounds livc.Secret // which indications there are, in two sentences
	Advice  livc.Secret
	Child   livc.Secret // the interest of the child, as weighed
}

// CriterionAnswer is the answer to one criterion. Dutch: antwoord op een criterium.
type CriterionAnswer struct{ Criterion, Answer, Why livc.Secret }

// Direction is what follows from the third gate; the three weigh alike. Dutch: richting.
type Direction string

// The directions.
const (
	ToMayor     Direction = "mayor"   // leg voor aan de burgemeester
	ToRegular   Direction = "regular" // niet op de LIVC R: gewone hulp
	ToAskOnMore Direction = "more"    // meer info nodig
)

// Directions lists the directions.
func Directions() []Direction { return []Direction{ToMayor, ToRegular, ToAskOnMore} }

// WeighThreshold is the input of the use case of that name.
type WeighThreshold struct {
	Referral  livc.ID
	Revision  int
	Weight    Weight
	Direction Direction
	Reason    Reason // for regular help
}

// weightKind is the kind of the records of the third gate. They lie in the mayor's list under the id of
// the referral, and so leave with it.
const weightKind = "weight"

// WeighThreshold keeps the weighing of the third gate: does this belong on the LIVC R, would we do the
// same for somebody else (R2.1-j, R4.3-h)? Regular help and "more is needed" are full outcomes.
func (s *Referrals) WeighThreshold(ctx context.Context, by deed.By, in WeighThreshold) error {
	if err := in.check(); err != nil {
		return err
	}
	return s.Gate.Do(ctx, by, access.WeighThreshold, on(in.Referral), func(tx *deed.Tx) error {
		r, err := s.undecided(ctx, tx, in.Referral, in.Revision)
		if err != nil {
			return err
		}
		r.Weighed, r.State = tx.Today, livc.Proposed
		switch in.Direction {
		case ToRegular:
			r.State, r.Reason, r.Decided, r.DecidedBy = livc.Regular, in.Reason, tx.Today, tx.By.Hat
		case ToAskOnMore:
			r.State = livc.MoreNeeded
		}
		m, err := s.Book.Municipality(ctx, tx, r.Municipality)
		if err != nil {
			return err
		}
		if err := tx.Keep(m.List, r.ID, weightKind, in.Weight); err != nil {
			return err
		}
		return s.save(ctx, tx, r)
	})
}

func (in WeighThreshold) check() error {
	var faults livc.Faults
	faults.Check(contains(Directions(), in.Direction), "direction", "threshold.direction")
	faults.Check(in.Direction != ToMayor || !in.Weight.Grounds.Empty(), "grounds", "law.list.ground", law.MayorsList)
	faults.Check(in.Direction != ToRegular || contains(Reasons(), in.Reason), "reason", "threshold.reason")
	for field, text := range map[string]livc.Secret{"grounds": in.Weight.Grounds, "advice": in.Weight.Advice, "child": in.Weight.Child} {
		faults.Check(text.Len() <= MaxText, field, "error.too_long")
	}
	return faults.Err()
}
