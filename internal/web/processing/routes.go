// Package processing holds the pages of step 6: own dossiers, terms, extensions, forgetting, and the
// officer's sheets. A page shows what the gate gave; it knows no rule.
package processing

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
)

// Pages are the pages of step 6.
type Pages struct{ Service *processing.Service }

// Routes are the addresses of step 6. Addresses hold random ids only.
func Routes(s *processing.Service) []page.Route {
	p := Pages{s}
	return append([]page.Route{
		{Pattern: "GET /dossiers", Action: access.ViewDossiers, Handle: p.dossiers},
		{Pattern: "GET /dossiers/kept", Action: access.SwitchOwnFile, Handle: p.kept},
		{Pattern: "GET /offers/{item}", Action: access.ViewDossiers, Handle: p.register},
		{Pattern: "POST /offers/{item}", Action: access.Register, Handle: p.register},
		{Pattern: "GET /offers/{item}/receipt", Action: access.ViewDossiers, Handle: p.receipt},
		{Pattern: "GET /dossiers/{dossier}", Action: access.ViewDossier, Handle: p.dossier},
		{Pattern: "GET /dossiers/{dossier}/looked", Action: access.ViewLooks, Handle: p.looked},
		{Pattern: "POST /dossiers/{dossier}", Action: access.KeepNote, Handle: p.dossier},
		{Pattern: "POST /dossiers/{dossier}/drop", Action: access.KeepNote, Handle: p.drop},
		{Pattern: "GET /dossiers/{dossier}/longer", Action: access.ViewDossier, Handle: p.longer},
		{Pattern: "POST /dossiers/{dossier}/longer", Action: access.WriteExtension, Handle: p.longer},
		{Pattern: "GET /dossiers/{dossier}/erase", Action: access.ViewDossier, Handle: p.erase},
		{Pattern: "POST /dossiers/{dossier}/erase", Action: access.EraseNow, Handle: p.erase},
	}, p.terms()...)
}

func (p Pages) terms() []page.Route {
	return []page.Route{
		{Pattern: "GET /extensions", Action: access.ViewDossiers, Handle: p.extensions},
		{Pattern: "POST /extensions/{dossier}/{extension}", Action: access.SignExtension, Handle: p.sign},
		{Pattern: "GET /terms", Action: access.ViewTerms, Handle: p.termsPage},
		{Pattern: "POST /terms", Action: access.ConfirmDay, Handle: p.confirmDay},
		{Pattern: "GET /cases/{case}/mistake", Action: access.EraseNow, Handle: p.mistake},
		{Pattern: "POST /cases/{case}/mistake", Action: access.EraseNow, Handle: p.mistake},
		{Pattern: "GET /proofs/{proof}", Action: access.ViewToday, Handle: p.proof},
		{Pattern: "GET /proofs/{proof}/note", Action: access.ViewToday, Handle: p.note},
		{Pattern: "GET /sheets", Action: access.ViewActions, Handle: p.sheets},
		{Pattern: "POST /sheets/{case}/{sheet}", Action: access.HandOverSheet, Handle: p.handOver},
	}
}
