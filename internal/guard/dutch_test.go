package guard

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// longest is the number of words a Dutch sentence may have on average in one text of the interface (R13).
const longest = 15

var sentenceEnd = regexp.MustCompile(`[.?:;](\s|$)|\n`)

// hardDutch says what makes one text hard to read.
func hardDutch(key, s string) []string {
	var faults []string
	if strings.Contains(s, "!") {
		faults = append(faults, key+": an exclamation mark")
	}
	sentences, all := 0, 0
	for _, sentence := range sentenceEnd.Split(s, -1) {
		if n := len(strings.Fields(sentence)); n > 0 {
			sentences, all = sentences+1, all+n
		}
	}
	if sentences > 0 && all > longest*sentences {
		faults = append(faults, fmt.Sprintf("%s: %d words in %d sentences", key, all, sentences))
	}
	return faults
}

// dutchTexts reads every text of the Dutch language files, by key.
func dutchTexts(t *testing.T, h *house) map[string]string {
	t.Helper()
	found := map[string]string{}
	for _, f := range h.texts(t, ".toml") {
		if inner, ok := strings.CutPrefix(f.name, "internal/i18n/"); !ok || !strings.Contains("/"+inner, "/nl") {
			continue
		}
		var tree map[string]any
		if err := toml.Unmarshal([]byte(f.body), &tree); err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		collect(f.name, tree, found)
	}
	return found
}

func collect(key string, v any, into map[string]string) {
	switch v := v.(type) {
	case string:
		into[key] = v
	case map[string]any:
		for name, inner := range v {
			collect(key+" "+name, inner, into)
		}
	}
}

func TestDutchIsShortAndDoesNotShout(t *testing.T) {
	h := open(t)
	if _, err := os.Stat(filepath.Join(h.root, "internal", "i18n")); os.IsNotExist(err) {
		return // the interface has no words yet
	}
	texts := dutchTexts(t, h)
	if len(texts) == 0 {
		t.Fatal("internal/i18n has no Dutch texts: they moved, and this guard did not")
	}
	for key, s := range texts {
		report(t, hardDutch(key, s))
	}
}

func TestTheGuardOfDutchIsAwake(t *testing.T) {
	sees(t, hardDutch("k", "Let op!"), "exclamation")
	sees(t, hardDutch("k", strings.Repeat("woord ", 16)+"."), "16 words in 1 sentences")
	sees(t, hardDutch("k", strings.Repeat("woord ", 20)+". Kort is goed."))
	sees(t, hardDutch("k", "Je kan ja zeggen. Je kan nee zeggen. {{.Day}} is de laatste dag."))
	sees(t, hardDutch("k", ""))
}
