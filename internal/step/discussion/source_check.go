package discussion

import (
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// SourceCheck is what the desk knows of an action that could betray who spoke, so that the law can propose
// how else (R2.5.3-d, R2.5.3-m). The three seats of the law are not proposed: help comes from who helps.
func (d Desk) SourceCheck(holder livc.ID, due livc.Day, betrays []law.Betrayal) law.SourceCheck {
	c := law.SourceCheck{Betrays: betrays, Holder: holder, Due: due, Sat: d.Sitting.Day, Teller: d.Item.FirstSpeaker, Contacts: d.Contacts}
	for _, a := range d.Inside {
		if !a.Seat.Required() && a.Seat != SecretarySeat {
			c.Inside = append(c.Inside, law.Doer{ID: a.Key(), Organisation: a.Organisation})
		}
	}
	return c
}
