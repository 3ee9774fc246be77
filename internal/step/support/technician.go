package support

import (
	"context"
	"slices"

	"beraad.eu/internal/access"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// Upkeep is what somebody technical does for this installation. Dutch: soort technisch werk.
type Upkeep string

// The kinds of upkeep.
const (
	Hosting     Upkeep = "hosting"
	Maintenance Upkeep = "maintenance"
	Backups     Upkeep = "backups"
	Helpdesk    Upkeep = "helpdesk"
)

// Upkeeps lists the kinds.
func Upkeeps() []Upkeep { return []Upkeep{Hosting, Maintenance, Backups, Helpdesk} }

// Technician is somebody who can reach the machines, without a function at the table. The keys of people
// keep every text closed to him or her; the secrecy is acknowledged all the same (R2.5.3-l, R6.2-u). Dutch:
// technisch medewerker.
type Technician struct {
	ID           livc.ID
	Name         livc.Contact
	Firm         string // for which organisation
	Upkeep       Upkeep
	Acknowledged livc.Day // the secrecy and the rules of privacy
}

// AddTechnician writes down who maintains the machines, and on which day he or she acknowledged the secrecy;
// without that day there is no row (R2.5.3-l).
func (s *Service) AddTechnician(ctx context.Context, by deed.By, in Technician) (made livc.ID, err error) {
	var f livc.Faults
	f.Check(!in.Name.Empty(), "name", "add_technician.name")
	f.Check(in.Name.Len() <= maxName, "name", "error.too_long")
	f.Check(in.Firm != "", "firm", "add_technician.firm")
	f.Check(len([]rune(in.Firm)) <= maxName, "firm", "error.too_long")
	f.Check(slices.Contains(Upkeeps(), in.Upkeep), "upkeep", "add_technician.upkeep")
	f.Check(in.Acknowledged != "", "acknowledged", "add_technician.acknowledged", law.TableSecrecyDuty)
	if err := f.Err(); err != nil {
		return "", err
	}
	err = s.Gate.Do(ctx, by, access.AddTechnician, access.Whole(by.Livc), func(tx *deed.Tx) error {
		if in.Acknowledged > tx.Today {
			return livc.Invalid("edit_person.privacy_day", law.TableSecrecyDuty).At("acknowledged")
		}
		made = tx.NewID()
		tx.Made(made)
		in.ID = made
		return s.Book.InsertTechnician(ctx, tx, in)
	})
	return made, err
}

// RemoveTechnician takes away who maintains the machines no more. The secrecy stays (R2.5.1-a).
func (s *Service) RemoveTechnician(ctx context.Context, by deed.By, technician livc.ID) error {
	return s.Gate.Do(ctx, by, access.RemoveTechnician, access.Whole(by.Livc), func(tx *deed.Tx) error {
		if technician == "" {
			return livc.Invalid("technicians.choose").At("technician")
		}
		return s.Book.DeleteTechnician(ctx, tx, technician)
	})
}

// Technicians lists who maintains the machines, for the municipality and its data protection officer.
func (s *Service) Technicians(ctx context.Context, by deed.By) (list []Technician, err error) {
	err = s.Gate.Look(ctx, by, access.ViewTechnicians, access.Whole(by.Livc), func(tx *deed.Tx) error {
		list, err = s.Book.Technicians(ctx, tx)
		return err
	})
	return list, err
}
