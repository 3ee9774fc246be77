package access_test

import (
	"maps"
	"os"
	"reflect"
	"regexp"
	"slices"
	"testing"

	"beraad.eu/internal/access"
	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// today is the day on which the norms of the table must hold.
const today livc.Day = "2026-11-24"

func allows(a access.Action, f livc.Function, facts access.Facts) bool {
	return access.Decide(a, f, facts).Answer == access.Allow
}

// allowed lists what a function may do when every fact speaks for it.
func allowed(f livc.Function) (list []access.Action) {
	for _, a := range access.Actions() {
		if allows(a, f, all()) {
			list = append(list, a)
		}
	}
	return list
}

func TestEveryFactIsTested(t *testing.T) {
	n := 0
	typ := reflect.TypeFor[access.Facts]()
	for i := range typ.NumField() {
		if typ.Field(i).Type == reflect.TypeFor[access.Truth]() {
			n++
		}
	}
	if n != len(facts) {
		t.Errorf("there are %d facts, the tests know %d", n, len(facts))
	}
}

// proves Z3: a fact that is not known never allows anything.
func TestZ3_AnUnknownFactNeverAllows(t *testing.T) {
	for _, a := range access.Actions() {
		for _, f := range functions() {
			if allows(a, f, access.Facts{}) {
				t.Errorf("%s may %s when nothing is known", f, a)
			}
			for _, r := range relations() {
				for _, x := range facts {
					less := r.facts
					*x.at(&less) = access.Unknown
					if allows(a, f, less) && !allows(a, f, r.facts) {
						t.Errorf("%s may %s as %s only when %s is unknown", f, a, r.name, x.name)
					}
				}
			}
		}
	}
	for says, d := range map[string]access.Decision{
		"an action without a row":        access.Decide("no_such_deed", livc.Mayor, all()),
		"a function that does not exist": access.Decide(access.ViewNetwork, "ocad", all()),
	} {
		if d.Answer != access.Hide {
			t.Errorf("%s is answered with %d", says, d.Answer)
		}
	}
}

// proves Z4: losing a function, a key or a place never opens anything.
func TestZ4_LosingSomethingNeverOpensAnything(t *testing.T) {
	for _, a := range access.Actions() {
		for _, f := range functions() {
			for _, r := range relations() {
				for _, x := range facts {
					less := r.facts
					*x.at(&less) = access.No
					if allows(a, f, less) && !allows(a, f, r.facts) {
						t.Errorf("%s may %s as %s only without %s", f, a, r.name, x.name)
					}
				}
			}
		}
	}
}

// proves Z7: who left finds nothing any more, whatever else is true; what does not exist is hidden alike.
func TestZ7_WhoLeftFindsNothing(t *testing.T) {
	for _, a := range access.Actions() {
		for _, f := range livc.Functions() {
			left, gone := all(), all()
			left.Active, gone.Exists = access.No, access.No
			for _, facts := range []access.Facts{left, gone} {
				if d := access.Decide(a, f, facts); d.Answer != access.Hide {
					t.Errorf("%s: %s is told something about %s", a, f, a)
				}
			}
		}
	}
}

// proves Z8, R2.3.1-b, R1.3-b, R2.3-e
func TestInvariant3_ThePoliceNeverChairAndExcludedBodiesDoNotExist(t *testing.T) {
	chairing := []access.Action{access.MintList, access.AppointForList, access.KeepListAlone, access.PutInForce, access.DecideList,
		access.SendInvitations, access.PlanMeeting, access.OpenMeeting, access.CloseMeeting, access.OpenItem, access.StepInOut,
		access.AttestPaper, access.ChooseParticipants, access.PrintPack, access.ViewList, access.ShowIdentity, access.ViewCase, access.Register}
	for _, a := range chairing {
		if allows(a, livc.Officer, all()) {
			t.Errorf("the police may %s", a)
		}
	}
	if err := law.MayChair(livc.Officer); err == nil {
		t.Error("the law lets the police chair")
	}
	for _, x := range law.Exclusions() {
		if slices.Contains(livc.Functions(), livc.Function(x.Category)) || law.MayInviteCategory(x.Category) == nil {
			t.Errorf("%s can sit at the table", x.Category)
		}
	}
}

// proves Z8: the data protection officer, the founder and the clock read no content.
func TestZ8_WhoOnlyWatchesReadsNoContent(t *testing.T) {
	for f, want := range map[livc.Function][]access.Action{
		livc.DPO: {access.ViewToday, access.ViewNetwork, access.ViewPerson, access.SwitchOwnFile, access.ViewProtocol, access.ViewLog,
			access.ViewSteps, access.ViewTechnicians},
		livc.Founder: {access.ViewToday, access.ViewNetwork, access.AddPartner, access.ViewPerson, access.EnterPerson, access.InvitePerson,
			access.ConfirmPerson, access.RemovePerson, access.ViewGuide, access.ViewProtocol, access.EditProtocol, access.SignExtension,
			access.EditPerson, access.SetContactPoint, access.ViewSteps},
	} {
		if got := allowed(f); !slices.Equal(sorted(got), sorted(want)) {
			t.Errorf("%s may %v\nand should %v", f, got, want)
		}
	}
	for _, p := range access.Permits {
		if slices.Contains(p.Who, livc.System) && (p.Read || len(p.Who) > 1) {
			t.Errorf("the clock reads with %s, or shares the row with people", p.Action)
		}
	}
}

func sorted(list []access.Action) []access.Action { return slices.Sorted(slices.Values(list)) }

// Every name of a deed in the table of permits has a row, and every row a reason that holds today.
func TestZ2_EveryDeedHasAPermitWithANormThatHolds(t *testing.T) {
	source, err := os.ReadFile("permits.go")
	if err != nil {
		t.Fatal(err)
	}
	known := map[access.Action]bool{}
	for _, a := range access.Actions() {
		known[a] = true
	}
	names := regexp.MustCompile(`Action = "([a-z_]+)"`).FindAllStringSubmatch(string(source), -1)
	for _, m := range names {
		if !known[access.Action(m[1])] {
			t.Errorf("%s has a name and no permit", m[1])
		}
	}
	if len(names) != len(known) {
		t.Errorf("%d names, %d deeds in the table", len(names), len(known))
	}
	for _, p := range access.Permits {
		if len(p.Who) == 0 || !slices.Contains(access.ObjectKinds(), p.Of) {
			t.Errorf("the row of %s is for nobody or about nothing", p.Action)
		}
		if len(p.Norms) == 0 && !slices.Contains(withoutNorm, p.Action) {
			t.Errorf("%s rests on no norm", p.Action)
		}
		for _, n := range append(conditionNorms(p), p.Norms...) {
			if _, ok := law.On(n, today); !ok {
				t.Errorf("%s rests on %s, which does not hold on %s", p.Action, n, today)
			}
		}
	}
}

// withoutNorm are deeds that no law asks for: the first page and the clock of a practice installation.
var withoutNorm = []access.Action{access.ViewToday, access.MoveClock}

func conditionNorms(p access.Permit) (list []livc.NormID) {
	for _, c := range p.When {
		list = append(list, c.Norm)
	}
	return list
}

// network are the functions of the network; a guest comes for one point and is in none.
func network() []livc.Function {
	return slices.DeleteFunc(livc.Functions(), livc.Function.Visits)
}

// Every permission has somebody of the network whom it refuses: a deed that everybody could do is listed here.
func TestEveryPermissionRefusesSomebody(t *testing.T) {
	forAll := map[access.Action]bool{access.ViewToday: true, access.ViewNetwork: true, access.ViewPerson: true, access.ViewProtocol: true, access.ViewSteps: true}
	for _, a := range access.Actions() {
		refused := slices.ContainsFunc(network(), func(f livc.Function) bool { return !allows(a, f, all()) })
		if refused == forAll[a] {
			t.Errorf("%s: refuses somebody is %v", a, refused)
		}
		delete(forAll, a)
	}
	for a := range maps.Keys(forAll) {
		t.Errorf("%s is no deed", a)
	}
}

// A refusal tells a norm only to who already knows that the thing exists.
func TestARefusalTellsItsNormOrHides(t *testing.T) {
	for _, p := range access.Permits {
		for _, c := range p.When {
			if c.Denies && c.Norm == "" {
				t.Errorf("%s denies without a norm", c.Name)
			}
		}
	}
	cases := map[string]struct {
		d    access.Decision
		want livc.Kind
	}{
		"a closed case is told to who is inside": {access.Decide(access.OpenItem, livc.Coordinator, closed(who("x", "municipal"))), livc.DeniedKind},
		"a list that is not held is hidden":      {access.Decide(access.ViewList, livc.Coordinator, who("x", "municipal").facts), livc.NotFoundKind},
		"an item from outside is hidden":         {access.Decide(access.ViewItem, livc.Coordinator, who("x", "municipal").facts), livc.NotFoundKind},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := livc.KindOf(c.d.Err()); got != c.want {
				t.Errorf("the answer is %s", got)
			}
		})
	}
	if err := access.Decide(access.ViewNetwork, livc.DPO, all()).Err(); err != nil {
		t.Errorf("an allowed deed answers %v", err)
	}
}

func closed(r relation) access.Facts {
	r.facts.CaseOpen = access.No
	return r.facts
}

// forGuests are the deeds of a guest: to the door of one point, and away. What a guest may inside that point
// stands here too, and nothing else.
var forGuests = []access.Action{access.MyScreen, access.ShareFact, access.ChangeFact, access.AnswerAtTable, access.ShowName, access.ViewMeeting, access.ViewVisit, access.GuestSecrecy, access.GuestLeaves}

// proves Z9, R2.3.6-c
func TestZ9_AGuestMayNothingButTheOwnVisit(t *testing.T) {
	for _, a := range access.Actions() {
		listed := slices.Contains(forGuests, a)
		if access.Names(a, livc.Guest) != listed {
			t.Errorf("%s: a row names guests is %v", a, !listed)
		}
		if !listed && access.Decide(a, livc.Guest, all()).Answer != access.Hide {
			t.Errorf("%s is not hidden from a guest", a)
		}
	}
	t.Run("without an own seat none of it", func(t *testing.T) {
		for _, a := range forGuests {
			if access.Decide(a, livc.Guest, who("stranger").facts).Answer != access.Hide {
				t.Errorf("%s is not hidden from a guest of another meeting", a)
			}
		}
	})
}
