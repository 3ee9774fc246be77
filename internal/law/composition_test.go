package law_test

import (
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

func threeSeats() []law.Seat {
	return []law.Seat{
		{Person: "karim", Function: livc.Mayor},
		{Person: "sofie", Function: livc.Officer, Clearance: law.SecretLevel, ClearedUntil: today},
		{Person: "nele", Function: livc.Coordinator},
	}
}

// proves R0.2-b, R2.3-b, R2.3-c, R2.3.3-a, X-L-c
func TestThreeSeatsAreHeldByThreePersons(t *testing.T) {
	missing := func(seats []law.Seat) string {
		m, ok := law.Composition(seats, today)
		if ok {
			return ""
		}
		haveText(t, m[0].Key)
		return string(m[0].Seat)
	}
	for _, c := range []struct {
		says    string
		seats   []law.Seat
		missing string
	}{
		{"mayor, police and prevention officer make a table", threeSeats(), ""},
		{"mayor and representative may both sit", append(threeSeats(), law.Seat{Person: "rita", Function: livc.Representative}), ""},
		{"the representative sits for the mayor", append(threeSeats()[1:], law.Seat{Person: "rita", Function: livc.Representative}), ""},
		{"without the mayor there is no table", threeSeats()[1:], "mayor"},
		{"without the prevention officer there is no table", threeSeats()[:2], "prevention"},
		{"without the police there is no table", []law.Seat{threeSeats()[0], threeSeats()[2]}, "police"},
		{"a participant fills no seat", append(threeSeats()[:2], law.Seat{Person: "ruben", Function: livc.Participant}), "prevention"},
		{"one person does not fill two seats", append(threeSeats()[:2], law.Seat{Person: "karim", Function: livc.Coordinator}), "prevention"},
		{"a second person frees the mayor for one seat", append(threeSeats()[:2],
			law.Seat{Person: "karim", Function: livc.Coordinator}, law.Seat{Person: "rita", Function: livc.Representative}), ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			if got := missing(c.seats); got != c.missing {
				t.Errorf("missing seat %q, want %q", got, c.missing)
			}
		})
	}
}

// proves X-L-d
func TestInvariant2_ThePoliceSeatIsClearedSecretOnTheDay(t *testing.T) {
	for _, c := range []struct {
		says  string
		level law.Clearance
		until livc.Day
		ok    bool
	}{
		{"secret until today is valid today", law.SecretLevel, today, true},
		{"very secret is more than enough", law.VerySecret, "2030-01-01", true},
		{"confidential is not enough", law.Confidential, "2030-01-01", false},
		{"no clearance is not enough", law.NotCleared, "2030-01-01", false},
		{"a clearance that ended yesterday is over", law.SecretLevel, today.Add(0, 0, -1), false},
		{"a clearance without a last day is not known to be valid", law.SecretLevel, "", false},
	} {
		t.Run(c.says, func(t *testing.T) {
			seats := threeSeats()
			seats[1].Clearance, seats[1].ClearedUntil = c.level, c.until
			missing, ok := law.Composition(seats, today)
			if ok != c.ok {
				t.Fatalf("a table: %v", ok)
			}
			if !ok && missing[0].Norm != law.PoliceCleared {
				t.Errorf("refused by %s", missing[0].Norm)
			}
			entry := law.Entry{Function: livc.Officer, Invited: true, Acknowledged: true, Framework: police, Seat: seats[1]}
			if may := law.MayEnter(entry, today) == nil; may != c.ok {
				t.Errorf("enters the item: %v", may)
			}
		})
	}
}

// proves R2.3.1-a, R2.3.1-b
func TestOnlyTheMayorOrTheRepresentativeChairs(t *testing.T) {
	for _, f := range append(livc.Functions(), livc.System) {
		want := law.OnlyMayorChairs
		if f == livc.Mayor || f == livc.Representative {
			want = ""
		}
		check(t, sentence{"the " + string(f) + " in the chair", law.MayChair(f), want})
	}
}

// proves R0.0-b, R2.3-d, R2.3-e, R2.3.4-a, R4.1.2-c, X-C-e
func TestInvariant3_ExcludedBodiesCannotBeInvited(t *testing.T) {
	for _, x := range law.Exclusions() {
		check(t, sentence{"never " + x.Name[livc.Dutch], law.MayInviteCategory(x.Category), x.Norm})
	}
	for _, s := range law.Services() {
		check(t, sentence{"welcome " + s.Name[livc.Dutch], law.MayInviteCategory(s.Category), ""})
	}
	check(t, sentence{"a service nobody authorised", law.MayInviteCategory("helderziende"), law.MayorInvites})
	for _, must := range []law.Category{"ocad", "vsse", "adiv", "parket", "andere_politie", "advocaat", "ltf", "ntf"} {
		if law.MayInviteCategory(must) == nil {
			t.Errorf("%s could be invited", must)
		}
	}
	check(t, sentence{"the officer cannot chair", law.MayChair(livc.Officer), law.OnlyMayorChairs})
}

// proves R2.5.1-e, R2.5.1-f, X-F-a
func TestTheRegisterOfServicesNamesSecrecyAndNorm(t *testing.T) {
	seen, frenchOnes := map[law.Category]bool{}, 0
	for _, s := range law.Services() {
		if seen[s.Category] || len(law.Find(s.Norm)) == 0 || s.Secrecy == "" {
			t.Errorf("%s is named twice, or lacks norm or secrecy", s.Category)
		}
		seen[s.Category] = true
		if s.Regime == livc.RegimeFrench {
			frenchOnes++
		}
	}
	if frenchOnes != 25 {
		t.Errorf("%d kinds of services of the French Community, the decree names 25", frenchOnes)
	}
	if got := law.UsualSecrecy("clb"); len(got) != 1 || got[0] != livc.ProfessionalSecrecy {
		t.Errorf("a CLB is usually bound by %v", got)
	}
	if got := law.UsualSecrecy("school"); len(got) != 1 || got[0] != livc.Discretion {
		t.Errorf("a school is usually bound by %v", got)
	}
	if law.UsualSecrecy("helderziende") != nil {
		t.Error("an unknown service has a usual secrecy")
	}
}
