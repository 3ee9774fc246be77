package access

// The conditions a permit can ask for. A condition about a relation hides; a condition about a state
// or about the law denies with its norm, because who gets that far knows the object.
var (
	listManager = Condition{Name: "list_manager", Holds: func(f Facts) Truth { return f.ListManager }, Denies: true, Norm: "gdpr-29"}
	municipal   = Condition{Name: "municipal", Holds: func(f Facts) Truth { return f.Municipal }, Denies: true, Norm: "livc-3-2-list"}
	cleared     = Condition{Name: "cleared", Holds: func(f Facts) Truth { return f.Cleared }, Denies: true, Norm: "livc-3-1-clearance"}
	mayRegister = Condition{Name: "may_register", Holds: func(f Facts) Truth { return f.MayRegister }, Denies: true, Norm: "vl-own-dossier"}

	listHolder = Condition{Name: "list_holder", Holds: func(f Facts) Truth { return f.ListHolder }, Norm: "livc-3-2-list"}
	sheetHeld  = Condition{Name: "sheet_held", Holds: func(f Facts) Truth { return f.SheetHeld }, Norm: "livc-4-3"}
	own        = Condition{Name: "own", Holds: func(f Facts) Truth { return f.Own }, Norm: "vl-own-dossier-closed"}
	invited    = Condition{Name: "invited", Holds: func(f Facts) Truth { return f.Invited }, Norm: "livc-3-1-invites"}
	inside     = Condition{Name: "inside", Holds: func(f Facts) Truth { return f.Inside }, Norm: "sw-458ter-1"}
	manager    = Condition{Name: "manager", Holds: func(f Facts) Truth { return f.Manager }, Norm: "p-manager"}
	caseOpen   = Condition{Name: "case_open", Holds: func(f Facts) Truth { return f.CaseOpen }, Denies: true, Norm: "p-closing-criteria"}
)
