// Package table holds the pages of a meeting that sits: who is there, the coordinator's screen at one
// item, decisions, agreements, the sheet for the LTF, the report, the screen in the room, and an evening
// on paper that is entered afterwards. Pages hold no rules.
package table

import (
	"slices"
	"time"

	"beraad.eu/internal/access"
	"beraad.eu/internal/identity"
	"beraad.eu/internal/live"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
)

// Pages are the pages of the table.
type Pages struct {
	Table  *discussion.Table
	Origin string // what people type, for the screen in the room
	Hub    *live.Hub
	// Guesses bounds the codes that one address types on a screen.
	Guesses *identity.Limiter
}

// The guesses of one address on a screen in the room (settled 38).
const (
	guesses     = 5
	guessWindow = 15 * time.Minute
	guessers    = 1024
)

// Routes are the addresses of the table.
func Routes(t *discussion.Table, hub *live.Hub, origin string) []page.Route {
	p := Pages{Table: t, Hub: hub, Origin: origin}
	return slices.Concat(p.meeting(), p.item(), p.agreed(), p.following(), p.own())
}

// Wall are the addresses of the screen in the room, on which nobody is signed in.
func Wall(t *discussion.Table, hub *live.Hub) []page.Route {
	p := Pages{Table: t, Hub: hub, Guesses: &identity.Limiter{Max: guesses, Window: guessWindow, Size: guessers}}
	return []page.Route{
		{Pattern: "GET /screen", Action: access.AskScreen, Public: true, Handle: p.wall},
		{Pattern: "POST /screen", Action: access.AskScreen, Public: true, Handle: p.wall},
		{Pattern: "GET " + screenLive, Action: access.AskScreen, Public: true, Handle: p.followWall},
	}
}

func (p Pages) meeting() []page.Route {
	return []page.Route{
		{Pattern: "GET /meetings/{meeting}/table", Action: access.ViewMeeting, Handle: p.table},
		{Pattern: "POST /meetings/{meeting}/check-in", Action: access.CheckIn, Handle: p.checkIn},
		{Pattern: "POST /meetings/{meeting}/open", Action: access.OpenMeeting, Handle: p.open},
		{Pattern: "GET /meetings/{meeting}/stand-in", Action: access.StandIn, Handle: p.standIn},
		{Pattern: "POST /meetings/{meeting}/stand-in", Action: access.StandIn, Handle: p.standIn},
		{Pattern: "GET /meetings/{meeting}/items/{item}/open", Action: access.OpenItem, Handle: p.openItem},
		{Pattern: "POST /meetings/{meeting}/items/{item}/open", Action: access.OpenItem, Handle: p.openItem},
		{Pattern: "GET /meetings/{meeting}/items/{item}/paper", Action: access.EnterPaper, Handle: p.paper},
		{Pattern: "POST /meetings/{meeting}/items/{item}/paper", Action: access.EnterPaper, Handle: p.paper},
		{Pattern: "POST /meetings/{meeting}/attest", Action: access.AttestPaper, Handle: p.attest},
		{Pattern: "POST /meetings/{meeting}/close", Action: access.CloseMeeting, Handle: p.closeMeeting},
		{Pattern: "GET /meetings/{meeting}/room", Action: access.ViewMeeting, Handle: p.room},
		{Pattern: "GET /meetings/{meeting}/screen", Action: access.PairScreen, Handle: p.screen},
		{Pattern: "POST /meetings/{meeting}/screen", Action: access.PairScreen, Handle: p.screen},
		{Pattern: "POST /meetings/{meeting}/blind", Action: access.PairScreen, Handle: p.blind},
	}
}

func (p Pages) item() []page.Route {
	return []page.Route{
		{Pattern: "GET /items/{item}", Action: access.ViewItem, Handle: p.desk},
		{Pattern: "POST /items/{item}/phase", Action: access.MovePhase, Handle: p.movePhase},
		{Pattern: "POST /items/{item}/guide", Action: access.MovePhase, Handle: p.guide},
		{Pattern: "POST /items/{item}/resume", Action: access.MovePhase, Handle: p.resume},
		{Pattern: "POST /items/{item}/weigh", Action: access.Weigh, Handle: p.weigh},
		{Pattern: "POST /items/{item}/stops", Action: access.Weigh, Handle: p.stops},
		{Pattern: "POST /items/{item}/question", Action: access.AskQuestion, Handle: p.question},
		{Pattern: "POST /items/{item}/decide", Action: access.Decide_, Handle: p.decide},
		{Pattern: "POST /items/{item}/stop", Action: access.StopDanger, Handle: p.stop},
		{Pattern: "POST /items/{item}/quiet", Action: access.MovePhase, Handle: p.quiet},
		{Pattern: "GET /items/{item}/screens", Action: access.ViewItem, Handle: p.leaveScreens},
		{Pattern: "POST /items/{item}/screens", Action: access.LeaveScreens, Handle: p.leaveScreens},
		{Pattern: "GET /items/{item}/people", Action: access.StepInOut, Handle: p.people},
		{Pattern: "POST /items/{item}/people", Action: access.StepInOut, Handle: p.people},
		{Pattern: "GET /items/{item}/close", Action: access.CloseItem, Handle: p.closeItem},
		{Pattern: "POST /items/{item}/close", Action: access.CloseItem, Handle: p.closeItem},
	}
}

