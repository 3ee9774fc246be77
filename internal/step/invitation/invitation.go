package invitation

import (
	"context"
	"time"

	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// State is where an invitation stands. Dutch: staat van een uitnodiging.
type State string

// The life of an invitation. Not answering is no state of its own and no breach (R3.0-c).
const (
	Proposed  State = "proposed"    // chosen, not yet sent by the mayor
	Sent      State = "sent"        // uitgenodigd
	Accepted  State = "accepted"    // komt
	Declined  State = "declined"    // komt niet
	Calls     State = "call"        // wil eerst bellen
	NotInCare State = "not_in_care" // niet in begeleiding (X-F-b)
	Withdrawn State = "withdrawn"   // het overleg of het punt gaat niet door
)

// States lists the states of an invitation.
func States() []State {
	return []State{Proposed, Sent, Accepted, Declined, Calls, NotInCare, Withdrawn}
}

// Open tells whether the invitation still asks something or still counts on somebody.
func (s State) Open() bool { return s == Sent || s == Accepted || s == Calls }

// states of the replies that the law knows.
var states = map[law.Reply]State{law.Comes: Accepted, law.DoesNotCome: Declined, law.CallsFirst: Calls, law.NotInCare: NotInCare}

// Invitation asks one person, for one function, to come for one case at one meeting. Dutch: uitnodiging.
type Invitation struct {
	ID, Meeting, Case livc.ID
	Hat               livc.ID
	State             State
	// Holder is the keeper of the secret for whom a fixed representative comes (R2.5.4-a); "" for nobody.
	Holder livc.ID
	AdHoc  bool // comes for this case only, and talks to the coordinator first (R2.3.6-a)
	Urgent bool
	// Note is the container with what the invited person reads: question and name, a copy sealed to
	// that hat only. Motive is the container in which the reason of who does not come stands, for the
	// chair and who is appointed for the list.
	Note, Motive livc.ID
	MotiveUntil  livc.Day // first day on which the motive must be gone
	SecrecyRead  time.Time
	Spoken       bool // the answer was given by phone or face to face
	Sent         livc.Day
	Answered     livc.Day
	Talked       livc.Day // conversation after a refusal: that it was, never what was said
	Briefed      livc.Day // talk of an ad hoc participant with the coordinator (R2.3.6-b)
	Submitted    livc.Day // the holder told the representative
	Reported     livc.Day // the representative told the holder (R2.5.4-b)
	Revision     int
}

// Asked is what the chair's side keeps about an invitation, on the casusblad. Dutch: vraag aan een deelnemer.
type Asked struct {
	Question   livc.Secret // the one question this participant can answer
	Urgency    livc.Secret // why it cannot wait for the term of the framework
	Motivation livc.Secret // special reasons for a child below 12
}

// Told is what the invited person reads after the secrecy text. Dutch: inhoud van de uitnodiging.
type Told struct {
	Question, Motivation livc.Secret
	First, Last          livc.Secret // empty when who it is about is said at the table
}

const (
	askedKind = "asked" // record on the casusblad
	toldKind  = "told"  // record in the personal note
)

// withdraw takes invitations back that are no longer needed. Proposals vanish; who was asked hears so
// in a message without content, and the personal note dies.
func (s *Service) withdraw(ctx context.Context, tx *deed.Tx, meeting livc.ID, which func(Invitation) bool) error {
	list, err := s.Book.Invitations(ctx, tx, meeting)
	if err != nil {
		return err
	}
	for _, i := range list {
		if !which(i) {
			continue
		}
		if err := s.takeBack(ctx, tx, i); err != nil {
			return err
		}
	}
	return nil
}

func (s *Service) takeBack(ctx context.Context, tx *deed.Tx, i Invitation) error {
	if i.State == Proposed {
		return s.dropProposal(ctx, tx, i)
	}
	if !i.State.Open() {
		return nil
	}
	i.State = Withdrawn
	if err := s.dropNote(tx, &i); err != nil {
		return err
	}
	if err := s.Book.SetInvitation(ctx, tx, i); err != nil {
		return err
	}
	if err := s.unexpect(ctx, tx, i); err != nil {
		return err
	}
	return tx.Mail(i.Hat, "invitation_withdrawn")
}

// dropNote lets the personal note die: its key, its text, whole.
func (s *Service) dropNote(tx *deed.Tx, i *Invitation) error {
	if i.Note == "" {
		return nil
	}
	err := tx.Destroy(i.Note)
	i.Note = ""
	return err
}

func (s *Service) dropProposal(ctx context.Context, tx *deed.Tx, i Invitation) error {
	c, err := s.Book.Case(ctx, tx, i.Case)
	if err != nil {
		return err
	}
	if err := tx.Forget(c.Sheet, i.ID); err != nil {
		return err
	}
	return s.Book.DeleteInvitation(ctx, tx, i.ID)
}

// unexpect strikes a person off the list of who is expected, unless another invitation stands.
func (s *Service) unexpect(ctx context.Context, tx *deed.Tx, i Invitation) error {
	list, err := s.Book.Invitations(ctx, tx, i.Meeting)
	if err != nil {
		return err
	}
	for _, other := range list {
		if other.ID != i.ID && other.Hat == i.Hat && other.State == Accepted {
			return nil
		}
	}
	return s.Book.Unexpect(ctx, tx, i.Meeting, i.Hat)
}
