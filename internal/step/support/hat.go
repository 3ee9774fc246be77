package support

import "beraad.eu/livc"

// HatState is where a hat stands. Dutch: staat van een hoedanigheid.
type HatState string

// The life of a hat: entered by somebody, enrolled with keys, put on the signed list, left.
const (
	HatEntered  HatState = "entered"
	HatEnrolled HatState = "enrolled"
	HatActive   HatState = "active"
	HatLeft     HatState = "left"
)

// Hat is one function of a person for one organisation in one LIVC R: what R2.3-f asks to be clear
// from the start. Dutch: hoedanigheid.
type Hat struct {
	ID, Organisation livc.ID
	Function         livc.Function
	SpeaksFor        string         // organisation or self
	Secrecy          []livc.Secrecy // confirmed by the person, not derived (R2.5.1-g)
	Mandate          Mandate        // how far the person may decide, and in which days
	PrivacyKnown     livc.Day       // told about the rules of privacy and secrecy (R6.2-u)
	Name, Mail       livc.Contact
	Phone            livc.Contact
	ListManager      bool
	Appointed        livc.Day // for the list, by the mayor, in writing
	ClearedUntil     livc.Day // police seat: the date of the clearance, never the file (X-L-d)
	Briefed          livc.Day
	State            HatState
	KEM, Sig         []byte
	Pins             []byte // what it has seen of the signed lists, sealed to itself
}

// HasAccount tells whether the person can sign in.
func (h Hat) HasAccount() bool { return h.State == HatActive && len(h.KEM) > 0 }
