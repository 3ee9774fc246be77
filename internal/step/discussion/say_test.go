package discussion_test

import (
	"testing"

	"beraad.eu/internal/step/discussion"
	"beraad.eu/internal/store/storetest"
	"beraad.eu/livc"
)

// What somebody says at the table goes nowhere without a yes of that person: not to the LTF, not to the
// person, not in the report, not to who carries out an action.
//
// proves R2.5.3-i, R2.5.3-d
func TestInvariant9_WhatSomebodySaidLeavesTheTableOnlyWithThatPersonsYes(t *testing.T) {
	spoken(t, func(t *testing.T, e *storetest.Evening) {
		e.Decided(livc.OutcomeFollowUp)
		speaker := e.Who(e.CLB)
		others := without(e.Everybody(), speaker)
		t.Run("a line for the LTF waits for the speaker, and one objection forgets it", func(t *testing.T) {
			begin(e)
			e.Must(adopt(e, others...))
			if s := e.Desk().Sheet; s.State != discussion.SheetDraft || s.LTFSheet.Agreed != len(others) {
				t.Fatalf("without the speaker it is %s", s.State)
			}
			e.Must(e.Table.AdoptSheet(e.Context(), e.Coordinator, discussion.AdoptSheet{Item: e.Item, Objection: true}))
			if s := e.Desk().Sheet; s.State != discussion.SheetRejected || s.LTFSheet.Lines != 0 {
				t.Errorf("against the speaker it is %s with %d lines", s.State, s.LTFSheet.Lines)
			}
		})
		t.Run("the person hears nothing without the speaker", func(t *testing.T) {
			in := discussion.InformPerson{Item: e.Item, Choice: discussion.InformNow, Agreed: others, Safe: true, By: e.Who(e.CAW), Offer: livc.NewSecret("Een gesprek.")}
			answers(t, e.Table.InformPerson(e.Context(), e.Coordinator, in), livc.DeniedKind, "")
			in.Agreed = append(others, speaker)
			e.Must(e.Table.InformPerson(e.Context(), e.Coordinator, in))
		})
		t.Run("an action that could betray the speaker is changed first", func(t *testing.T) {
			in := action(e, e.Who(e.CAW))
			in.Betrays = "yes"
			_, err := e.Table.AgreeAction(e.Context(), e.Coordinator, in)
			answers(t, err, livc.InvalidKind, "law.action.betrays")
		})
		t.Run("a report that somebody inside does not agree to is none", func(t *testing.T) {
			_, err := e.Table.AgreeReport(e.Context(), e.Coordinator, discussion.AgreeReport{Item: e.Item, Lang: "nl", ReadAloud: true})
			answers(t, err, livc.InvalidKind, "")
			if n := count(e, `SELECT count(*) FROM item WHERE livc = $1 AND id = $2 AND report_record <> ''`, e.Item); n != 0 {
				t.Error("a report was kept")
			}
		})
		t.Run("and what is said stands in no record", func(t *testing.T) {
			for _, k := range recordKinds(e) {
				if kept[k] == "" {
					t.Errorf("records of the kind %q are kept", k)
				}
			}
		})
	})
}

// kept are the kinds of record that an evening leaves, each with whose words they are.
var kept = map[string]string{
	"told": "the referrer's own, told before the table to the list holders", "entry": "the mayor's list", "weight": "the third gate, before the table",
	"asked": "the question in an invitation", "offer": "with which help somebody goes", "intake_private": "a key",
}

// recordKinds are the kinds of what stands sealed in this LIVC R.
func recordKinds(e *storetest.Evening) (kinds []string) {
	e.T.Helper()
	rows, err := e.DB.Pools()[0].Query(`SELECT DISTINCT kind FROM record WHERE livc = $1`, e.Livc)
	e.Must(err)
	defer rows.Close()
	for rows.Next() {
		var k string
		e.Must(rows.Scan(&k))
		kinds = append(kinds, k)
	}
	e.Must(rows.Err())
	return kinds
}
