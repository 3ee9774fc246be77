package law_test

import (
	"testing"

	"pgregory.net/rapid"

	"beraad.eu/internal/law"
	"beraad.eu/livc"
)

// circle puts a question to people with these answers, in order.
func circle(answers ...law.Answer) law.Circle {
	var c law.Circle
	for i := range answers {
		c = c.Enter(livc.ID(rune('a' + i)))
	}
	c = c.Put()
	for i, a := range answers {
		c, _ = c.Answer(livc.ID(rune('a'+i)), a)
	}
	return c
}

// proves R1.1-e, R6.1-e, X-L-h
func TestInvariant10_OneNoOrOneSilenceIsNoConsensus(t *testing.T) {
	late := circle(law.Yes, law.Yes).Enter("newcomer")
	gone := circle(law.Yes, law.Silent).Leave("b")
	goneAnswered := circle(law.Yes, law.Yes).Leave("b")
	back := circle(law.Yes, law.Yes).Leave("b").Enter("b")
	for _, c := range []struct {
		says string
		got  law.Result
		want law.Result
	}{
		{"everybody says yes", circle(law.Yes, law.Yes, law.Yes).Result(), law.Agreed},
		{"one no refuses", circle(law.Yes, law.No, law.Yes).Result(), law.Refused},
		{"one no refuses while another is silent", circle(law.Silent, law.No).Result(), law.Refused},
		{"silence is not a yes", circle(law.Yes, law.Silent).Result(), law.Waits},
		{"nobody agrees to nothing", law.Circle{}.Put().Result(), law.Waits},
		{"a newcomer voids the agreement", late.Result(), law.Waits},
		{"who leaves without an answer makes the sheet wait", gone.Result(), law.Waits},
		{"who answered first may leave", goneAnswered.Result(), law.Agreed},
		{"who comes back is no newcomer", back.Result(), law.Agreed},
		{"the first one comes back and is no newcomer", circle(law.Yes, law.Yes).Leave("a").Enter("a").Result(), law.Agreed},
		{"a question not put has no answer", law.Circle{}.Enter("a").Result(), law.Waits},
	} {
		t.Run(c.says, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("%s, want %s", c.got, c.want)
			}
		})
	}
	if left := circle(law.Yes, law.Yes).Leave("a"); left.Voices[0].Inside || !left.Voices[1].Inside {
		t.Errorf("after a left: %+v", left.Voices)
	}
	_, outsider := circle(law.Yes).Answer("outsider", law.Yes)
	_, tooEarly := law.Circle{}.Enter("a").Answer("a", law.Yes)
	check(t,
		sentence{"who was never inside has no voice", outsider, hidden},
		sentence{"nobody answers before the question", tooEarly, law.FeedbackByConsensus},
		sentence{"nobody is sent out after the question", circle(law.Silent).MaySendOut(), law.FeedbackByConsensus},
		sentence{"before the question one may step out", law.Circle{}.Enter("a").MaySendOut(), ""},
	)
}

// proves R6.1-e, X-L-h
func TestInvariant10_AgreedMeansThatEverybodyWhoWasEverInsideSaidYes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := law.Circle{}.Put()
		said := map[livc.ID]law.Answer{}
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			hat := livc.ID(rapid.SampledFrom([]string{"a", "b", "c", "d"}).Draw(t, "hat"))
			switch rapid.SampledFrom([]string{"enter", "leave", "answer"}).Draw(t, "step") {
			case "enter":
				if _, known := said[hat]; !known {
					said = fresh(said)
					said[hat] = law.Silent
				}
				c = c.Enter(hat)
			case "leave":
				c = c.Leave(hat)
			case "answer":
				a := rapid.SampledFrom(law.Answers()).Draw(t, "answer")
				if after, err := c.Answer(hat, a); err == nil {
					c, said[hat] = after, a
				}
			}
		}
		all := len(said) > 0
		for _, a := range said {
			all = all && a == law.Yes
		}
		if (c.Result() == law.Agreed) != all {
			t.Fatalf("%s while people said %v", c.Result(), said)
		}
	})
}

func fresh(said map[livc.ID]law.Answer) map[livc.ID]law.Answer {
	silent := map[livc.ID]law.Answer{}
	for hat := range said {
		silent[hat] = law.Silent
	}
	return silent
}

func goodLine() law.FeedbackLine {
	return law.FeedbackLine{Text: words("gaat weer naar school"), DeclaredNoSecret: true, Agreement: circle(law.Yes, law.Yes)}
}

// proves R2.5.3-i, R6.1-c, X-L-k
func TestInvariant11_NoLineCarriesASecretOfTheTable(t *testing.T) {
	with := func(change func(*law.FeedbackLine)) error {
		l := goodLine()
		change(&l)
		return law.MaySaveLine(l)
	}
	check(t,
		sentence{"a declared line without a secret", law.MaySaveLine(goodLine()), ""},
		sentence{"a line from professional secrecy", with(func(l *law.FeedbackLine) { l.FromProfessionalSecrecy = true }), law.FeedbackNoSecrets},
		sentence{"a line told as a secret", with(func(l *law.FeedbackLine) { l.ToldAsSecret = true }), law.FeedbackNoSecrets},
		sentence{"a line without the declaration", with(func(l *law.FeedbackLine) { l.DeclaredNoSecret = false }), law.FeedbackNoSecrets},
		sentence{"an empty line", with(func(l *law.FeedbackLine) { l.Text = words("") }), law.FeedbackByConsensus},
	)
}

