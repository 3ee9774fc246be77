package discussion

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// Conversation is a request to be heard: who asks and since when, nothing else. Dutch: vraag om een gesprek.
type Conversation struct {
	Referral Referral
	Asks     support.Hat
}

// Conversations lists who asked the coordinator of the actor's municipality for a conversation.
func (s *Referrals) Conversations(ctx context.Context, by deed.By) (list []Conversation, err error) {
	err = s.Gate.Look(ctx, by, access.ViewConversations, access.Whole(by.Livc), func(tx *deed.Tx) error {
		list = nil
		m, err := s.own(ctx, tx)
		if err != nil {
			return err
		}
		open, err := s.Book.OpenReferrals(ctx, tx, m.ID)
		if err != nil {
			return err
		}
		hats, err := s.Book.Hats(ctx, tx)
		if err != nil {
			return err
		}
		for _, r := range open {
			if r.State == livc.ConversationAsked {
				list = append(list, Conversation{r, hatOf(hats, r.By)})
			}
		}
		return nil
	})
	return list, err
}

func hatOf(hats []support.Hat, id livc.ID) support.Hat {
	for _, h := range hats {
		if h.ID == id {
			return h
		}
	}
	return support.Hat{}
}
