package audit

import (
	"bytes"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"beraad.eu/livc"
)

func anyEntry(t *rapid.T) Entry {
	text := rapid.String()
	e := Entry{
		At:   time.UnixMicro(rapid.Int64Range(math.MinInt64/4, math.MaxInt64/4).Draw(t, "at")).UTC(),
		Livc: livc.ID(text.Draw(t, "livc")), Person: livc.ID(text.Draw(t, "person")), Hat: livc.ID(text.Draw(t, "hat")),
		Function: livc.Function(text.Draw(t, "function")), Action: text.Draw(t, "action"), Kind: text.Draw(t, "kind"),
		Object: livc.ID(text.Draw(t, "object")), Authorised: rapid.Bool().Draw(t, "authorised"),
	}
	for _, n := range rapid.SliceOfN(text, 0, 4).Draw(t, "norms") {
		e.Norms = append(e.Norms, livc.NormID(n))
	}
	copy(e.Row[:], rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "row"))
	return e
}

func TestL6_AnEntryReadsBackAsWhatWasWrittenWhateverItsFieldsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyEntry(t)
		got, err := ParseEntry(e.Payload())
		if err != nil || !reflect.DeepEqual(got, e) {
			t.Fatalf("wrote %+v, read %+v, %v", e, got, err)
		}
	})
}

func TestL6_NoFieldCanPoseAsAnother(t *testing.T) {
	cases := map[string][2]Entry{
		"a kind does not run over into the action": {{Action: "refer", Kind: "case"}, {Action: "referc", Kind: "ase"}},
		"two norms are not one with a comma":       {{Norms: []livc.NormID{"a,b"}}, {Norms: []livc.NormID{"a", "b"}}},
		"a new line starts no new entry":           {{Action: "look\nrefer_case"}, {Action: "look"}},
		"a field that looks like a length":         {{Action: "\x00\x00\x00\x04case"}, {Kind: "case"}},
		"a refusal is not a permission":            {{Action: "look"}, {Action: "look", Authorised: true}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if bytes.Equal(c[0].Payload(), c[1].Payload()) {
				t.Error("two different entries have one payload")
			}
		})
	}
}

func TestL6_ARefusalIsKeptAsARefusal(t *testing.T) {
	refused := look(1)
	refused.Authorised = false
	got, err := ParseEntry(refused.Payload())
	if err != nil || got.Authorised || got.Action != refused.Action {
		t.Fatalf("read %+v, %v", got, err)
	}
}

func TestL6_APayloadThatWasTamperedWithIsRefusedOrMeansSomethingElse(t *testing.T) {
	whole := look(7).Payload()
	for i := range whole {
		for bit := range 8 {
			b := bytes.Clone(whole)
			b[i] ^= 1 << bit
			if e, err := ParseEntry(b); err == nil && !bytes.Equal(e.Payload(), b) {
				t.Fatalf("byte %d bit %d: read as an entry that is written otherwise", i, bit)
			}
		}
		if _, err := ParseEntry(whole[:i]); err == nil {
			t.Fatalf("the first %d bytes alone were read as an entry", i)
		}
	}
	if _, err := ParseEntry(append(bytes.Clone(whole), 0)); err == nil {
		t.Error("a byte too many was read over")
	}
}

func FuzzL6_ParseEntry(f *testing.F) {
	f.Add(look(1).Payload())
	f.Add([]byte{payloadVersion})
	f.Add(bytes.Repeat([]byte{0xff}, 60))
	f.Fuzz(func(t *testing.T, b []byte) {
		if e, err := ParseEntry(b); err == nil && !bytes.Equal(e.Payload(), b) {
			t.Fatalf("%x was read as an entry that is written otherwise", b)
		}
	})
}

func TestL5_AnEntryTakesNoNameAndNoSentence(t *testing.T) {
	if err := look(1).Check(); err != nil {
		t.Fatalf("an ordinary leaf is refused: %v", err)
	}
	if err := Filler(opened).Check(); err != nil {
		t.Fatalf("a filler is refused: %v", err)
	}
	cases := map[string]func(*Entry){
		"a name as object":            func(e *Entry) { e.Object = "Jan Peeters" },
		"a mail address as person":    func(e *Entry) { e.Person = "jan@gemeente.be" },
		"a case code as object":       func(e *Entry) { e.Object = "Kwarts-41" },
		"a sentence as action":        func(e *Entry) { e.Action = "hij was boos" },
		"a name in capitals as kind":  func(e *Entry) { e.Kind = "Peeters" },
		"a line break in a norm":      func(e *Entry) { e.Norms = []livc.NormID{"a\nb"} },
		"a long text without a space": func(e *Entry) { e.Action = strings.Repeat("a", 65) },
		"a function we do not know":   func(e *Entry) { e.Function = "Schepen" },
		"no action":                   func(e *Entry) { e.Action = "" },
		"no time":                     func(e *Entry) { e.At = time.Time{} },
	}
	for name, spoil := range cases {
		t.Run(name, func(t *testing.T) {
			e := look(1)
			spoil(&e)
			if e.Check() == nil {
				t.Error("was let into the log")
			}
		})
	}
}

func TestL5_NoFieldOfAnEntryIsMadeForPersonalText(t *testing.T) {
	for f := range reflect.TypeFor[Entry]().Fields() {
		if f.Type == reflect.TypeFor[livc.Secret]() || f.Type == reflect.TypeFor[livc.Contact]() {
			t.Errorf("%s would carry personal text into the log", f.Name)
		}
	}
}

func TestATimeIsKeptToTheMicrosecondInUTC(t *testing.T) {
	e := look(1)
	e.At = time.Date(2026, 7, 1, 12, 0, 0, 1999, livc.Brussels())
	got, err := ParseEntry(e.Payload())
	if want := time.Date(2026, 7, 1, 10, 0, 0, 1000, time.UTC); err != nil || got.At != want {
		t.Errorf("got %v, want %v (%v)", got.At, want, err)
	}
}
