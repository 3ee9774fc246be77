package identity

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"time"

	"beraad.eu/livc"
)

// The terms of an enrolment: the founder's code lives a day, an invitation a week; five wrong codes
// make either void.
const (
	founderLife  = 24 * time.Hour
	enrolLife    = 7 * 24 * time.Hour
	guessesAtAll = 5
)

// Enrolment is an open door for one person to one seat: a link, and a code that is said face to face
// or by phone. Dutch: inschrijving.
type Enrolment struct {
	ID livc.ID // stands in the link
	// Seat is what the person will sit in; its Person is empty until he is there.
	Seat       Seat
	Name, Mail livc.Contact
	CodeHash   string
	Until      time.Time
	Guesses    int
	Done       time.Time
}

// Enrolments keeps enrolments.
type Enrolments interface {
	InsertEnrolment(ctx context.Context, tx Tx, e Enrolment) error
	// Enrolment answers livc.NotFoundKind when there is none.
	Enrolment(ctx context.Context, tx Tx, id livc.ID) (Enrolment, error)
	// SaveEnrolment writes Guesses and Done.
	SaveEnrolment(ctx context.Context, tx Tx, e Enrolment) error
}

// Open tells whether the enrolment can still be used.
func (e Enrolment) Open(now time.Time) bool {
	return e.Done.IsZero() && e.Guesses < guessesAtAll && now.Before(e.Until)
}

// Invite makes an enrolment for seat and the code to say aloud, which is kept nowhere. The link goes
// to the person's own mail address and to nobody else; only the founder's is printed at init.
func (d *Door) Invite(ctx context.Context, tx Tx, seat Seat, name, mail livc.Contact, now time.Time) (Enrolment, string, error) {
	if _, err := NormalMail(mail); err != nil {
		return Enrolment{}, "", err
	}
	id, err := livc.NewID(rand.Reader)
	if err != nil {
		return Enrolment{}, "", err
	}
	life := enrolLife
	if seat.Function == livc.Founder {
		life = founderLife
	}
	code := newCode()
	e := Enrolment{ID: id, Seat: seat, Name: name, Mail: mail, CodeHash: d.lock.codeHash(id, plainCode(code)), Until: now.Add(life)}
	return e, code, d.book.InsertEnrolment(ctx, tx, e)
}

// Guess is the answer to a typed code. A wrong one is not an error of the transaction, because it
// must be counted and committed: ask Refusal after the commit.
type Guess struct {
	enrolment Enrolment
	refusal   error
	// Known tells that the person has an account: he signs in and joins. It is told to nobody but
	// the one who has both link and code.
	Known bool
}

// Refusal says why the code was not taken; nil when it was.
func (g Guess) Refusal() error { return g.refusal }

// Seat is the seat that the enrolment leads to.
func (g Guess) Seat() Seat { return g.enrolment.Seat }

// GuessCode checks a spoken code. Unknown, used, late and void links answer alike.
func (d *Door) GuessCode(ctx context.Context, tx Tx, id livc.ID, code string, now time.Time) (Guess, error) {
	e, err := d.book.Enrolment(ctx, tx, id)
	if livc.KindOf(err) == livc.NotFoundKind || (err == nil && !e.Open(now)) {
		return Guess{refusal: livc.Invalid("enrol.closed")}, nil
	}
	if err != nil {
		return Guess{}, err
	}
	if !hmac.Equal([]byte(e.CodeHash), []byte(d.lock.codeHash(id, plainCode(code)))) {
		e.Guesses++
		return Guess{enrolment: e, refusal: livc.Invalid("enrol.code.wrong").At("code")}, d.book.SaveEnrolment(ctx, tx, e)
	}
	_, known, err := d.account(ctx, tx, e)
	return Guess{enrolment: e, Known: known}, err
}

// account finds the person whose mail address the enrolment names.
func (d *Door) account(ctx context.Context, tx Tx, e Enrolment) (Person, bool, error) {
	key, err := d.lock.Account(e.Mail)
	if err != nil {
		return Person{}, false, err
	}
	p, err := d.book.PersonByAccount(ctx, tx, key)
	if livc.KindOf(err) == livc.NotFoundKind {
		return Person{Account: key}, false, nil
	}
	return p, err == nil, err
}

// Counted tells whether the guess was one at an open enrolment, right or wrong; anything else touched
// nothing.
func (g Guess) Counted() bool { return g.enrolment.ID != "" }
