package law

import (
	"slices"

	"beraad.eu/livc"
)

// Answer is what somebody said to a question. Dutch: antwoord.
type Answer string

// The answers; silence is not a yes.
const (
	Silent Answer = ""
	Yes    Answer = "yes"
	No     Answer = "no"
)

// Answers lists the answers.
func Answers() []Answer { return []Answer{Silent, Yes, No} }

// Voice is one person of a circle: whether still inside, and the answer.
type Voice struct {
	Hat    livc.ID
	Inside bool
	Answer Answer
}

// Circle is everyone who was inside an item at any moment, and what they answered to one question: one
// line of the feedback sheet, or the sheet as a whole. Partners are equal: there is no casting vote.
// Dutch: kring (R1.1-e, R6.1-e, X-L-h).
type Circle struct {
	Voices []Voice
	Opened bool // the question was put: from then on nobody is sent out
}

// Enter lets somebody in; whoever comes after the question was put voids the answers given (X-L-h).
func (c Circle) Enter(hat livc.ID) Circle {
	c.Voices = slices.Clone(c.Voices)
	if i := c.index(hat); i >= 0 {
		c.Voices[i].Inside = true
		return c
	}
	for i := range c.Voices {
		c.Voices[i].Answer = Silent
	}
	c.Voices = append(c.Voices, Voice{Hat: hat, Inside: true})
	return c
}

// Put puts the question to the circle.
func (c Circle) Put() Circle { c.Opened = true; return c }

// Answer notes an answer; only who belongs to the circle has one (R6.1-e).
func (c Circle) Answer(hat livc.ID, a Answer) (Circle, error) {
	i := c.index(hat)
	if i < 0 {
		return c, livc.NotFound()
	}
	if !c.Opened {
		return c, livc.Conflict("law.circle.not_asked_yet", FeedbackByConsensus)
	}
	c.Voices = slices.Clone(c.Voices)
	c.Voices[i].Answer = a
	return c, nil
}

// Leave lets somebody go, who stays in the circle: without an answer the sheet waits (X-L-h).
func (c Circle) Leave(hat livc.ID) Circle {
	c.Voices = slices.Clone(c.Voices)
	if i := c.index(hat); i >= 0 {
		c.Voices[i].Inside = false
	}
	return c
}

// MaySendOut refuses to send anybody out once the question was put: a circle is not made smaller to
// reach a consensus (X-L-h).
func (c Circle) MaySendOut() error {
	if c.Opened {
		return livc.Denied("law.circle.nobody_out", FeedbackByConsensus)
	}
	return nil
}

// Result is how a question stands. Dutch: stand van het akkoord.
type Result string

// The results.
const (
	Waits   Result = "waits"   // somebody has not answered
	Agreed  Result = "agreed"  // everybody said yes
	Refused Result = "refused" // somebody said no; who is never shown
)

// Results lists the results.
func Results() []Result { return []Result{Waits, Agreed, Refused} }

// Result tells how the question stands: one no refuses, one silence waits, an empty circle agrees to
// nothing (R6.1-e, X-L-h).
func (c Circle) Result() Result {
	if !c.Opened || len(c.Voices) == 0 {
		return Waits
	}
	result := Agreed
	for _, v := range c.Voices {
		if v.Answer == No {
			return Refused
		}
		if v.Answer != Yes {
			result = Waits
		}
	}
	return result
}

func (c Circle) index(hat livc.ID) int {
	return slices.IndexFunc(c.Voices, func(v Voice) bool { return v.Hat == hat })
}
