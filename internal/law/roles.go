package law

import (
	"slices"

	"beraad.eu/livc"
)

// Standing is what each participant says at the start. Dutch: hoedanigheid en mandaat (R2.3-f).
type Standing struct {
	Organisation  livc.ID
	SpeaksForSelf bool
	MandateKnown  bool // up to where one may decide
	BoundBy       []livc.Secrecy
	Function      livc.Function
}

// CheckStanding refuses a participant of whom one of the points is not known: organisation, function,
// mandate and the rules that bind (R2.3-f). Speaking for oneself or for the service is a yes or no.
func CheckStanding(s Standing) error {
	var f livc.Faults
	f.Check(s.Organisation != "", "organisation", "law.standing.organisation", Capacity)
	f.Check(s.Function != "", "function", "law.standing.function", Capacity)
	f.Check(s.MandateKnown, "mandate", "law.standing.mandate", Capacity)
	f.Check(len(s.BoundBy) > 0, "secrecy", "law.secrecy.choose", Capacity)
	return f.Err()
}

// CaseRoles are the roles of one followed case; an LIVC R may work without the two (R2.3.5-a).
type CaseRoles struct {
	ModelOn  bool    // the protocol uses manager and director
	Manager  livc.ID // person, casusmanager
	Director livc.ID // person, casusregisseur
	Contact  livc.ID // person who speaks with the one concerned; may be another
	Reach    Reach   // how far the manager's mandate goes
}

// Reach is how far the mandate of a case manager goes, as the table gives it (R2.3.5-c). Dutch:
// reikwijdte van het mandaat.
type Reach string

// The reaches. None of them is a power over a person, or over a service that says no (R1.2-b).
const (
	Tells     Reach = "tells"     // follows and tells the table
	Gathers   Reach = "gathers"   // brings the services of this case together
	Activates Reach = "activates" // may ask a service to act, in the name of the table
)

// Reaches lists the reaches.
func Reaches() []Reach { return []Reach{Tells, Gathers, Activates} }

// CheckRoles refuses a followed case without one manager, or, with the model on, without a director or
// with one person in both roles (R2.3.5-a, R2.3.5-b, R2.3.5-d, R5.1-a, R5.1-b, R5.1-d). Somebody is named for the
// contact with the person (R5.1-c). A manager has a mandate that everybody knows (R2.3.5-c).
func CheckRoles(r CaseRoles) error {
	var f livc.Faults
	f.Check(r.Contact != "", "contact", "law.roles.contact", ManagerAlone)
	f.Check(r.Manager == "" || slices.Contains(Reaches(), r.Reach), "reach", "law.roles.reach", ManagerAlone)
	if r.ModelOn {
		f.Check(r.Manager != "", "manager", "law.roles.manager", ManagerAlone)
		f.Check(r.Director != "", "director", "law.roles.director", TwoHands)
		f.Check(r.Manager == "" || r.Manager != r.Director, "director", "law.roles.two_people", TwoHands)
	}
	return f.Err()
}

// MayWriteProgress refuses progress of a case to everybody but its manager, who alone tells the others
// how it goes (R2.3.5-e).
func MayWriteProgress(r CaseRoles, by livc.ID) error {
	if r.Manager != "" && by == r.Manager {
		return nil
	}
	return livc.Denied("law.progress.manager_only", ManagerAlone)
}

// TooManyRoles tells whether one person holds so many roles that the page warns, above all the
// coordinator: minutes, referrer, manager, director (R2.3.3-b, R2.3.3-d). It warns and never blocks.
func TooManyRoles(roles int) bool { return roles > 2 }

// Named refuses a role that is switched on without a holder (R2.3.3-f).
func Named(switchedOn bool, holder livc.ID) error {
	if switchedOn && holder == "" {
		return livc.Invalid("law.roles.name_holder", RolesNamed).At("holder")
	}
	return nil
}
