package discussion

import (
	"context"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/step/support"
	"beraad.eu/livc"
)

// ReferralBook is what comes before the table asks of the database. Every method works inside the deed's
// transaction. Dutch: boek van de aanmeldingen.
type ReferralBook interface {
	Municipality(ctx context.Context, tx *deed.Tx, id livc.ID) (support.Municipality, error)
	Municipalities(ctx context.Context, tx *deed.Tx) ([]support.Municipality, error)
	Settings(ctx context.Context, tx *deed.Tx) (protocol.Settings, error)
	// Coordinators lists the active coordinators of an organisation.
	Coordinators(ctx context.Context, tx *deed.Tx, organisation livc.ID) ([]livc.ID, error)
	// Officers lists the active information officers.
	Officers(ctx context.Context, tx *deed.Tx) ([]livc.ID, error)
	Hat(ctx context.Context, tx *deed.Tx, id livc.ID) (support.Hat, error)
	Hats(ctx context.Context, tx *deed.Tx) ([]support.Hat, error)
	// Criteria lists the questions of the third gate in the order of the protocol.
	Criteria(ctx context.Context, tx *deed.Tx) ([]Criterion, error)

	InsertReferral(ctx context.Context, tx *deed.Tx, r Referral) error
	Referral(ctx context.Context, tx *deed.Tx, id livc.ID) (Referral, error)
	// SetReferral writes the next revision; Conflict when somebody else did so meanwhile.
	SetReferral(ctx context.Context, tx *deed.Tx, r Referral) error
	// OpenReferrals lists what is not decided in a municipality, the oldest first.
	OpenReferrals(ctx context.Context, tx *deed.Tx, municipality livc.ID) ([]Referral, error)
	// ReferralsBy lists what a hat referred, the newest first.
	ReferralsBy(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]Referral, error)
	// NotHandedOver counts the referrals that were told and that no officer was asked to check.
	NotHandedOver(ctx context.Context, tx *deed.Tx) (int, error)
	// ReferralsForOfficer lists what an officer was asked to check.
	ReferralsForOfficer(ctx context.Context, tx *deed.Tx, officer livc.ID) ([]Referral, error)
	// ReferralsOf lists the referrals of a case.
	ReferralsOf(ctx context.Context, tx *deed.Tx, caseID livc.ID) ([]Referral, error)

	InsertHold(ctx context.Context, tx *deed.Tx, h Hold) error
	LiftHold(ctx context.Context, tx *deed.Tx, hold livc.ID) error
	// Holds lists the holds of a referral or of its case.
	Holds(ctx context.Context, tx *deed.Tx, referral livc.ID) ([]Hold, error)

	// Drawer gives the drawer of a hat; NotFound when it has none yet.
	Drawer(ctx context.Context, tx *deed.Tx, hat livc.ID) (livc.ID, error)
	PutDrawerItem(ctx context.Context, tx *deed.Tx, i DrawerItem) error
	DrawerItems(ctx context.Context, tx *deed.Tx, hat livc.ID, kind DrawerKind) ([]DrawerItem, error)
	DropDrawerItem(ctx context.Context, tx *deed.Tx, hat, item livc.ID) error

	InsertThinking(ctx context.Context, tx *deed.Tx, t Thinking) error
	AnswerThinking(ctx context.Context, tx *deed.Tx, t Thinking) error
	Thinking(ctx context.Context, tx *deed.Tx, id livc.ID) (Thinking, error)
	// ThinkingOf lists what a hat asked, or what was asked in a municipality.
	ThinkingOf(ctx context.Context, tx *deed.Tx, hat, municipality livc.ID) ([]Thinking, error)

	InsertQuestion(ctx context.Context, tx *deed.Tx, q ServiceQuestion) error
	AnswerQuestion(ctx context.Context, tx *deed.Tx, q ServiceQuestion) error
	Question(ctx context.Context, tx *deed.Tx, id livc.ID) (ServiceQuestion, error)
	// QuestionsOf lists the questions about a referral; QuestionsTo the open ones to a hat.
	QuestionsOf(ctx context.Context, tx *deed.Tx, referral livc.ID) ([]ServiceQuestion, error)
	QuestionsTo(ctx context.Context, tx *deed.Tx, hat livc.ID) ([]ServiceQuestion, error)
	DropQuestion(ctx context.Context, tx *deed.Tx, id livc.ID) error

	InsertLink(ctx context.Context, tx *deed.Tx, l ReferralLink) error
	// Link gives a link of any LIVC R; who it is for opens in a deed of its own LIVC R only.
	Link(ctx context.Context, tx *deed.Tx, id livc.ID) (ReferralLink, error)
	// Links lists the links of a municipality, the newest first.
	Links(ctx context.Context, tx *deed.Tx, municipality livc.ID) ([]ReferralLink, error)
	CountLinkTry(ctx context.Context, tx *deed.Tx, id livc.ID) error
	// UseLink notes that a link was used; Conflict when it was already.
	UseLink(ctx context.Context, tx *deed.Tx, id livc.ID) error
	DropLink(ctx context.Context, tx *deed.Tx, id livc.ID) error

	InsertCase(ctx context.Context, tx *deed.Tx, c Case) error
	Case(ctx context.Context, tx *deed.Tx, id livc.ID) (Case, error)
	// Cases gives a page of the living cases of a municipality, those due first at the top, with their
	// entries still sealed.
	Cases(ctx context.Context, tx *deed.Tx, m support.Municipality, after Place, limit int) ([]Line, error)
	AllCases(ctx context.Context, tx *deed.Tx, municipality livc.ID) ([]Case, error)
	// DropCase closes a case that was never discussed; it is due today.
	DropCase(ctx context.Context, tx *deed.Tx, c Case, reason string) error
	// Codes lists the codes of all living cases.
	Codes(ctx context.Context, tx *deed.Tx) ([]string, error)

	TransferBook
}

// Referrals does the deeds before the table. Dutch: aanmeldingen.
type Referrals struct {
	Gate *deed.Gate
	Book ReferralBook
	Page int // how many cases one page of the list shows; 0 is PageSize
}

// own is the municipality for which the actor sits.
func (s *Referrals) own(ctx context.Context, tx *deed.Tx) (support.Municipality, error) {
	list, err := s.Book.Municipalities(ctx, tx)
	if err != nil {
		return support.Municipality{}, err
	}
	for _, m := range list {
		if m.Organisation == tx.By.Controller {
			return m, nil
		}
	}
	return support.Municipality{}, livc.NotFound()
}

// terms are the terms of the law as the protocol shortened them.
func (s *Referrals) terms(ctx context.Context, tx *deed.Tx) (law.Terms, error) {
	p, err := s.Book.Settings(ctx, tx)
	t := law.LongestTerms()
	if p.NotListedDays > 0 {
		t.NotListedDays = min(t.NotListedDays, p.NotListedDays)
	}
	return t, err
}

// save sets the clock of a referral and writes it.
func (s *Referrals) save(ctx context.Context, tx *deed.Tx, r Referral) error {
	t, err := s.terms(ctx, tx)
	if err != nil {
		return err
	}
	holds, err := s.Book.Holds(ctx, tx, r.ID)
	if err != nil {
		return err
	}
	r.clocked(t, holds, tx.Today)
	return s.Book.SetReferral(ctx, tx, r)
}
