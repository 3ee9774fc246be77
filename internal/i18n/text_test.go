package i18n

import (
	"context"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"beraad.eu/livc"
)

func TestText(t *testing.T) {
	nl := context.Background()
	en := With(nl, livc.English)
	for _, c := range []struct{ says, got, want string }{
		{"a text comes in the language of the context", T(en, "frame.leave"), "Leave fast"},
		{"without a language it is Dutch, the source", T(nl, "frame.leave"), "Snel weg"},
		{"a language that is not shown becomes Dutch", T(With(nl, livc.German), "frame.leave"), "Snel weg"},
		{"placeholders get their value", T(nl, "form.seen_by", "Who", "jij"), "Zichtbaar voor: jij"},
		{"one has its own form", T(nl, "print.copies", "Count", 1), "Eén exemplaar."},
		{"none and many have the other form", T(nl, "print.copies", "Count", 0), "0 exemplaren."},
		{"none has a form of its own where a number would sound cold", T(nl, "my_actions.lead", "Count", 0), "Geen open afspraken."},
		{"a key without a text is seen at once", T(nl, "frame.nothing"), "⟦frame.nothing⟧"},
		{"a placeholder without a value is seen at once", T(nl, "form.seen_by"), "⟦form.seen_by⟧"},
		{"a text with a plural but without a count is seen at once", T(nl, "print.copies"), "⟦print.copies⟧"},
		{"an enum has a name", Enum(nl, "function", livc.Mayor), "burgemeester"},
		{"a sentence of the law is taken up from package law", T(en, "law.chair.only_mayor"), "Only the mayor or the representative can chair."},
		{"an error for a person has a text", Fault(en, livc.NotFound()), "This page is not here."},
	} {
		t.Run(c.says, func(t *testing.T) {
			if c.got != c.want {
				t.Fatalf("%q, want %q", c.got, c.want)
			}
		})
	}
}

func TestDates(t *testing.T) {
	nl := context.Background()
	en := With(nl, livc.English)
	winter := time.Date(2026, 11, 24, 9, 2, 0, 0, time.UTC)
	summer := time.Date(2026, 7, 1, 22, 30, 0, 0, time.UTC)
	for _, c := range []struct{ says, got, want string }{
		{"a day in full", Day(nl, "2026-11-24"), "dinsdag 24 november 2026"},
		{"a day in English", Day(en, "2026-11-24"), "Tuesday 24 November 2026"},
		{"a short day", ShortDay(nl, "2026-02-09"), "9 februari"},
		{"no day is no text", Day(nl, ""), ""},
		{"what is no day is no text", Day(nl, "2026-02-30"), ""},
		{"the clock is Brussels time in winter", Clock(nl, winter), "10.02 uur"},
		{"the clock and the day are Brussels time in summer", Moment(nl, summer), "2 juli 2026, 0.30 uur"},
		{"today", Ago(nl, "2026-11-24", "2026-11-24"), "vandaag"},
		{"yesterday, over the end of a month", Ago(nl, "2026-12-01", "2026-11-30"), "gisteren"},
		{"tomorrow", Ago(nl, "2026-11-24", "2026-11-25"), "morgen"},
		{"days ago, over the end of summer time", Ago(nl, "2026-10-26", "2026-10-24"), "2 dagen geleden"},
		{"days ahead", Ago(en, "2026-11-24", "2026-12-04"), "in 10 days"},
		{"no day is not ago", Ago(nl, "2026-11-24", ""), ""},
	} {
		t.Run(c.says, func(t *testing.T) {
			if c.got != c.want {
				t.Fatalf("%q, want %q", c.got, c.want)
			}
		})
	}
}

func TestSort(t *testing.T) {
	t.Run("é stands beside e, and capitals beside small letters", func(t *testing.T) {
		names := []string{"Zoë", "éva", "Emma", "Ęwa", "Fatima", "adam", "Élise"}
		Sort(context.Background(), names)
		want := []string{"adam", "Élise", "Emma", "éva", "Ęwa", "Fatima", "Zoë"}
		if !slices.Equal(names, want) {
			t.Fatalf("%v", names)
		}
	})
	t.Run("equal names keep their order", func(t *testing.T) {
		pairs := [][2]string{{"b", "1"}, {"a", "2"}, {"b", "3"}, {"a", "4"}}
		SortBy(context.Background(), pairs, func(p [2]string) string { return p[0] })
		if pairs[0][1] != "2" || pairs[1][1] != "4" || pairs[2][1] != "1" || pairs[3][1] != "3" {
			t.Fatalf("%v", pairs)
		}
	})
}

func TestPrefer(t *testing.T) {
	for header, want := range map[string]livc.Language{
		"en-GB,en;q=0.9,nl;q=0.8": livc.English, "nl-BE": livc.Dutch, "fr-BE,fr;q=0.9": livc.Dutch, "": livc.Dutch, "§§": livc.Dutch,
		"fr;q=0.9,en;q=0.5": livc.English,
	} {
		t.Run("the browser asks for "+header, func(t *testing.T) {
			if got := Prefer(header); got != want {
				t.Fatalf("%s, want %s", got, want)
			}
		})
	}
}

func TestCountWithoutPlural(t *testing.T) {
	t.Run("a text without a plural may show a count, also one", func(t *testing.T) {
		b, err := readBook([]source{{fstest.MapFS{"nl/a.toml": {Data: []byte(`x = "keer: {{.Count}}"`)}}, "%s/*.toml"}}, livc.Dutch)
		if err != nil {
			t.Fatal(err)
		}
		if got := b.say("x", pairs{"Count", 1}); got != "keer: 1" {
			t.Fatal(got)
		}
	})
}

func TestFilesThatAreRefused(t *testing.T) {
	for says, files := range map[string]fstest.MapFS{
		"a key that stands in two files": {"nl/a.toml": {Data: []byte("[x]\ny = \"1\"")}, "nl/b.toml": {Data: []byte("[x]\ny = \"2\"")}},
		"a key that stands twice in one": {"nl/a.toml": {Data: []byte("x = \"1\"\nx = \"2\"")}},
		"a value that is no text":        {"nl/a.toml": {Data: []byte("x = 1")}},
		"a file that does not parse":     {"nl/a.toml": {Data: []byte("x = [")}},
	} {
		t.Run(says, func(t *testing.T) {
			if _, err := readBook([]source{{files, "%s/*.toml"}}, livc.Dutch); err == nil {
				t.Fatal("it was read")
			}
		})
	}
	t.Run("an enum may have a value called other", func(t *testing.T) {
		files := fstest.MapFS{"nl/a.toml": {Data: []byte("[enum.kind]\nother = \"ander\"\nown = \"eigen\"")}}
		b, err := readBook([]source{{files, "%s/*.toml"}}, livc.Dutch)
		if err != nil || b.messages["enum.kind.other"] == nil {
			t.Fatalf("%v", err)
		}
	})
}
