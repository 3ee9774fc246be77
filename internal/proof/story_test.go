package proof

import (
	"beraad.eu/internal/canary"
	"beraad.eu/internal/deed"
	"beraad.eu/internal/law"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/step/followup"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/step/protocol"
	"beraad.eu/internal/step/support"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// world is a town in which every use case was done once, with a canary in every personal field.
type world struct {
	*storetest.Town
	flock   *canary.Flock
	objects map[string]livc.ID   // by the name that stands for it in an address
	others  map[string][]livc.ID // more of the same, for permits that ask something of the object
	open    map[livc.ID]string   // what everybody in the network may know, as a hat saw it
	few     bool                 // one person of each kind looks at the pages
	guest   livc.ID
	second  livc.ID // the case that the open item is about
	third   livc.ID // the case of the evening on paper
	// screens are what an address names at the table on screens, of which one item was closed and one is open.
	screens map[string]livc.ID
}

// newWorld plays the story of the town; every use case that has landed has its line here.
func newWorld(w *storetest.Town, f *canary.Flock) *world {
	return watched(w, f, func(*world, string) {})
}

// watched plays the story and lets watch look after each chapter.
func watched(w *storetest.Town, f *canary.Flock, watch func(x *world, chapter string)) *world {
	w.T.Helper()
	x := &world{Town: w, flock: f, others: map[string][]livc.ID{}, open: map[livc.ID]string{}, objects: map[string]livc.ID{"version": "1", "chapter": "purpose", "criterion": "none", "page": "1"}}
	settings := protocol.Basic()
	settings.WrittenReferral, settings.ThinkAlong, settings.OwnWorries = true, true, true
	w.ProtocolInForce(settings)
	w.Exec(`UPDATE organisation SET own_file = TRUE WHERE livc = $1`, w.Livc)
	for _, c := range []struct {
		name string
		play func()
	}{
		{"people", x.people}, {"around", x.around}, {"list", x.onTheList}, {"conversation", x.conversation}, {"invitations", x.invite}, {"table", x.sit},
		{"screens", x.onScreens}, {"paper", x.onPaper}, {"in writing", x.inWriting}, {"afterwards", x.afterwards}, {"to another town", x.toAnotherTown},
	} {
		c.play()
		watch(x, c.name)
	}
	return x
}

func (x *world) must(id livc.ID, err error) livc.ID {
	x.T.Helper()
	x.Must(err)
	return id
}

func (x *world) people() {
	s, ctx := x.Support, x.Context()
	_, err := s.FoundLivc(ctx, x.ID(), canary.Fill(x.flock, support.Founding{Name: "LIVC R Elders",
		Municipalities: []support.NewMunicipality{{Name: "gemeente Elders", Region: livc.Flanders}}, PoliceZone: "politiezone"}))
	x.Must(err)
	x.objects["organisation"] = x.Organisation["CLB"]
	for organisation, f := range map[livc.ID]livc.Function{x.Mayor.Controller: livc.Representative, x.Police: livc.Officer} {
		x.others["hat"] = append(x.others["hat"], x.must(s.EnterPerson(ctx, x.Founder, canary.Fill(x.flock, support.EnterPerson{Organisation: organisation,
			Function: f, SpeaksFor: "organisation", Mandate: support.Mandate{Text: "ten volle"}, Secrecy: []livc.Secrecy{livc.OfficialSecrecy}, Confirmed: true, ClearedUntil: "2028-01-01"}))))
	}
	x.objects["hat"] = x.must(s.EnterPerson(ctx, x.Coordinator, canary.Fill(x.flock, support.EnterPerson{Organisation: x.Organisation["CLB"],
		Function: livc.Participant, SpeaksFor: "organisation", Mandate: support.Mandate{Text: "eigen dienst"}, Secrecy: []livc.Secrecy{livc.ProfessionalSecrecy}, Confirmed: true})))
}

// around are the people beside the table: a changed role card, a contact in civil society, somebody technical.
func (x *world) around() {
	s, ctx, today := x.Support, x.Context(), livc.DayOf(x.Clock.Civil())
	x.Must(s.EditPerson(ctx, x.Coordinator, canary.Fill(x.flock, support.EditPerson{Hat: x.objects["hat"], SpeaksFor: "self", Mandate: support.Mandate{Text: "eigen dienst", From: today},
		Secrecy: []livc.Secrecy{livc.ProfessionalSecrecy}, Confirmed: true, PrivacyKnown: today})))
	x.must(s.AddContact(ctx, x.Coordinator, canary.Fill(x.flock, support.AddContact{Kind: support.YouthGroup, Name: "Jeugdhuis", Dialogue: support.BothTalk})))
	x.must(s.AddTechnician(ctx, x.Coordinator, canary.Fill(x.flock, support.Technician{Firm: "Intercommunale", Upkeep: support.Hosting, Acknowledged: today})))
}

func (x *world) onTheList() {
	x.objects["case"], x.second, x.third = x.listed(), x.listed(), x.listed()
}

// listed is a case on the list, told, weighed and checked.
func (x *world) listed() livc.ID {
	s, ctx := x.Referrals(), x.Context()
	told := discussion.Told{BirthYear: livc.NewSecret("2010"), Facts: []discussion.Fact{{Source: livc.NewSecret("seen")}}}
	r := x.must(s.Listen(ctx, x.Coordinator, canary.Fill(x.flock, discussion.Listen{Told: told, Sector: discussion.Education})))
	x.objects["referral"] = r
	x.Must(s.WeighThreshold(ctx, x.Coordinator, canary.Fill(x.flock, discussion.WeighThreshold{Referral: r, Direction: discussion.ToMayor,
		Weight: discussion.Weight{Answers: make([]discussion.CriterionAnswer, 1)}})))
	x.Must(s.HandToOfficer(ctx, x.Coordinator, discussion.HandToOfficer{Referral: r, Officer: x.Officer.Hat}))
	_, _, err := s.OfficerCheck(ctx, x.Officer, r)
	x.Must(err)
	x.Must(s.AnswerCheck(ctx, x.Officer, r, law.MayGoOnAgenda))
	_, err = s.CheckDuplicate(ctx, x.Coordinator, r)
	x.Must(err)
	c := x.must(s.DecideList(ctx, x.Mayor, canary.Fill(x.flock, discussion.DecideList{Referral: r, Verdict: discussion.OnList})))
	x.Must(s.SetNextStep(ctx, x.Coordinator, c, x.secret()))
	x.Must(s.AnswerReferrer(ctx, x.Coordinator, r, []string{discussion.ReferrerSentences()[0].Stem}))
	return c
}

// secret is a personal text that stands in no struct.
func (x *world) secret() livc.Secret { return canary.Fill(x.flock, text{}).Text }

// conversation leaves what still waits: a request, and a referral with a note for the officer.
func (x *world) conversation() {
	s, ctx := x.Referrals(), x.Context()
	x.others["referral"] = append(x.others["referral"], x.must(s.AskConversation(ctx, x.CLB, "")))
	told := discussion.Told{BirthYear: livc.NewSecret("1999"), Facts: []discussion.Fact{{Source: livc.NewSecret("heard")}}}
	r := x.must(s.Listen(ctx, x.Coordinator, canary.Fill(x.flock, discussion.Listen{Told: told, Sector: discussion.Youth})))
	x.Must(s.HandToOfficer(ctx, x.Coordinator, discussion.HandToOfficer{Referral: r, Officer: x.Officer.Hat}))
	x.objects["referral"] = r
}

func (x *world) invite() {
	s, ctx, c := x.Invitations(), x.Context(), x.objects["case"]
	m := storetest.PlannedMeeting(x.Town, c, x.second)
	x.objects["meeting"] = m
	answer := func(by deed.By, reply law.Reply, holder livc.ID) livc.ID {
		i := x.must(s.ChooseParticipants(ctx, x.Coordinator, canary.Fill(x.flock, invitation.ChooseParticipants{Meeting: m, Case: c, Hat: by.Hat, Holder: holder})))
		_, err := s.SendInvitations(ctx, x.Mayor, m, c)
		x.Must(err)
		x.Must(s.ReadSecrecy(ctx, by, i))
		x.Must(s.AnswerInvitation(ctx, by, canary.Fill(x.flock, invitation.AnswerInvitation{Invitation: i, Reply: reply})))
		return i
	}
	x.objects["invitation"] = answer(x.CLB, law.Comes, x.objects["hat"])
	answer(x.CAW, law.Comes, "")
	answer(x.OCMW, law.DoesNotCome, "")
	x.planScreens()
}

// sit holds the meeting: a guest comes, the case is weighed, decided, reported and closed.
func (x *world) sit() {
	x.Days(21)
	e := &storetest.Evening{Town: x.Town, Table: x.Tables(), Case: x.Case(x.objects["case"]), Meeting: x.objects["meeting"]}
	for _, p := range e.View().Points {
		if p.OfCase() && p.Case == e.Case.ID {
			e.Item = p.ID
		}
	}
	x.objects["item"] = e.Item
	e.Arrive()
	x.guest = x.must(e.Table.StandIn(x.Context(), x.Coordinator, canary.Fill(x.flock, discussion.StandIn{Meeting: e.Meeting,
		Organisation: x.Organisation["OCMW"], Seat: discussion.AdHocSeat, Appointed: true, Briefed: true, Acknowledged: true})))
	x.Must(e.Table.OpenMeeting(x.Context(), x.Coordinator, discussion.OpenMeeting{Meeting: e.Meeting, Chair: e.Who(e.Mayor), SecrecyRead: true}))
	x.Must(e.Table.OpenItem(x.Context(), x.Coordinator, canary.Fill(x.flock, discussion.OpenItem{Item: e.Item, Inside: e.Everybody(),
		Outside: []livc.ID{x.guest}, KnowsBest: e.Who(e.CLB)})))
	e.Decided(livc.OutcomeFollowUp)
	x.agree(e)
	x.report(e)
	x.Must(e.Table.CloseItem(x.Context(), x.Coordinator, discussion.CloseItem{Item: e.Item, Substantive: true}))
	x.leaveOpen(e)
}

// leaveOpen opens the next item and leaves it open: what can be done at the table can be done there.
func (x *world) leaveOpen(e *storetest.Evening) {
	for _, p := range e.View().Points {
		if p.Case == x.second {
			x.others["item"] = []livc.ID{p.ID}
		}
	}
	x.Must(e.Table.OpenItem(x.Context(), x.Coordinator, canary.Fill(x.flock, discussion.OpenItem{Item: x.others["item"][0], Inside: []livc.ID{e.Who(x.Mayor),
		e.Who(x.Officer), e.Who(x.Coordinator)}, Outside: []livc.ID{e.Who(x.CLB), e.Who(x.CAW), x.guest}, KnowsBest: e.Who(x.Coordinator)})))
}

// onPaper enters an evening at which no screen was on.
func (x *world) onPaper() {
	s, ctx := x.Invitations(), x.Context()
	m := x.must(s.PlanMeeting(ctx, x.Coordinator, invitation.PlanMeeting{Day: livc.DayOf(x.Clock.Civil()), Clock: "20:00", Place: "Zaal 1",
		Mode: livc.Paper, Kind: invitation.OperationalMeeting}))
	x.must(s.PutOnAgenda(ctx, x.Coordinator, m, x.third))
	e := &storetest.Evening{Town: x.Town, Table: x.Tables(), Case: x.Case(x.third), Meeting: m}
	for _, p := range e.View().Points {
		if p.OfCase() {
			e.Item = p.ID
		}
	}
	in := []livc.ID{e.Who(x.Mayor), e.Who(x.Officer), e.Who(x.Coordinator)}
	x.Must(e.Table.CheckIn(ctx, x.Coordinator, discussion.CheckIn{Meeting: m, Present: in, Acknowledged: in}))
	in = []livc.ID{e.Who(x.Mayor), e.Who(x.Officer), e.Who(x.Coordinator)}
	x.Must(e.Table.EnterPaper(ctx, x.Coordinator, canary.Fill(x.flock, discussion.EnterPaper{Meeting: m, Item: e.Item, Inside: in,
		Stops: discussion.Stops(), AskedProtects: true, AskedConcerns: true, Domains: weighed(), Decision: e.Decision(livc.OutcomeRegular)})))
}

// weighed looks at every domain.
func weighed() (list []discussion.DomainWeighed) {
	for _, d := range discussion.Domains() {
		list = append(list, discussion.DomainWeighed{Domain: d, Protects: 1, Concerns: 1})
	}
	return list
}

func (x *world) agree(e *storetest.Evening) {
	t, ctx, today := e.Table, x.Context(), livc.DayOf(x.Clock.Civil())
	x.must(t.AskQuestion(ctx, x.Coordinator, canary.Fill(x.flock, discussion.AskQuestion{Item: e.Item, Domain: discussion.Domains()[0]})))
	x.objects["action"] = x.must(t.AgreeAction(ctx, x.Coordinator, canary.Fill(x.flock, discussion.AgreeAction{Item: e.Item, Kind: law.CareAction,
		Holder: e.Who(x.CLB), Due: today.Add(0, 1, 0), Betrays: "no", OwnYes: true, TaskChecked: true, ParentsKnow: discussion.KnownYes})))
	x.Must(t.InformPerson(ctx, x.Coordinator, canary.Fill(x.flock, discussion.InformPerson{Item: e.Item, Choice: discussion.InformNow,
		Agreed: e.Everybody(), Safe: true, By: e.Who(x.CLB)})))
	x.Must(t.StartPath(ctx, x.Coordinator, canary.Fill(x.flock, discussion.StartPath{Item: e.Item,
		Goals:    []discussion.NewGoal{{Domain: discussion.Domains()[0], Due: today.Add(0, 3, 0)}},
		Criteria: []livc.ID{e.Desk().Criteria[0].ID}, Manager: e.Who(x.CLB), Reach: law.Gathers, Director: e.Who(x.Coordinator), Contact: e.Who(x.CAW), Toward: "person", NextReview: today.Add(0, 3, 0)})))
}

// report feeds back to the LTF and freezes the report.
func (x *world) report(e *storetest.Evening) {
	t, ctx := e.Table, x.Context()
	_, err := t.ChooseFeedback(ctx, x.Coordinator, e.Item, true)
	x.Must(err)
	x.Must(t.AddLine(ctx, x.Coordinator, canary.Fill(x.flock, discussion.AddLine{Item: e.Item, Side: "protects", Source: law.FactSources()[0], Declared: true})))
	x.Must(t.AskedBothSides(ctx, x.Coordinator, e.Item, true, true, x.secret()))
	x.Must(t.AdoptSheet(ctx, x.Coordinator, discussion.AdoptSheet{Item: e.Item, ReadAloud: true, Agreed: e.Everybody()}))
	_, err = t.AgreeReport(ctx, x.Coordinator, canary.Fill(x.flock, discussion.AgreeReport{Item: e.Item, Lang: "nl", ReadAloud: true, Agreed: true}))
	x.Must(err)
}

// inWriting is everything that the protocol must switch on first: worries, thinking along, a referral on
// the form, and a question to a service.
func (x *world) inWriting() {
	s, ctx := x.Referrals(), x.Context()
	x.objects["worry"] = x.must(s.KeepWorry(ctx, x.CLB, canary.Fill(x.flock, discussion.KeepWorry{})))
	x.objects["thinking"] = x.must(s.ThinkAlong(ctx, x.CLB, canary.Fill(x.flock, discussion.ThinkAlong{})))
	asked := x.must(s.ThinkAlong(ctx, x.CAW, canary.Fill(x.flock, discussion.ThinkAlong{})))
	x.Must(s.AnswerThinking(ctx, x.Coordinator, canary.Fill(x.flock, discussion.AnswerThinking{ID: asked, Advice: discussion.AskAdvice})))
	told := discussion.Told{BirthYear: livc.NewSecret("2001"), Facts: []discussion.Fact{{Source: livc.NewSecret("seen")}}}
	x.Must(s.KeepDraft(ctx, x.CLB, canary.Fill(x.flock, discussion.Draft{Told: []discussion.Told{told}})))
	r := x.must(s.ReferCase(ctx, x.CLB, canary.Fill(x.flock, discussion.ReferCase{Told: told, SelfChecked: true, Team: law.Yes, Sector: discussion.Education,
		Consent: discussion.ConsentInformed})))
	x.byLink()
	q := x.must(s.AskService(ctx, x.Mayor, canary.Fill(x.flock, discussion.AskService{Referral: r, Hat: x.CAW.Hat, WithName: true})))
	x.Must(s.AnswerService(ctx, x.CAW, canary.Fill(x.flock, discussion.AnswerService{ID: q})))
}

// keeping does the deeds of the own dossiers in this town.
func keeping(w *storetest.Town) *processing.Service {
	return &processing.Service{Gate: w.Gate, Book: store.Processing{}, Wipe: w.DB.Wipe}
}

// afterwards keeps an own dossier with a note, and asks for an extension.
func (x *world) afterwards() {
	s, ctx := keeping(x.Town), x.Context()
	x.Must(follow(x.Town).ReportProgress(ctx, x.CLB, x.objects["action"], canary.Fill(x.flock, followup.ReportProgress{State: livc.ActionRunning})))
	d := x.must(s.Register(ctx, x.CLB, x.objects["case"], canary.Fill(x.flock, processing.Register{Item: x.objects["item"], Manner: processing.KeptHere, KeepsOn: true})))
	x.objects["dossier"] = d
	x.Must(s.AddNote(ctx, x.CLB, d, canary.Fill(x.flock, processing.EntryText{})))
	x.objects["extension"] = x.must(s.WriteExtension(ctx, x.CLB, d, canary.Fill(x.flock, processing.WriteExtension{Criteria: law.Criteria()[:1],
		Until: x.Today().Add(2, 0, 0), Discussed: x.Today()})))
	other := x.must(s.Register(ctx, x.CAW, x.objects["case"], canary.Fill(x.flock, processing.Register{Item: x.objects["item"], Manner: processing.KeptHere})))
	x.objects["proof"] = x.must(s.EraseNow(ctx, x.CAW, other))
	x.objects["sheet"] = livc.ID(bytesOf(x.Town, `SELECT id FROM ltf_sheet WHERE livc = $1 AND item = $2`, x.Livc, x.objects["item"]))
}

// toAnotherTown makes a file of a case and opens it; the town is its own neighbour here.
func (x *world) toAnotherTown() {
	s, ctx := x.Referrals(), x.Context()
	in := discussion.SendCase{Case: x.third, To: x.Address(), Compared: true, BirthYear: true, Town: true, Follow: discussion.OthersFollow}
	file, err := s.SendCase(ctx, x.Mayor, canary.Fill(x.flock, in))
	x.Must(err)
	x.others["referral"] = append(x.others["referral"], x.must(s.ReceiveCase(ctx, x.Coordinator, file)))
}

// follow does the deeds of the follow-up in this town.
func follow(w *storetest.Town) *followup.Service {
	return &followup.Service{Gate: w.Gate, Book: store.Followup{}}
}

// byLink lets a professional who is no member refer by a link; one more waits.
func (x *world) byLink() {
	s, ctx := x.Referrals(), x.Context()
	link := func() discussion.NewLink {
		made, err := s.MakeLink(ctx, x.Coordinator, canary.Fill(x.flock, discussion.MakeLink{Sector: discussion.Education, Secrecy: livc.ProfessionalSecrecy, Spoken: true}))
		x.Must(err)
		return made
	}
	made := link()
	pass, err := s.OpenLink(ctx, made.ID, made.Code)
	x.Must(err)
	told := discussion.Told{BirthYear: livc.NewSecret("2010"), Facts: []discussion.Fact{{Source: livc.NewSecret("seen")}}}
	x.Must(s.ReferByLink(ctx, "", canary.Fill(x.flock, discussion.ReferByLink{Pass: pass, Told: told, SelfChecked: true, Team: law.Yes})))
	x.objects["link"] = link().ID
}
