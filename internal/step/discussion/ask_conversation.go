package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// AskConversation asks the coordinator of a municipality to listen. It is the first button of a referral
// and holds no content at all: speaking comes first (R4.1-h). An empty municipality is the only one.
func (s *Referrals) AskConversation(ctx context.Context, by deed.By, municipality livc.ID) (made livc.ID, err error) {
	err = s.Gate.Do(ctx, by, access.AskConversation, access.Whole(by.Livc), func(tx *deed.Tx) error {
		m, err := s.theOne(ctx, tx, municipality)
		if err != nil {
			return err
		}
		t, err := s.terms(ctx, tx)
		if err != nil {
			return err
		}
		r := Referral{ID: tx.NewID(), Municipality: m.ID, State: livc.ConversationAsked, Manner: Oral, By: tx.By.Hat, Member: true, Received: tx.Today}
		r.clocked(t, nil, tx.Today)
		made = r.ID
		tx.Made(made)
		return s.Book.InsertReferral(ctx, tx, r)
	})
	return made, err
}

// theOne is the named municipality, or the only one of the LIVC R.
func (s *Referrals) theOne(ctx context.Context, tx *deed.Tx, id livc.ID) (support.Municipality, error) {
	list, err := s.Book.Municipalities(ctx, tx)
	if err != nil {
		return support.Municipality{}, err
	}
	for _, m := range list {
		if m.ID == id || id == "" && len(list) == 1 {
			return m, nil
		}
	}
	return support.Municipality{}, livc.Invalid("ask_conversation.municipality", law.MayorsList).At("municipality")
}