func (p Pages) agreed() []page.Route {
	return []page.Route{
		{Pattern: "GET /items/{item}/path", Action: access.NameManager, Handle: p.path},
		{Pattern: "POST /items/{item}/path", Action: access.NameManager, Handle: p.path},
		{Pattern: "GET /items/{item}/action", Action: access.AgreeAction, Handle: p.action},
		{Pattern: "POST /items/{item}/action", Action: access.AgreeAction, Handle: p.action},
		{Pattern: "GET /items/{item}/inform", Action: access.InformPerson, Handle: p.inform},
		{Pattern: "POST /items/{item}/inform", Action: access.InformPerson, Handle: p.inform},
		{Pattern: "GET /cases/{case}/informed", Action: access.InformResult, Handle: p.informed},
		{Pattern: "POST /cases/{case}/informed", Action: access.InformResult, Handle: p.informed},
		{Pattern: "GET /items/{item}/feedback", Action: access.FillSheet, Handle: p.feedback},
		{Pattern: "POST /items/{item}/feedback", Action: access.FillSheet, Handle: p.chooseFeedback},
		{Pattern: "GET /items/{item}/feedback/print", Action: access.ViewItem, Handle: p.printSheet},
		{Pattern: "POST /items/{item}/feedback/line", Action: access.FillSheet, Handle: p.addLine},
		{Pattern: "POST /items/{item}/feedback/drop", Action: access.FillSheet, Handle: p.dropLine},
		{Pattern: "POST /items/{item}/feedback/sides", Action: access.FillSheet, Handle: p.sides},
		{Pattern: "POST /items/{item}/feedback/adopt", Action: access.FillSheet, Handle: p.adopt},
		{Pattern: "GET /items/{item}/card", Action: access.ShowCard, Handle: p.card},
		{Pattern: "POST /items/{item}/card", Action: access.ShowCard, Handle: p.card},
		{Pattern: "GET /items/{item}/report", Action: access.AgreeReport, Handle: p.report},
		{Pattern: "POST /items/{item}/report", Action: access.AgreeReport, Handle: p.report},
	}
}

// own are the addresses of the own screen at a table on screens.
func (p Pages) own() []page.Route {
	const at = "/meetings/{meeting}/items/{item}"
	return []page.Route{
		{Pattern: "GET /meetings/{meeting}/mine", Action: access.MyScreen, Handle: p.mine},
		{Pattern: "POST /meetings/{meeting}/seat", Action: access.TakeSeat, Handle: p.takeSeat},
		{Pattern: "GET /meetings/{meeting}/prepare", Action: access.Prepare, Handle: p.prepare},
		{Pattern: "POST /meetings/{meeting}/prepare", Action: access.Prepare, Handle: p.prepare},
		{Pattern: "POST /meetings/{meeting}/door", Action: access.GiveDoor, Handle: p.giveDoor},
		{Pattern: "POST /meetings/{meeting}/ask-chair", Action: access.AskChair, Handle: p.askChair},
		{Pattern: "POST " + at + "/share", Action: access.ShareFact, Handle: p.share},
		{Pattern: "GET " + at + "/facts/{fact}", Action: access.MyScreen, Handle: p.fact},
		{Pattern: "POST " + at + "/facts/{fact}", Action: access.ChangeFact, Handle: p.fact},
		{Pattern: "POST " + at + "/answer", Action: access.AnswerAtTable, Handle: p.answer},
		{Pattern: "POST " + at + "/lines", Action: access.AnswerAtTable, Handle: p.askLines},
		{Pattern: "POST " + at + "/object", Action: access.AnswerAtTable, Handle: p.object},
		{Pattern: "POST " + at + "/first", Action: access.Prepare, Handle: p.first},
		{Pattern: "POST " + at + "/known", Action: access.Prepare, Handle: p.known},
		{Pattern: "POST " + at + "/take", Action: access.TakeQuestion, Handle: p.takeQuestion},
		{Pattern: "POST " + at + "/who", Action: access.ShowName, Handle: p.name},
		{Pattern: "POST " + at + "/name", Action: access.BringName, Handle: p.bringName},
		{Pattern: "GET " + at + "/sheet", Action: access.MyScreen, Handle: p.sheet},
		{Pattern: "POST " + at + "/sheet", Action: access.FillSheet, Handle: p.sheet},
	}
}