func goodSheet() law.FeedbackSheet {
	return law.FeedbackSheet{By: livc.Officer, OnList: true, PositiveAsked: true, NegativeAsked: true, Evaluation: words("loopt goed"),
		Lines: []law.FeedbackLine{goodLine(), goodLine()}, WholeSheet: circle(law.Yes, law.Yes), AgreedInTheSitting: true}
}

// proves R6.1-a, R6.1-b, R6.1-d, R6.1-e, R6.1-f, R6.1-g, X-L-h, X-L-i, X-L-j
func TestInvariant10_TheSheetLeavesOnlyWithTheYesOfAll(t *testing.T) {
	with := func(change func(*law.FeedbackSheet)) error {
		s := goodSheet()
		change(&s)
		return law.MayHandOver(s)
	}
	objection := func(s *law.FeedbackSheet) { s.WholeSheet = circle(law.Yes, law.No) }
	check(t,
		sentence{"agreed as a whole", law.MayHandOver(goodSheet()), ""},
		sentence{"filled in by the coordinator", with(func(s *law.FeedbackSheet) { s.By = livc.Coordinator }), law.OfficerWrites},
		sentence{"about somebody who is not on the list", with(func(s *law.FeedbackSheet) { s.OnList = false }), law.FeedbackByConsensus},
		sentence{"nobody asked what goes well", with(func(s *law.FeedbackSheet) { s.PositiveAsked = false }), law.BothSides},
		sentence{"nobody asked what worries", with(func(s *law.FeedbackSheet) { s.NegativeAsked = false }), law.BothSides},
		sentence{"no evaluation of the follow-up", with(func(s *law.FeedbackSheet) { s.Evaluation = words("") }), law.FeedbackEvaluates},
		sentence{"one objection", with(objection), law.FeedbackByConsensus},
		sentence{"not agreed in the sitting", with(func(s *law.FeedbackSheet) { s.AgreedInTheSitting = false }), law.FeedbackByConsensus},
		sentence{"no line at all", with(func(s *law.FeedbackSheet) { s.Lines = nil }), law.FeedbackByConsensus},
		sentence{"line by line, each agreed", with(func(s *law.FeedbackSheet) { objection(s); s.LineByLine = true }), ""},
		sentence{"started by the officer after a decision", law.MayStartSheet(livc.Officer, true, true), ""},
		sentence{"started by another", law.MayStartSheet(livc.Mayor, true, true), law.OfficerWrites},
		sentence{"started without a decision", law.MayStartSheet(livc.Officer, false, true), law.FeedbackByConsensus},
		sentence{"started after the item", law.MayStartSheet(livc.Officer, true, false), law.OfficerWrites},
	)
	if len(law.FeedbackRecipients()) == 0 {
		t.Error("nobody receives the sheet")
	}
}

// proves R6.1-e, X-L-h
func TestInvariant10_OneNoTakesTheLineAway(t *testing.T) {
	s := goodSheet()
	s.LineByLine = true
	s.Lines[0].Agreement = circle(law.Yes, law.No)
	secret := goodLine()
	secret.ToldAsSecret = true
	s.Lines = append(s.Lines, secret, law.FeedbackLine{Text: words("x"), DeclaredNoSecret: true, Agreement: circle(law.Yes, law.Silent)})
	if kept := law.KeptLines(s); len(kept) != 1 || kept[0] != 1 {
		t.Errorf("kept lines %v, only line 1 has the yes of all", kept)
	}
}

// proves R4.2-c, R4.2-d, R4.2-e, R4.2-f, R4.2-g, R4.3-i, R2.5.3-k
func TestInvariant13_ThePersonHearsOnlyTheFactAndOnlyIfAllAgree(t *testing.T) {
	ok := law.Informing{Everyone: circle(law.Yes, law.Yes), Sentence: law.InformingSentence, Safe: true}
	with := func(change func(*law.Informing)) error {
		i := ok
		change(&i)
		return law.MayInform(i)
	}
	check(t,
		sentence{"the three conditions hold", law.MayInform(ok), ""},
		sentence{"nothing is told by itself", law.MayInform(law.Informing{}), law.HoldRespected},
		sentence{"one does not agree", with(func(i *law.Informing) { i.Everyone = circle(law.Yes, law.No) }), law.InformingThePerson},
		sentence{"one did not answer", with(func(i *law.Informing) { i.Everyone = circle(law.Yes, law.Silent) }), law.InformingThePerson},
		sentence{"a sentence of one's own", with(func(i *law.Informing) { i.Sentence = "wij weten alles" }), law.InformingThePerson},
		sentence{"the officer asked to wait", with(func(i *law.Informing) { i.Hold = true }), law.HoldRespected},
		sentence{"danger for an inquiry", with(func(i *law.Informing) { i.Safe = false }), law.HoldRespected},
	)
	haveText(t, law.InformingSentence)
	haveText(t, law.InformingQuestion)
}
