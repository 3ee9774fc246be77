// Package discussion holds the pages of what comes before the table: asking for a conversation, listening,
// the gates, the officer's check, the mayor's list and the answer to the referrer.
package discussion

import (
	"beraad.eu/internal/access"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/web/page"
)

// Before are the pages of what comes before the table.
type Before struct {
	Referrals *discussion.Referrals
	Origin    string // what a link begins with
}

// RoutesBefore are their addresses.
func RoutesBefore(s *discussion.Referrals, origin string) []page.Route {
	p := Before{s, origin}
	return []page.Route{
		{Pattern: "GET /refer", Action: access.ViewMyReferrals, Handle: p.mine},
		{Pattern: "POST /refer/conversation", Action: access.AskConversation, Handle: p.askConversation},
		{Pattern: "GET /refer/asked", Action: access.AskConversation, Handle: p.askedConversation},
		{Pattern: "POST /refer/withdraw/{referral}", Action: access.WithdrawReferral, Handle: p.withdraw},
		{Pattern: "GET /conversations", Action: access.ViewConversations, Handle: p.conversations},
		{Pattern: "GET /referral-links", Action: access.ViewLinks, Handle: p.links},
		{Pattern: "POST /referral-links", Action: access.MakeLink, Handle: p.links},
		{Pattern: "POST /referral-links/{link}/take-back", Action: access.TakeBackLink, Handle: p.takeBackLink},
		{Pattern: "GET /listen", Action: access.Listen, Handle: p.listen},
		{Pattern: "POST /listen", Action: access.Listen, Handle: p.listen},
		{Pattern: "GET /listen/kept", Action: access.Listen, Handle: p.kept},
		{Pattern: "GET /listen/to/{referral}", Action: access.Listen, Handle: p.listen},
		{Pattern: "POST /listen/to/{referral}", Action: access.Listen, Handle: p.listen},

		{Pattern: "GET /refer/write/{page}", Action: access.ViewDraft, Handle: p.write},
		{Pattern: "POST /refer/write/{page}", Action: access.KeepDraft, Handle: p.write},
		{Pattern: "GET /refer/sent", Action: access.ReferCase, Handle: p.sent},
		{Pattern: "GET /worries", Action: access.ViewWorries, Handle: p.worries},
		{Pattern: "POST /worries", Action: access.KeepWorry, Handle: p.worries},
		{Pattern: "POST /worries/{worry}/erase", Action: access.EraseWorry, Handle: p.eraseWorry},
		{Pattern: "GET /think-along", Action: access.ViewThinking, Handle: p.thinking},
		{Pattern: "POST /think-along", Action: access.ThinkAlong, Handle: p.thinking},
		{Pattern: "GET /think-along/{thinking}", Action: access.AnswerThinking, Handle: p.answerThinking},
		{Pattern: "POST /think-along/{thinking}", Action: access.AnswerThinking, Handle: p.answerThinking},
		{Pattern: "GET /questions", Action: access.ViewServiceAsk, Handle: p.questions},
		{Pattern: "POST /questions", Action: access.AnswerService, Handle: p.questions},

		{Pattern: "GET /list", Action: access.ViewList, Handle: p.list},
		{Pattern: "GET /list/{case}", Action: access.SetNextStep, Handle: p.nextStep},
		{Pattern: "POST /list/{case}", Action: access.SetNextStep, Handle: p.nextStep},
		{Pattern: "POST /list/{case}/who", Action: access.ShowIdentity, Handle: p.who},
		{Pattern: "GET /referrals/{referral}", Action: access.ViewReferral, Handle: p.desk},
		{Pattern: "GET /referrals/{referral}/duplicate", Action: access.ViewReferral, Handle: p.duplicate},
		{Pattern: "POST /referrals/{referral}/duplicate", Action: access.CheckDuplicate, Handle: p.checkDuplicate},
		{Pattern: "POST /referrals/{referral}/same", Action: access.JudgeDuplicate, Handle: p.judgeDuplicate},
		{Pattern: "GET /referrals/{referral}/threshold", Action: access.WeighThreshold, Handle: p.threshold},
		{Pattern: "POST /referrals/{referral}/threshold", Action: access.WeighThreshold, Handle: p.threshold},
		{Pattern: "GET /referrals/{referral}/more", Action: access.TellMore, Handle: p.tellMore},
		{Pattern: "POST /referrals/{referral}/more", Action: access.TellMore, Handle: p.tellMore},
		{Pattern: "GET /referrals/{referral}/officer", Action: access.HandToOfficer, Handle: p.handToOfficer},
		{Pattern: "POST /referrals/{referral}/officer", Action: access.HandToOfficer, Handle: p.handToOfficer},
		{Pattern: "GET /referrals/{referral}/decide", Action: access.DecideList, Handle: p.decide},
		{Pattern: "POST /referrals/{referral}/decide", Action: access.DecideList, Handle: p.decide},
		{Pattern: "GET /referrals/{referral}/answer", Action: access.AnswerReferrer, Handle: p.answerReferrer},
		{Pattern: "POST /referrals/{referral}/answer", Action: access.AnswerReferrer, Handle: p.answerReferrer},
		{Pattern: "GET /referrals/{referral}/ask", Action: access.AskService, Handle: p.askService},
		{Pattern: "POST /referrals/{referral}/ask", Action: access.AskService, Handle: p.askService},
		{Pattern: "GET /checks", Action: access.ViewChecks, Handle: p.checks},
		{Pattern: "GET /checks/{referral}", Action: access.ViewCheck, Handle: p.check},
		{Pattern: "POST /checks/{referral}", Action: access.AnswerCheck, Handle: p.check},
	}
}
