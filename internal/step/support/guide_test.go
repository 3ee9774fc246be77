package support

import (
	"slices"
	"testing"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

func hat(organisation livc.ID, f livc.Function, s HatState) Hat {
	return Hat{ID: livc.ID(f), Organisation: organisation, Function: f, State: s}
}

func cleared(h Hat, until livc.Day) Hat { h.ClearedUntil = until; return h }

// beginning is a municipality that was founded a moment ago.
func beginning() progress {
	return progress{today: "2026-11-24", by: livc.Mayor, municipality: Municipality{ID: "m", Organisation: "town"},
		network: Network{Organisations: []Organisation{{ID: "town", Municipality: "m"}, {ID: "police", Regime: livc.RegimePolice}}}}
}

// proves R1.3-a, R1.3-c, R2.0-a, R0.2-b, R2.3-b, X-L-d, R1.1-a
func TestTheGuideSaysHowFarFoundingIs(t *testing.T) {
	people := func(list ...Hat) func(*progress) { return func(p *progress) { p.network.People = list } }
	seats := []Hat{hat("town", livc.Mayor, HatActive), hat("town", livc.Coordinator, HatActive)}
	partner := Organisation{ID: "clb", Regime: livc.RegimeFlemish}
	appointed := seats[1]
	appointed.Appointed = "2026-11-20"

	for name, c := range map[string]struct {
		with   func(*progress)
		errand Errand
		want   Stage
	}{
		"nobody was entered":                       {func(*progress) {}, MayorEnrols, StageWaiting},
		"the mayor was invited and must act":       {people(hat("town", livc.Mayor, HatEntered)), MayorEnrols, StageElsewhere},
		"the mayor enrolled and waits":             {people(hat("town", livc.Mayor, HatEnrolled)), MayorEnrols, StageBegun},
		"the mayor is in":                          {people(seats...), MayorEnrols, StageDone},
		"the mayor of another town does not count": {people(hat("other", livc.Mayor, HatActive)), MayorEnrols, StageWaiting},
		"no list":                   {func(*progress) {}, ListMade, StageWaiting},
		"no list, read by the desk": {func(p *progress) { p.by = livc.Coordinator }, ListMade, StageElsewhere},
		"a list":                    {func(p *progress) { p.municipality.List = "l"; p.by = livc.Coordinator }, ListMade, StageDone},
		"one holder":                {func(p *progress) { p.holders = 1 }, TwoHolders, StageBegun},
		"two holders":               {func(p *progress) { p.holders = 2 }, TwoHolders, StageDone},
		"the question about the coordinator is open":   {people(seats...), CoordinatorList, StageWaiting},
		"the mayor keeps the list alone":               {func(p *progress) { p.municipality.ListAlone = "2026-11-24" }, CoordinatorList, StageNotNeeded},
		"the coordinator was appointed":                {people(appointed), CoordinatorList, StageDone},
		"two of three seats":                           {people(seats...), ThreeSeats, StageBegun},
		"three seats":                                  {people(append(seats, cleared(hat("police", livc.Officer, HatEntered), "2026-11-24"))...), ThreeSeats, StageDone},
		"a clearance that ended yesterday":             {people(append(seats, cleared(hat("police", livc.Officer, HatActive), "2026-11-23"))...), ThreeSeats, StageBegun},
		"a police seat without a clearance":            {people(append(seats, hat("police", livc.Officer, HatActive))...), ThreeSeats, StageBegun},
		"no data protection officer":                   {people(seats...), DPONamed, StageWaiting},
		"a data protection officer of the town":        {people(hat("town", livc.DPO, HatEntered)), DPONamed, StageDone},
		"a data protection officer of another partner": {people(hat("clb", livc.DPO, HatActive)), DPONamed, StageWaiting},
		"the town and the police are no partners":      {func(*progress) {}, ThreePartners, StageWaiting},
		"one partner":                                  {func(p *progress) { p.network.Organisations = append(p.network.Organisations, partner) }, ThreePartners, StageBegun},
		"three partners": {func(p *progress) {
			p.network.Organisations = append(p.network.Organisations, partner, partner, partner)
		}, ThreePartners, StageDone},
		"a draft of the protocol":        {func(*progress) {}, ProtocolInForce, StageBegun},
		"a protocol in force":            {func(p *progress) { p.marks.ProtocolInForce = "2026-11-24" }, ProtocolInForce, StageDone},
		"a meeting that is planned":      {func(p *progress) { p.marks.MeetingPlanned = true }, FirstMeeting, StageBegun},
		"a meeting, read by the founder": {func(p *progress) { p.by = livc.Founder }, FirstMeeting, StageElsewhere},
		"a meeting, read by the desk":    {func(p *progress) { p.by = livc.Coordinator }, FirstMeeting, StageWaiting},
		"a meeting that was held":        {func(p *progress) { p.marks.MeetingHeld = true }, FirstMeeting, StageDone},
	} {
		t.Run(name, func(t *testing.T) {
			p := beginning()
			c.with(&p)
			if got := p.stages()[c.errand]; got != c.want {
				t.Errorf("%s is %s, not %s", c.errand, got, c.want)
			}
		})
	}
}

func TestTheGuideIsOpenUntilEverythingIsDoneOrNotNeeded(t *testing.T) {
	g := Guide{Stages: map[Errand]Stage{}}
	for _, e := range Errands() {
		g.Stages[e] = StageDone
	}
	g.Stages[CoordinatorList] = StageNotNeeded
	if g.Open() {
		t.Error("a founding that is done stays open")
	}
	g.Stages[FirstMeeting] = StageElsewhere
	if !g.Open() {
		t.Error("somebody else still has to do something")
	}
}

// proves R2.3.5-m, Z8
func TestAPageOfTheLogHoldsOwnPeopleOnly(t *testing.T) {
	ours := map[livc.ID]bool{"a": true}
	line := func(i int64, hat livc.ID) LogLine {
		l := LogLine{Index: i}
		l.Entry.Hat, l.Entry.Authorised = hat, i%2 == 0
		return l
	}
	var leaves []LogLine
	for i := int64(200); i > 0; i-- {
		leaves = append(leaves, line(i, map[bool]livc.ID{true: "a", false: "b"}[i%2 == 0]))
	}
	p := pageOf(leaves, ours)
	if len(p.Lines) != logLines || p.Older == 0 {
		t.Fatalf("%d lines, older %d", len(p.Lines), p.Older)
	}
	for _, l := range p.Lines {
		if l.Entry.Hat != "a" || l.Refused {
			t.Errorf("line %d is of %s", l.Index, l.Entry.Hat)
		}
	}
	rest := pageOf(leaves[len(leaves)-int(p.Older)+1:], ours)
	if len(rest.Lines) != 50 || rest.Lines[0].Index >= p.Lines[49].Index {
		t.Errorf("the next page has %d lines from %d", len(rest.Lines), rest.Lines[0].Index)
	}
	if got := pageOf([]LogLine{line(3, "b"), line(1, "a")}, ours); len(got.Lines) != 1 || got.Older != 0 || !got.Lines[0].Refused {
		t.Errorf("the last page is %+v", got)
	}
}

// proves R2.3-b, X-L-d, R1.3-b
func TestTheGuideNamesWhoIsNext(t *testing.T) {
	p := beginning()
	desk, deputy := hat("town", livc.Coordinator, HatActive), hat("town", livc.Representative, HatActive)
	desk.KEM, deputy.KEM = []byte{1}, []byte{1}
	if g := p.guide(); len(g.Missing) != 3 || g.Officer != "" || g.Second != "" {
		t.Errorf("of a town without people it names %+v", g)
	}
	p.network.People = []Hat{hat("town", livc.Mayor, HatEntered), desk, hat("police", livc.Officer, HatActive)}
	if g := p.guide(); !slices.Equal(g.Missing, []law.SeatKind{law.PoliceSeat}) || g.Officer == "" || g.Second != desk.ID {
		t.Errorf("without a clearance it names %+v", g)
	}
	p.network.People = append(p.network.People, deputy)
	if g := p.guide(); g.Second != deputy.ID {
		t.Errorf("beside a representative it names %s for the list", g.Second)
	}
	p.network.People[2].ClearedUntil = p.today
	if g := p.guide(); len(g.Missing) > 0 || g.Officer != "" {
		t.Errorf("with three seats it still names %+v", g)
	}
}
