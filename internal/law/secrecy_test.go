package law_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// proves R0.1-d, R2.5-a, R2.5.1-a, R2.5.1-b, R2.5.1-c, R2.5.1-d, X-C-d
func TestEverybodyIsBoundByTheTableAndSomeByMore(t *testing.T) {
	for _, own := range [][]livc.Secrecy{nil, {livc.ProfessionalSecrecy}, {livc.OfficialSecrecy, livc.Discretion}, livc.Secrecies()} {
		duties := law.DutiesOf(own)
		last := duties[len(duties)-1]
		if last.Secrecy != livc.TableSecrecy || last.Norm != law.TableSecrecyDuty {
			t.Errorf("bound by %v, but not by the table", own)
		}
		professions := 0
		for _, s := range own {
			if s != livc.TableSecrecy {
				professions++
			}
		}
		if len(duties) != professions+1 {
			t.Errorf("%v gives %d duties", own, len(duties))
		}
		for _, d := range duties {
			haveText(t, d.Key)
		}
	}
}

// proves R0.1-d, R0.1-e, R0.1-f, R0.1-g, R2.5.2-a, R2.5.3-b
func TestTheOpeningTextSaysSecrecyPenaltyUseNeedAndSilence(t *testing.T) {
	want := []livc.NormID{law.TableSecrecyDuty, law.TableSecrecyDuty, law.PurposeLimit, law.TableException, law.RightToSpeak}
	texts := law.OpeningTexts()
	if len(texts) != len(want) {
		t.Fatalf("%d sentences", len(texts))
	}
	for i, d := range texts {
		haveText(t, d.Key)
		if d.Norm != want[i] {
			t.Errorf("sentence %d rests on %s", i+1, d.Norm)
		}
	}
}

// proves R2.5.1-g
func TestSecrecyIsConfirmedByThePersonAndNeverDerived(t *testing.T) {
	own := []livc.Secrecy{livc.Discretion}
	check(t,
		sentence{"confirmed by the person", law.ConfirmSecrecy(own, true), ""},
		sentence{"taken from the organisation only", law.ConfirmSecrecy(own, false), law.KnowYourRules},
		sentence{"nothing chosen", law.ConfirmSecrecy(nil, true), law.KnowYourRules},
	)
}

// proves R2.5.4-a, R2.5.4-b, X-F-g
func TestAFixedRepresentativeSpeaksForAColleague(t *testing.T) {
	m := law.Mandate{Holder: "hanne", Representative: "ruben", HolderOrganisation: "caw", RepresentativeOrganisation: "caw",
		From: "2026-01-01", Until: "2026-12-31"}
	other := m
	other.RepresentativeOrganisation = "clb"
	oneself := m
	oneself.Representative = "hanne"
	check(t,
		sentence{"a colleague of the same organisation", law.MayRepresent(m, today), ""},
		sentence{"somebody of another organisation", law.MayRepresent(other, today), law.FixedRepresentative},
		sentence{"oneself is no representative", law.MayRepresent(oneself, today), law.FixedRepresentative},
		sentence{"after the last day", law.MayRepresent(m, "2027-01-01"), law.FixedRepresentative},
		sentence{"before the first day", law.MayRepresent(m, "2025-12-31"), law.FixedRepresentative},
		sentence{"the holder hears it after acknowledging the secrecy", law.MayBrief(m, today, true), ""},
		sentence{"the holder hears nothing before", law.MayBrief(m, today, false), law.TableSecrecyDuty},
		sentence{"and nothing from another organisation", law.MayBrief(other, today, true), law.FixedRepresentative},
	)
}

// proves R0.1-g, R2.5.2-b, R2.5.2-c
func TestNothingIsSharedOutsideAnOpenItem(t *testing.T) {
	check(t,
		sentence{"while the item is open", law.MayShareOutside(true), ""},
		sentence{"between sessions", law.MayShareOutside(false), law.TableException},
	)
}

// proves R2.5.3-i, X-F-l
func TestInDangerEachPersonSeesTheOwnDuties(t *testing.T) {
	keys := func(f livc.Function, own []livc.Secrecy, minor bool) (list []string) {
		for _, d := range law.DangerDuties(f, own, minor) {
			haveText(t, d.Key)
			list = append(list, d.Key)
		}
		return list
	}
	if got := keys(livc.Participant, []livc.Secrecy{livc.ProfessionalSecrecy}, false); len(got) != 1 {
		t.Errorf("a helper sees %v", got)
	}
	if got := keys(livc.Coordinator, []livc.Secrecy{livc.OfficialSecrecy}, true); len(got) != 3 {
		t.Errorf("an official sees %v when a minor is in danger", got)
	}
	if got := keys(livc.Officer, []livc.Secrecy{livc.ProfessionalSecrecy}, false); len(got) != 2 {
		t.Errorf("the officer sees %v", got)
	}
}
