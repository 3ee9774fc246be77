package processing

import (
	"context"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// ProofDays is how long a certificate is shown: long enough to print it, and no list of all that ever was.
// The tombstone itself stays, and `beraad verify` goes on checking it.
const ProofDays = 30

// Proof says that something was forgotten, and when; not what (R14). Dutch: wisbewijs.
type Proof struct {
	ID, Controller livc.ID
	Kind           string
	Cause          Cause
	Day            livc.Day
	Note           []byte // as the installation signed it
}

// Number is what people write down: the first letters of its id.
func (p Proof) Number() string {
	if len(p.ID) < 8 {
		return string(p.ID)
	}
	return string(p.ID[:4]) + "-" + string(p.ID[4:8])
}

// shown tells whether the certificate is still shown on a day.
func (p Proof) shown(today livc.Day) bool { return p.Day.Until(today) <= ProofDays }

// Certificate is a proof with what its signed note says. Dutch: nagekeken wisbewijs.
type Certificate struct {
	Proof
	Classes []Class
	Key     string // the public half with which anybody checks it
	Sound   bool   // signed by this installation, and it says what the row says
}

// Proof shows one certificate to who works for the organisation whose it was: it names nobody, and still
// another organisation has no business with it.
func (s *Service) Proof(ctx context.Context, by deed.By, id livc.ID) (c Certificate, err error) {
	err = s.Gate.Look(ctx, by, access.ViewToday, access.Whole(by.Livc), func(tx *deed.Tx) error {
		c = Certificate{}
		if c.Proof, err = s.Book.Proof(ctx, tx, id); err != nil {
			return err
		}
		if c.Controller != by.Controller || !c.shown(tx.Today) {
			return livc.NotFound()
		}
		says, key, err := tx.Certificate(c.Note)
		c.Key, c.Sound = key, err == nil && says.ID == c.ID && says.Kind == c.Kind && says.Cause == string(c.Cause) && says.Day == c.Day
		for _, class := range says.Classes {
			c.Classes = append(c.Classes, Class(class))
		}
		return nil
	})
	return c, err
}
