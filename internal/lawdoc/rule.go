package main

import (
	"regexp"
	"slices"
	"strings"
)

// ruleID is the form of an id: a step, its number and letters, or a source outside the guide.
var ruleID = regexp.MustCompile(`\b(?:R\d+(?:\.\d+)+|X-[A-Z])-[a-z]{1,2}(?:\.\.[a-z])?\b`)

// rulesIn lists the ids in a text, once each; two dots between letters stand for all between.
func rulesIn(text string) []string {
	var found []string
	for _, id := range ruleID.FindAllString(text, -1) {
		for _, one := range spread(id) {
			if !slices.Contains(found, one) {
				found = append(found, one)
			}
		}
	}
	return found
}

func spread(id string) []string {
	first, last, many := strings.Cut(id, "..")
	if !many {
		return []string{id}
	}
	stem, from := first[:len(first)-1], first[len(first)-1]
	var all []string
	for letter := from; letter <= last[0]; letter++ {
		all = append(all, stem+string(letter))
	}
	return all
}

// proven lists the ids that a comment says are proved: those after the word, to the end of its
// paragraph.
func proven(comment string) []string {
	var found []string
	for paragraph := range strings.SplitSeq(comment, "\n\n") {
		if _, ids, ok := strings.Cut(paragraph, "proves "); ok {
			found = append(found, rulesIn(ids)...)
		}
	}
	return found
}
