package notify

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"beraad.eu/livc"
)

const origin = "https://beraad.example.be"

var templates = []string{"enrolment", "access_changed", "invitation", "invitation_withdrawn", "referral_waits", "dossier_waits", "term_waits", "anything_new"}

// proves W12
func TestW12_ALetterSaysTheSameToEverybody(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		template := rapid.SampledFrom(templates).Draw(t, "template")
		lang := rapid.SampledFrom([]livc.Language{livc.Dutch, livc.English, livc.French, ""}).Draw(t, "language")
		one, other := rapid.String().Draw(t, "one"), rapid.String().Draw(t, "other")
		link := origin + "/enrol/x"
		a := Write(origin, Message{Template: template, To: livc.NewContact(one), Language: lang, Link: link})
		b := Write(origin, Message{Template: template, To: livc.NewContact(other), Language: lang, Link: link})
		if a.Subject != b.Subject || a.Body != b.Body {
			t.Fatalf("%s differs between two people", template)
		}
		if a.To.Reveal() != one || b.To.Reveal() != other {
			t.Fatal("a letter goes to another")
		}
	})
}

func TestW12_NoLetterSaysWhatItIsAbout(t *testing.T) {
	for _, template := range templates {
		for _, lang := range []livc.Language{livc.Dutch, livc.English} {
			l := Write(origin, Message{Template: template, Language: lang, Link: origin + "/enrol/abc"})
			all := strings.ToLower(l.Subject + "\n" + l.Body)
			for _, word := range []string{"livc", "casus", "case", "dossier", "radical", "burgemeester", "mayor", "aanmelding", "referral", "⟦"} {
				if strings.Contains(all, word) {
					t.Errorf("%s in %s says %q", template, lang, word)
				}
			}
			if deep := strings.Count(all, "/enrol/"); (deep > 0) != (template == "enrolment") {
				t.Errorf("%s in %s leads into the site", template, lang)
			}
		}
	}
}

func TestW12_TwoTemplatesThatWaitCannotBeToldApart(t *testing.T) {
	want := Write(origin, Message{Template: "dossier_waits"})
	for _, template := range []string{"referral_waits", "term_waits", "invitation_withdrawn", "anything_new"} {
		if got := Write(origin, Message{Template: template}); got.Subject != want.Subject || got.Body != want.Body {
			t.Errorf("%s can be told from dossier_waits", template)
		}
	}
}
