package proof

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"beraad.eu/internal/canary"
	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// numbers are the numbers that may stand in a table, with what they count. None is about a person.
var numbers = map[string]string{
	"at": "moment", "from_at": "moment", "ended_at": "moment", "created_at": "moment", "seen_at": "moment", "unlocked_at": "moment", "used_at": "moment", "entered_at": "moment", "left_at": "moment",
	"opened_at": "moment", "closed_at": "moment", "asked_at": "moment", "arrived_at": "moment", "secrecy_at": "moment", "secrecy_read_at": "moment",
	"report_at": "moment", "adopted_at": "moment", "due_at": "moment", "until_at": "moment", "last_at": "moment", "until": "moment", "expires_at": "moment",
	"until_moment": "moment", "confirmed_at": "moment", "made_at": "moment", "done_at": "moment", "warned_at": "moment", "meeting_until": "moment",
	"phase_at": "moment", "silent_at": "moment",
	"revision": "revision of a row", "version": "version of a list or protocol", "key_version": "version of a key", "manifest_version": "version of a list",
	"protocol_version": "version of a protocol", "generation": "of a session", "person_generation": "of a session",
	"size": "of a log", "idx": "in a log", "place": "order on a page", "step": "step of the playbook", "number": "number of a list",
	"minutes": "length of an agenda item", "effort_minutes": "length of a meeting", "phase": "phase of an item", "every_weeks": "rhythm of contact",
	"tries": "of sending mail, or at the words of a guest", "guesses": "at a code", "totp_step": "of a second factor", "clock_offset": "of practice",
	"restarts": "of the clock of a case or dossier, always shown (architecture 11)", "protects": "facts named on one side of a life domain",
	"concerns": "facts named on the other side", "circle": "people who were inside", "agreed": "people who agreed to a sheet", "lines": "of a sheet",
	"cards": "cards shown in a session", "first": "first number of a range", "count": "of a window of limits", "taken": "of a window of limits",
}

// No number that a table holds is about a person; a new one needs its meaning here (E1, invariant 19).
func TestE1_EveryNumberInATableHasAMeaning(t *testing.T) {
	w := storetest.NewTown(t, storetest.SQLite(t))
	list, err := w.DB.Pools()[0].Query(`SELECT m.name || '.' || p.name, p.name FROM sqlite_master m, pragma_table_info(m.name) p
		WHERE m.type = 'table' AND m.name NOT LIKE 'goose%' AND m.name NOT LIKE 'sqlite%' AND upper(p.type) NOT IN ('TEXT', 'BYTEA', 'BLOB', 'BOOLEAN')`)
	w.Must(err)
	defer list.Close()
	n := 0
	for list.Next() {
		var full, column string
		w.Must(list.Scan(&full, &column))
		n++
		if numbers[column] == "" {
			t.Errorf("%s is a number without a meaning", full)
		}
	}
	if w.Must(list.Err()); n < 40 {
		t.Errorf("only %d numbers were found", n)
	}
}

// queries are the statements of the store.
func queries(t *testing.T) map[string]string {
	t.Helper()
	found := map[string]string{}
	files, err := filepath.Glob("../store/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err)
	}
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			v, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i, id := range v.Names {
				if i < len(v.Values) && regexp.MustCompile(`^q[A-Z]`).MatchString(id.Name) {
					found[id.Name] = literal(v.Values[i])
				}
			}
			return true
		})
	}
	if len(found) < 100 {
		t.Fatalf("only %d statements were found", len(found))
	}
	return found
}

func literal(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		s, _ := strconv.Unquote(e.Value)
		return s
	case *ast.BinaryExpr:
		return literal(e.X) + literal(e.Y)
	}
	return ""
}

// orders are what lists may be in order of: days, moments, codes, places and random ids.
var orders = regexp.MustCompile(`^([a-z]\.)?(id|livc|idx|version|place|code|day|at|due|due_at|due_on|erase_on|received|asked|asked_at|kept|listed|decided|entered_at|opened_at|closed_at|sent|` +
	`organisation|hat|container|domain|item|month|kind|number|name|text|list|meeting|attendance|until|until_day|from_day|criterion|chapter|step|created_at|handed_over|last_discussed|review|size|month|line|clock|state|adopted_at|case_id|until_at|answered|written|made_at|hat_livc|motion|fact|object)( DESC)?$`)

func TestE1_ListsAreInOrderOfDayOrCode(t *testing.T) {
	for name, q := range queries(t) {
		_, by, ok := strings.Cut(q, "ORDER BY ")
		if !ok {
			continue
		}
		by, _, _ = strings.Cut(by, " LIMIT")
		by, _, _ = strings.Cut(by, " FOR ")
		by = strings.TrimRight(strings.TrimSpace(by), ")")
		for _, column := range strings.Split(by, ",") {
			if c := strings.TrimSpace(column); !orders.MatchString(c) {
				t.Errorf("%s puts a list in order of %q", name, c)
			}
		}
	}
}

