package processing

import "beraad.eu/livc"

// Offer asks one hat, after an item, what it keeps. Who does not answer keeps nothing, and the question
// is gone after some working days (R6.2-b). Dutch: persoonlijk aanbod.
type Offer struct {
	Item, Case livc.ID
	Code       string
	Discussed  livc.Day // the day of the table
	Until      livc.Day // first day on which the question is gone
	Outcome    livc.Outcome
	Open       bool
	Note       livc.ID // container of what was shared on screens and may be copied; "" after a spoken table
}

// Asks tells whether the question still stands on a day.
func (o Offer) Asks(today livc.Day) bool { return o.Open && today < o.Until }
