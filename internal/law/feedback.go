package law

import "beraad.eu/livc"

// FeedbackLine is one line of the sheet for the LTF, as the rules see it. Dutch: lijn van de
// terugkoppelingsfiche.
type FeedbackLine struct {
	Text                    livc.Secret
	FromProfessionalSecrecy bool
	ToldAsSecret            bool // told at the table as a secret
	DeclaredNoSecret        bool // the declaration that stands with every line
	Agreement               Circle
}

// MaySaveLine refuses a line that comes from professional secrecy or from what was told as a secret,
// and a line without the declaration that it holds no secret of the table (X-L-k, R2.5.3-i).
func MaySaveLine(l FeedbackLine) error {
	switch {
	case l.Text.Empty():
		return livc.Invalid("law.feedback.empty_line", FeedbackByConsensus).At("text")
	case l.FromProfessionalSecrecy:
		return livc.Denied("law.feedback.professional_secret", FeedbackNoSecrets).At("text")
	case l.ToldAsSecret:
		return livc.Denied("law.feedback.told_as_secret", FeedbackNoSecrets).At("text")
	case !l.DeclaredNoSecret:
		return livc.Invalid("law.feedback.declare", FeedbackNoSecrets).At("declared")
	}
	return nil
}

// FeedbackSheet is the sheet for the LTF. Dutch: terugkoppelingsfiche.
type FeedbackSheet struct {
	By                             livc.Function // who fills it in
	OnList                         bool          // the case stands on the mayor's list
	PositiveAsked, NegativeAsked   bool          // both sides were asked; "nothing" is an answer
	Evaluation                     livc.Secret   // how the follow-up goes; facts are enough
	Lines                          []FeedbackLine
	WholeSheet                     Circle // the answers when the sheet was read as a whole
	LineByLine, AgreedInTheSitting bool
}

// KeptLines are the lines that may stand on the sheet: everybody of the circle said yes to each. A line
// with one no, or one missing answer, falls away (R6.1-e, X-L-h). Read as a whole, all stand or none.
func KeptLines(s FeedbackSheet) []int {
	var kept []int
	for i, l := range s.Lines {
		agreement := s.WholeSheet
		if s.LineByLine {
			agreement = l.Agreement
		}
		if MaySaveLine(l) == nil && agreement.Result() == Agreed {
			kept = append(kept, i)
		}
	}
	return kept
}

// MayHandOver refuses a sheet that is not filled in by the information officer (R6.1-d), is about
// somebody who is not on the list (X-L-i), does not ask both sides (R6.1-g) or does not say how the
// follow-up goes (X-L-j, R6.1-c), or of which no line has the yes of all (R6.1-e). The officer hands it over himself;
// Beraad sends nothing (R6.1-a, X-L-i).
func MayHandOver(s FeedbackSheet) error {
	var f livc.Faults
	if s.By != livc.Officer {
		f.Add(livc.Denied("law.feedback.officer_only", OfficerWrites))
	}
	if !s.OnList {
		f.Add(livc.Denied("law.feedback.not_on_list", FeedbackByConsensus))
	}
	f.Check(s.PositiveAsked, "positive", "law.feedback.ask_positive", BothSides)
	f.Check(s.NegativeAsked, "negative", "law.feedback.ask_negative", BothSides)
	f.Check(!s.Evaluation.Empty(), "evaluation", "law.feedback.evaluation", FeedbackEvaluates)
	if !s.AgreedInTheSitting || len(KeptLines(s)) == 0 {
		f.Add(livc.Denied("law.feedback.no_consensus", FeedbackByConsensus))
	}
	return f.Err()
}

// MayStartSheet refuses a sheet without a decision of the table to feed back: the form tells what was
// decided on the path (R6.1-b, R6.1-f).
func MayStartSheet(by livc.Function, decidedToFeedBack, itemOpen bool) error {
	switch {
	case by != livc.Officer:
		return livc.Denied("law.feedback.officer_only", OfficerWrites)
	case !decidedToFeedBack:
		return livc.Denied("law.feedback.decide_first", FeedbackByConsensus)
	case !itemOpen:
		return livc.Denied("law.feedback.in_the_sitting", OfficerWrites)
	}
	return nil
}

// FeedbackRecipients are the services to which the officer may hand the sheet: those of article 2, 2°
// and 22° of the law of 29 March 2024 that are competent for the area, in practice the LTF (X-L-i).
func FeedbackRecipients() []string { return []string{"ltf", "ter_2_2", "ter_2_22"} }
