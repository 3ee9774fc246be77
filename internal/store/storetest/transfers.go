package storetest

import (
	"strings"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/livc"
)

// Address is where other towns send a file to the list of this one; it is made when there is none.
func (w *Town) Address() string {
	w.T.Helper()
	a, err := w.Referrals().Address(w.Context(), w.Mayor)
	w.Must(err)
	if !a.Made() {
		w.Must(w.Referrals().MakeAddress(w.Context(), w.Mayor))
		a, err = w.Referrals().Address(w.Context(), w.Mayor)
		w.Must(err)
	}
	to, err := a.Address()
	w.Must(err)
	return to.Text()
}

// Sending is what the mayor tells the mayor of another town about a case.
func Sending(c discussion.Case, to string) discussion.SendCase {
	return discussion.SendCase{Case: c.ID, To: to, Compared: true, BirthYear: true, Reason: livc.NewSecret("Verhuist deze maand. De zorg blijft."),
		Contact: livc.NewSecret("Karim Haddad, burgemeester, 013 00 00 00"), Follow: discussion.OthersFollow}
}

// Sent makes a file of a case for the list of another town.
func (w *Town) Sent(c discussion.Case, to string) []byte {
	w.T.Helper()
	file, err := w.Referrals().SendCase(w.Context(), w.Mayor, Sending(c, to))
	w.Must(err)
	return file
}

// SaidBack receives a file in another town, and says its four words to the town that made it.
func (w *Town) SaidBack(c discussion.Case, there *Town) (referral livc.ID) {
	w.T.Helper()
	there.Clock.SetOffset(w.Clock.Offset())
	referral, err := there.Referrals().ReceiveCase(w.Context(), there.Coordinator, w.Sent(c, there.Address()))
	w.Must(err)
	a, err := there.Referrals().Arrival(w.Context(), there.Mayor, referral)
	w.Must(err)
	w.Must(w.Referrals().WordsBack(w.Context(), w.Coordinator, c.ID, strings.ToUpper(strings.ReplaceAll(a.Words, " ", ", "))))
	return referral
}
