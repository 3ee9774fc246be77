package access

import "beraad.eu/livc"

// The actions, in the order of the playbook. Each name is the stem of a feature.
const (
	// Founding, people and network (steps 1 and 2).
	ViewToday        Action = "today"
	ViewNetwork      Action = "network"
	AddPartner       Action = "add_partner"
	AddContact       Action = "add_contact"
	NoteDialogue     Action = "note_dialogue"
	RemoveContact    Action = "remove_contact"
	ViewTechnicians  Action = "technicians"
	AddTechnician    Action = "add_technician"
	RemoveTechnician Action = "remove_technician"
	SetContactPoint  Action = "contact_point"
	ViewSteps        Action = "steps"
	ReviewStep       Action = "review_step"
	ViewMakeup       Action = "who_sits"
	ViewPerson       Action = "person"
	SwitchOwnFile    Action = "own_file"
	EnterPerson      Action = "enter_person"
	EditPerson       Action = "edit_person"
	InvitePerson     Action = "invite_person"
	ConfirmPerson    Action = "confirm_person"
	RemovePerson     Action = "remove_person"
	AppointForList   Action = "appoint_for_list"
	RecordClearance  Action = "record_clearance"
	MintList         Action = "mint_list"
	ViewKeys         Action = "waiting_keys"
	GiveKey          Action = "give_key"
	ViewGuide        Action = "founding_guide"
	KeepListAlone    Action = "keep_list_alone"
	ViewProtocol     Action = "protocol"
	EditProtocol     Action = "edit_protocol"
	PutInForce       Action = "put_in_force"
	AnswerProtocol   Action = "answer_protocol"
	ViewLog          Action = "view_log"
	ViewStandIns     Action = "stand_ins"
	AppointStandIn   Action = "appoint_stand_in"
	ViewStandInHour  Action = "stand_in_hour"
	TickStandIn      Action = "tick_stand_in"

	// Before the table (step 4, drempels 1 to 3).
	AskConversation   Action = "ask_conversation"
	ViewConversations Action = "conversations"
	ViewMyReferrals   Action = "my_referrals"
	Listen            Action = "listen"
	ReferCase         Action = "refer_case"
	WithdrawReferral  Action = "withdraw_referral"
	ViewReferral      Action = "referral"
	CheckDuplicate    Action = "check_duplicate"
	JudgeDuplicate    Action = "judge_duplicate"
	WeighThreshold    Action = "threshold"
	TellMore          Action = "tell_more"
	HandToOfficer     Action = "hand_to_officer"
	ViewChecks        Action = "officer_checks"
	ViewCheck         Action = "officer_note"
	AnswerCheck       Action = "officer_check"
	ViewList          Action = "list"
	DecideList        Action = "decide_list"
	ShowIdentity      Action = "show_identity"
	SetNextStep       Action = "next_step"
	AskService        Action = "ask_service"
	ViewServiceAsk    Action = "service_question"
	AnswerService     Action = "answer_service"
	ViewWorries       Action = "worries"
	KeepWorry         Action = "keep_worry"
	EraseWorry        Action = "erase_worry"
	ViewDraft         Action = "referral_draft"
	KeepDraft         Action = "keep_draft"
	EraseDraft        Action = "erase_draft"
	ThinkAlong        Action = "think_along"
	ViewThinking      Action = "thinking"
	AnswerThinking    Action = "answer_thinking"
	ViewCase          Action = "case"
	ViewLinks         Action = "referral_links"
	MakeLink          Action = "make_link"
	TakeBackLink      Action = "take_back_link"
	OpenLink          Action = "open_link"     // a named professional types the code of a link; nobody is signed in
	ReferByLink       Action = "refer_by_link" // and refers, once
	ViewAddress       Action = "transfer_address"
	MakeAddress       Action = "make_address"
	ViewTransfer      Action = "transfer"
	SendCase          Action = "send_case"
	WordsBack         Action = "words_back"
	ReceiveCase       Action = "receive_case"

	// Invitation (step 3, on the screens between list and table).
	ChooseParticipants Action = "choose_participants"
	SendInvitations    Action = "send_invitations"
	ViewInvitation     Action = "invitation"
	ReadSecrecy        Action = "read_secrecy"
	AnswerInvitation   Action = "answer_invitation"
	ViewAnswers        Action = "answers"
	NoteRefusalTalk    Action = "refusal_talk"
	RecordSpoken       Action = "record_spoken"
	ViewNeeded         Action = "who_is_needed"
	NoteMandate        Action = "mandate"

	// The meeting (step 4, at the table).
	ViewMeetings Action = "meetings"
	PlanMeeting  Action = "plan_meeting"
	ViewMeeting  Action = "meeting"
	EditAgenda   Action = "agenda"
	PrintPack    Action = "print_pack"
	OpenMeeting  Action = "open_meeting"
	CheckIn      Action = "check_in"
	PairScreen   Action = "pair_screen"
	StandIn      Action = "stand_in"
	OpenItem     Action = "open_item"
	StepInOut    Action = "step_in_out"
	ViewItem     Action = "item"
	MovePhase    Action = "move_phase"
	Weigh        Action = "weigh"
	AskQuestion  Action = "ask_question"
	Decide_      Action = "decide"
	AgreeAction  Action = "agree_action"
	FillSheet    Action = "ltf_sheet"
	InformPerson Action = "inform_person"
	InformResult Action = "inform_result"
	ShowCard     Action = "card_shown"
	StopDanger   Action = "stop_danger"
	AgreeReport  Action = "report"
	CloseItem    Action = "close_item"

	// The table on screens (step 4): who is inside acts on the own screen.
	MyScreen      Action = "my_screen"
	TakeSeat      Action = "take_seat"
	Prepare       Action = "prepare"
	ShareFact     Action = "share_fact"
	ChangeFact    Action = "change_fact"
	TakeQuestion  Action = "take_question"
	AnswerAtTable Action = "answer_at_table" // yes, no, an objection: the log never has which
	ShowName      Action = "show_name"
	BringName     Action = "bring_name"
	AskChair      Action = "ask_chair"
	GiveDoor      Action = "give_door"
	LeaveScreens  Action = "leave_screens"
	CloseMeeting  Action = "close_meeting"
	EnterPaper    Action = "paper_evening"
	AttestPaper   Action = "attest_paper"

	// Afterwards (steps 5, 6 and 7).
	ViewActions    Action = "my_actions"
	AnswerAction   Action = "answer_action"
	ReportProgress Action = "report_progress"
	NameManager    Action = "name_manager"
	PlanFollowUp   Action = "plan_follow_up"
	GivePlan       Action = "give_plan"
	ViewPlan       Action = "plan"
	ReportStuck    Action = "report_stuck"
	ViewDossiers   Action = "own_dossiers"
	ViewDossier    Action = "own_dossier"
	ViewLooks      Action = "who_looked"
	ViewHouses     Action = "houses"
	Register       Action = "register"
	KeepNote       Action = "keep_note"
	HandOverSheet  Action = "hand_over_sheet"
	ViewTerms      Action = "terms"
	WriteExtension Action = "write_extension"
	SignExtension  Action = "sign_extension"
	EraseNow       Action = "erase_now"
	RunClocks      Action = "run_clocks"
	ConfirmDay     Action = "confirm_day"
	CloseCase      Action = "close_case"
	LookBack       Action = "look_back"
	AnswerReferrer Action = "answer_referrer"
	MoveClock      Action = "move_clock"
	SignCheckpoint Action = "sign_checkpoint"

	// Sign-in: rows of the installation, LIVC R "0". These are deeds of the system for a person.
	SignIn       Action = "sign_in"
	RefuseSignIn Action = "refuse_sign_in"
	Enrol        Action = "enrol"
	AskScreen    Action = "ask_screen" // a screen in the room, which nobody is signed in on
	GuessCode    Action = "guess_code"
	ChangeAccess Action = "change_access"
	FoundLivc    Action = "found_livc"
	SendMail     Action = "send_mail"
)

