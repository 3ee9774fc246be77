package processing

import (
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// ExtensionState is where an extension stands. Dutch: staat van een verlenging.
type ExtensionState string

// The life of an extension: written by the keeper, signed by another for the controller, lapsed.
const (
	ExtensionWritten ExtensionState = "written"
	ExtensionSigned  ExtensionState = "signed"
	ExtensionLapsed  ExtensionState = "lapsed"
)

// ExtensionStates lists the states of an extension.
func ExtensionStates() []ExtensionState {
	return []ExtensionState{ExtensionWritten, ExtensionSigned, ExtensionLapsed}
}

// Extension is a decision to keep one dossier longer than a year. Which reason, and why, is sealed in
// the dossier: "an earlier arrest" is already something said about a person. Dutch: verlenging.
type Extension struct {
	ID, Dossier, Container livc.ID
	Organisation           livc.ID
	Discussed, Until       livc.Day
	Written, Signed        livc.Day
	WrittenBy, SignedBy    livc.ID
	Signature              []byte
	State                  ExtensionState
}

// ExtensionText is what the keeper wrote. Dutch: motivering van een verlenging.
type ExtensionText struct {
	Criteria         []livc.Secret
	Motivation, Link livc.Secret
}

// runs is the extension as the clock sees it; before its signature it moves nothing (R6.2-o).
func (e Extension) runs() law.Extension {
	if e.State != ExtensionSigned {
		return law.Extension{}
	}
	return law.Extension{Until: e.Until, Decided: e.Signed, Confirmed: e.Signed, AtTable: e.Discussed}
}
