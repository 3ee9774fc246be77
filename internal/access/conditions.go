package access

// The conditions a permit can ask for. A condition about a relation hides; a condition about a state
// or about the law denies with its norm, because who gets that far knows the object.
var (
	listManager = Condition{Name: "list_manager", Holds: func(f Facts) Truth { return f.ListManager }, Denies: true, Norm: "gdpr-authorised-list"}
	municipal   = Condition{Name: "municipal", Holds: func(f Facts) Truth { return f.Municipal }, Denies: true, Norm: "livc-art3-list"}
	cleared     = Condition{Name: "cleared", Holds: func(f Facts) Truth { return f.Cleared }, Denies: true, Norm: "livc-art3-clearance"}
	mayRegister = Condition{Name: "may_register", Holds: func(f Facts) Truth { return f.MayRegister }, Denies: true, Norm: "vl-decree-register"}

	listHolder = Condition{Name: "list_holder", Holds: func(f Facts) Truth { return f.ListHolder }, Norm: "livc-art3-list"}
	sheetHeld  = Condition{Name: "sheet_held", Holds: func(f Facts) Truth { return f.SheetHeld }, Norm: "livc-art4-no-processing"}
	own        = Condition{Name: "own", Holds: func(f Facts) Truth { return f.Own }, Norm: "vl-decree-own-file"}
	invited    = Condition{Name: "invited", Holds: func(f Facts) Truth { return f.Invited }, Norm: "livc-art3-invitation"}
	inside     = Condition{Name: "inside", Holds: func(f Facts) Truth { return f.Inside }, Norm: "cc-458ter"}
	manager    = Condition{Name: "manager", Holds: func(f Facts) Truth { return f.Manager }, Norm: "playbook-case-manager"}
	caseOpen   = Condition{Name: "case_open", Holds: func(f Facts) Truth { return f.CaseOpen }, Denies: true, Norm: "playbook-closing"}
)
