package seal_test

import "testing"

// C5: a sealed blob opens in its own place only.
func TestC5_a_blob_opens_in_its_own_place_only(t *testing.T) {
	type slot struct {
		v   vector
		arg string
	}
	var slots []slot
	for _, v := range makeVectors(t) {
		for _, arg := range []string{"outer", "sealed", "wrapped", "body"} {
			if v.Args[arg] != "" {
				slots = append(slots, slot{v, arg})
			}
		}
	}
	swaps := 0
	for i, to := range slots {
		for j, from := range slots {
			if i == j {
				continue
			}
			swaps++
			if _, err := to.v.with(to.arg, from.v.Args[from.arg]).open(); err == nil {
				t.Errorf("%s opens with the %s of %s", to.v.Name, from.arg, from.v.Name)
			}
		}
	}
	t.Logf("%d swaps", swaps)
	if swaps < 10_000 {
		t.Errorf("only %d swaps: the town has become too small to prove anything", swaps)
	}
}

func TestC5_every_part_of_the_place_counts(t *testing.T) {
	for _, v := range makeVectors(t) {
		if v.Form == "hat" {
			continue
		}
		for _, arg := range contextArgs {
			if v.Args[arg] == "" {
				continue
			}
			if _, err := v.with(arg, otherValue(v, arg)).open(); err == nil {
				t.Errorf("%s opens although its %s is another", v.Name, arg)
			}
		}
	}
}

func TestC5_fields_that_shift_do_not_open(t *testing.T) {
	for _, v := range makeVectors(t) {
		if v.Form != "epoch" {
			continue
		}
		row := v.Args["row"]
		shifted := v.with("table", v.Args["table"]+row[:1]).with("row", row[1:])
		if _, err := shifted.open(); err == nil {
			t.Errorf("%s opens although a letter moved from the row to the table", v.Name)
		}
	}
}

func TestC5_an_older_or_newer_revision_of_the_same_record_does_not_open(t *testing.T) {
	var records []vector
	for _, v := range makeVectors(t) {
		if v.Form == "record" {
			records = append(records, v)
		}
	}
	one, two := records[0], records[1]
	both := two.with("wrapped", one.Args["wrapped"]).with("body", one.Args["body"])
	if one.Args["key"] != two.Args["key"] || one.Args["record"] != two.Args["record"] {
		t.Fatal("the two are no revisions of one record")
	}
	if _, err := both.open(); err == nil {
		t.Error("revision 1 opens as revision 2 of the same record")
	}
}
