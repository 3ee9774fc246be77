package access

import "slices"

// replacing are the actions that put something in the place of what stood there. A form for one of them
// that was shown before somebody else did the same to the same thing is stale: the gate answers with who
// was first, and nothing is overwritten unseen. An action that adds something, such as a note or a
// question, may be done twice; what may be done once only says so itself.
var replacing = []Action{
	SwitchOwnFile, EditPerson, RecordClearance, AppointForList, AnswerProtocol, PutInForce,
	TellMore, WeighThreshold, JudgeDuplicate, HandToOfficer, AnswerCheck, DecideList, SetNextStep, AskService, AnswerReferrer, MakeAddress,
	ChooseParticipants, AnswerInvitation, RecordSpoken, NoteRefusalTalk, NoteMandate,
	OpenItem, Decide_, NameManager, InformPerson, InformResult, AgreeReport, EnterPaper,
	AnswerAction, PlanFollowUp, GivePlan, WriteExtension, SignExtension, CloseCase, LookBack,
}

// Aside tells whether an action is for who does it alone, or for the chair alone: nobody else hears of it, also
// not as the last change before the own form (E6).
func Aside(a Action) bool { return a == Prepare }

// Replaces tells whether an action puts something in the place of what stood there.
func Replaces(a Action) bool { return slices.Contains(replacing, a) }
