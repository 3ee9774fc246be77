package law_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// proves R0.2-d, R0.3-a, R0.3-e, R2.3-d, R6.2-a, R6.2-c, R6.2-e, X-L-l
func TestAFrameworkBelongsToTheParticipant(t *testing.T) {
	municipality := func(r livc.Region) law.Framework { return law.FrameworkOf(livc.RegimeMunicipal, r, today) }
	walloon := law.FrameworkOf(livc.RegimeWalloon, livc.Wallonia, today)
	check(t,
		sentence{"a Flemish service may keep an own dossier", flemish.MayKeepDossier(), ""},
		sentence{"a service of the French Community may keep an own dossier", french.MayKeepDossier(), ""},
		sentence{"a Flemish municipality may keep an own dossier", municipality(livc.Flanders).MayKeepDossier(), ""},
		sentence{"a Flemish municipality keeps the case sheet", municipality(livc.Flanders).MayKeepCaseSheet(), ""},
		sentence{"a Walloon municipality keeps no own dossier", municipality(livc.Wallonia).MayKeepDossier(), law.NoProcessing},
		sentence{"a Walloon municipality keeps no case sheet", municipality(livc.Wallonia).MayKeepCaseSheet(), law.NoProcessing},
		sentence{"a Brussels municipality keeps no case sheet", municipality(livc.Brussel).MayKeepCaseSheet(), law.NoProcessing},
		sentence{"a Walloon municipality sits at the table all the same", municipality(livc.Wallonia).MayTakePart(), ""},
		sentence{"the police keep nothing here", police.MayKeepDossier(), law.NoProcessing},
		sentence{"the police sit at the table", police.MayTakePart(), ""},
		sentence{"a Walloon service cannot be invited yet", walloon.MayTakePart(), law.CommunityAuthorises},
		sentence{"a Walloon service keeps nothing", walloon.MayKeepDossier(), law.NoProcessing},
		sentence{"a Flemish service does not keep the case sheet", flemish.MayKeepCaseSheet(), law.NoProcessing},
	)
	for _, r := range []livc.Regime{livc.RegimeWalloon, livc.RegimeBrussels, livc.RegimeGerman, "unknown"} {
		if f := law.FrameworkOf(r, livc.Wallonia, today); f.Active || f.MayRegister || f.MayRecord {
			t.Errorf("%s is in force", r)
		}
	}
}

// proves R0.3-a
func TestAFrameworkHasItsFirstDay(t *testing.T) {
	before := law.FrameworkOf(livc.RegimeFrench, livc.Wallonia, "2023-08-27")
	check(t,
		sentence{"the day before the decree nobody of the French Community comes", before.MayTakePart(), law.CommunityAuthorises},
		sentence{"from its first day they may", law.FrameworkOf(livc.RegimeFrench, livc.Wallonia, "2023-08-28").MayTakePart(), ""},
	)
}

// proves R6.2-i, R6.2-j
func TestInvariant8_ADesignatedRecorderNeedsTheFlemishFrameworkAndEveryYes(t *testing.T) {
	all := []law.Answer{law.Yes, law.Yes, law.Yes}
	check(t,
		sentence{"a Flemish recorder with the yes of all", law.MayDesignateRecorder(flemish, all), ""},
		sentence{"one no refuses", law.MayDesignateRecorder(flemish, []law.Answer{law.Yes, law.No}), law.DesignatedRecorder},
		sentence{"silence is not a yes", law.MayDesignateRecorder(flemish, []law.Answer{law.Yes, law.Silent}), law.DesignatedRecorder},
		sentence{"nobody asked is not a yes", law.MayDesignateRecorder(flemish, nil), law.DesignatedRecorder},
		sentence{"a French Community recorder is refused", law.MayDesignateRecorder(french, all), law.DesignatedRecorder},
		sentence{"the police do not note for the table", law.MayDesignateRecorder(police, all), law.DesignatedRecorder},
	)
}
