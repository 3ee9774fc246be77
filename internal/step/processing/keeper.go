package processing

import (
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Keeper is a hat as somebody who may keep a dossier: its controller, its legal framework, and what
// the data protection officer of that controller decided. Each organisation answers for what it keeps, apart
// from every other (R6.2-d). Dutch: houder van een dossier.
type Keeper struct {
	Hat, Organisation livc.ID
	Regime            livc.Regime
	Region            livc.Region // of a municipality's own service; empty for others
	OwnFile           bool        // the data protection officer switched own dossiers on
}

// Framework is what the law lets the keeper do on a day.
func (k Keeper) Framework(on livc.Day) law.Framework { return law.FrameworkOf(k.Regime, k.Region, on) }

// MayKeep refuses a dossier here without a framework (R6.2-c), or while the own data protection officer
// has it switched off (R6.2-i, R6.2-q).
func (k Keeper) MayKeep(on livc.Day) error {
	if err := k.Framework(on).MayKeepDossier(); err != nil {
		return err
	}
	if !k.OwnFile {
		return livc.Denied("denied.may_register", law.OwnDossier)
	}
	return nil
}
