// Package invitation holds the pages of step 3 and of planning a meeting: meetings, agenda, who is
// needed, invitations, answers, and the papers of an evening.
package invitation

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/step/invitation"
	"beraad.eu/internal/step/processing"
	"beraad.eu/internal/web/page"
	"beraad.eu/livc"
)

// Pages are the pages of step 3. Houses tells where the data of a case are.
type Pages struct {
	Service *invitation.Service
	Houses  *processing.Service
}

// Routes are the addresses of step 3. Addresses hold random ids only.
func Routes(s *invitation.Service, houses *processing.Service) []page.Route {
	p := Pages{s, houses}
	list := []page.Route{
		{Pattern: "GET /meetings", Action: access.ViewMeetings, Handle: p.meetings},
		{Pattern: "GET /meetings/plan", Action: access.PlanMeeting, Handle: p.planMeeting},
		{Pattern: "POST /meetings/plan", Action: access.PlanMeeting, Handle: p.planMeeting},
		{Pattern: "GET /meetings/{meeting}", Action: access.ViewMeeting, Handle: p.agenda},
		{Pattern: "GET /meetings/{meeting}/agenda/{item}", Action: access.EditAgenda, Handle: p.item},
		{Pattern: "POST /meetings/{meeting}/agenda/{item}", Action: access.EditAgenda, Handle: p.item},
		{Pattern: "POST /meetings/{meeting}/case", Action: access.EditAgenda, Handle: p.putCase},
		{Pattern: "POST /meetings/{meeting}/topic", Action: access.EditAgenda, Handle: p.putTopic},
		{Pattern: "POST /meetings/{meeting}/ready", Action: access.EditAgenda, Handle: p.ready},
		{Pattern: "POST /meetings/{meeting}/cancel", Action: access.EditAgenda, Handle: p.cancel},
		{Pattern: "GET /meetings/{meeting}/papers", Action: access.PrintPack, Handle: p.papers},
		{Pattern: "GET /meetings/{meeting}/print", Action: access.PrintPack, Handle: p.print},
	}
	return append(list, p.inviting()...)
}

func (p Pages) inviting() []page.Route {
	return []page.Route{
		{Pattern: "GET /meetings/{meeting}/cases/{case}", Action: access.ViewNeeded, Handle: p.needed},
		{Pattern: "POST /meetings/{meeting}/cases/{case}", Action: access.SendInvitations, Handle: p.send},
		{Pattern: "GET /meetings/{meeting}/cases/{case}/{hat}", Action: access.ChooseParticipants, Handle: p.choose},
		{Pattern: "POST /meetings/{meeting}/cases/{case}/{hat}", Action: access.ChooseParticipants, Handle: p.choose},
		{Pattern: "POST /meetings/{meeting}/cases/{case}/{hat}/drop", Action: access.ChooseParticipants, Handle: p.drop},
		{Pattern: "GET /meetings/{meeting}/answers", Action: access.ViewAnswers, Handle: p.answers},
		{Pattern: "GET /meetings/{meeting}/answers/{invitation}", Action: access.ViewAnswers, Handle: p.answer},
		{Pattern: "POST /meetings/{meeting}/answers/{invitation}/spoken", Action: access.RecordSpoken, Handle: p.spoken},
		{Pattern: "POST /meetings/{meeting}/answers/{invitation}/briefed", Action: access.RecordSpoken, Handle: p.briefed},
		{Pattern: "POST /meetings/{meeting}/answers/{invitation}/talk", Action: access.NoteRefusalTalk, Handle: p.talk},
		{Pattern: "GET /invitations/{invitation}", Action: access.ViewInvitation, Handle: p.letter},
		{Pattern: "POST /invitations/{invitation}", Action: access.AnswerInvitation, Handle: p.reply},
		{Pattern: "POST /invitations/{invitation}/secrecy", Action: access.ReadSecrecy, Handle: p.readSecrecy},
		{Pattern: "GET /invitations/{invitation}/not", Action: access.ViewInvitation, Handle: p.decline},
		{Pattern: "POST /invitations/{invitation}/not", Action: access.AnswerInvitation, Handle: p.decline},
		{Pattern: "POST /invitations/{invitation}/mandate", Action: access.NoteMandate, Handle: p.mandate},
	}
}

// ids reads the parts of an address.
func ids(r *page.Request, names ...string) (list []livc.ID, err error) {
	for _, n := range names {
		id, err := r.ID(n)
		if err != nil {
			return nil, err
		}
		list = append(list, id)
	}
	return list, nil
}

func meetingAddress(m livc.ID) string    { return "/meetings/" + string(m) }
func caseAddress(m, c livc.ID) string    { return meetingAddress(m) + "/cases/" + string(c) }
func hatAddress(m, c, h livc.ID) string  { return caseAddress(m, c) + "/" + string(h) }
func answersAddress(m livc.ID) string    { return meetingAddress(m) + "/answers" }
func answerAddress(m, i livc.ID) string  { return answersAddress(m) + "/" + string(i) }
func invitationAddress(i livc.ID) string { return "/invitations/" + string(i) }
func itemAddress(m, item livc.ID) string { return meetingAddress(m) + "/agenda/" + string(item) }
func papersAddress(m livc.ID) string     { return meetingAddress(m) + "/papers" }

// tableAddress is where the meeting is held, a page of the next step.
func tableAddress(m livc.ID) string { return meetingAddress(m) + "/table" }
