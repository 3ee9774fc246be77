package table_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
)

var taking = regexp.MustCompile(`name="take" value="([^"]+)"`)

// proposal gives the code of the first proposal of a kind.
func proposal(t *testing.T, page, kind string) string {
	t.Helper()
	for _, m := range taking.FindAllStringSubmatch(page, -1) {
		if strings.HasPrefix(m[1], kind+".") {
			return m[1]
		}
	}
	t.Fatalf("no proposal of kind %s", kind)
	return ""
}

// proves R2.5.3-d, R2.5.3-m: product D2
func TestTheSourceCheckProposesAndChangesTheFormOnly(t *testing.T) {
	s := opened(t)
	s.Exec(`UPDATE item SET outcome = 'regular', phase = 7 WHERE livc = $1 AND id = $2`, s.Livc, s.Item)
	at := s.itemAt() + "/action"
	typed := func() url.Values {
		return url.Values{"what": {"Een bezoek aan huis"}, "why": {"Band houden"}, "kind": {"talk"}, "holder": {string(s.Who(s.CLB))}, "due": {"2026-12-17"},
			"enough": {"nodig"}, "proportionate": {"ja"}, "repercussions": {"weinig"}, "source": {"person"}, "parents": {"unknown"}, "own_yes": {"yes"}}
	}
	actions := func() int { return s.Count(`SELECT count(*) FROM action WHERE livc = $1`, s.Livc) }
	asks := typed()
	asks.Set("do", "alternatives")
	page := s.nele.Send(at, at, asks).Is(http.StatusOK).Says("Een bezoek aan huis", "Wat kan er anders?", "CAW Demer neemt dit op", "Iemand anders", "Een andere aanleiding").
		Never("CLB Demer neemt dit op", "coördinator neemt dit op", "burgemeester neemt dit op", "information officer neemt dit op")
	t.Run("asking for it agrees nothing and loses nothing", func(t *testing.T) {
		page.Says(`value="2026-12-17"`, "Band houden", "weinig")
		if actions() != 0 {
			t.Error("something was agreed")
		}
	})
	t.Run("somebody else: the form names him, and his yes is not there yet", func(t *testing.T) {
		v := typed()
		v.Set("take", proposal(t, page.Body, "actor"))
		s.nele.Send(at, at, v).Is(http.StatusOK).Says("Aangepast: CAW Demer neemt dit op", `value="`+string(s.Who(s.CAW))+`" selected`, `value="yes_changed" checked`, "Een bezoek aan huis").
			Never(`name="own_yes" type="radio" value="yes" checked`)
	})
	t.Run("a later day stands in the field of the day", func(t *testing.T) {
		v := typed()
		v.Set("source", "timing")
		v.Set("do", "alternatives")
		code := proposal(t, s.nele.Send(at, at, v).Is(http.StatusOK).Says("31 december 2026").Body, "later")
		v.Del("do")
		v.Set("take", code)
		s.nele.Send(at, at, v).Is(http.StatusOK).Says("Aangepast: Later: 31 december 2026", `value="2026-12-31"`)
	})
	t.Run("another occasion is written in, with who speaks", func(t *testing.T) {
		v := typed()
		v.Set("take", proposal(t, page.Body, "reason"))
		s.nele.Send(at, at, v).Is(http.StatusOK).Says("CLB Demer, bij een gewone opvolging die al liep")
	})
	t.Run("a code that was not proposed changes nothing", func(t *testing.T) {
		v := typed()
		v.Set("take", "actor."+string(s.Who(s.Officer))+".")
		s.nele.Send(at, at, v).Is(http.StatusOK).Says(`value="`+string(s.Who(s.CLB))+`" selected`, `value="person" checked`).Never("Aangepast")
	})
	t.Run("laid down while it betrays, it comes back with the proposals", func(t *testing.T) {
		for _, source := range []string{"person", "timing", "yes"} {
			v := typed()
			v.Set("source", source)
			s.nele.Send(at, at, v).Is(http.StatusUnprocessableEntity).Says("Deze afspraak kan verraden wie iets vertelde.", "Wat kan er anders?", "Een bezoek aan huis")
		}
		if actions() != 0 {
			t.Error("it was agreed all the same")
		}
	})
	t.Run("an agreed contact is proposed with its day", func(t *testing.T) {
		s.Exec(`INSERT INTO contact_line (livc, case_id, id, organisation, toward, every_weeks, next) VALUES ($1, $2, 'l1', $3, 'person', 2, '2026-12-08')`,
			s.Livc, s.Case.ID, s.Organisation["CAW"])
		s.nele.Send(at, at, asks).Says("CAW Demer, bij het contact van 22 december 2026")
	})
	t.Run("who is not inside is proposed nothing", func(t *testing.T) {
		s.site.As(s.OCMW).Send(at, at, asks).Is(http.StatusNotFound)
	})
}
