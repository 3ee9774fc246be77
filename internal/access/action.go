// Package access knows who may do what: one table of permits (permits.go), the facts a permit may ask
// about, and Decide, which answers allow, deny with its norm, or hide. It knows no database, no page
// and no key; package deed asks it inside the transaction of every deed, reads included.
package access

import "beraad.eu/livc"

// Action names one thing that can be done or looked at. Its text is the stem of the feature: the same
// word names the file of the use case, its page, its test and its keys in the language files.
type Action string

// Object is what an action is about. Only ID is needed; Case, Meeting and Item say where it belongs,
// when the caller knows.
type Object struct {
	Kind                      ObjectKind
	ID                        livc.ID
	Case, Meeting, Item, Seat livc.ID
}

// ObjectKind is the kind of thing an action is about; it says which facts the store gathers.
type ObjectKind string

// The kinds of object.
const (
	OfLivc         ObjectKind = "livc"         // the LIVC R itself
	OfOrganisation ObjectKind = "organisation" // a partner
	OfHat          ObjectKind = "hat"          // a person in one function
	OfReferral     ObjectKind = "referral"     // aanmelding
	OfCase         ObjectKind = "case"         // casus
	OfInvitation   ObjectKind = "invitation"   // uitnodiging
	OfMeeting      ObjectKind = "meeting"      // vergadering
	OfItem         ObjectKind = "item"         // agendapunt
	OfAction       ObjectKind = "action"       // afspraak
	OfDossier      ObjectKind = "dossier"      // eigen dossier
	OfContainer    ObjectKind = "container"    // bewaarplaats
	OfDrawer       ObjectKind = "drawer"       // eigen lade
)

// ObjectKinds lists the kinds of object.
func ObjectKinds() []ObjectKind {
	return []ObjectKind{OfLivc, OfOrganisation, OfHat, OfReferral, OfCase, OfInvitation, OfMeeting, OfItem, OfAction, OfDossier, OfContainer, OfDrawer}
}

// Whole is the object of actions that concern the LIVC R as such.
func Whole(id livc.ID) Object { return Object{Kind: OfLivc, ID: id} }

// Case is the object of actions on one case.
func Case(id livc.ID) Object { return Object{Kind: OfCase, ID: id, Case: id} }
