package law

import "beraad.eu/livc"

// Framework is what the legal framework of a participant allows on a day. It belongs to the
// participant and never to the LIVC R: one table may hold several (R0.2-d). Dutch: juridisch kader.
type Framework struct {
	Regime livc.Regime
	Norm   livc.NormID
	// Active is false when no text authorises the service: then it cannot be invited, while the table
	// itself goes on.
	Active bool
	// MayRegister: the participant may keep an own dossier; a choice, never a duty (R6.2-a).
	MayRegister bool
	// MayRecord: the participant may be the designated recorder of the table (R6.2-j).
	MayRecord bool
	// CaseSheet: the municipality keeps a casusblad; without it only list, agenda and actions by role.
	CaseSheet bool
	// InvitationDays are the calendar days between invitation and meeting.
	InvitationDays int
	// ReasonStaysInside: the mayor hears that the service does not come, not why.
	ReasonStaysInside bool
	// DeclinesOutsideCare: a service that does not have the person in care declines.
	DeclinesOutsideCare bool
	// PreparesWithPerson: the case holder prepares the conference with the person; shown to the chair
	// before the invitation leaves.
	PreparesWithPerson bool
	// ExtensionAtTable: an extension of the retention is discussed beforehand at the table.
	ExtensionAtTable bool
}

// FrameworkOf gives the framework of a participant on the day; region is the region of the
// municipality and matters for its own services only. A framework that is not in force answers with
// Active false, not with an error (R0.3-a, R0.3-e, R6.2-a, R6.2-c).
func FrameworkOf(regime livc.Regime, region livc.Region, on livc.Day) Framework {
	f := frameworkText(regime, region)
	f.Regime = regime
	if _, inForce := On(f.Norm, on); !inForce {
		return Framework{Regime: regime, Norm: f.Norm}
	}
	f.Active = true
	return f
}

func frameworkText(regime livc.Regime, region livc.Region) Framework {
	switch regime {
	case livc.RegimeFlemish:
		return Framework{Norm: FlemishServices, MayRegister: true, MayRecord: true}
	case livc.RegimeMunicipal:
		return municipal(region)
	case livc.RegimeFrench:
		return Framework{Norm: FrenchServices, MayRegister: true, InvitationDays: frenchInvitationDays,
			ReasonStaysInside: true, DeclinesOutsideCare: true, PreparesWithPerson: true, ExtensionAtTable: true}
	case livc.RegimePolice:
		// The police keep their own systems under the police function act: no dossier here (R6.2-c).
		return Framework{Norm: ThreeSeats}
	}
	return Framework{Norm: pendingText[regime]}
}

// pendingText names the texts that are still to come; until then these services cannot be invited.
var pendingText = map[livc.Regime]livc.NormID{
	livc.RegimeWalloon: WalloonDecree, livc.RegimeBrussels: BrusselsOrdinance, livc.RegimeGerman: GermanDecree,
}

// A Flemish municipality keeps an own dossier and the casusblad under the Flemish decree. Elsewhere no
// text allows more than the list, the agenda and the actions by role (R0.3-e, R6.2-a, X-L-l).
func municipal(region livc.Region) Framework {
	if region == livc.Flanders {
		return Framework{Norm: OwnDossier, MayRegister: true, MayRecord: true, CaseSheet: true}
	}
	return Framework{Norm: MayorInvites}
}

// MayTakePart refuses a service whose framework is not in force (R0.2-d, R2.3-d).
func (f Framework) MayTakePart() error {
	if f.Active {
		return nil
	}
	return livc.Denied("law.framework.inactive", CommunityAuthorises)
}

// MayKeepDossier refuses an own dossier to a participant without a framework for it; keeping personal
// data is forbidden unless a law allows it. Who has one may still keep nothing at all (R6.2-c, R6.2-e,
// R6.2-i, X-L-l).
func (f Framework) MayKeepDossier() error {
	if f.Active && f.MayRegister {
		return nil
	}
	return livc.Denied("law.dossier.no_framework", NoProcessing)
}

// MayKeepCaseSheet refuses the casusblad where only list, agenda and actions by role are allowed (X-L-l).
func (f Framework) MayKeepCaseSheet() error {
	if f.Active && f.CaseSheet {
		return nil
	}
	return livc.Denied("law.sheet.no_framework", NoProcessing)
}

// MayDesignateRecorder refuses one participant who notes for the table, unless the recorder stands in
// the Flemish framework and every member has agreed; no answer is not a yes (R6.2-j).
func MayDesignateRecorder(recorder Framework, agreed []Answer) error {
	if !recorder.Active || !recorder.MayRecord {
		return livc.Denied("law.recorder.no_framework", DesignatedRecorder)
	}
	for _, a := range agreed {
		if a != Yes {
			return livc.Denied("law.recorder.not_all_agree", DesignatedRecorder)
		}
	}
	if len(agreed) == 0 {
		return livc.Denied("law.recorder.not_all_agree", DesignatedRecorder)
	}
	return nil
}
