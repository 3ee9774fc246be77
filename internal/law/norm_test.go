package law_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// proves R0.0-c, R0.2-d, X-L-m, E7
func TestEveryNormSaysWhereItStandsHowItBindsAndWhy(t *testing.T) {
	for _, n := range law.Norms() {
		for _, lang := range []livc.Language{livc.Dutch, livc.English} {
			if n.Cite[lang] == "" || n.Short[lang] == "" {
				t.Errorf("%s has no citation or reason in %s", n.ID, lang)
			}
		}
		if !slices.Contains(law.Forces(), n.Force) {
			t.Errorf("%s has force %q", n.ID, n.Force)
		}
		if n.Confirmed && n.Checked == "" && n.URL == "" {
			t.Errorf("%s is confirmed by nothing", n.ID)
		}
		if _, err := livc.ParseDay(string(n.ValidFrom)); err != nil {
			t.Errorf("%s begins on no day", n.ID)
		}
		if n.Why(livc.German) != n.Short[livc.Dutch] || n.Citation(livc.German) != n.Cite[livc.Dutch] {
			t.Errorf("%s does not fall back on Dutch", n.ID)
		}
		plain(t, string(n.ID), n.Short[livc.Dutch])
	}
}

// proves R0.1-a, X-C-a, X-C-b, X-C-d, E7
func TestInvariant22_EveryNormResolvesToOneVersionOnTheDayOfTheSession(t *testing.T) {
	days := []livc.Day{"2021-08-01", "2024-09-30", "2024-10-01", "2026-04-07", "2026-04-08", today, "2031-01-01"}
	for _, id := range normsInCode(t) {
		if len(law.Find(id)) == 0 {
			t.Errorf("%s stands in the code and not in the register", id)
		}
		for _, day := range days {
			oneVersion(t, id, day)
		}
	}
	_, before := law.On(law.FrenchServices, "2023-08-27")
	if before {
		t.Error("the decree of the French Community held before it began")
	}
}

func oneVersion(t *testing.T, id livc.NormID, day livc.Day) {
	t.Helper()
	valid := 0
	for _, n := range law.Find(id) {
		if n.Valid(day) {
			valid++
		}
		if n.Successor != "" && len(law.Find(n.Successor)) == 0 {
			t.Errorf("%s is followed by %s, which does not exist", id, n.Successor)
		}
		begun := day >= n.ValidFrom
		if _, ok := law.On(id, day); begun && !ok {
			t.Errorf("%s resolves to nothing on %s", id, day)
		}
	}
	if valid > 1 {
		t.Errorf("%s has %d versions on %s", id, valid, day)
	}
}

// proves R0.1-e, X-C-a, X-C-b, X-C-c, X-C-d
func TestTheSwitchOfTheCriminalCodeIsADateAndBothArticlesStandSideBySide(t *testing.T) {
	pairs := map[livc.NormID]livc.NormID{
		law.ProfessionalSecrecyDuty: law.NewSecrecyDuty,
		law.TableException:          law.NewTableException,
		law.TableSecrecyDuty:        law.NewTableSecrecy,
		law.PurposeLimit:            law.NewPurposeLimit,
		law.LawyerOutside:           law.NewLawyerOutside,
	}
	for old, successor := range pairs {
		before, _ := law.On(old, law.CodeSwitch.Add(0, 0, -1))
		after, _ := law.On(old, law.CodeSwitch)
		if before.ID != old || after.ID != successor {
			t.Errorf("%s becomes %s, not %s", old, after.ID, successor)
		}
		for _, day := range []livc.Day{law.CodeSwitch.Add(0, 0, -1), today} {
			both := law.Both(old, day)
			if len(both) != 2 || both[0].Confirmed || both[1].Confirmed {
				t.Errorf("%s on %s shows %d articles, or hides that the date is unconfirmed", old, day, len(both))
			}
		}
	}
	if one := law.Both(law.MayorInvites, today); len(one) != 1 {
		t.Errorf("an article that did not move is shown %d times", len(one))
	}
	if none := law.Both("no-such-norm", today); none != nil {
		t.Errorf("an unknown norm shows %v", none)
	}
}

// The law of 29 March 2024 rewrote article 4; both versions are kept.
//
// proves X-L-g, X-L-i
func TestAnArticleThatWasRewrittenHasTwoVersions(t *testing.T) {
	old, _ := law.On(law.FeedbackByConsensus, "2024-09-30")
	now, _ := law.On(law.FeedbackByConsensus, "2024-10-01")
	if old.ID != now.ID || old.Citation(livc.Dutch) == now.Citation(livc.Dutch) {
		t.Errorf("before: %s, after: %s", old.Citation(livc.Dutch), now.Citation(livc.Dutch))
	}
}

func TestEveryRuleThatCodeMustProveHasItsNorm(t *testing.T) {
	scope, err := os.ReadFile("../../docs/scope.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(scope)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) < 2 || (fields[1] != "code" && fields[1] != "screen") {
			continue
		}
		if len(law.ForRule(fields[0])) == 0 {
			t.Errorf("%s rests on no norm", fields[0])
		}
	}
}

func TestEveryKeyHasASentenceInDutchAndEnglish(t *testing.T) {
	nl, en := textsOf(t, livc.Dutch), textsOf(t, livc.English)
	for key, sentence := range nl {
		plain(t, key, sentence)
		if en[key] == "" {
			t.Errorf("%s has no English sentence", key)
		}
	}
	if len(nl) != len(en) {
		t.Errorf("%d Dutch sentences, %d English", len(nl), len(en))
	}
	for _, key := range stringsInCode(t, regexp.MustCompile(`^law\.[a-z_.]*[a-z_]$`)) {
		if strings.HasSuffix(key, "_") {
			continue // the start of a key; the tests meet its ends
		}
		if nl[key] == "" {
			t.Errorf("%s has no sentence", key)
		}
	}
}

func textsOf(t *testing.T, lang livc.Language) map[string]string {
	t.Helper()
	var m map[string]string
	if _, err := toml.DecodeFS(law.Texts(), string(lang)+".toml", &m); err != nil {
		t.Fatal(err)
	}
	return m
}

// plain keeps the Dutch readable: at most 15 words a sentence, no shouting.
func plain(t *testing.T, where, text string) {
	t.Helper()
	if strings.Contains(text, "!") {
		t.Errorf("%s shouts", where)
	}
	for _, s := range regexp.MustCompile(`[.?:]\s`).Split(text, -1) {
		if n := len(strings.Fields(s)); n > 15 {
			t.Errorf("%s has a sentence of %d words: %s", where, n, s)
		}
	}
}

func normsInCode(t *testing.T) []livc.NormID {
	var ids []livc.NormID
	eachFile(t, func(f *ast.File) {
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if !ok || g.Tok != token.CONST {
				continue
			}
			for _, s := range g.Specs {
				v := s.(*ast.ValueSpec)
				if sel, ok := v.Type.(*ast.SelectorExpr); ok && sel.Sel.Name == "NormID" {
					id, _ := strconv.Unquote(v.Values[0].(*ast.BasicLit).Value)
					ids = append(ids, livc.NormID(id))
				}
			}
		}
	})
	if len(ids) < 50 {
		t.Fatalf("found only %d norms in the code", len(ids))
	}
	return ids
}

func stringsInCode(t *testing.T, form *regexp.Regexp) []string {
	var found []string
	eachFile(t, func(f *ast.File) {
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil && form.MatchString(s) {
					found = append(found, s)
				}
			}
			return true
		})
	})
	return found
}

func eachFile(t *testing.T, do func(*ast.File)) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		do(f)
	}
}