var (
	chair       = []livc.Function{livc.Mayor, livc.Representative}
	chairDesk   = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator}
	desk        = []livc.Function{livc.Coordinator}
	managers    = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Officer, livc.Participant, livc.Founder}
	table       = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Officer, livc.Participant}
	everyone    = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Officer, livc.Participant, livc.DPO, livc.Founder}
	officer     = []livc.Function{livc.Officer}
	holders     = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Participant}
	dpo         = []livc.Function{livc.DPO}
	system      = []livc.Function{livc.System}
	deskOfficer = []livc.Function{livc.Coordinator, livc.Officer}
	deskDPO     = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.DPO}
	deskFound   = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Founder}
)

func when(c ...Condition) []Condition        { return c }
func because(n ...livc.NormID) []livc.NormID { return n }

// Permits is the whole of who may do what. Read a row as: these functions may do this action on this
// kind of object, when these conditions hold, because of these norms. What is not here is nobody's.
var Permits = []Permit{
	// Founding, people and network: R1.1-a, R2.3-f, R2.3.3-e, R2.5.3-e, R6.2-u, R6.2-v, R6.2-q.
	{Action: ViewToday, Of: OfLivc, Who: everyone, Read: true},
	{Action: ViewNetwork, Of: OfLivc, Who: everyone, Read: true, Norms: because("p-roles-named")},
	{Action: AddPartner, Of: OfLivc, Who: deskFound, When: when(municipal), Norms: because("p-roles-named", "memo-excluded")},
	{Action: AddContact, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("p-civil-society")},
	{Action: NoteDialogue, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("p-civil-society")},
	{Action: RemoveContact, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("p-civil-society")},
	{Action: ViewTechnicians, Of: OfLivc, Who: deskDPO, When: when(municipal), Read: true, Norms: because("gdpr-29", "gdpr-32")},
	{Action: AddTechnician, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("gdpr-29", "gdpr-32")},
	{Action: RemoveTechnician, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("gdpr-29", "gdpr-32")},
	{Action: SetContactPoint, Of: OfLivc, Who: deskFound, When: when(municipal), Norms: because("p-local-choice", "p-know-your-rules")},
	{Action: ViewSteps, Of: OfLivc, Who: everyone, Read: true, Norms: because("p-steps-recur")},
	{Action: ReviewStep, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("p-steps-recur", "p-coordinator-bounds")},
	{Action: ViewMakeup, Of: OfLivc, Who: chairDesk, When: when(municipal), Read: true, Norms: because("p-coordinator-bounds", "p-small-numbers")},
	{Action: SwitchOwnFile, Of: OfOrganisation, Who: dpo, When: when(own), Norms: because("gdpr-37", "vl-own-dossier")},
	{Action: EnterPerson, Of: OfLivc, Who: deskFound, When: when(municipal), Norms: because("livc-3-1-invites", "p-roles-named")},
	{Action: EditPerson, Of: OfHat, Who: deskFound, When: when(municipal), Norms: because("p-roles-named", "p-coordinator-bounds")},
	{Action: ViewPerson, Of: OfHat, Who: everyone, Read: true, Norms: because("p-roles-named")},
	{Action: InvitePerson, Of: OfHat, Who: deskFound, When: when(municipal), Norms: because("livc-3-1-invites", "gdpr-29")},
	{Action: ConfirmPerson, Of: OfHat, Who: managers, When: when(listManager, own), Norms: because("gdpr-29")},
	{Action: RemovePerson, Of: OfHat, Who: managers, When: when(listManager, own), Norms: because("gdpr-29")},
	{Action: AppointForList, Of: OfHat, Who: chair, When: when(listHolder), Norms: because("livc-3-2-list")},
	{Action: MintList, Of: OfLivc, Who: []livc.Function{livc.Mayor}, When: when(municipal), Norms: because("livc-3-2-list")},
	{Action: RecordClearance, Of: OfHat, Who: chairDesk, When: when(municipal), Norms: because("livc-3-1-clearance")},
	{Action: KeepListAlone, Of: OfLivc, Who: chair, When: when(listHolder), Norms: because("livc-3-2-list")},
	{Action: ViewGuide, Of: OfLivc, Who: deskFound, When: when(municipal), Read: true, Norms: because("livc-2")},
	{Action: ViewKeys, Of: OfDrawer, Who: table, When: when(own), Read: true, Norms: because("gdpr-29")},
	{Action: GiveKey, Of: OfContainer, Who: table, When: when(own), Norms: because("gdpr-29")},
	{Action: ViewProtocol, Of: OfLivc, Who: everyone, Read: true, Norms: because("p-roles-named")},
	{Action: EditProtocol, Of: OfLivc, Who: deskFound, When: when(municipal), Norms: because("p-roles-named")},
	{Action: EditProtocol, Of: OfLivc, Who: system, Norms: because("p-roles-named")},
	{Action: AnswerProtocol, Of: OfOrganisation, Who: chairDesk, When: when(municipal), Norms: because("p-roles-named")},
	{Action: AnswerProtocol, Of: OfOrganisation, Who: table, When: when(own), Norms: because("p-roles-named")},
	{Action: PutInForce, Of: OfLivc, Who: chair, When: when(municipal), Norms: because("p-roles-named")},
	{Action: ViewLog, Of: OfLivc, Who: dpo, Read: true, Norms: because("gdpr-32")},
	{Action: ViewStandIns, Of: OfLivc, Who: chairDesk, When: when(municipal), Read: true, Norms: because("p-roles-named", "p-coordinator-bounds")},
	{Action: AppointStandIn, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("p-roles-named", "p-coordinator-bounds")},
	{Action: ViewStandInHour, Of: OfDrawer, Who: desk, When: when(own), Read: true, Norms: because("p-coordinator-bounds", "gdpr-29")},
	{Action: TickStandIn, Of: OfDrawer, Who: desk, When: when(own), Norms: because("p-coordinator-bounds")},

	// Before the table: R4.1-a to -i, R4.1.2-a, R4.3-h, R2.3.2-b/c, X-L-f.
	{Action: AskConversation, Of: OfLivc, Who: table, Norms: because("vl-referral", "vl-oral-referral")},
	{Action: ViewConversations, Of: OfLivc, Who: chairDesk, When: when(municipal), Read: true, Norms: because("vl-oral-referral")},
	{Action: ViewMyReferrals, Of: OfDrawer, Who: table, When: when(own), Read: true, Norms: because("p-contributors-say")},
	{Action: Listen, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("vl-referral", "vl-oral-referral")},
	{Action: ReferCase, Of: OfLivc, Who: table, Norms: because("vl-referral", "vl-oral-referral")},
	{Action: WithdrawReferral, Of: OfReferral, Who: table, When: when(own), Norms: because("p-contributors-say")},
	{Action: ViewReferral, Of: OfReferral, Who: chairDesk, When: when(listHolder), Read: true, Norms: because("livc-3-2-list")},
	{Action: CheckDuplicate, Of: OfReferral, Who: chairDesk, When: when(listHolder), Read: true, Norms: because("livc-3-2-list")},
	{Action: JudgeDuplicate, Of: OfReferral, Who: chairDesk, When: when(listHolder), Norms: because("livc-3-2-list")},
	{Action: WeighThreshold, Of: OfReferral, Who: chairDesk, When: when(listHolder), Norms: because("livc-3-2-list", "p-referral-gates")},
	{Action: TellMore, Of: OfReferral, Who: chairDesk, When: when(listHolder), Norms: because("livc-3-2-list", "vl-oral-referral")},
	{Action: HandToOfficer, Of: OfReferral, Who: chairDesk, When: when(listHolder), Norms: because("p-officer-bridges")},
	{Action: ViewChecks, Of: OfLivc, Who: officer, When: when(cleared), Read: true, Norms: because("p-officer-bridges")},
	{Action: ViewCheck, Of: OfReferral, Who: officer, When: when(cleared), Read: true, Norms: because("p-officer-bridges")},
	{Action: AnswerCheck, Of: OfReferral, Who: officer, When: when(cleared), Norms: because("p-officer-bridges", "p-hold")},
	{Action: ViewList, Of: OfLivc, Who: chairDesk, When: when(listHolder), Read: true, Norms: because("livc-3-2-list")},
	{Action: DecideList, Of: OfReferral, Who: chair, When: when(listHolder), Norms: because("livc-3-2-list")},
	{Action: ShowIdentity, Of: OfCase, Who: chairDesk, When: when(listHolder), Read: true, Norms: because("livc-3-2-list")},
	{Action: SetNextStep, Of: OfCase, Who: chairDesk, When: when(listHolder, caseOpen), Norms: because("livc-3-2-list")},
	{Action: AskService, Of: OfReferral, Who: chair, When: when(listHolder), Norms: because("livc-3-2-list")},
	{Action: ViewServiceAsk, Of: OfDrawer, Who: table, When: when(own), Read: true, Norms: because("livc-3-2-list")},
	{Action: AnswerService, Of: OfDrawer, Who: table, When: when(own), Norms: because("livc-3-2-list", "vl-free")},
	{Action: ViewWorries, Of: OfDrawer, Who: table, When: when(own), Read: true, Norms: because("p-referral-gates")},
	{Action: KeepWorry, Of: OfDrawer, Who: table, When: when(own), Norms: because("p-referral-gates")},
	{Action: EraseWorry, Of: OfDrawer, Who: table, When: when(own), Norms: because("p-referral-gates")},
	{Action: ViewDraft, Of: OfDrawer, Who: table, When: when(own), Read: true, Norms: because("vl-referral")},
	{Action: KeepDraft, Of: OfDrawer, Who: table, When: when(own), Norms: because("vl-referral", "vl-oral-referral")},
	{Action: EraseDraft, Of: OfDrawer, Who: table, When: when(own), Norms: because("vl-referral")},
	{Action: ThinkAlong, Of: OfLivc, Who: table, Norms: because("p-referral-gates")},
	{Action: ViewThinking, Of: OfLivc, Who: table, Read: true, Norms: because("p-referral-gates")},
	{Action: AnswerThinking, Of: OfLivc, Who: desk, When: when(municipal), Norms: because("p-referral-gates")},
	{Action: ViewCase, Of: OfCase, Who: chairDesk, When: when(sheetHeld), Read: true, Norms: because("livc-4-3", "livc-3-2-path")},

	// By a link that is used once, after a conversation: R4.1.2-a, R4.1-h, R4.1-i. Who refers has no hat.
	{Action: ViewLinks, Of: OfLivc, Who: chairDesk, When: when(municipal), Read: true, Norms: because("vl-referral", "vl-oral-referral")},
	{Action: MakeLink, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("vl-referral", "vl-oral-referral")},
	{Action: TakeBackLink, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("vl-oral-referral", "gdpr-32")},
	{Action: OpenLink, Of: OfLivc, Who: system, Norms: because("gdpr-32")},
	{Action: ReferByLink, Of: OfLivc, Who: system, Norms: because("vl-referral", "sw-458ter-2")},
	// To and from another municipality: R4.1.4-a.
	{Action: ViewAddress, Of: OfLivc, Who: chairDesk, When: when(listHolder), Read: true, Norms: because("livc-3-2-list", "p-mayor-to-mayor")},
	{Action: MakeAddress, Of: OfLivc, Who: chairDesk, When: when(listHolder), Norms: because("livc-3-2-list", "p-mayor-to-mayor")},
	{Action: ViewTransfer, Of: OfCase, Who: chairDesk, When: when(listHolder), Read: true, Norms: because("livc-3-2-list", "p-mayor-to-mayor")},
	{Action: SendCase, Of: OfCase, Who: chair, When: when(listHolder, caseOpen), Norms: because("livc-3-2-list", "p-mayor-to-mayor")},
	{Action: WordsBack, Of: OfCase, Who: chairDesk, When: when(listHolder), Norms: because("livc-3-2-list", "p-mayor-to-mayor")},
	{Action: ReceiveCase, Of: OfLivc, Who: chairDesk, When: when(listHolder), Norms: because("livc-3-2-list", "p-mayor-to-mayor")},

	// Invitation: R3.0-a to -f, R2.3.6-a to -c, R2.5.4-a/b.
	{Action: ChooseParticipants, Of: OfCase, Who: chairDesk, When: when(sheetHeld, caseOpen), Norms: because("livc-3-1-invites", "vl-need-to-know")},
	{Action: ViewNeeded, Of: OfCase, Who: chairDesk, When: when(sheetHeld, caseOpen), Read: true, Norms: because("livc-3-1-invites", "vl-need-to-know")},
	{Action: SendInvitations, Of: OfCase, Who: chair, When: when(sheetHeld, caseOpen), Norms: because("livc-3-1-invites")},
	{Action: ViewInvitation, Of: OfInvitation, Who: table, When: when(own), Read: true, Norms: because("livc-3-1-invites")},
	{Action: ReadSecrecy, Of: OfInvitation, Who: table, When: when(own), Norms: because("sw-458ter-1")},
	{Action: AnswerInvitation, Of: OfInvitation, Who: table, When: when(own), Norms: because("vl-free")},
	{Action: ViewAnswers, Of: OfMeeting, Who: chairDesk, When: when(municipal), Read: true, Norms: because("vl-free")},
	{Action: NoteRefusalTalk, Of: OfInvitation, Who: chair, When: when(municipal), Norms: because("vl-free")},
	{Action: RecordSpoken, Of: OfInvitation, Who: chairDesk, When: when(municipal), Norms: because("vl-representative", "livc-3-1-invites")},

	{Action: NoteMandate, Of: OfInvitation, Who: table, When: when(own), Norms: because("vl-representative")},

	// The meeting: R2.3-b, R0.1-a to -e, R4.0-a to -c, R4.3-*, R6.1-*, R4.2-f.
	{Action: ViewMeetings, Of: OfLivc, Who: table, Read: true, Norms: because("livc-3-1-invites")},
	{Action: PlanMeeting, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("livc-2")},
	{Action: ViewMeeting, Of: OfMeeting, Who: chairDesk, When: when(municipal), Read: true, Norms: because("livc-2")},
	{Action: ViewMeeting, Of: OfMeeting, Who: table, When: when(invited), Read: true, Norms: because("livc-3-1-invites")},
	{Action: EditAgenda, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("p-agenda-order")},
	{Action: PrintPack, Of: OfMeeting, Who: chairDesk, When: when(municipal), Read: true, Norms: because("p-agenda-order")},
	{Action: OpenMeeting, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("livc-3-1-seats", "sw-458ter-1")},
	{Action: PairScreen, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("sw-458ter-1")},
	{Action: CheckIn, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("livc-3-1-seats")},
	{Action: StandIn, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("livc-3-1-seats")},
	{Action: OpenItem, Of: OfItem, Who: chairDesk, When: when(municipal, caseOpen), Norms: because("livc-3-1-seats", "sw-458ter-1")},
	{Action: StepInOut, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("vl-need-to-know")},
	{Action: ViewItem, Of: OfItem, Who: chairDesk, When: when(inside), Read: true, Norms: because("sw-458ter-1")},
	{Action: MovePhase, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("p-weighing")},
	{Action: Weigh, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("p-weighing")},
	{Action: AskQuestion, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("p-weighing")},
	{Action: Decide_, Of: OfItem, Who: chairDesk, When: when(inside, caseOpen), Norms: because("livc-3-2-path")},
	{Action: AgreeAction, Of: OfItem, Who: chairDesk, When: when(inside, caseOpen), Norms: because("p-proportionality", "p-contributors-say")},
	{Action: FillSheet, Of: OfItem, Who: deskOfficer, When: when(inside), Norms: because("livc-4-2")},
	{Action: InformResult, Of: OfCase, Who: chairDesk, When: when(sheetHeld), Norms: because("p-informing")},
	{Action: InformPerson, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("p-informing")},
	{Action: ShowCard, Of: OfItem, Who: officer, When: when(inside, cleared), Norms: because("livc-4-1", "ter-24-2")},
	{Action: ShowCard, Of: OfItem, Who: desk, When: when(inside), Norms: because("livc-4-1", "ter-24-2")},
	{Action: StopDanger, Of: OfItem, Who: table, When: when(inside), Norms: because("sw-458bis")},
	{Action: AgreeReport, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("p-report-no-names")},
	{Action: CloseItem, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("sw-458ter-1")},
	// The table on screens: R0.3-b, R2.5.3-a to -j, R2.5.4-a, R4.3-c, R6.1-e, X-L-h.
	{Action: MyScreen, Of: OfMeeting, Who: table, When: when(invited), Read: true, Norms: because("sw-458ter-1", "livc-3-1-invites")},
	{Action: TakeSeat, Of: OfMeeting, Who: table, When: when(invited), Norms: because("sw-458ter-1")},
	{Action: Prepare, Of: OfMeeting, Who: table, When: when(invited), Norms: because("vl-speak", "vl-need-to-know")},
	{Action: ShareFact, Of: OfItem, Who: table, When: when(inside), Norms: because("vl-speak", "p-contributors-say")},
	{Action: ChangeFact, Of: OfItem, Who: table, When: when(inside), Norms: because("p-contributors-say")},
	{Action: TakeQuestion, Of: OfItem, Who: table, When: when(inside), Norms: because("p-weighing")},
	{Action: AnswerAtTable, Of: OfItem, Who: table, When: when(inside), Norms: because("livc-4-2", "vl-speak")},
	{Action: ShowName, Of: OfItem, Who: table, When: when(inside), Read: true, Norms: because("vl-need-to-know")},
	{Action: BringName, Of: OfItem, Who: chairDesk, When: when(inside, listHolder), Norms: because("livc-3-2-list")},
	{Action: AskChair, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("livc-3-1-invites")},
	{Action: GiveDoor, Of: OfMeeting, Who: chair, When: when(municipal), Norms: because("livc-3-1-invites")},
	{Action: LeaveScreens, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("sw-458ter-1")},
	{Action: CloseMeeting, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("sw-458ter-1")},
	{Action: EnterPaper, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("livc-3-1-seats")},
	{Action: AttestPaper, Of: OfMeeting, Who: chair, When: when(municipal), Norms: because("livc-3-1-seats")},

	// Afterwards: R5.*, R6.2-*, R7.1-*, R4.0-b.
	{Action: ViewActions, Of: OfDrawer, Who: table, When: when(own), Read: true, Norms: because("p-own-mission")},
	{Action: AnswerAction, Of: OfAction, Who: table, When: when(own), Norms: because("p-own-mission")},
	{Action: ReportProgress, Of: OfAction, Who: table, When: when(own), Norms: because("p-manager")},
	{Action: NameManager, Of: OfItem, Who: chairDesk, When: when(inside, caseOpen), Norms: because("p-manager")},
	{Action: PlanFollowUp, Of: OfCase, Who: chairDesk, When: when(sheetHeld, caseOpen), Norms: because("p-review-moments")},
	{Action: GivePlan, Of: OfCase, Who: chairDesk, When: when(sheetHeld, caseOpen), Norms: because("p-manager")},
	{Action: ViewPlan, Of: OfCase, Who: holders, When: when(manager), Read: true, Norms: because("p-manager")},
	{Action: ReportStuck, Of: OfCase, Who: holders, When: when(manager, caseOpen), Norms: because("p-manager")},
	{Action: ReportStuck, Of: OfCase, Who: chairDesk, When: when(sheetHeld, caseOpen), Norms: because("p-manager")},
	{Action: ViewDossiers, Of: OfDrawer, Who: holders, When: when(own), Read: true, Norms: because("vl-own-dossier-closed")},
	{Action: ViewDossier, Of: OfDossier, Who: holders, When: when(own), Read: true, Norms: because("vl-own-dossier-closed")},
	{Action: ViewHouses, Of: OfCase, Who: chairDesk, When: when(sheetHeld), Read: true, Norms: because("livc-4-3", "vl-own-dossier-closed")},
	{Action: ViewHouses, Of: OfCase, Who: table, When: when(invited), Read: true, Norms: because("livc-4-3", "vl-own-dossier-closed")},
	{Action: ViewLooks, Of: OfDossier, Who: holders, When: when(own), Read: true, Norms: because("vl-own-dossier-closed", "gdpr-32")},
	// Whoever was invited may answer "nothing" or "outside"; a note here asks the framework too (processing.Keeper).
	{Action: Register, Of: OfCase, Who: holders, When: when(invited), Norms: because("vl-own-dossier", "vl-own-dossier-closed")},
	{Action: KeepNote, Of: OfDossier, Who: holders, When: when(own, mayRegister), Norms: because("vl-own-dossier", "vl-own-dossier-closed")},
	{Action: HandOverSheet, Of: OfCase, Who: officer, When: when(invited, cleared), Norms: because("livc-4-2")},
	{Action: ViewTerms, Of: OfLivc, Who: chairDesk, When: when(municipal), Read: true, Norms: because("vl-retention")},
	{Action: WriteExtension, Of: OfDossier, Who: holders, When: when(own), Norms: because("vl-extension")},
	{Action: SignExtension, Of: OfDossier, Who: managers, When: when(listManager), Norms: because("vl-extension")},
	{Action: EraseNow, Of: OfDossier, Who: holders, When: when(own), Norms: because("gdpr-5-1-e")},
	{Action: EraseNow, Of: OfCase, Who: chair, When: when(sheetHeld), Norms: because("gdpr-5-1-e", "p-closing-criteria")},
	{Action: RunClocks, Of: OfLivc, Who: system, Norms: because("vl-retention")},
	{Action: ConfirmDay, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("vl-retention")},
	{Action: CloseCase, Of: OfItem, Who: chairDesk, When: when(inside, caseOpen), Norms: because("p-closing-criteria")},
	{Action: LookBack, Of: OfCase, Who: chairDesk, When: when(sheetHeld), Norms: because("p-closing-criteria")},
	{Action: AnswerReferrer, Of: OfReferral, Who: chairDesk, When: when(listHolder), Norms: because("p-referral-gates")},
	{Action: MoveClock, Of: OfLivc, Who: system},
	{Action: SignIn, Of: OfLivc, Who: system, Norms: because("gdpr-32")},
	{Action: RefuseSignIn, Of: OfLivc, Who: system, Norms: because("gdpr-32")},
	{Action: AskScreen, Of: OfLivc, Who: system, Norms: because("gdpr-32")},
	{Action: Enrol, Of: OfLivc, Who: system, Norms: because("gdpr-29")},
	{Action: GuessCode, Of: OfLivc, Who: system, Norms: because("gdpr-32")},
	{Action: ChangeAccess, Of: OfLivc, Who: system, Norms: because("gdpr-32")},
	{Action: FoundLivc, Of: OfLivc, Who: system, Norms: because("livc-2")},
	{Action: SendMail, Of: OfLivc, Who: system, Norms: because("gdpr-32")},
	{Action: SignCheckpoint, Of: OfLivc, Who: system, Norms: because("gdpr-32")},
}
