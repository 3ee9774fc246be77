package livc

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// concern is a text struct of every form there is.
type concern struct {
	Seen   Secret
	Unsure Secret
	Notes  []Secret
	Lines  []line
}

type line struct{ Says, Source Secret }

func (c concern) texts() []string {
	out := []string{c.Seen.Reveal(), c.Unsure.Reveal()}
	for _, n := range c.Notes {
		out = append(out, n.Reveal())
	}
	for _, l := range c.Lines {
		out = append(out, l.Says.Reveal(), l.Source.Reveal())
	}
	return out
}

func TestATextStructReadsBack(t *testing.T) {
	text := rapid.Custom(func(t *rapid.T) Secret { return NewSecret(rapid.String().Draw(t, "text")) })
	rapid.Check(t, func(t *rapid.T) {
		in := concern{Seen: text.Draw(t, "seen"), Unsure: text.Draw(t, "unsure"), Notes: rapid.SliceOf(text).Draw(t, "notes")}
		for range rapid.IntRange(0, 3).Draw(t, "lines") {
			in.Lines = append(in.Lines, line{text.Draw(t, "says"), text.Draw(t, "source")})
		}
		b, err := PackText(&in)
		if err != nil {
			t.Fatal(err)
		}
		var out concern
		if err := UnpackText(b, &out); err != nil {
			t.Fatal(err)
		}
		if a, b := strings.Join(in.texts(), "\x00"), strings.Join(out.texts(), "\x00"); a != b {
			t.Fatalf("wrote %q, read %q", a, b)
		}
	})
}

func TestAFieldThatTheBytesDoNotNameStaysEmpty(t *testing.T) {
	b, err := PackText(concern{Seen: NewSecret("x")})
	if err != nil {
		t.Fatal(err)
	}
	var out concern
	if err := UnpackText(b, &out); err != nil || !out.Unsure.Empty() || out.Seen.Reveal() != "x" {
		t.Errorf("read %q, %v", out.texts(), err)
	}
}

// The bytes as docs/spec/records.md gives them: other programs read them too.
func TestATextStructHasOneForm(t *testing.T) {
	in := concern{Seen: NewSecret("zag"), Notes: []Secret{NewSecret("a"), NewSecret("")}, Lines: []line{{Says: NewSecret("é")}}}
	b, err := PackText(in)
	if want := "\x01\x03\x05Lineso\x01\x01\x04Sayss\x02é\x05Notest\x02\x01a\x00\x04Seens\x03zag"; err != nil || string(b) != want {
		t.Errorf("written as %q, not %q, %v", b, want, err)
	}
}

func TestNothingIsLostUnseen(t *testing.T) {
	var out concern
	if err := UnpackText([]byte("\x01\x01\x04Seens\x01x"), &out); err != nil || out.Seen.Reveal() != "x" {
		t.Fatalf("the form that the others break is not read: %q %v", out.texts(), err)
	}
	for name, b := range map[string]string{
		"a field that was taken away":       "\x01\x02\x04Seens\x01x\x04Gones\x01y",
		"a field of a line taken away":      "\x01\x01\x05Lineso\x01\x02\x04Sayss\x01x\x04Gones\x01y",
		"a list where one text is expected": "\x01\x01\x04Seent\x01\x01x",
		"a text where a list is expected":   "\x01\x01\x05Notess\x01x",
		"another version":                   "\x02\x01\x04Seens\x01x",
		"bytes cut short":                   "\x01\x01\x04Seens\x01",
		"a field too few":                   "\x01\x02\x04Seens\x01x",
		"a list longer than the bytes":      "\x01\x01\x05Notest\xff\xff\xff\xff\x0f",
		"bytes behind the end":              "\x01\x01\x04Seens\x01xy",
		"nothing at all":                    "",
	} {
		t.Run(name, func(t *testing.T) {
			var out concern
			if err := UnpackText([]byte(b), &out); err == nil {
				t.Error("was read over")
			}
		})
	}
}

func TestAPartOfARecordTakesItsOwnFieldsAndLeavesTheOthersClosed(t *testing.T) {
	in := concern{Seen: NewSecret("x"), Unsure: NewSecret("y"), Notes: []Secret{NewSecret("a")}, Lines: []line{{Says: NewSecret("b")}}}
	b, err := PackText(in)
	if err != nil {
		t.Fatal(err)
	}
	var out struct {
		Part
		Seen Secret
	}
	if err := UnpackText(b, &out); err != nil || out.Seen.Reveal() != "x" {
		t.Errorf("read %q, %v", out.Seen.Reveal(), err)
	}
	t.Run("and is never written, because the others would be lost", func(t *testing.T) {
		if _, err := PackText(out); err == nil {
			t.Error("it was written")
		}
	})
	t.Run("and what is cut short inside a closed field is seen", func(t *testing.T) {
		for i := range b {
			if UnpackText(b[:i], &out) == nil {
				t.Errorf("%d bytes of %d were read", i, len(b))
			}
		}
	})
}

func TestOnlyTextStructsArePacked(t *testing.T) {
	for name, v := range map[string]any{
		"a plain string beside the text": struct {
			Seen Secret
			Name string
		}{},
		"a number":        struct{ Age int }{},
		"contact data":    struct{ Mail Contact }{},
		"a list of words": struct{ Words []string }{},
		"a text alone":    "text",
		"a hidden number": struct{ Lines []struct{ n int } }{Lines: []struct{ n int }{{1}}},
	} {
		t.Run(name, func(t *testing.T) {
			if b, err := PackText(v); err == nil {
				t.Errorf("was packed as %s", b)
			}
		})
	}
}
