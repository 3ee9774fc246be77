package access

import "beraad.eu/livc"

// The actions, in the order of the playbook. Each name is the stem of a feature.
const (
	// Founding, people and network (steps 1 and 2).
	ViewToday       Action = "today"
	ViewNetwork     Action = "network"
	AddPartner      Action = "add_partner"
	SwitchOwnFile   Action = "own_file"
	EnterPerson     Action = "enter_person"
	ConfirmPerson   Action = "confirm_person"
	RemovePerson    Action = "remove_person"
	AppointForList  Action = "appoint_for_list"
	RecordClearance Action = "record_clearance"
	GiveKey         Action = "give_key"
	ViewProtocol    Action = "protocol"
	PutInForce      Action = "put_in_force"
	ViewLog         Action = "view_log"

	// Before the table (step 4, drempels 1 to 3).
	AskConversation  Action = "ask_conversation"
	Listen           Action = "listen"
	ReferCase        Action = "refer_case"
	WithdrawReferral Action = "withdraw_referral"
	ViewReferral     Action = "referral"
	CheckDuplicate   Action = "check_duplicate"
	JudgeDuplicate   Action = "judge_duplicate"
	WeighThreshold   Action = "threshold"
	AnswerCheck      Action = "officer_check"
	ViewList         Action = "list"
	DecideList       Action = "decide_list"
	ShowIdentity     Action = "show_identity"
	ViewCase         Action = "case"

	// Invitation (step 3, on the screens between list and table).
	ChooseParticipants Action = "choose_participants"
	SendInvitations    Action = "send_invitations"
	ViewInvitation     Action = "invitation"
	ReadSecrecy        Action = "read_secrecy"
	AnswerInvitation   Action = "answer_invitation"
	ViewAnswers        Action = "answers"
	NoteRefusalTalk    Action = "refusal_talk"
	RecordSpoken       Action = "record_spoken"

	// The meeting (step 4, at the table).
	PlanMeeting  Action = "plan_meeting"
	ViewMeeting  Action = "meeting"
	EditAgenda   Action = "agenda"
	PrintPack    Action = "print_pack"
	OpenMeeting  Action = "open_meeting"
	CheckIn      Action = "check_in"
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
	ShowCard     Action = "card_shown"
	StopDanger   Action = "stop_danger"
	AgreeReport  Action = "report"
	CloseItem    Action = "close_item"
	CloseMeeting Action = "close_meeting"
	EnterPaper   Action = "paper_evening"
	AttestPaper  Action = "attest_paper"

	// Afterwards (steps 5, 6 and 7).
	ViewActions    Action = "my_actions"
	AnswerAction   Action = "answer_action"
	ReportProgress Action = "report_progress"
	NameManager    Action = "name_manager"
	ReportStuck    Action = "report_stuck"
	ViewDossiers   Action = "own_dossiers"
	ViewDossier    Action = "own_dossier"
	Register       Action = "register"
	HandOverSheet  Action = "hand_over_sheet"
	ViewTerms      Action = "terms"
	WriteExtension Action = "write_extension"
	SignExtension  Action = "sign_extension"
	EraseNow       Action = "erase_now"
	RunClocks      Action = "run_clocks"
	CloseCase      Action = "close_case"
	LookBack       Action = "look_back"
	AnswerReferrer Action = "answer_referrer"
	MoveClock      Action = "move_clock"
	SignCheckpoint Action = "sign_checkpoint"

	// Sign-in: rows of the installation, LIVC R "0". These are deeds of the system for a person.
	SignIn       Action = "sign_in"
	RefuseSignIn Action = "refuse_sign_in"
	Enrol        Action = "enrol"
	ChangeAccess Action = "change_access"
	FoundLivc    Action = "found_livc"
	SendMail     Action = "send_mail"
)

