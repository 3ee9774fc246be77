package discussion

import (
	"context"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// The terms of a link: three days, five wrong codes, one use (settled 38).
const (
	linkLife  = 72 * time.Hour
	linkTries = 5
)

// The longest name, service and number of a professional: together they fit in the line that says who told.
const (
	MaxLinkName    = 60
	MaxLinkService = 50
	MaxLinkReach   = 44
)

// linkTable is what the code, the pass and the voucher of a link are bound to.
const linkTable = "referral_link"

// LinkState is where a link stands. Dutch: staat van een eenmalige link.
type LinkState string

// The states; one that is late or was taken back is gone.
const (
	LinkWaits LinkState = "waits"
	LinkUsed  LinkState = "used"
	LinkVoid  LinkState = "void" // five wrong codes
	linkLate  LinkState = "late"
)

// LinkStates lists the states that a desk can see.
func LinkStates() []LinkState { return []LinkState{LinkWaits, LinkUsed, LinkVoid} }

// ReferralLink lets one named professional who is no member refer once in writing, after a conversation.
// It is a row of the installation, because who opens it has no LIVC R yet; of the professional it keeps
// only who it is and how to call back, sealed under the service key. Which referral it led to stands
// nowhere. Dutch: eenmalige link om aan te melden.
type ReferralLink struct {
	ID, Livc, Municipality, By livc.ID
	Sector                     Sector
	Secrecy                    livc.Secrecy // what usually binds the professional
	Name, Service, Reach       livc.Contact
	Code                       []byte // of the code to type, not the code
	Tries                      int
	Voucher                    []byte // for the intake
	Made, Until, Used          time.Time
}

// State is where the link stands at a moment.
func (l ReferralLink) State(at time.Time) LinkState {
	switch {
	case !at.Before(l.Until):
		return linkLate
	case !l.Used.IsZero():
		return LinkUsed
	case l.Tries >= linkTries:
		return LinkVoid
	}
	return LinkWaits
}

// Opens tells whether the code of the link can be typed at a moment.
func (l ReferralLink) Opens(at time.Time) bool { return l.State(at) == LinkWaits }

// LinkDesk is what the desk sees of its links. Dutch: eenmalige links van het bureau.
type LinkDesk struct {
	On    bool // the protocol opened the written way
	Now   time.Time
	Links []ReferralLink
}

// Links shows the desk the links of its municipality that wait, were used or were closed, until their last
// hour; whether the written way is open too.
func (s *Referrals) Links(ctx context.Context, by deed.By) (d LinkDesk, err error) {
	err = s.Gate.Look(ctx, by, access.ViewLinks, access.Whole(by.Livc), func(tx *deed.Tx) error {
		d = LinkDesk{Now: tx.At}
		m, err := s.own(ctx, tx)
		if err != nil {
			return err
		}
		p, err := s.Book.Settings(ctx, tx)
		if err != nil {
			return err
		}
		d.On = p.WrittenReferral
		list, err := s.Book.Links(ctx, tx, m.ID)
		for _, l := range list {
			if l.State(tx.At) != linkLate {
				d.Links = append(d.Links, l)
			}
		}
		return err
	})
	return d, err
}

// TakeBackLink takes a link back: it opens nothing any more, and who it was for is forgotten at once.
func (s *Referrals) TakeBackLink(ctx context.Context, by deed.By, link livc.ID) error {
	return s.Gate.Do(ctx, by, access.TakeBackLink, access.Whole(by.Livc), func(tx *deed.Tx) error {
		m, err := s.own(ctx, tx)
		if err != nil {
			return err
		}
		list, err := s.Book.Links(ctx, tx, m.ID)
		if err != nil {
			return err
		}
		for _, l := range list {
			if l.ID == link {
				return s.Book.DropLink(ctx, tx, link)
			}
		}
		return livc.NotFound()
	})
}
