package law

import "beraad.eu/livc"

// Terms are the short terms of one LIVC R. The law names none of them; they are the longest that Beraad
// keeps, and a protocol may shorten each but never lengthen it. Dutch: korte termijnen (R6.2-k).
type Terms struct {
	NotListedDays       int // a referral that was not put on the list
	UndecidedDays       int // a referral on which nobody decided
	NeverDiscussedMonth int // a case listed but never discussed, in months
	HoldMonths          int // how long a hold may stop these clocks, in months
	ThinkingAlongDays   int // thinking along without a name, after the answer
	OwnWorryDays        int // an own worry without any step
	DeclineDays         int // the motive of who declined, after the conversation
	PaperDays           int // to enter the signed sheet of an evening on paper
	NoteDays            int // a personal note with a name and a birth year
	OfferDays           int // a personal offer, in working days
}

// LongestTerms are the terms of an LIVC R that agreed on nothing shorter.
func LongestTerms() Terms {
	return Terms{NotListedDays: 30, UndecidedDays: 90, NeverDiscussedMonth: 6, HoldMonths: 6,
		ThinkingAlongDays: 14, OwnWorryDays: 30, DeclineDays: 30, PaperDays: 7, NoteDays: 7, OfferDays: 5}
}

// MaxOfferDays is how many working days a protocol may leave a personal offer open; the standard is 5.
const MaxOfferDays = 7

// MayShorten refuses terms of a protocol that are longer than the longest, or negative (R6.2-k).
func MayShorten(t Terms) error {
	longest := LongestTerms()
	longest.OfferDays = MaxOfferDays
	var f livc.Faults
	for _, p := range []struct {
		field     string
		days, max int
		least     int
	}{
		{"not_listed", t.NotListedDays, longest.NotListedDays, 1},
		{"undecided", t.UndecidedDays, longest.UndecidedDays, 1},
		{"never_discussed", t.NeverDiscussedMonth, longest.NeverDiscussedMonth, 1},
		{"hold", t.HoldMonths, longest.HoldMonths, 0},
		{"thinking_along", t.ThinkingAlongDays, longest.ThinkingAlongDays, 0},
		{"own_worry", t.OwnWorryDays, longest.OwnWorryDays, 1},
		{"decline", t.DeclineDays, longest.DeclineDays, 0},
		{"paper", t.PaperDays, longest.PaperDays, 1},
		{"note", t.NoteDays, longest.NoteDays, 1},
		{"offer", t.OfferDays, longest.OfferDays, 0},
	} {
		f.Check(p.days <= p.max && p.days >= p.least, p.field, "law.term.only_shorter", StorageLimit)
	}
	return f.Err()
}

// UndecidedReminders are the numbers of days after receipt at which the mayor is reminded of a referral
// nobody decided on.
func UndecidedReminders() []int { return []int{14, 30, 60} }

// Hold is a time in which the information officer asked to wait; an empty Until is still running.
type Hold struct{ From, Until livc.Day }

// ReferralClock is what decides when a referral, or a case never discussed, is erased.
type ReferralClock struct {
	State    livc.ReferralState
	Received livc.Day
	Decided  livc.Day // the day of "not on the list", "regular help" or "on the list"; "" = undecided
	Holds    []Hold
}

// End is the first day on which it must be gone, as seen on a day: a hold that still runs keeps moving
// it, 6 months at most in all (R6.2-k, R2.5.3-k). Withdrawn: at once.
func (c ReferralClock) End(t Terms, on livc.Day) livc.Day {
	switch c.State {
	case livc.Withdrawn:
		return c.Decided
	case livc.NotListed, livc.Regular:
		return c.held(c.Decided, c.Decided.Add(0, 0, t.NotListedDays), t, on)
	case livc.Listed:
		return c.held(c.Decided, c.Decided.Add(0, t.NeverDiscussedMonth, 0), t, on)
	}
	return c.held(c.Received, c.Received.Add(0, 0, t.UndecidedDays), t, on)
}

// Reminders are the days on which the mayor is reminded; none once decided.
func (c ReferralClock) Reminders(t Terms) []livc.Day {
	var days []livc.Day
	for _, n := range UndecidedReminders() {
		if c.Decided == "" && n < t.UndecidedDays {
			days = append(days, c.Received.Add(0, 0, n))
		}
	}
	return days
}

func (c ReferralClock) held(start, end livc.Day, t Terms, on livc.Day) livc.Day {
	left := start.Until(start.Add(0, t.HoldMonths, 0))
	for _, h := range c.Holds {
		from, until := max(h.From, start), h.Until
		if until == "" {
			until = on
		}
		if from >= end || until <= from {
			continue
		}
		stopped := min(from.Until(until), left)
		left -= stopped
		end = end.Add(0, 0, stopped)
	}
	return end
}

// DeclineMotiveEnd is the first day on which a motive of refusal must be gone: some days after the
// conversation, or after the meeting it was about when nobody wished to talk (R3.0-d, R3.0-e).
func DeclineMotiveEnd(t Terms, conversation, meeting livc.Day) livc.Day {
	if conversation != "" {
		return conversation.Add(0, 0, t.DeclineDays)
	}
	return meeting.Add(0, 0, t.DeclineDays)
}

// PaperBy is the last day on which the signed sheet of an evening on paper may be entered.
func PaperBy(t Terms, meeting livc.Day) livc.Day { return meeting.Add(0, 0, t.PaperDays) }