var (
	chair       = []livc.Function{livc.Mayor, livc.Representative}
	chairDesk   = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator}
	desk        = []livc.Function{livc.Coordinator}
	managers    = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Participant, livc.Founder}
	table       = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Officer, livc.Participant}
	everyone    = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Officer, livc.Participant, livc.DPO, livc.Founder}
	officer     = []livc.Function{livc.Officer}
	holders     = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Participant}
	dpo         = []livc.Function{livc.DPO}
	system      = []livc.Function{livc.System}
	deskOfficer = []livc.Function{livc.Coordinator, livc.Officer}
	deskFound   = []livc.Function{livc.Mayor, livc.Representative, livc.Coordinator, livc.Founder}
)

func when(c ...Condition) []Condition        { return c }
func because(n ...livc.NormID) []livc.NormID { return n }

// Permits is the whole of who may do what. Read a row as: these functions may do this action on this
// kind of object, when these conditions hold, because of these norms. What is not here is nobody's.
var Permits = []Permit{
	// Founding, people and network: R1.1-a, R2.3-f, R6.2-v, R6.2-q.
	{Action: ViewToday, Of: OfLivc, Who: everyone, Read: true},
	{Action: ViewNetwork, Of: OfLivc, Who: everyone, Read: true, Norms: because("playbook-network")},
	{Action: AddPartner, Of: OfLivc, Who: deskFound, When: when(municipal), Norms: because("playbook-network", "livc-art3-exclusions")},
	{Action: SwitchOwnFile, Of: OfOrganisation, Who: dpo, When: when(own), Norms: because("gdpr-dpo", "vl-decree-register")},
	{Action: EnterPerson, Of: OfLivc, Who: deskFound, When: when(municipal), Norms: because("livc-art3-invitation", "playbook-mandate")},
	{Action: ConfirmPerson, Of: OfHat, Who: managers, When: when(listManager, own), Norms: because("gdpr-authorised-list")},
	{Action: RemovePerson, Of: OfHat, Who: managers, When: when(listManager, own), Norms: because("gdpr-authorised-list")},
	{Action: AppointForList, Of: OfHat, Who: chair, When: when(listHolder), Norms: because("livc-art3-list")},
	{Action: MintList, Of: OfLivc, Who: []livc.Function{livc.Mayor}, When: when(municipal), Norms: because("livc-art3-list")},
	{Action: RecordClearance, Of: OfHat, Who: chairDesk, When: when(municipal), Norms: because("livc-art3-clearance")},
	{Action: GiveKey, Of: OfContainer, Who: table, When: when(own), Norms: because("gdpr-authorised-list")},
	{Action: ViewProtocol, Of: OfLivc, Who: everyone, Read: true, Norms: because("playbook-protocol")},
	{Action: PutInForce, Of: OfLivc, Who: chair, When: when(municipal), Norms: because("playbook-protocol")},
	{Action: ViewLog, Of: OfLivc, Who: dpo, Read: true, Norms: because("gdpr-logging")},

	// Before the table: R4.1-a to -i, R4.1.2-a, R4.3-h, R2.3.2-b/c, X-L-f.
	{Action: AskConversation, Of: OfLivc, Who: table, Norms: because("vl-decree-refer", "playbook-oral-first")},
	{Action: Listen, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("vl-decree-refer", "playbook-oral-first")},
	{Action: ReferCase, Of: OfLivc, Who: table, Norms: because("vl-decree-refer", "playbook-secure-channel")},
	{Action: WithdrawReferral, Of: OfReferral, Who: table, When: when(own), Norms: because("playbook-contributor")},
	{Action: ViewReferral, Of: OfReferral, Who: chairDesk, When: when(listHolder), Read: true, Norms: because("livc-art3-list")},
	{Action: CheckDuplicate, Of: OfReferral, Who: chairDesk, When: when(listHolder), Read: true, Norms: because("livc-art3-list")},
	{Action: JudgeDuplicate, Of: OfReferral, Who: chairDesk, When: when(listHolder), Norms: because("livc-art3-list")},
	{Action: WeighThreshold, Of: OfReferral, Who: chairDesk, When: when(listHolder), Norms: because("livc-art3-indication", "playbook-criteria")},
	{Action: AnswerCheck, Of: OfReferral, Who: officer, When: when(cleared), Norms: because("playbook-officer", "cp-investigation")},
	{Action: ViewList, Of: OfLivc, Who: chairDesk, When: when(listHolder), Read: true, Norms: because("livc-art3-list")},
	{Action: DecideList, Of: OfReferral, Who: chair, When: when(listHolder), Norms: because("livc-art3-list")},
	{Action: ShowIdentity, Of: OfCase, Who: chairDesk, When: when(listHolder), Read: true, Norms: because("livc-art3-list")},
	{Action: ViewCase, Of: OfCase, Who: chairDesk, When: when(sheetHeld), Read: true, Norms: because("livc-art4-no-processing", "playbook-plan")},

	// Invitation: R3.0-a to -f, R2.3.6-a to -c, R2.5.4-a/b.
	{Action: ChooseParticipants, Of: OfCase, Who: chairDesk, When: when(sheetHeld, caseOpen), Norms: because("livc-art3-invitation", "vl-decree-need-to-know")},
	{Action: SendInvitations, Of: OfCase, Who: chair, When: when(sheetHeld, caseOpen), Norms: because("livc-art3-invitation")},
	{Action: ViewInvitation, Of: OfInvitation, Who: table, When: when(own), Read: true, Norms: because("livc-art3-invitation")},
	{Action: ReadSecrecy, Of: OfInvitation, Who: table, When: when(own), Norms: because("cc-458ter")},
	{Action: AnswerInvitation, Of: OfInvitation, Who: table, When: when(own), Norms: because("vl-decree-free")},
	{Action: ViewAnswers, Of: OfMeeting, Who: chairDesk, When: when(municipal), Read: true, Norms: because("vl-decree-free")},
	{Action: NoteRefusalTalk, Of: OfInvitation, Who: chair, When: when(municipal), Norms: because("vl-decree-free")},
	{Action: RecordSpoken, Of: OfInvitation, Who: chairDesk, When: when(municipal), Norms: because("vl-decree-representative", "livc-art3-invitation")},

	// The meeting: R2.3-b, R0.1-a to -e, R4.0-a to -c, R4.3-*, R6.1-*, R4.2-f.
	{Action: PlanMeeting, Of: OfLivc, Who: chairDesk, When: when(municipal), Norms: because("livc-art2-convene")},
	{Action: ViewMeeting, Of: OfMeeting, Who: chairDesk, When: when(municipal), Read: true, Norms: because("livc-art2-convene")},
	{Action: ViewMeeting, Of: OfMeeting, Who: table, When: when(invited), Read: true, Norms: because("livc-art3-invitation")},
	{Action: EditAgenda, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("playbook-agenda")},
	{Action: PrintPack, Of: OfMeeting, Who: chairDesk, When: when(municipal), Read: true, Norms: because("playbook-agenda")},
	{Action: OpenMeeting, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("livc-art3-composition", "cc-458ter")},
	{Action: CheckIn, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("livc-art3-composition")},
	{Action: StandIn, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("livc-art3-composition")},
	{Action: OpenItem, Of: OfItem, Who: chairDesk, When: when(municipal, caseOpen), Norms: because("livc-art3-composition", "cc-458ter")},
	{Action: StepInOut, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("vl-decree-need-to-know")},
	{Action: ViewItem, Of: OfItem, Who: chairDesk, When: when(inside), Read: true, Norms: because("cc-458ter")},
	{Action: MovePhase, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("playbook-weighing")},
	{Action: Weigh, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("playbook-weighing")},
	{Action: AskQuestion, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("playbook-weighing")},
	{Action: Decide_, Of: OfItem, Who: chairDesk, When: when(inside, caseOpen), Norms: because("livc-art3-path")},
	{Action: AgreeAction, Of: OfItem, Who: chairDesk, When: when(inside, caseOpen), Norms: because("playbook-proportional", "playbook-contributor")},
	{Action: FillSheet, Of: OfItem, Who: deskOfficer, When: when(inside), Norms: because("livc-art4-feedback")},
	{Action: InformPerson, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("playbook-informing")},
	{Action: ShowCard, Of: OfItem, Who: officer, When: when(inside, cleared), Norms: because("livc-art4-card", "ter-art24-card")},
	{Action: ShowCard, Of: OfItem, Who: desk, When: when(inside), Norms: because("livc-art4-card", "ter-art24-card")},
	{Action: StopDanger, Of: OfItem, Who: table, When: when(inside), Norms: because("playbook-danger")},
	{Action: AgreeReport, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("playbook-report")},
	{Action: CloseItem, Of: OfItem, Who: chairDesk, When: when(inside), Norms: because("cc-458ter")},
	{Action: CloseMeeting, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("cc-458ter")},
	{Action: EnterPaper, Of: OfMeeting, Who: chairDesk, When: when(municipal), Norms: because("livc-art3-composition")},
	{Action: AttestPaper, Of: OfMeeting, Who: chair, When: when(municipal), Norms: because("livc-art3-composition")},

	// Afterwards: R5.*, R6.2-*, R7.1-*, R4.0-b.
	{Action: ViewActions, Of: OfDrawer, Who: table, When: when(own), Read: true, Norms: because("playbook-action")},
	{Action: AnswerAction, Of: OfAction, Who: table, When: when(own), Norms: because("playbook-action")},
	{Action: ReportProgress, Of: OfAction, Who: table, When: when(own), Norms: because("playbook-case-manager")},
	{Action: NameManager, Of: OfItem, Who: chairDesk, When: when(inside, caseOpen), Norms: because("playbook-case-manager")},
	{Action: ReportStuck, Of: OfCase, Who: holders, When: when(manager), Norms: because("playbook-case-manager")},
	{Action: ReportStuck, Of: OfCase, Who: chairDesk, When: when(sheetHeld, caseOpen), Norms: because("playbook-case-manager")},
	{Action: ViewDossiers, Of: OfDrawer, Who: holders, When: when(own), Read: true, Norms: because("vl-decree-own-file")},
	{Action: ViewDossier, Of: OfDossier, Who: holders, When: when(own), Read: true, Norms: because("vl-decree-own-file")},
	{Action: Register, Of: OfCase, Who: holders, When: when(invited, mayRegister), Norms: because("vl-decree-register", "vl-decree-own-file")},
	{Action: HandOverSheet, Of: OfCase, Who: officer, When: when(invited, cleared), Norms: because("livc-art4-feedback")},
	{Action: ViewTerms, Of: OfLivc, Who: chairDesk, When: when(municipal), Read: true, Norms: because("vl-decree-retention")},
	{Action: WriteExtension, Of: OfDossier, Who: holders, When: when(own), Norms: because("vl-decree-extension")},
	{Action: SignExtension, Of: OfDossier, Who: managers, When: when(listManager), Norms: because("vl-decree-extension")},
	{Action: EraseNow, Of: OfDossier, Who: holders, When: when(own), Norms: because("gdpr-forget")},
	{Action: RunClocks, Of: OfLivc, Who: system, Norms: because("vl-decree-retention")},
	{Action: CloseCase, Of: OfItem, Who: chairDesk, When: when(inside, caseOpen), Norms: because("playbook-closing")},
	{Action: LookBack, Of: OfCase, Who: chairDesk, When: when(sheetHeld), Norms: because("playbook-closing")},
	{Action: AnswerReferrer, Of: OfReferral, Who: chairDesk, When: when(listHolder), Norms: because("playbook-neutral-answer")},
	{Action: MoveClock, Of: OfLivc, Who: everyone, Norms: because("practice-clock")},
	{Action: SignIn, Of: OfLivc, Who: system, Norms: because("gdpr-logging")},
	{Action: RefuseSignIn, Of: OfLivc, Who: system, Norms: because("gdpr-logging")},
	{Action: Enrol, Of: OfLivc, Who: system, Norms: because("gdpr-authorised-list")},
	{Action: ChangeAccess, Of: OfLivc, Who: system, Norms: because("gdpr-logging")},
	{Action: FoundLivc, Of: OfLivc, Who: system, Norms: because("livc-art2-convene")},
	{Action: SendMail, Of: OfLivc, Who: system, Norms: because("gdpr-logging")},
	{Action: SignCheckpoint, Of: OfLivc, Who: system, Norms: because("gdpr-logging")},
}
