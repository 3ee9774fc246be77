package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// KeepWorry is the input of the use case of that name; an empty ID makes a new one.
type KeepWorry struct {
	ID     livc.ID
	Worry  Worry
	Danger bool
}

// KeepWorry keeps an own worry for 30 days after it was last touched; nobody else reads it.
func (s *Referrals) KeepWorry(ctx context.Context, by deed.By, in KeepWorry) (made livc.ID, err error) {
	if in.Danger {
		return "", law.MayRefer(law.Referral{AcuteDanger: true})
	}
	if err := in.Worry.check(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.KeepWorry, drawer(by.Hat), func(tx *deed.Tx) error {
		if err := s.worriesOn(ctx, tx); err != nil {
			return err
		}
		made = in.ID
		if made == "" {
			made = tx.NewID()
		} else if _, err := s.mineIn(ctx, tx, made, WorryItem); err != nil {
			return err
		}
		tx.Made(made)
		return s.lay(ctx, tx, made, WorryItem, in.Worry)
	})
	return made, err
}

func (w Worry) check() error {
	var faults livc.Faults
	faults.Check(!w.What.Empty(), "what", "keep_worry.fact", law.ReferralGates)
	faults.Check(w.Nickname.Len() <= MaxWhen, "nickname", "error.too_long")
	for field, text := range map[string]livc.Secret{"what": w.What, "from": w.From, "when": w.When, "done": w.Done, "goes_well": w.GoesWell, "think": w.Think} {
		faults.Check(text.Len() <= MaxFact, field, "error.too_long")
	}
	return faults.Err()
}