// colours are states with a tone of their own in a page; people and cases have none that ranks.
func TestE1_NoPageRanksWithAMeterOrAnOrdinal(t *testing.T) {
	err := filepath.WalkDir("../web", func(path string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".templ") {
			return err
		}
		text, err := os.ReadFile(path)
		if at := regexp.MustCompile(`(?i)<meter\b|type="range"|\b(traffic.?light|stoplicht|risico-?score|gevaarlijkheid)\b`).Find(text); at != nil {
			t.Errorf("%s holds %s", path, at)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// people are the tables that tie a person to a case or a meeting.
var people = []string{"casus", "referral", "invitation", "presence", "attendance", "dossier", "action", "register_offer"}

// harmless are statements that look like it and are not, with the reason.
var harmless = map[string]string{
	"qSweep":       "how many dossiers and cases would go in one run, all together (R11)",
	"qLastInvited": "when a participant was last invited, so that nobody is asked too often; no answer is read",
}

// No statement goes from a person over a case to another person, none searches, none groups by person.
func TestE2_NoStatementGoesFromPersonToPerson(t *testing.T) {
	table := regexp.MustCompile(`(?i)\b(?:FROM|JOIN)\s+([a-z_]+)`)
	for name, q := range queries(t) {
		seen := map[string]int{}
		for _, m := range table.FindAllStringSubmatch(q, -1) {
			seen[m[1]]++
		}
		if why := harmless[name]; why != "" {
			continue
		}
		for _, p := range people {
			if seen[p] > 1 && !strings.Contains(q, "UNION") {
				t.Errorf("%s joins %s with itself: %s", name, p, q)
			}
		}
		if regexp.MustCompile(`(?i)\bLIKE\b|\bGLOB\b|\bGROUP BY\b[^)]*\b(hat|person)\b|\bSIMILAR TO\b|tsvector`).MatchString(q) {
			t.Errorf("%s searches or counts per person: %s", name, q)
		}
	}
}

func TestE2_NoAddressSearchesPersons(t *testing.T) {
	x, s := told(t, canary.New())
	for _, r := range routes(x.Town) {
		if regexp.MustCompile(`(?i)search|find|zoek|persons?\b|query|graph|network/of`).MatchString(r.Pattern) {
			t.Errorf("%s looks like a search over persons", r.Pattern)
		}
	}
	browse(x, s, func(v visit) {
		if regexp.MustCompile(`type="search"|role="search"`).MatchString(v.page.Body) {
			t.Errorf("%s as %s offers a search", v.pattern, v.who)
		}
	})
	for _, path := range []string{"/list?q=Milan", "/list?name=Verbeke", "/today?search=Milan"} {
		plain, _, _ := strings.Cut(path, "?")
		if a, b := s.As(x.Mayor).Get(path), s.As(x.Mayor).Get(plain); drawn.ReplaceAllString(a.Body, "") != drawn.ReplaceAllString(b.Body, "") {
			t.Errorf("%s answers otherwise than %s", path, plain)
		}
	}
}

// Nothing goes out but mail: no part of the house makes a request of its own, or opens a connection.
func TestE3_NoPartOfTheHouseCallsOut(t *testing.T) {
	calls := regexp.MustCompile(`\bhttp\.((Get|Post|PostForm|Head)\(|DefaultClient|Client\{|NewRequest)|\bnet\.Dial|\bnet\.Dialer|\btls\.Dial|exec\.Command`)
	outgoing := map[string]string{"../notify/": "sends mail", "../cli/": "asks the own health address, and looks at the own doors", "../store/storetest/": "tests",
		"../web/webtest/": "tests", "../bench/": "measures", "../guard/": "tests", "../proof/": "tests", "../lawdoc/": "documents"}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		listed := slices.ContainsFunc(slices.Collect(maps.Keys(outgoing)), func(p string) bool { return strings.HasPrefix(filepath.ToSlash(path), p) })
		if err != nil || d.IsDir() || listed || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		if at := calls.Find(text); at != nil {
			t.Errorf("%s calls out: %s", path, at)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// proves R4.1-e, R4.3-h
func TestE4_NothingIsDecidedWithoutWhatSpeaksForThePerson(t *testing.T) {
	storetest.Each(t, func(t *testing.T, db *store.DB) {
		w := storetest.NewTown(t, db)
		no := func(what string, err error) {
			t.Helper()
			if k := livc.KindOf(err); k != livc.InvalidKind && k != livc.DeniedKind {
				t.Errorf("%s: %v", what, err)
			}
		}
		r := w.Proposed(storetest.Story("Nora", "Claes", "1999"))
		_, err := w.Referrals().DecideList(w.Context(), w.Mayor, discussion.DecideList{Referral: r, Verdict: discussion.OnList})
		no("a case on the list without indications", err)

		e := storetest.NewEvening(w)
		e.Open()
		no("a decision before both sides were asked", e.Table.DecideCase(w.Context(), w.Coordinator, e.Decision(livc.OutcomeFollowUp)))
		e.Weighed()
		for what, change := range map[string]func(*discussion.DecideCase){
			"no proportion":         func(d *discussion.DecideCase) { d.Proportion = nil },
			"half a proportion":     func(d *discussion.DecideCase) { d.Proportion = d.Proportion[:2] },
			"nothing of the child":  func(d *discussion.DecideCase) { d.ChildTalked = nil },
			"too few signals asked": func(d *discussion.DecideCase) { d.EnoughSignals = "" },
		} {
			d := e.Decision(livc.OutcomeFollowUp)
			change(&d)
			no(what, e.Table.DecideCase(w.Context(), w.Coordinator, d))
		}
		_, err = e.Table.AgreeReport(w.Context(), w.Coordinator, discussion.AgreeReport{Item: e.Item, Text: livc.NewSecret("x"), ReadAloud: true, Agreed: true})
		no("a report before a decision", err)
		w.Must(e.Table.DecideCase(w.Context(), w.Coordinator, e.Decision(livc.OutcomeFollowUp)))
	})
}

// Whether somebody came, kept silent or refused is a state of that one invitation, answer or action; it
// is added up nowhere, and goes with the case.
func TestE6_RefusalAndSilenceAreCountedNowhere(t *testing.T) {
	w := storetest.NewTown(t, storetest.SQLite(t))
	for table, columns := range tables(w) {
		for _, c := range columns {
			if table == "item" && c == "silent_at" {
				continue // when the quiet before the weighing began, for everybody
			}
			if regexp.MustCompile(`(?i)declin|refus|silen|absen|no_show|attendance_rate|reliab|respon`).MatchString(c) {
				t.Errorf("%s.%s keeps who did not take part", table, c)
			}
		}
	}
	for name, q := range queries(t) {
		if !regexp.MustCompile(`(?i)count\(|sum\(|avg\(`).MatchString(q) {
			continue
		}
		if regexp.MustCompile(`(?i)'(declined|silent|absent|rejected|not_in_care)'`).MatchString(q) {
			t.Errorf("%s counts refusals: %s", name, q)
		}
	}
	x, s := told(t, canary.New())
	network := s.As(x.Mayor).Get("/network").Is(http.StatusOK)
	if at := regexp.MustCompile(`(?i)geweigerd|kwam niet|afwezig|zweeg`).FindString(network.Body); at != "" {
		t.Errorf("the network tells of somebody: %s", at)
	}
}

// rating are words for a number or a colour that would rate a person.
var rating = regexp.MustCompile(`(?i)(^|_)(score|level|rating|rank|grade|points|threat|danger_level|severity|probability|likelihood|risk|colou?r|priority)($|_)`)

// No column, no field of a form, no field of a use case and no word that is shown rates a person (R4.3-f,
// R2.1-c, R2.1-j).
//
// proves R4.3-f, R2.1-c
func TestInvariant19_NothingInSchemaFormsOrUseCasesRatesAPerson(t *testing.T) {
	x, s := told(t, canary.New())
	columns := 0
	for table, list := range tables(x.Town) {
		for _, c := range append(list, table) {
			if columns++; rating.MatchString(c) {
				t.Errorf("%s.%s rates somebody", table, c)
			}
		}
	}
	fields := map[string]bool{}
	named := regexp.MustCompile(`(?:name|value|id)="([a-zA-Z0-9_.-]+)"`)
	browse(x, s, func(v visit) {
		for _, m := range named.FindAllStringSubmatch(v.page.Body, -1) {
			if fields[m[1]] = true; rating.MatchString(m[1]) {
				t.Errorf("%s offers %q", v.pattern, m[1])
			}
		}
	})
	inputs := 0
	for _, in := range useCases() {
		for i := range in.NumField() {
			if inputs++; rating.MatchString(snake(in.Field(i).Name)) {
				t.Errorf("%s takes %s", in.Name(), in.Field(i).Name)
			}
		}
	}
	if columns < 300 || len(fields) < 200 || inputs < 100 {
		t.Errorf("%d columns, %d fields and %d inputs: the test has no teeth", columns, len(fields), inputs)
	}
	for _, bad := range []string{"risk_score", "score", "threat_level", "colour"} {
		if !rating.MatchString(bad) {
			t.Errorf("%s would pass", bad)
		}
	}
}
