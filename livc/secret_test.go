package livc

import (
	"bytes"
	"database/sql/driver"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	htmltemplate "html/template"
	"io"
	"log/slog"
	"strings"
	"testing"
	"text/template"
)

// canary is the text that may come out nowhere.
const canary = "Zaventemse-kanarie"

// The shapes in which a text can stand in other values. fmt calls no method on what stands in an
// unexported field, so those are the dangerous ones.
type (
	open   struct{ S Secret }
	closed struct{ s Secret }
	deep   struct{ in *closed }
	named  struct{ c Contact }
	both   struct {
		S Secret
		C Contact
		s any
	}
)

func planted() map[string]any {
	s, c := NewSecret(canary), NewContact(canary)
	return map[string]any{
		"secret": s, "contact": c, "pointer to secret": &s, "pointer to contact": &c,
		"in an exported field": open{s}, "in an unexported field": closed{s}, "behind a pointer": &closed{s},
		"two levels down": deep{&closed{s}}, "contact in an unexported field": named{c},
		"in a slice": []Secret{s}, "in a slice of structs": []closed{{s}}, "in a map": map[string]Secret{"a": s},
		"as a key": map[Secret]Contact{s: c}, "in an array": [1]Contact{c}, "in an interface": both{s, c, s},
		"in a list of anything": []any{s, &c, closed{s}},
	}
}

func silent(t *testing.T, where string, out string) {
	t.Helper()
	if strings.Contains(out, canary) {
		t.Errorf("%s: the text came out: %s", where, out)
	}
	for _, coded := range []string{fmt.Sprintf("%x", canary), fmt.Sprintf("%X", canary), fmt.Sprintf("% x", canary), fmt.Sprint([]byte(canary))} {
		if strings.Contains(out, coded) {
			t.Errorf("%s: the text came out in another form: %s", where, out)
		}
	}
}

func TestPersonalTextLeaksThroughNoVerbOfPrinting(t *testing.T) {
	for name, v := range planted() {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%X", "% x", "%d", "%c", "%U", "%p", "%t", "%T", "%08.3f", "%10s", "%!"} {
			silent(t, name+" by "+verb, fmt.Sprintf(verb, v))
		}
		silent(t, name+" by Sprintln", fmt.Sprintln(v))
		silent(t, name+" in an error", fmt.Errorf("load %v: %w", v, io.EOF).Error())
		silent(t, name+" in joined errors", errors.Join(fmt.Errorf("%+v", v), io.EOF).Error())
	}
}

func TestPersonalTextLeaksThroughNoLog(t *testing.T) {
	for name, v := range planted() {
		var b bytes.Buffer
		for _, h := range []slog.Handler{slog.NewTextHandler(&b, nil), slog.NewJSONHandler(&b, nil)} {
			l := slog.New(h).With("always", v)
			l.Info("told", "v", v, slog.Group("g", slog.Any("v", v)), "plain", fmt.Sprint(v))
		}
		silent(t, name, b.String())
	}
}

func TestPersonalTextLeaksThroughNoEncoding(t *testing.T) {
	for name, v := range planted() {
		b, err := json.Marshal(v)
		silent(t, name+" as json", string(b)+fmt.Sprint(err))
		b, err = xml.Marshal(v)
		silent(t, name+" as xml", string(b)+fmt.Sprint(err))
		var g bytes.Buffer
		err = gob.NewEncoder(&g).Encode(v)
		silent(t, name+" as gob", g.String()+fmt.Sprint(err))
	}
}

func TestPersonalTextRefusesToBeSentOrStored(t *testing.T) {
	for name, v := range map[string]any{"secret": NewSecret(canary), "contact": NewContact(canary)} {
		if _, err := json.Marshal(v); err == nil {
			t.Errorf("%s went into json", name)
		}
		if _, err := xml.Marshal(v); err == nil {
			t.Errorf("%s went into xml", name)
		}
		if err := gob.NewEncoder(io.Discard).Encode(v); err == nil {
			t.Errorf("%s went into gob", name)
		}
		if _, err := v.(driver.Valuer).Value(); err == nil {
			t.Errorf("%s went into a column", name)
		}
		if _, err := driver.DefaultParameterConverter.ConvertValue(v); err == nil {
			t.Errorf("%s became a parameter of a query", name)
		} else {
			silent(t, name+" in the driver's error", err.Error())
		}
	}
}

func TestPersonalTextLeaksThroughNoTemplate(t *testing.T) {
	page := `{{.}} {{printf "%s %v %q" . . .}} {{print .}} {{html .}} {{js .}} {{urlquery .}}`
	webPage := `<p title="{{.}}">{{.}}</p><script>var a = {{.}};</script><a href="/?q={{.}}" onclick="f({{.}})">a</a>`
	for name, v := range planted() {
		var b bytes.Buffer
		err := template.Must(template.New("").Parse(page)).Execute(&b, v)
		silent(t, name+" in text/template", b.String()+fmt.Sprint(err))
		b.Reset()
		err = htmltemplate.Must(htmltemplate.New("").Parse(webPage)).Execute(&b, v)
		silent(t, name+" in html/template", b.String()+fmt.Sprint(err))
	}
}

func TestTheScannerForLeaksWorks(t *testing.T) {
	leaks := struct{ text string }{canary}
	if !strings.Contains(fmt.Sprintf("%v", leaks), canary) {
		t.Fatal("a plain string in an unexported field is printed; a scan that misses it proves nothing")
	}
}

func TestWhatIsPrintedOrLoggedSaysThatItIsSealed(t *testing.T) {
	for name, v := range map[string]any{"secret": NewSecret(canary), "contact": NewContact(canary)} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			if got := fmt.Sprintf(verb, v); got != hidden {
				t.Errorf("%s by %s: %s", name, verb, got)
			}
		}
		var b bytes.Buffer
		slog.New(slog.NewJSONHandler(&b, nil)).Info("told", "v", v)
		if !strings.Contains(b.String(), `"v":"`+hidden+`"`) {
			t.Errorf("%s in a log: %s", name, b.String())
		}
	}
}

func TestPersonalTextIsRevealedToWhoAsks(t *testing.T) {
	if s := NewSecret(canary); s.Reveal() != canary || s.Len() != 18 || s.Empty() {
		t.Errorf("%q %d %v", s.Reveal(), s.Len(), s.Empty())
	}
	if c := NewContact("Zoë"); c.Reveal() != "Zoë" || c.Len() != 3 || c.Empty() {
		t.Errorf("%q %d %v", c.Reveal(), c.Len(), c.Empty())
	}
	t.Run("nothing but space is empty, and so is what was never written", func(t *testing.T) {
		if !NewSecret(" \n\t").Empty() || !(Secret{}).Empty() || !NewContact(" ").Empty() || !(Contact{}).Empty() {
			t.Error("an empty text counts as written")
		}
		if (Secret{}).Reveal() != "" || (Secret{}).Len() != 0 || (Contact{}).Reveal() != "" {
			t.Error("what was never written says something")
		}
	})
}
