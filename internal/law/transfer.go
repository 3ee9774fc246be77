package law

import "beraad.eu/livc"

// SentFile is what is known of the files that went to another town about one case. Dutch: bestand voor een
// andere gemeente.
type SentFile struct {
	Made bool // a file was made
	Said bool // the other town said the four words of one back
	Both bool // both towns go on
}

// Gone tells whether the other town has it and this one stops: only then a case may end here because of a file.
func (f SentFile) Gone() bool { return f.Said && !f.Both }

// MayCloseAsSent refuses to close a case because a file went to another town before that town said the four
// words back, or while both towns go on: otherwise nobody would follow the person (R4.1.4-a).
func MayCloseAsSent(f SentFile) error {
	key := ""
	switch {
	case !f.Made:
		key = "law.transfer.not_made"
	case !f.Said:
		key = "law.transfer.not_said"
	case f.Both:
		key = "law.transfer.both_follow"
	default:
		return nil
	}
	return livc.Denied(key, MayorToMayor).At("told_other")
}

// TransferDays is how long a file for another town opens: as long as a referral may stay undecided.
const TransferDays = 90

// MayOpenTransfer refuses a file that is too old, or made on a day that has not come.
func MayOpenTransfer(made, today livc.Day) error {
	switch {
	case made > today:
		return livc.Invalid("law.transfer.from_later", MayorToMayor).At("file")
	case made.Add(0, 0, TransferDays) <= today:
		return livc.Invalid("law.transfer.too_old", MayorToMayor).At("file")
	}
	return nil
}
