package law_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// proves R4.1.4-a
func TestACaseEndsHereOnlyWhenTheOtherTownSaidThatItHasIt(t *testing.T) {
	check(t,
		sentence{"without a file", law.MayCloseAsSent(law.SentFile{}), law.MayorToMayor},
		sentence{"before the four words", law.MayCloseAsSent(law.SentFile{Made: true}), law.MayorToMayor},
		sentence{"while both follow", law.MayCloseAsSent(law.SentFile{Made: true, Said: true, Both: true}), law.MayorToMayor},
		sentence{"after the four words", law.MayCloseAsSent(law.SentFile{Made: true, Said: true}), ""},
	)
	for _, key := range []string{"law.transfer.not_made", "law.transfer.not_said", "law.transfer.both_follow"} {
		haveText(t, key)
	}
	if (law.SentFile{Made: true, Both: true, Said: true}).Gone() || !(law.SentFile{Made: true, Said: true}).Gone() {
		t.Error("who follows on has not let go")
	}
}

// proves R4.1.4-a
func TestAFileOfAnotherTownOpensForNinetyDays(t *testing.T) {
	day := livc.Day("2026-11-24")
	check(t,
		sentence{"on its day", law.MayOpenTransfer(day, day), ""},
		sentence{"on the last day", law.MayOpenTransfer(day, day.Add(0, 0, 89)), ""},
		sentence{"a day later", law.MayOpenTransfer(day, day.Add(0, 0, 90)), law.MayorToMayor},
		sentence{"before its day", law.MayOpenTransfer(day, day.Add(0, 0, -1)), law.MayorToMayor},
	)
	for _, key := range []string{"law.transfer.too_old", "law.transfer.from_later"} {
		haveText(t, key)
	}
}
